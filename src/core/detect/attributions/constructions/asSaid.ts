import { clauseEnd } from "./contents.js";
import { isAdverb, readCue } from "../cues.js";
import { isComma, phraseAt } from "../phrases.js";
import type { Piece } from "../pieces.js";
import type { Scene } from "../scene.js";

/** Adverbs, days and listeners between the verb and the comma. */
const ADJUNCT = 6;

/**
 * `As UNIAN reported earlier, the president has signed the law.`: at the head of a sentence "as" and a verb of saying tell whose words the main clause is (in 16 of
 * 18 such sentences of PolNeAR train). "As I said" repeats what is the speaker's own anyway.
 */
export function findAsSaid(scene: Scene, at: number): boolean {
  const { pieces } = scene;
  if (pieces[at]?.lower !== "as" || !pieces[at].opens || /^(?:i|we)$/u.test(pieces[at + 1]?.lower ?? "")) return false;
  const source = phraseAt(pieces, at + 1, false);
  if (!source || source.first !== at + 1) return false;
  let verb = source.end;
  while (verb < source.end + 3 && /^(?:has|have|had|also)$/u.test(pieces[verb]?.lower ?? "")) verb++;
  const cue = readCue(pieces, verb);
  if (!cue || cue.use !== "finite" || cue.verb.mode === "thought" || !cue.verb.patterns.has("bare") || cue.base) return false;
  let comma = cue.end;
  while (comma < cue.end + ADJUNCT && pieces[comma]?.kind === "word" && !pieces[comma]?.opens) comma++;
  const isAdjunct = comma === cue.end || pieces[cue.end]?.date !== undefined || /^(?:earlier|before|on|in|at|last|to|this)$/u.test(pieces[cue.end]?.lower ?? "") || isAdverbAt(pieces[cue.end]);
  const first = comma + 1;
  if (!isComma(pieces[comma]) || !isAdjunct || !pieces[first] || pieces[first].opens) return false;
  const content = { first, end: clauseEnd(pieces, first) };
  if (content.end - content.first < 3 || scene.isClaimed(content)) return false;
  scene.add({ contents: [content], cue: { first: cue.first, end: cue.end }, source, construction: "according to", confidence: 0.85 });
  return true;
}

function isAdverbAt(piece: Piece | undefined): boolean {
  return piece !== undefined && isAdverb(piece);
}
