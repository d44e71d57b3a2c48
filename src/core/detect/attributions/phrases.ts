import {
  auxiliaries,
  conjunctions,
  determiners,
  occasions,
  phrasePrepositions,
  pastVerbs,
  prepositions,
  subjectPronouns,
  subordinators,
  documents,
} from "../../lexicon/wordClasses.js";
import { cueForms } from "../../lexicon/cues.js";
import { isAdverb } from "./cues.js";
import type { Piece } from "./pieces.js";

/** Indices of pieces, end exclusive. */
export interface Span {
  readonly first: number;
  readonly end: number;
}

/** Longest source phrase and longest apposition, in pieces. */
const PHRASE_LENGTH = 28;
/** Longest remark in brackets inside a source phrase: "Li Wenjing (李文静)", "Rep. Jane Doe (D-Ohio)". */
const BRACKET_LENGTH = 12;

/** Marks that end a clause or a phrase. A hyphen does so only between spaces. */
export function isBreak(pieces: readonly Piece[], index: number): boolean {
  const piece = pieces[index];
  if (!piece || piece.kind === "quotation") return true;
  if (piece.kind !== "mark") return false;
  if (piece.text === "-" || piece.text === "/") return !piece.joined && !pieces[index + 1]?.joined;
  return /^[,;:—–―()[\]|•…]$/u.test(piece.text) || isFullStop(piece);
}

function isFullStop({ text }: Piece): boolean {
  return /^[.!?]$/u.test(text);
}

export function isComma(piece: Piece | undefined): boolean {
  return piece?.kind === "mark" && piece.text === ",";
}

/**
 * The noun phrase that ends before piece `end` and can be the subject of the verb there: "Lavrov", "two officials", "Jeff
 * Weaver, the campaign manager,". Without a part-of-speech tagger: bounded by closed classes of words, marks, dates and quotations.
 */
export function subjectBefore(pieces: readonly Piece[], end: number): Span | undefined {
  if (end <= 0 || pieces[end]?.opens) return undefined;
  const last = pieces[end - 1];
  if (!last) return undefined;
  if (isComma(last)) return subjectWithApposition(pieces, end - 1);
  const first = regionStart(pieces, end);
  return first === undefined ? undefined : trimSubject(pieces, first, end);
}

/** "X, the manager, said": the phrase before the commas, with what they enclose. */
function subjectWithApposition(pieces: readonly Piece[], comma: number): Span | undefined {
  for (let index = comma - 1; index > Math.max(0, comma - PHRASE_LENGTH); index--) {
    const piece = pieces[index];
    if (!piece || piece.kind === "quotation" || piece.opens || /^[.;:?!]$/u.test(piece.text)) return undefined;
    if (!isComma(piece)) continue;
    const first = regionStart(pieces, index);
    const head = first === undefined ? undefined : trimSubject(pieces, first, index);
    // in "a lawyer at Smith, Jones & Co., said" the phrase goes on to the left: only a name or a whole phrase can be explained
    if (head?.end === index && beginsPhrase(pieces[head.first])) {
      return index + 2 === comma && isAdverb(pieces[index + 1] ?? piece) ? head : { first: head.first, end: isAside(pieces, index + 1) ? head.end : comma };
    }
  }
  return undefined;
}

/** "speaking in Durban", "however", "on the other hand": between commas, but no part of the source. */
function isAside(pieces: readonly Piece[], index: number): boolean {
  const piece = pieces[index];
  if (!piece) return true;
  return piece.date !== undefined || prepositions.has(piece.lower) || isAdverb(piece) || (piece.lower.endsWith("ing") && !piece.capital);
}

/** Walks left to where the clause begins. */
function regionStart(pieces: readonly Piece[], end: number): number | undefined {
  let first = end;
  for (let index = end - 1; index >= Math.max(0, end - PHRASE_LENGTH); index--) {
    const piece = pieces[index];
    const bracket = piece?.text === ")" ? openingBracket(pieces, index) : undefined;
    if (bracket !== undefined) {
      index = bracket;
      first = index;
      continue;
    }
    if (!piece || isBreak(pieces, index)) break;
    if (index < end - 1 && beginsRelative(pieces, index)) {
      // "the captain who sank the boat said"
      const antecedent = isComma(pieces[index - 1]) ? undefined : regionStart(pieces, index);
      return antecedent ?? first;
    }
    if (index === end - 1 && subjectPronouns.has(piece.lower)) return index;
    if (subordinators.has(piece.lower) || isAuxiliary(piece)) break;
    if (conjunctions.has(piece.lower) && !joinsNouns(pieces, index)) break;
    first = index;
    if (piece.opens) break;
  }
  return first < end ? first : undefined;
}

