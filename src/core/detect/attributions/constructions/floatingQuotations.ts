import { nameWords, Word } from "../../../lexicon/nameWords.js";
import { auxiliaries, determiners, prepositions, subjectPronouns } from "../../../lexicon/wordClasses.js";
import { standsAlone } from "./aroundQuotations.js";
import type { Scene } from "../scene.js";

/** Fewer words in quotation marks are a title, a slogan or a term rather than a statement. */
const WORDS = 3;

/** Quotations of speech that are sentences of their own and that no attribution has claimed. */
export function findFloatingQuotations(scene: Scene): void {
  scene.pieces.forEach((piece, at) => {
    const span = { first: at, end: at + 1 };
    if (piece.kind !== "quotation" || scene.isClaimed(span) || findUnknownVerb(scene, at) || findUnknownVerbFirst(scene, at)) return;
    if (!piece.opens || piece.start !== piece.quotation?.start || !standsAlone(scene.pieces, at)) return;
    // a paragraph of its own is a turn in a conversation, however short
    const words = wordsOf(piece.text);
    if (scene.pieces.length > 1 ? words.length < WORDS : isHeadline(words)) return;
    scene.add({ contents: [span], cue: null, source: null, construction: "floating quote", confidence: 0.6 });
  });
}

/** Words of a source before a verb that is not known. */
const SOURCE_LENGTH = 4;

/** `“Where are these jobs?” Tunis quizzed.`: between a quotation that wants its clause and the end of the sentence whatever has a past tense tells it. */
function findUnknownVerb(scene: Scene, at: number): boolean {
  const { pieces } = scene;
  if (!/[,?!]["”’'»]*$/u.test(pieces[at]?.text ?? "")) return false;
  const first = at + 1;
  const head = pieces[first];
  if (!head || head.kind !== "word" || !(head.capital || determiners.has(head.lower) || subjectPronouns.has(head.lower))) return false;
  let verb = first + 1;
  while (verb <= first + SOURCE_LENGTH && !/^\p{Ll}{3,}ed$/u.test(pieces[verb]?.text ?? "")) if (pieces[verb++]?.kind !== "word") return false;
  const end = pieces[verb + 1];
  if (verb > first + SOURCE_LENGTH || (end && !end.opens && end.text !== ".")) return false;
  if (pieces.slice(first, verb).some(({ lower, capital }, index) => auxiliaries.has(lower) || prepositions.has(lower) || (head.capital && !subjectPronouns.has(head.lower) && index > 0 && !capital && !determiners.has(head.lower)))) return false;
  scene.add({ contents: [{ first: at, end: first }], cue: { first: verb, end: verb + 1 }, source: { first, end: verb }, construction: "quote, source, cue", confidence: 0.8 });
  return true;
}

/** Words of a source behind a verb that is not known: "coach Mary Collins". */
const NAME_LENGTH = 4;

/** `“It’s her time,” grins coach Mary Collins.`: the same in the other order, where a quotation opens the sentence and a name ends it. No title: "“Oliver!” stars Mary Collins." */
function findUnknownVerbFirst(scene: Scene, at: number): boolean {
  const { pieces } = scene;
  const quotation = pieces[at];
  const verb = pieces[at + 1];
  if (!quotation?.opens || !/[,?!]["”’'»]*$/u.test(quotation.text) || (!/,["”’'»]*$/u.test(quotation.text) && hasCapitals(wordsOf(quotation.text))) || verb?.kind !== "word" || !/^\p{Ll}{2,}(?:ed|[^s]s)$/u.test(verb.text)) return false;
  if (auxiliaries.has(verb.lower) || prepositions.has(verb.lower) || determiners.has(verb.lower) || subjectPronouns.has(verb.lower)) return false;
  let end = at + 2;
  while (end < at + 2 + NAME_LENGTH && pieces[end]?.kind === "word" && (pieces[end]?.capital || (nameWords().facts(pieces[end]?.lower ?? "") & Word.role) !== 0)) end++;
  const after = pieces[end];
  if (end === at + 2 || !pieces[end - 1]?.capital || (after && !after.opens && after.text !== ".")) return false;
  scene.add({ contents: [{ first: at, end: at + 1 }], cue: { first: at + 1, end: at + 2 }, source: { first: at + 2, end }, construction: "quote, cue, source", confidence: 0.8 });
  return true;
}

/** 'Legend in the Coal Fields.': a crosshead in marks has capitals throughout. */
function isHeadline(words: readonly string[]): boolean {
  return words.length >= WORDS && hasCapitals(words) && words.some((word) => /\p{Ll}/u.test(word));
}

function hasCapitals(words: readonly string[]): boolean {
  return words.every((word, index) => /^\p{Lu}/u.test(word) || (index > 0 && SMALL_IN_TITLES.test(word)));
}

function wordsOf(text: string): readonly string[] {
  return text.match(/\p{L}[\p{L}'’-]*/gu) ?? [];
}

const SMALL_IN_TITLES = /^(?:a|an|the|and|or|but|of|in|on|at|to|for|from|by|with|as|is)$/u;

/** Words of a quotation that a comma or colon introduces; shorter ones are headings, titles and slogans. */
const LEAST_WORDS = 4;

/**
 * A quotation inside a sentence that nothing has claimed, but that a comma or a colon introduces as speech: "I had to change my answer: “Of
 * course …”". It opens with a capital, as a sentence of its own.
 */
export function isIntroduced({ pieces }: Scene, at: number): boolean {
  const { kind, text = "" } = pieces[at] ?? {};
  const before = pieces[at - 1]?.text;
  // after a comma a title may stand, too: "the last song, ‘All Through the Night’"
  const introduced = before === ":" || (before === "," && /[.!?…]["'”’»]*$/u.test(text));
  return kind === "quotation" && introduced && /^\P{L}?\p{Lu}/u.test(text) && text.split(/\s+/u).length >= LEAST_WORDS;
}
