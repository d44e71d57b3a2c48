import { auxiliaries, pastVerbs } from "../../lexicon/wordClasses.js";
import { restOfClause } from "./aroundQuotations.js";
import { clauseEnd } from "./contents.js";
import { isComma, phraseAt, type Span } from "./phrases.js";
import type { Piece } from "./pieces.js";
import type { Scene } from "./scene.js";

/** Words of a source that stands before a comma: "According to early results of the poll conducted by Edison Research, …". */
const SOURCE_LENGTH = 24;

/** `According to Lavrov, …` and `…, according to Lavrov`. */
export function findAccordingTo(scene: Scene, at: number): boolean {
  const { pieces } = scene;
  const second = pieces[at + 1]?.lower;
  const first = pieces[at]?.lower;
  if (!(first === "according" && second === "to") && !(first === "as" && second === "per")) return false;
  if (pieces[at + 2]?.opens) return false;
  const start = scene.sentenceStart(at);
  const before = { first: start, end: isComma(pieces[at - 1]) ? at - 1 : at };
  const opening = before.end - before.first <= 1 && !auxiliaries.has(pieces[at - 1]?.lower ?? "");
  const source = phraseAt(pieces, at + 2, !opening);
  if (!source) return false;
  const shared = { cue: { first: at, end: at + 2 }, source, construction: "according to" as const, confidence: 0.85 };
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
  if (!pieces[from] || pieces[from]?.opens) return false;
  const content = { first: from, end: clauseEnd(pieces, from) };
  if (scene.isClaimed(content)) return false;
  scene.add({ ...shared, contents: [content] });
  return true;
}

/** "The plan, according to two officials, is to sell the port": the verb of a subject that stands alone before the first comma. */
function predicateBehind(pieces: readonly Piece[], subject: Span, comma: number): Span[] {
  for (let index = subject.first; index < subject.end; index++) if (auxiliaries.has(pieces[index]?.lower ?? "") && pieces[index]?.lower !== "to") return [];
  const verb = pieces[comma + 1]?.lower ?? "";
  return verb !== "to" && (auxiliaries.has(verb) || pastVerbs.has(verb)) ? restOfClause(pieces, comma) : [];
}
