import { cueForms } from "../lexicon/cues.js";
import { nameWords, Word } from "../lexicon/nameWords.js";
import * as classes from "../lexicon/wordClasses.js";
import type { TokenKind, WrittenWord } from "../text/vocabulary.js";
import { WORD_COLUMNS } from "./columns.js";
import { bucket } from "./hash.js";

const [WORD, PREFIX, SUFFIX2, SUFFIX3, SHAPE] = WORD_COLUMNS;

/** The word's ids in the order of `WORD_COLUMNS`; what is written with other marks or digits is the same word. */
export function wordFeatures({ text: written, kind }: WrittenWord): number[] {
  const text = plain(written);
  const lower = text.toLowerCase();
  const digitless = kind === "number" || /\d/u.test(lower) ? lower.replace(/\d/gu, "0") : lower;
  const letters = kind === "word" ? lower.replace(/\.$/u, "") : "";
  const lists = nameWords();
  const facts = letters === "" ? 0 : lists.facts(lower) | (letters === lower ? 0 : lists.facts(letters)) | (/[^s]s$/u.test(letters) && lists.facts(letters.slice(0, -1)) & Word.role ? Word.roles : 0);
  return [
    bucket(digitless, WORD.rows),
    bucket(digitless.slice(0, 3), PREFIX.rows),
    bucket(digitless.slice(-2), SUFFIX2.rows),
    bucket(digitless.slice(-3), SUFFIX3.rows),
    bucket(shape(text), SHAPE.rows),
    caseClass(text, kind),
    bits(isAllCapitals(text) ? facts & ~Word.particle : facts, PEOPLE),
    bits(facts, CLASS),
    cueClass(lower),
    GRAMMAR.get(lower) ?? 0,
  ];
}

/** "AP", "LA": no particle of a name is written so. */
function isAllCapitals(text: string): boolean {
  return text.length > 1 && text === text.toUpperCase();
}

/** Typographic and plain marks alike. */
function plain(written: string): string {
  if (PLAIN.test(written)) return written;
  return written
    .replace(/[’‘‛‚`]/gu, "'")
    .replace(/[“”„‟«»]|''/gu, '"')
    .replace(/[–―]/gu, "—")
    .slice(0, 60);
}

const PLAIN = /^[\w.,-]{1,60}$/u;

/** "Xxdd-": capitals, small letters, digits; never more than two alike in a row. */
function shape(text: string): string {
  return LATIN.test(text) ? latinShape(text) : anyShape(text);
}

const LATIN = /^[\x20-\x7e]*$/u;

/** The same as `anyShape` for a text of plain letters, digits and marks, as most words are. */
function latinShape(text: string): string {
  let signs = "";
  let run = 0;
  let last = "";
  for (let at = 0; at < text.length && at < 24 && signs.length < 8; at++) {
    const unit = text.charCodeAt(at);
    const sign = unit >= 0x61 && unit <= 0x7a ? "x" : unit >= 0x41 && unit <= 0x5a ? "X" : unit >= 0x30 && unit <= 0x39 ? "d" : text.charAt(at);
    run = sign === last ? run + 1 : 1;
    last = sign;
    if (run <= 2) signs += sign;
  }
  return signs;
}

function anyShape(text: string): string {
  return text
    .slice(0, 24)
    .replace(/\p{Lu}/gu, "X")
    .replace(/\p{Ll}/gu, "x")
    .replace(/\p{N}/gu, "d")
    .replace(/(.)\1{2,}/gu, "$1$1")
    .slice(0, 8);
}

/** 0 no word, 1 number, 2 small letters, 3 first letter a capital, 4 one capital letter, 5 all capitals, 6 capitals inside, 7 letters without case. */
function caseClass(text: string, kind: TokenKind): number {
  if (kind === "number") return 1;
  if (kind !== "word") return 0;
  const lower = text.toLowerCase();
  const upper = text.toUpperCase();
  if (lower === upper) return 7;
  if (text === lower) return 2;
  if (text === upper) return /\p{L}.*\p{L}/u.test(text) ? 5 : 4;
  return /^\P{Ll}[^\p{Lu}]*$/u.test(text) ? 3 : 6;
}

const PEOPLE = [Word.firstName, Word.surname, Word.common, Word.honorific, Word.wellKnown, Word.particle];
const CLASS = [Word.role, Word.roles, Word.roleModifier, Word.organizationHead, Word.function, Word.time, Word.people, Word.place | Word.event | Word.law | Word.work | Word.thing];

function bits(facts: number, groups: readonly number[]): number {
  if (facts === 0) return 0;
  return groups.reduce((sum, group, index) => sum | (facts & group ? 1 << index : 0), 0);
}

const MODES = ["speech", "thought", "writing"] as const;

/** 0 for no cue; else mode, form, and whether the verb needs its particle, as one number below 64. */
function cueClass(lower: string): number {
  const readings = cueForms.get(lower);
  const reading = readings?.at(-1);
  if (!reading) return 0;
  const { cue, forms } = reading;
  const form = forms.has("third person") ? 1 : forms.has("ing") ? 2 : forms.has("past") ? 3 : forms.has("participle") ? 4 : 0;
  return 1 + MODES.indexOf(cue.mode) + 3 * form + 15 * (cue.particle !== undefined ? 1 : cue.patterns.has("quote") ? 2 : 0);
}

/** The closed classes of words; the first one that holds a word counts. */
const GROUPS: readonly ReadonlySet<string>[] = [
  classes.negations,
  classes.articles,
  classes.subjectPronouns,
  classes.passives,
  classes.auxiliaries,
  classes.irrealis,
  classes.conjunctions,
  classes.subordinators,
  classes.phrasePrepositions,
  classes.prepositions,
  classes.determiners,
  classes.pastVerbs,
  classes.documents,
  classes.occasions,
  classes.adverbs,
];
/** Of each word the number of its group, from 1. */
const GRAMMAR: ReadonlyMap<string, number> = new Map(GROUPS.flatMap((group, index) => [...group].map((word): [string, number] => [word, index + 1])).toReversed());
