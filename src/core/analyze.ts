import type { Analysis, AnalysisTools } from "./analysis.js";
import { buildDocument } from "./buildDocument.js";
import { findArticleDate } from "./detect/articleDate.js";
import { findAttributions, readTagged, readTurns } from "./detect/attributions.js";
import { isNameInAnyLanguage } from "./detect/names/foreignNames.js";
import { addMentions, type Mentions } from "./detect/mentions.js";
import { findOtherNames } from "./detect/names/otherNames.js";
import { placesInNames } from "./detect/places/placesInNames.js";
import { findQuotations } from "./detect/quotations.js";
import { peopleInTitles } from "./detect/names/workTitles.js";
import type { AnnotationDocument } from "./document/annotationDocument.js";
import { compareRanges } from "./document/range.js";
import { withoutOverlaps } from "./document/sortedRanges.js";
import type { Gazetteer } from "./places/gazetteer.js";
import { withCompanies } from "./resolve/entities/companies.js";
import { findCircumstances } from "./resolve/circumstances.js";
import { withInitials } from "./resolve/mentions/initials.js";
import { withNamesakes } from "./resolve/mentions/namesakes.js";
import { linkEntities } from "./resolve/entities.js";
import { findHome } from "./resolve/places/home.js";
import { settleMentions, type SettledMentions } from "./resolve/mentions.js";
import type { NameSources } from "./resolve/mentions/nameEvidence.js";
import { withNumbers } from "./resolve/mentions/numberedRoads.js";
import { resolvePlaces } from "./resolve/places.js";
import { settleSenses } from "./resolve/places/placeSenses.js";
import { withShortForms } from "./resolve/mentions/shortForms.js";
import { resolveSpeakers } from "./resolve/speakers.js";
import { weighNames } from "./resolve/mentions/weighNames.js";
import type { Reading } from "./tagger/tagger.js";
import { holdsMentions, type Article, type ArticleInput } from "./text/article.js";
import { readArticle } from "./text/readArticle.js";

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
  return buildDocument(yield* findingSteps(input, tools));
}

/** All that is found in an article before it becomes a document, step by step; training/ reads it, too. */
export function* findingSteps(input: ArticleInput, tools: AnalysisTools): Generator<number, Analysis> {
  const article = readArticle(input);
  yield 0.1;
  const published = findArticleDate(article, input);
  const quotations = findQuotations(article);
  yield 0.15;

  const mentions: Mentions = { dates: [], places: [], names: [] };
  for (const block of article.blocks) {
    if (!holdsMentions(block)) continue;
    addMentions(mentions, article, block, published, tools.gazetteer);
    yield 0.15 + (0.5 * block.end) / article.text.length;
  }

  // ships, storms, court cases, works, "Canada Day": names, but of neither people, organizations nor places
  const others = [...findOtherNames(article, mentions.places), ...peopleInTitles(article, quotations, mentions.names), ...mentions.dates].sort(compareRanges);
  const foundPlaces = withoutOverlaps(mentions.places, others);
  const foundNames = withoutOverlaps(mentions.names, others);

  // statements are found in English alone, and what is no name is known in English alone: in another language nothing is told rather than
  // something wrong
  const isEnglish = /^en\b/iu.test(article.language);
  const names = isEnglish ? foundNames : foundNames.filter((name) => isNameInAnyLanguage(article, name));
  let reading = tools.tagger && isEnglish ? yield* inPart(0.65, 0.75, tools.tagger.read(article, { quotations, dates: mentions.dates, places: foundPlaces, names: foundNames })) : undefined;
  const agreed = settleMentions(article, names, foundPlaces);
  const byRules = { names: withoutOverlaps(agreed.names, others), places: withoutOverlaps(agreed.places, others) };
  const weighed = weighLearned(article, { ...byRules, doubtfulNames: names, doubtfulPlaces: foundPlaces, others }, reading, tools.gazetteer);
  const settled = withShortForms(article, weighed);
  const known = withNamesakes(article, withInitials(article, withCompanies(article, settled.names)));
  const places = resolvePlaces(article, withNumbers(article, settled.places), findHome(input, tools.gazetteer), placesInNames(article, known, tools.gazetteer));
  yield 0.8;
  const entities = linkEntities(article, known, places);
  const found = { quotations, dates: mentions.dates, places, names: known };
  const turns = isEnglish ? readTurns(article) : undefined;
  const byRule = turns ? findAttributions(article, found, turns) : [];
  const attributions = turns && reading ? readTagged(article, found, turns, reading.statements(byRule), byRule) : byRule;
  // of a book it holds a hundred megabytes, which nothing asks for any more
  reading = undefined;
  yield 0.85;
  const speakers = resolveSpeakers(article, attributions, entities, found);
  const circumstances = findCircumstances(article, attributions, entities, found, speakers, published?.value);
  yield 0.95;
  return { input, article, tools, published, ...found, places: settleSenses(article, places, known, attributions), attributions, entities, speakers, circumstances };
}

/** Names and places of the rules, weighed against what the network has learned where it has: what it knows of each token is kept for no longer. */
function weighLearned(article: Article, byRules: Omit<NameSources, "probabilities">, reading: Reading | undefined, gazetteer: Gazetteer): SettledMentions {
  const probabilities = reading?.names();
  return probabilities?.length ? weighNames(article, { ...byRules, probabilities }, gazetteer) : { names: [...byRules.names], places: [...byRules.places] };
}

/** The steps of a part of the work, told as steps of the whole. */
function* inPart<T>(from: number, to: number, steps: Generator<number, T>): Generator<number, T> {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    yield from + (to - from) * step.value;
  }
}
