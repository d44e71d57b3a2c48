import { auxiliaries } from "../../../lexicon/wordClasses.js";
import { readCue, type Cue } from "../cues.js";
import { isComma, openingBracket, subjectBefore, type Span } from "../phrases.js";
import type { Piece } from "../pieces.js";
import type { Scene } from "../scene.js";

/** A source, and the cue if there is one, whose words stand in the next paragraph. */
export interface Introduction {
  readonly cue: Span | null;
  readonly source: Span;
}

/** `Opposition leader Jane Doe: "…"`, `Jane Doe (Lab): "…"`, `Jane Doe, 34, teacher: "…"`, `"Title," by Jane Doe: "…"`: a name, a colon and a quotation, without a verb. */
export function findNamedQuotation(scene: Scene, colon: number): boolean {
  const { pieces } = scene;
  const quotation = { first: colon + 1, end: colon + 2 };
  if (pieces[colon]?.text !== ":" || pieces[colon + 1]?.kind !== "quotation" || scene.isClaimed(quotation)) return false;
  // PUNE: “The river is dying,” said …: the place of the report, and words that a verb behind them tells
  if (/,["”’'»]*$/u.test(pieces[colon + 1]?.text ?? "")) return false;
  const end = (pieces[colon - 1]?.text === ")" ? openingBracket(pieces, colon - 1) : undefined) ?? colon;
  const subject = pieces[end - 1]?.capital ? subjectBefore(pieces, end) : undefined;
  // "Reporter Jane Doe is in Oban: “…”"
  const named = subject?.end === end ? subject : undefined;
  const byline = named && writer(pieces, named);
  const phrase = byline ?? explainedName(scene, colon) ?? (named && end < colon ? { first: named.first, end: colon } : named);
  const source = phrase && quoted(pieces, phrase);
  // "He told the Courier: “…”", "The actress, 29, told The Sun: “…”"
  if (!source || (source.first === phrase.first && pieces[source.first - 1]?.kind === "word" && !pieces[source.first]?.opens && !byline) || holdsCue(pieces, source)) return false;
  // "Opening statement: “…”": a part of what is said, and nobody
  if (PART.test(pieces.slice(source.first, source.end).map(({ lower }) => lower).join(" "))) return false;
  scene.add({ contents: [quotation], cue: { first: colon, end: colon + 1 }, source, construction: "label", confidence: 0.8 });
  return true;
}

/** "The Gazette quotes | Mayor Jane Doe: “…”": whom it quotes. */
function quoted(pieces: readonly Piece[], { first, end }: Span): Span {
  for (let index = first + 1; index < end - 1; index++) if (/^quote[sd]?$/u.test(pieces[index]?.lower ?? "")) return { first: index + 1, end };
  return { first, end };
}

/** "telling the Courier: “…”", "She says to readers: “…”" */
function holdsCue(pieces: readonly Piece[], { first, end }: Span): boolean {
  for (let index = first; index < end; index++) {
    const cue = readCue(pieces, index);
    if (cue && (index === first || cue.use === "finite")) return true;
  }
  return false;
}

/** `"Harbour plan fails," by the Gazette's Jane Doe: "…"`: who has written what follows begins behind "by", which stands behind a title in quotation marks; undefined where none does. */
function writer(pieces: readonly Piece[], subject: Span): Span | undefined {
  for (let by = subject.end - 2; by >= subject.end - BYLINE_LENGTH && (pieces[by + 1]?.capital || /^(?:the|and|['’]s?)$/u.test(pieces[by + 1]?.lower ?? "")); by--) {
    if (pieces[by]?.lower !== "by") continue;
    return pieces[by - 1]?.kind === "quotation" || /^["”’']$/u.test(pieces[by - 1]?.text ?? "") ? { first: by + 1, end: subject.end } : undefined;
  }
  return undefined;
}

/** Pieces from "by" to the end of the writer's name at most. */
const BYLINE_LENGTH = 10;

const PART = /^(?:opening|closing|prepared|final|introductory) (?:statements?|remarks|comments|thoughts|words)$/u;

/** Pieces of a name with what explains it. */
const EXPLAINED_LENGTH = 14;

/** Tells how something was said rather than who says it: "Hale Council, in a statement". */
const HOW = /^(?:in|on|by|via|after)$/u;

/** "Jane Doe, 34, teacher" at the head of its line: a name of two words or more and, behind a comma, what tells no more than who that is. */
function explainedName(scene: Scene, colon: number): Span | undefined {
  const { pieces } = scene;
  const start = scene.sentenceStart(colon);
  const first = BULLET.test(pieces[start]?.text ?? "") ? start + 1 : start;
  let end = first;
  while (pieces[end]?.kind === "word" && pieces[end]?.capital) end++;
  if (end - first < 2 || !isComma(pieces[end]) || HOW.test(pieces[end + 1]?.lower ?? "") || colon - first > EXPLAINED_LENGTH) return undefined;
  for (let index = end; index < colon; index++) if (auxiliaries.has(pieces[index]?.lower ?? "") || pieces[index]?.kind === "quotation" || readCue(pieces, index)) return undefined;
  return { first, end: colon };
}

const BULLET = /^[•●▪◦‣*-]$/u;
/** Words of a signature at most: a name with its parts. */
const SIGNATURE_LENGTH = 6;

/** `"…" — Jane Doe, nurse`: a paragraph that is a quotation, signed with a name behind a dash, as in lists of answers and letters. */
export function findSignedQuotation(scene: Scene): void {
  const { pieces } = scene;
  // "• “…” — Jane Doe"
  const opening = BULLET.test(pieces[0]?.text ?? "") ? 1 : 0;
  if (pieces[opening]?.kind !== "quotation") return;
  let end = pieces.length - 1;
  while (end > opening && !(isDash(pieces[end]) && closesQuotation(pieces[end - 1]))) end--;
  let first = end;
  while (first < end + 2 && isDash(pieces[first])) first++;
  // what stands before the dash is one quotation, or begins and ends as one whose inner marks do not pair
  if (end === opening || first === end) return;
  const comma = pieces.findIndex((piece, index) => index > first && isComma(piece));
  const stop = pieces.at(-1)?.text === "." ? pieces.length - 1 : pieces.length;
  const last = comma < 0 ? stop : comma;
  const source = { first, end: last };
  if (last === first || last - first > SIGNATURE_LENGTH || !pieces[first]?.capital || !pieces.slice(first, last).every(isNamePart)) return;
  scene.add({ contents: [{ first: opening, end }], cue: { first: end, end: first }, source, construction: "label", confidence: 0.85 });
}

function isDash(piece: Piece | undefined): boolean {
  return /^[-–—―]$/u.test(piece?.text ?? "");
}

function closesQuotation(piece: Piece | undefined): boolean {
  return piece?.kind === "quotation" || /^["”’'»]$/u.test(piece?.text ?? "");
}

function isNamePart({ kind, capital, text }: Piece): boolean {
  return (kind === "word" && capital) || /^(?:\p{Lu}\.|[-.]|de|del|la|van|von|der|bin|al|el|y)$/u.test(text);
}

/** `The minister said in a statement:` at the end of a paragraph. */
export function introductionOf(scene: Scene, cues: readonly Cue[]): Introduction | undefined {
  const { pieces } = scene;
  const last = pieces.length - 1;
  const cue = cues.at(-1);
  if (pieces[last]?.text !== ":" || !cue || cue.use !== "finite" || !cue.verb.patterns.has("quote")) return undefined;
  if (scene.sentenceStart(cue.at) !== scene.sentenceStart(last) || scene.isClaimed({ first: cue.at, end: last })) return undefined;
  for (let index = cue.end; index < last; index++) if (auxiliaries.has(pieces[index]?.lower ?? "") && pieces[index]?.lower !== "to") return undefined;
  const source = subjectBefore(pieces, cue.left);
  return source && { cue: { first: cue.first, end: cue.end }, source };
}
