import { auxiliaries, prepositions, subjectPronouns, subordinators } from "../../../lexicon/wordClasses.js";
import { contentAfter } from "./contents.js";
import type { Cue } from "../cues.js";
import { beginsAdjunct, isBreak, isComma, phraseAt, subjectBefore, type Span } from "../phrases.js";
import type { Piece } from "../pieces.js";
import type { Scene } from "../scene.js";

/** Words between an attribution and the second part of its quotation: "…," he said on Tuesday in New Delhi, "…". */
const REACH = 24;
/** Verbs that stand before their subject after a clause without quotation marks: "The talks failed, said officials". */
const INVERTING = /^(?:say|report|write|warn|explain)$/u;

/**
 * What was said stands before the cue: `"…," Lavrov said`, `"…," said Lavrov, spokesman for …`, and without quotation marks
 * `The talks went well, Lavrov said.` A quotation may go on after the attribution, in the same sentence or as the next ones.
 */
export function findSaidBefore(scene: Scene, cue: Cue): boolean {
  if (cue.use !== "finite") return false;
  return before(scene, cue, subjectBefore(scene.pieces, cue.left)) || inverted(scene, cue);
}

function before(scene: Scene, cue: Cue, source: Span | undefined): boolean {
  return source !== undefined && add(scene, cue, source, source.first, cue.end, "quote, source, cue");
}

function inverted(scene: Scene, cue: Cue): boolean {
  const { pieces } = scene;
  const head = pieces[cue.first - 1];
  if (cue.left !== cue.first || (!isComma(head) && head?.kind !== "quotation") || cue.verb.patterns.has("person") || pieces[cue.end]?.opens) return false;
  const source = phraseAt(pieces, cue.end, true);
  // "… in “Salt Road,” says the pair had been apart": what was said
  if (source && head?.kind === "quotation" && auxiliaries.has(pieces[source.end]?.lower ?? "") && !head.opens) return false;
  return source !== undefined && add(scene, cue, source, cue.first, source.end, "quote, cue, source");
}

/** Adds the statement whose content ends before piece `attribution` and goes on after piece `end`. */
function add(scene: Scene, cue: Cue, source: Span, attribution: number, end: number, construction: "quote, source, cue" | "quote, cue, source"): boolean {
  const { pieces } = scene;
  const { patterns } = cue.verb;
  const addSaid = (contents: readonly Span[], confidence: number): void => scene.add({ contents, cue: { first: cue.first, end: cue.end }, source, construction, confidence });
  const quotation = patterns.has("quote") ? quotationBefore(pieces, attribution) : undefined;
  if (quotation && !scene.isClaimed(quotation)) {
    addSaid([quotation, ...followingQuotations(scene, end)], 0.97);
    return true;
  }
  const told = patterns.has("person") && construction === "quote, source, cue" ? listenerEnd(pieces, end) : undefined;
  if (!patterns.has("bare") || !isComma(pieces[attribution - 1]) || !endsAttribution(pieces, told ?? end)) return false;
  const content = { first: clauseStart(scene, attribution - 1), end: attribution - 1 };
  if (content.end - content.first < 2 || scene.isClaimed(content)) return false;
  // "Clinton, 35, said on Monday that": what was said follows
  if (construction === "quote, cue, source" ? !INVERTING.test(cue.verb.verb) || !isClause(pieces, content, source) : told === undefined && leadsOn(pieces, cue, end)) return false;
  const rest = restOfClause(pieces, told ?? end);
  // "… in Delft, where, she says, engineers rest": only what follows was said
  const contents = subordinators.has(pieces[content.end - 1]?.lower ?? "") ? rest : [content, ...rest];
  if (contents.length === 0) return false;
  addSaid(contents, 0.8);
  return true;
}

