import { auxiliaries, determiners, pastVerbs } from "../../lexicon/wordClasses.js";
import { restOfClause } from "./aroundQuotations.js";
import { clauseEnd } from "./contents.js";
import { isComma, phraseAt, type Span } from "./phrases.js";
import type { Piece } from "./pieces.js";
import type { Scene } from "./scene.js";

/** Words of a source that stands before a comma: "According to early results of the poll conducted by Edison Research, …". */
const SOURCE_LENGTH = 24;

/** `According to Lavrov, …` and `…, according to Lavrov`; `…, per Lavrov`. */
export function findAccordingTo(scene: Scene, at: number): boolean {
  const { pieces } = scene;
  const end = cueEnd(pieces, at);
  if (end === undefined || pieces[end]?.opens) return false;
  const start = scene.sentenceStart(at);
  const before = { first: start, end: isComma(pieces[at - 1]) ? at - 1 : at };
  const opening = before.end - before.first <= 1 && !auxiliaries.has(pieces[at - 1]?.lower ?? "");
  const source = phraseAt(pieces, end, !opening);
  if (!source) return false;
  const shared = { cue: { first: at, end }, source, construction: "according to" as const, confidence: 0.85 };
  if (!opening) {
    if (scene.isClaimed(before)) return false;
    const rest = isComma(pieces[at - 1]) ? predicateBehind(pieces, before, source.end) : [];
    // "That's according to": what was said stands in the sentence before
    if (rest.length === 0 && before.end - before.first <= 2) return false;
    scene.add({ ...shared, contents: [before, ...rest] });
    return true;
  }
  let comma = source.end;
  while (comma < source.end + SOURCE_LENGTH && pieces[comma] && !pieces[comma]?.opens && !isComma(pieces[comma])) comma++;
  const long = isComma(pieces[comma]) && pieces[source.end]?.kind === "word" && !pieces[source.end]?.date;
  if (long) shared.source = { first: source.first, end: comma };
  const from = isComma(pieces[comma]) ? comma + 1 : source.end;
  if (from === source.end && end === at + 1) return false;
  if (!pieces[from] || pieces[from]?.opens) return false;
  const content = { first: from, end: clauseEnd(pieces, from) };
  if (scene.isClaimed(content)) return false;
  scene.add({ ...shared, contents: [content] });
  return true;
}

/** Where "according to", "as per" or "per" ends; "per" only where a comma parts it from what was said, not in "ten per city". */
function cueEnd(pieces: readonly Piece[], at: number): number | undefined {
  const [first, second] = [pieces[at]?.lower, pieces[at + 1]];
  if ((first === "according" && second?.lower === "to") || (first === "as" && second?.lower === "per")) return at + 2;
  const isParted = first === "per" && (pieces[at]?.opens === true || isComma(pieces[at - 1]));
  return isParted && second && (second.capital || determiners.has(second.lower)) ? at + 1 : undefined;
}

/** "The plan, according to two officials, is to sell the port": the verb of a subject that stands alone before the first comma. */
function predicateBehind(pieces: readonly Piece[], subject: Span, comma: number): Span[] {
  for (let index = subject.first; index < subject.end; index++) if (auxiliaries.has(pieces[index]?.lower ?? "") && pieces[index]?.lower !== "to") return [];
  const verb = pieces[comma + 1]?.lower ?? "";
  return verb !== "to" && (auxiliaries.has(verb) || pastVerbs.has(verb)) ? restOfClause(pieces, comma) : [];
}
