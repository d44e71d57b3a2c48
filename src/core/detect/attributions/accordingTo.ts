import { clauseEnd } from "./contents.js";
import { isComma, phraseAt } from "./phrases.js";
import type { Scene } from "./scene.js";

/** `According to Lavrov, …` and `…, according to Lavrov`. */
export function findAccordingTo(scene: Scene, at: number): boolean {
  const { pieces } = scene;
  const second = pieces[at + 1]?.lower;
  const first = pieces[at]?.lower;
  if (!(first === "according" && second === "to") && !(first === "as" && second === "per")) return false;
  if (pieces[at + 2]?.opens) return false;
  const source = phraseAt(pieces, at + 2, true);
  if (!source) return false;
  const shared = { cue: { first: at, end: at + 2 }, source, construction: "according to" as const, confidence: 0.85 };
  const start = scene.sentenceStart(at);
  const before = { first: start, end: isComma(pieces[at - 1]) ? at - 1 : at };
  // "But according to …" opens the sentence too
  if (before.end - before.first > 2) {
    if (scene.isClaimed(before)) return false;
    scene.add({ ...shared, contents: [before] });
    return true;
  }
  const from = isComma(pieces[source.end]) ? source.end + 1 : source.end;
  if (!pieces[from] || pieces[from]?.opens) return false;
  const content = { first: from, end: clauseEnd(pieces, from) };
  if (scene.isClaimed(content)) return false;
  scene.add({ ...shared, contents: [content] });
  return true;
}
