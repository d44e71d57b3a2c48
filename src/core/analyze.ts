import { findArticleDate } from "./detect/articleDate.js";
import { findAttributions } from "./detect/attributions.js";
import { findDates } from "./detect/dates.js";
import type { DateMention, NameMention, PlaceMention } from "./detect/findings.js";
import { findNames } from "./detect/names.js";
import { findPlaces } from "./detect/places.js";
import { findQuotations } from "./detect/quotations.js";
import type { AnnotationDocument } from "./document/annotationDocument.js";
import { buildDocument } from "./document/buildDocument.js";
import type { Gazetteer } from "./places/gazetteer.js";
import { findCircumstances } from "./resolve/circumstances.js";
import { linkEntities } from "./resolve/entities.js";
import { settleMentions } from "./resolve/mentions.js";
import { resolvePlaces } from "./resolve/places.js";
import { resolveSpeakers } from "./resolve/speakers.js";
import { holdsMentions, type ArticleInput } from "./text/article.js";
import { readArticle } from "./text/readArticle.js";

/** The tables that an analysis looks things up in, loaded by the caller. */
export interface AnalysisTools {
  readonly gazetteer: Gazetteer;
  /** Program and version for the document, "on-record 0.1.0". */
  readonly generator: string;
}

/** Analyses one article. Never throws on any text; linear time and memory. */
export function analyze(input: ArticleInput, tools: AnalysisTools): AnnotationDocument {
  const steps = analysisSteps(input, tools);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/**
 * The same, step by step: yields the part that is done, 0 to 1, so that a caller can show progress and stop by not asking for
 * the next step. Detectors look at one block at a time, resolvers at the whole article.
 */
export function* analysisSteps(input: ArticleInput, tools: AnalysisTools): Generator<number, AnnotationDocument> {
  const article = readArticle(input);
  yield 0.1;
  const published = findArticleDate(article, input);
  const quotations = findQuotations(article);
  yield 0.15;

  const dates: DateMention[] = [];
  const foundPlaces: PlaceMention[] = [];
  const foundNames: NameMention[] = [];
  for (const block of article.blocks) {
    if (!holdsMentions(block)) continue;
    const blockDates = findDates(article, block, published, dates);
    const blockPlaces = findPlaces(article, block, tools.gazetteer);
    // one by one: a block may be a whole book on one line, more than a call takes arguments
    for (const date of blockDates) dates.push(date);
    for (const place of blockPlaces) foundPlaces.push(place);
    // after places and dates: what is surely one of those is no name
    for (const name of findNames(article, block, blockPlaces, blockDates)) foundNames.push(name);
    yield 0.15 + (0.5 * block.end) / article.text.length;
  }

  const settled = settleMentions(article, foundNames, foundPlaces);
  const places = resolvePlaces(article, settled.places);
  yield 0.7;
  const entities = linkEntities(article, settled.names, places);
  yield 0.75;
  const found = { quotations, dates, places, names: settled.names };
  const attributions = findAttributions(article, found);
  yield 0.85;
  const speakers = resolveSpeakers(article, attributions, entities, found);
  const circumstances = findCircumstances(article, attributions, found, speakers);
  yield 0.95;
  return buildDocument({ input, article, tools, published, ...found, attributions, entities, speakers, circumstances });
}