/** "who", "which", and "that" before a verb. */
function beginsRelative(pieces: readonly Piece[], index: number): boolean {
  const lower = pieces[index]?.lower ?? "";
  const next = pieces[index + 1];
  return lower === "who" || lower === "which" || (lower === "that" && next !== undefined && (isPast(next.lower) || isAuxiliary(next)));
}

/** Where the short bracket opens that closes at a piece: "(Lab)", "(R-Ky.)". */
export function openingBracket(pieces: readonly Piece[], closing: number): number | undefined {
  for (let index = closing - 1; index > Math.max(0, closing - BRACKET_LENGTH); index--) if (pieces[index]?.text === "(") return index;
  return undefined;
}

/** "to" is a preposition here: "the ambassador to India". */
function isAuxiliary({ lower }: Piece): boolean {
  return lower !== "to" && auxiliaries.has(lower);
}

/** "Smith and Jones", "officials and residents": the conjunction is inside the phrase. */
function joinsNouns(pieces: readonly Piece[], index: number): boolean {
  const before = pieces[index - 1];
  const after = pieces[index + 1];
  if (!before || !after || pieces[index]?.lower !== "and" || pieces[index]?.opens) return false;
  if (before.capital) return after.capital;
  return before.lower.endsWith("s") && !after.capital && !determiners.has(after.lower) && !isAdverb(after);
}

/** Cuts what is no part of a subject off a stretch of words: adverbs, a leading phrase of time or place, an adjunct at the end. */
function trimSubject(pieces: readonly Piece[], regionFirst: number, regionEnd: number): Span | undefined {
  let first = regionFirst;
  let end = regionEnd;
  const leading = pieces[first];
  while (first < end && isLoose(pieces[first])) first++;
  if (first < end && prepositions.has(pieces[first]?.lower ?? "")) first = phraseStart(pieces, first, end);
  if (leading && first > regionFirst && first >= end) return undefined;
  for (let index = first + 1; index < end; index++) {
    if (beginsAdjunct(pieces, index)) {
      end = index;
      break;
    }
  }
  while (end > first && isLoose(pieces[end - 1])) end--;
  const verb = lastVerb(pieces, first, end);
  if (verb !== undefined) first = phraseStart(pieces, verb, end);
  const span = { first, end };
  return first < end && isNounPhrase(pieces, span) ? span : undefined;
}

function isLoose(piece: Piece | undefined): boolean {
  return piece !== undefined && (isAdverb(piece) || piece.date !== undefined || conjunctions.has(piece.lower));
}

/** The last place in a stretch where a noun phrase may begin: a determiner, a pronoun or the head of a run of capitals. */
function phraseStart(pieces: readonly Piece[], from: number, end: number): number {
  let start = end;
  for (let index = end - 1; index > from; index--) {
    const piece = pieces[index];
    if (!piece) break;
    if (determiners.has(piece.lower)) return index;
    if (piece.capital && piece.date === undefined) start = index;
    else if (start < end && !(piece.kind === "mark" || piece.kind === "number")) return start;
  }
  return start;
}

/** A finite verb inside a supposed subject shows that the subject begins after it. Only cue verbs and the most frequent others are known. */
function lastVerb(pieces: readonly Piece[], first: number, end: number): number | undefined {
  for (let index = end - 1; index > first; index--) {
    const word = pieces[index];
    const before = pieces[index - 1];
    if (!word || !before || word.capital || determiners.has(before.lower) || /^(?:who|which|that)$/u.test(before.lower)) continue;
    // "officials briefed on the talks": a participle
    if (before.lower.endsWith("s") && prepositions.has(pieces[index + 1]?.lower ?? "")) continue;
    if (isPast(word.lower)) return index;
  }
  return undefined;
}

function isPast(lower: string): boolean {
  return pastVerbs.has(lower) || (cueForms.get(lower)?.some(({ cue, forms }) => cue.particle === undefined && forms.has("past") && !forms.has("base")) ?? false);
}

function beginsPhrase(piece: Piece | undefined): boolean {
  return piece !== undefined && (piece.capital || determiners.has(piece.lower) || subjectPronouns.has(piece.lower));
}