/** The quotation that ends before a piece, with a comma, question mark or the like inside or after its closing mark. */
function quotationBefore(pieces: readonly Piece[], end: number): Span | undefined {
  const last = pieces[end - 1];
  const at = last?.kind === "quotation" ? end - 1 : end - 2;
  const quotation = pieces[at];
  if (quotation?.kind !== "quotation" || (at === end - 2 && !/^[,–—-]$/u.test(last?.text ?? ""))) return undefined;
  const ends = at === end - 2 || /[,?!…—–-]["'”’»]*$/u.test(quotation.text) || (quotation.opens && !pieces[end]?.opens);
  return ends ? { first: at, end: at + 1 } : undefined;
}

/** The further parts of a quotation after its attribution. */
function followingQuotations(scene: Scene, from: number): Span[] {
  const { pieces } = scene;
  const parts: Span[] = [];
  let at = from;
  for (; at < from + REACH; at++) {
    const piece = pieces[at];
    if (!piece || piece.opens || piece.kind === "quotation") break;
  }
  const same = pieces[at];
  if (same?.kind === "quotation" && !same.opens && (isComma(pieces[at - 1]) || pieces[at - 1]?.text === ":" || at === from) && !scene.isClaimed({ first: at, end: at + 1 })) {
    parts.push({ first: at, end: at + 1 });
    at++;
  }
  while (pieces[at]?.kind === "quotation" && pieces[at]?.opens && standsAlone(pieces, at) && !scene.isClaimed({ first: at, end: at + 1 })) {
    parts.push({ first: at, end: at + 1 });
    at++;
  }
  return parts;
}

/** True for a quotation that is a sentence of its own: nothing of the article's words belongs to its sentence. */
export function standsAlone(pieces: readonly Piece[], at: number): boolean {
  const next = pieces[at + 1];
  return !next || (next.opens && !/,["'”’»]*$/u.test(pieces[at]?.text ?? ""));
}

/** True where the attribution is over: the sentence ends, or a date or occasion follows, or a comma. */
function endsAttribution(pieces: readonly Piece[], at: number): boolean {
  const next = pieces[at];
  return !next || next.opens || (next.text !== ":" && isBreak(pieces, at)) || beginsAdjunct(pieces, at);
}

/** True where what was said follows the cue; words that only tell when or where do not count. */
function leadsOn(pieces: readonly Piece[], cue: Cue, end: number): boolean {
  const content = contentAfter(pieces, cue, end);
  return content !== undefined && !beginsAdjunct(pieces, content.first);
}

/** "The talks failed, said officials", but not "Smith, a lawyer, said he …": the clause needs a verb, the source must be no pronoun. */
function isClause(pieces: readonly Piece[], content: Span, source: Span): boolean {
  if (subjectPronouns.has(pieces[source.first]?.lower ?? "") || prepositions.has(pieces[source.first]?.lower ?? "")) return false;
  for (let index = content.first; index < content.end; index++) if (auxiliaries.has(pieces[index]?.lower ?? "")) return true;
  return false;
}

/** Where the listeners end behind a cue: "told | Reuters", "told | the council"; nobody tells "a joke" anything. */
function listenerEnd(pieces: readonly Piece[], at: number): number | undefined {
  return /^(?:an?|it|this|that|his|her|their)$/u.test(pieces[at]?.lower ?? "") ? undefined : phraseAt(pieces, at, false)?.end;
}

/** Pieces of a dateline: "Dunmore, Ohio — ". */
const DATELINE_LENGTH = 6;

/** The first piece behind the place with which a report begins. */
function behindDateline(pieces: readonly Piece[], first: number): number {
  for (let index = first; index < first + DATELINE_LENGTH; index++) {
    const piece = pieces[index];
    if (!piece || (index > first && piece.opens) || !(piece.capital || /^[,.—–-]$|^--$/u.test(piece.text))) return first;
    if (/^(?:[—–]|--)$/u.test(piece.text)) return index + 1;
  }
  return first;
}

/** Start of a clause that ends before `end`: after a dash, a dateline or a semicolon, else the sentence's start without a conjunction at its head. */
export function clauseStart(scene: Scene, end: number): number {
  const first = behindDateline(scene.pieces, scene.sentenceStart(end));
  for (let index = end - 1; index > Math.max(first, end - REACH); index--) if (/^[;–—]$/u.test(scene.pieces[index]?.text ?? "")) return index + 1;
  return /^(?:and|but|so|yet)$/u.test(scene.pieces[first]?.lower ?? "") ? first + 1 : first;
}

/** "The pact, Lavrov said, is dead": what stands after the second comma. */
export function restOfClause(pieces: readonly Piece[], from: number): Span[] {
  const next = pieces[from + 1];
  if (!isComma(pieces[from]) || !next || next.opens || next.kind !== "word" || next.lower.endsWith("ing") || /^(?:and|but|while|as|who|which)$/u.test(next.lower)) return [];
  let end = from + 1;
  while (pieces[end] && !pieces[end]?.opens && !/^[.!?;]$/u.test(pieces[end]?.text ?? "")) end++;
  return end - from > 2 ? [{ first: from + 1, end }] : [];
}
