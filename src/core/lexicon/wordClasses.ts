import { entries as functionWords } from "./functionWords.generated.js";
import { readClasses } from "./readClasses.js";
import { entries as speechNouns } from "./speechNouns.generated.js";

const classes = readClasses([...functionWords, ...speechNouns]);

/** Pronouns that stand as a subject before a verb, relative ones included. */
export const subjectPronouns = wordClass("subject");
export const articles = wordClass("article");
/** What begins a noun phrase: articles, possessives, quantities. */
export const determiners: ReadonlySet<string> = new Set([...articles, ...wordClass("possessive"), ...wordClass("quantifier"), "this", "that", "these", "those"]);
export const conjunctions = wordClass("conjunction");
export const subordinators = wordClass("subordinator");
export const auxiliaries = wordClass("auxiliary");
/** Auxiliaries that make a participle passive. */
export const passives = wordClass("passive");
export const negations = wordClass("negation");
export const irrealis = wordClass("irrealis");
export const prepositions = wordClass("preposition");
/** Prepositions that may stand inside a source phrase: "a spokesman for the ministry". */
export const phrasePrepositions = wordClass("inPhrase");
/** Frequent past forms of verbs that introduce no statement: they show where a supposed noun phrase is a clause. */
export const pastVerbs = wordClass("pastVerb");
export const adverbs = wordClass("adverb");
/** Nouns for occasions on which people speak. */
export const occasions = wordClass("occasion");
/** Nouns for texts that speak themselves. */
export const documents = wordClass("document");
/** The same two with more nouns, for all but the tagger: its weights are made for the lists above. */
export const gatherings: ReadonlySet<string> = new Set([...occasions, ...wordClass("gathering")]);
export const texts: ReadonlySet<string> = new Set([...documents, ...wordClass("paper")]);
/** Where something is published: "on Twitter", "on its website". */
export const media = wordClass("medium");

function wordClass(name: string): ReadonlySet<string> {
  return new Set(classes.get(name));
}