function isNounPhrase(pieces: readonly Piece[], { first, end }: Span): boolean {
  const head = pieces[first];
  const last = pieces[end - 1];
  if (!head || !last || end - first > PHRASE_LENGTH) return false;
  if (last.kind === "mark" && !/^[%$)]$/u.test(last.text)) return false;
  if (/^['’]s$/iu.test(last.text)) return false;
  if (end - first === 1) {
    if (subjectPronouns.has(last.lower) || determiners.has(last.lower)) return !/^(?:a|an|the|my|our|your|his|its|their|no|every|each)$/u.test(last.lower);
    return last.capital || last.lower.endsWith("s") || /^(?:people|police|everyone|everybody|someone|somebody|nobody|anyone|man|woman)$/u.test(last.lower);
  }
  if (prepositions.has(last.lower) || determiners.has(last.lower) || conjunctions.has(last.lower)) return false;
  return beginsPhrase(head) || head.kind === "number" || last.lower.endsWith("s") || last.capital || hasPluralHead(pieces, first, end);
}

/** "figures from the ministry": a plural needs no article. */
function hasPluralHead(pieces: readonly Piece[], first: number, end: number): boolean {
  for (let index = first + 1; index < end; index++) if (prepositions.has(pieces[index]?.lower ?? "")) return (pieces[index - 1]?.lower ?? "").endsWith("s");
  return false;
}

/** A phrase of time, place or occasion that belongs to the verb, not to the noun before: "on Tuesday", "during his visit". */
export function beginsAdjunct(pieces: readonly Piece[], index: number): boolean {
  const piece = pieces[index];
  if (!piece) return false;
  // "the February 16 judgment": the day tells which
  if (piece.date && pieces[index - 1]?.date !== piece.date) return !determiners.has(pieces[index - 1]?.lower ?? "");
  if (!prepositions.has(piece.lower)) return false;
  if (/^(?:during|after|before|following|amid|while|when|upon|via|through|despite)$/u.test(piece.lower)) return true;
  return pieces[index + 1]?.date !== undefined || (/^(?:in|at)$/u.test(piece.lower) && holdsOccasion(pieces, index + 1));
}

/** "in a television interview", "at the press conference": the noun phrase's last noun tells. */
export function holdsOccasion(pieces: readonly Piece[], from: number): boolean {
  for (let index = from; index < from + 6; index++) {
    const piece = pieces[index];
    if (!piece || piece.kind !== "word" || prepositions.has(piece.lower)) return false;
    if (occasions.has(piece.lower) || documents.has(piece.lower)) return true;
  }
  return false;
}

/**
 * The noun phrase that begins at a piece: after "said" and "according to", and the main clause's subject after a participle. With
 * `apposition` it takes along what explains a name: "Ron Geffner, a lawyer at …".
 */
export function phraseAt(pieces: readonly Piece[], from: number, apposition: boolean): Span | undefined {
  const head = pieces[from];
  if (!head || isBreak(pieces, from)) return undefined;
  if (subjectPronouns.has(head.lower) || head.lower === "him" || head.lower === "them" || head.lower === "her") {
    const alone = !determiners.has(head.lower) || isBreak(pieces, from + 1) || pieces[from + 1] === undefined;
    if (alone) return { first: from, end: from + 1 };
  }
  let end = from;
  let named = false;
  for (; end < from + PHRASE_LENGTH; end++) {
    const piece = pieces[end];
    if (!piece || isBreak(pieces, end) || (piece.opens && end > from) || isAuxiliary(piece) || subordinators.has(piece.lower)) break;
    if (end > from && (beginsAdjunct(pieces, end) || isAdverb(piece) || isVerbLike(pieces, end))) break;
    if (prepositions.has(piece.lower) && !phrasePrepositions.has(piece.lower)) break;
    if (conjunctions.has(piece.lower) && piece.lower !== "and") break;
    named ||= piece.capital;
  }
  while (end > from && (prepositions.has(pieces[end - 1]?.lower ?? "") || conjunctions.has(pieces[end - 1]?.lower ?? ""))) end--;
  if (end === from) return undefined;
  if (!isNounPhrase(pieces, { first: from, end }) && !beginsPhrase(head) && !named) return undefined;
  return { first: from, end: apposition && named ? appositionEnd(pieces, end) : end };
}

function isVerbLike(pieces: readonly Piece[], index: number): boolean {
  const piece = pieces[index];
  const before = pieces[index - 1];
  if (!piece || piece.capital || piece.kind !== "word" || !before) return false;
  if (prepositions.has(before.lower) || determiners.has(before.lower)) return false;
  return (piece.lower.length > 4 && piece.lower.endsWith("ed")) || isPast(piece.lower);
}

/** End of ", a lawyer at Smith & Co" after a name; the name's own end where no such words follow. */
function appositionEnd(pieces: readonly Piece[], nameEnd: number): number {
  let end = nameEnd;
  while (isComma(pieces[end])) {
    const next = pieces[end + 1];
    if (!next || next.kind !== "word" || next.opens || next.date || isAside(pieces, end + 1) || conjunctions.has(next.lower)) return end;
    if (subordinators.has(next.lower) && next.lower !== "who" && next.lower !== "whose") return end;
    // "…, according to Lavrov, is dead"
    if (isAuxiliary(next) || pastVerbs.has(next.lower)) return end;
    let index = end + 1;
    while (index < end + PHRASE_LENGTH && pieces[index] && !isBreak(pieces, index) && !beginsAdjunct(pieces, index) && !(pieces[index]?.opens ?? false)) index++;
    end = index;
  }
  return end;
}
