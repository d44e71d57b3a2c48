import type { CuePattern } from "../../../lexicon/cues.js";
import { auxiliaries, conjunctions, determiners, prepositions } from "../../../lexicon/wordClasses.js";
import { isAdverb, readCue, type Cue } from "../cues.js";
import { beginsAdjunct, isBreak, isComma, phraseAt, subjectBefore, type Span } from "../phrases.js";
import type { Piece } from "../pieces.js";

/** What a cue introduces, and by which pattern it was found. */
export interface Content extends Span {
  readonly pattern: CuePattern;
}

const QUESTION = /^(?:whether|if|how|why|what|who|whom|where|when|which)$/u;
const CLAUSE_SUBJECT = /^(?:i|we|you|he|she|it|they|there|this|that)$/u;
/** How far a cue reaches over listeners, dates and occasions to its content, in pieces. */
const REACH = 24;
/** Words within which the verb of a clause without "that" must show after a verb of thinking. */
const CLAUSE_HEAD = 14;

/** The content that follows a cue (or the source of an inverted one) at piece `from`. */
export function contentAfter(pieces: readonly Piece[], cue: Cue, from: number): Content | undefined {
  const { patterns } = cue.verb;
  const listener = patterns.has("person") ? skipListener(pieces, from) : from;
  const at = skipAdjuncts(pieces, listener);
  const piece = pieces[at];
  if (!piece || (piece.opens && at > from)) return undefined;
  const next = pieces[at + 1];
  if (piece.text === ":" || isComma(piece)) {
    if (next?.kind === "quotation" && patterns.has("quote")) return { first: at + 1, end: at + 2, pattern: "quote" };
    if (piece.text === ":" && next && !next.opens && patterns.has("bare")) return clause(pieces, at + 1, "bare");
    return next?.lower === "that" && patterns.has("that") ? clause(pieces, at + 1, "that") : undefined;
  }
  if (piece.kind === "quotation") return patterns.has("quote") || patterns.has("object") ? quoted(pieces, at) : undefined;
  if (piece.lower === "that" && patterns.has("that")) return clause(pieces, at, "that");
  if (QUESTION.test(piece.lower) && patterns.has("question")) return clause(pieces, at, "question");
  // "urged the council to keep it": whom it is about belongs to it; "told the council to keep it": whom it is told does not
  if (piece.lower === "to" && patterns.has("to")) return clause(pieces, cue.verb.verb === "tell" ? at : from, "to");
  if (piece.kind === "mark" && !/^['"“‘$€£(]$/u.test(piece.text)) return undefined;
  if (at === from && patterns.has("object") && beginsObject(piece)) return object(pieces, at);
  return patterns.has("bare") && beginsClause(pieces, at, cue) ? clause(pieces, at, "bare") : undefined;
}

/** `said "no" to that`: the clause goes on after a quotation that does not end one itself. */
function quoted(pieces: readonly Piece[], at: number): Content | undefined {
  const next = pieces[at + 1];
  const whole = !next || next.opens || isBreak(pieces, at + 1) || endsSentence(pieces[at]) || beginsAdjunct(pieces, at + 1);
  return whole ? { first: at, end: at + 1, pattern: "quote" } : clause(pieces, at, "object");
}

/** True for a quotation with a comma, full stop or the like before its closing mark. */
function endsSentence(piece: Piece | undefined): boolean {
  return piece !== undefined && /[.,!?…]["'”’»]*$/u.test(piece.text);
}

function clause(pieces: readonly Piece[], first: number, pattern: CuePattern): Content | undefined {
  const end = clauseEnd(pieces, first);
  return end - first > 1 || pieces[first]?.kind === "quotation" ? { first, end, pattern } : undefined;
}

/** An object ends before a date at the end of the sentence: that tells when it was said. */
function object(pieces: readonly Piece[], first: number): Content | undefined {
  const found = clause(pieces, first, "object") ?? { first, end: first + 1, pattern: "object" };
  let { end } = found;
  while (end > first + 1 && pieces[end - 1]?.date) end--;
  if (end < found.end && prepositions.has(pieces[end - 1]?.lower ?? "")) end--;
  return end > first ? { ...found, end } : undefined;
}

function beginsObject(piece: Piece): boolean {
  return piece.kind !== "word" || (!prepositions.has(piece.lower) && !auxiliaries.has(piece.lower) && !conjunctions.has(piece.lower) && !isAdverb(piece));
}

function beginsClause(pieces: readonly Piece[], at: number, cue: Cue): boolean {
  const piece = pieces[at];
  if (!piece || auxiliaries.has(piece.lower) || conjunctions.has(piece.lower) || (prepositions.has(piece.lower) && !beginsAdjunct(pieces, at))) return false;
  if (cue.verb.mode !== "thought" && cue.verb.verb !== "tell") return true;
  for (let index = at + 1; index < at + CLAUSE_HEAD; index++) {
    const word = pieces[index];
    if (!word || isBreak(pieces, index) || word.opens) return false;
    if (auxiliaries.has(word.lower) && word.lower !== "to") return true;
  }
  return false;
}

/** "told reporters", "assured the country's farmers": up to the word that begins the rest. */
function skipListener(pieces: readonly Piece[], from: number): number {
  for (let index = from; index < from + REACH; index++) {
    const piece = pieces[index];
    if (!piece || piece.kind === "quotation" || (piece.opens && index > from) || isBreak(pieces, index)) return index;
    if (/^(?:that|to)$/u.test(piece.lower) || QUESTION.test(piece.lower) || beginsAdjunct(pieces, index)) return index;
    if (index > from && (CLAUSE_SUBJECT.test(piece.lower) || (determiners.has(piece.lower) && !/^(?:and|or)$/u.test(pieces[index - 1]?.lower ?? "") && !inPhrase(pieces[index - 1])))) return index;
  }
  return from;
}

/** True where a noun phrase goes on: after a determiner or a preposition. */
function inPhrase(before: Piece | undefined): boolean {
  return before !== undefined && (determiners.has(before.lower) || prepositions.has(before.lower));
}

/** "on Tuesday", "in an interview with CNN", ", however,": up to "that", a quotation or the subject of a clause. */
function skipAdjuncts(pieces: readonly Piece[], from: number): number {
  let at = from;
  while (pieces[at] && !pieces[at]?.opens && ((pieces[at] && isAdverb(pieces[at] as Piece)) || pieces[at]?.date)) at++;
  const piece = pieces[at];
  if (!piece || (piece.opens && at > from)) return at;
  const adjunct = beginsAdjunct(pieces, at) || prepositions.has(piece.lower);
  if (!adjunct && !(isComma(piece) && pieces[at + 1]?.kind !== "quotation")) return at;
  for (let index = at + 1; index < at + REACH; index++) {
    const word = pieces[index];
    if (!word || word.opens) return at;
    // after a comma only the next comma leads back: "said, however, that"
    if (!adjunct && !isComma(pieces[index - 1])) continue;
    if (word.lower === "that" || word.text === ":" || word.kind === "quotation") return isComma(pieces[index - 1]) && word.kind === "quotation" ? index - 1 : index;
    if (adjunct && isComma(word) && !/^(?:that)$/u.test(pieces[index + 1]?.lower ?? "") && pieces[index + 1]?.kind !== "quotation") return at;
    if (adjunct && CLAUSE_SUBJECT.test(word.lower)) return index;
  }
  return at;
}

/**
 * Where the clause that begins at `first` ends (exclusive): the sentence's end without its full stop, a semicolon, or before words
 * that begin the next statement ("…, adding that", "… and said that", "…, while Jones said").
 */
export function clauseEnd(pieces: readonly Piece[], first: number): number {
  let end = first + 1;
  for (; end < pieces.length; end++) {
    const piece = pieces[end];
    if (!piece || piece.opens || piece.text === ";") break;
    if ((isComma(piece) || isDash(piece) || conjunctions.has(piece.lower)) && beginsStatement(pieces, end)) break;
  }
  while (end > first + 1 && /^[.!?,]$/u.test(pieces[end - 1]?.text ?? "") && pieces[end - 1]?.kind === "mark") end--;
  return end;
}

/** True where a comma, a dash or a conjunction leads to another cue. */
function beginsStatement(pieces: readonly Piece[], at: number): boolean {
  const comma = isComma(pieces[at]) || isDash(pieces[at]);
  let index = comma ? at + 1 : at;
  const joined = /^(?:and|but|while|whereas|though|although)$/u.test(pieces[index]?.lower ?? "");
  if (joined) index++;
  index = afterAdverbs(pieces, index);
  const cue = readCue(pieces, index);
  if (cue) return cue.use === "participle" ? comma : joined && leadsOn(pieces, cue);
  if (!comma) return false;
  const subject = joined ? phraseAt(pieces, index, false) : undefined;
  const own = subject && readCue(pieces, afterAdverbs(pieces, subject.end));
  return own !== undefined && own.use === "finite" && subjectBefore(pieces, own.left)?.first === index;
}

function afterAdverbs(pieces: readonly Piece[], from: number): number {
  let index = from;
  while (index < from + 5 && pieces[index] && (isAdverb(pieces[index] as Piece) || auxiliaries.has(pieces[index]?.lower ?? ""))) index++;
  return index;
}

function isDash(piece: Piece | undefined): boolean {
  return piece?.kind === "mark" && /^[–—―]$/u.test(piece.text);
}

/** A cue without a subject of its own begins a statement only where "that", a quotation or an infinitive follows soon. */
function leadsOn(pieces: readonly Piece[], cue: Cue): boolean {
  for (let index = cue.end; index < cue.end + 4; index++) {
    const piece = pieces[index];
    if (piece?.lower === "that" || piece?.kind === "quotation" || (piece?.lower === "to" && cue.verb.patterns.has("to"))) return true;
    if (!piece || piece.opens) return false;
  }
  return false;
}
