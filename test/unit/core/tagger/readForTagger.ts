import { addMentions, type Mentions } from "../../../../src/core/detect/mentions.js";
import { findQuotations } from "../../../../src/core/detect/quotations.js";
import type { Surroundings } from "../../../../src/core/tagger/contextFeatures.js";
import { readFeatures, type Features } from "../../../../src/core/tagger/features.js";
import { cutWindows, type Window } from "../../../../src/core/tagger/windows.js";
import { holdsMentions, type Article } from "../../../../src/core/text/article.js";
import { readArticle } from "../../../../src/core/text/readArticle.js";
import { openGazetteer } from "../places/openGazetteer.js";

const gazetteer = await openGazetteer();

/** A text as the tagger reads it. */
export function readForTagger(text: string): { article: Article; found: Surroundings; features: Features; windows: readonly Window[] } {
  const article = readArticle({ text });
  const mentions: Mentions = { dates: [], places: [], names: [] };
  for (const block of article.blocks) if (holdsMentions(block)) addMentions(mentions, article, block, null, gazetteer);
  const found = { quotations: findQuotations(article), ...mentions };
  return { article, found, features: readFeatures(article, found), windows: cutWindows(article, found.quotations) };
}
