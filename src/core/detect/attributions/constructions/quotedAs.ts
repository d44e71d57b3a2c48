import { passives } from "../../../lexicon/wordClasses.js";
import { isAdverb, readCue } from "../cues.js";
import { subjectBefore } from "../phrases.js";
import type { Scene } from "../scene.js";
import { contentAfter } from "./contents.js";

const SAYING = /^(?:saying|telling)$/u;
const QUOTED = /^(?:quoted|cited|heard|overheard)$/u;
/** Pieces between "quoted" and "as saying": by whom, and where. */
const MOST_BETWEEN = 12;

/** `the mayor was quoted by the Herald as saying that …`, `the mayor was overheard telling an aide that …`: whoever is quoted has said it, not who quotes. */
export function findQuotedAs(scene: Scene, at: number): boolean {
  const { pieces } = scene;
  if (!SAYING.test(pieces[at]?.lower ?? "")) return false;
  const isAs = pieces[at - 1]?.lower === "as";
  let verb = isAs ? at - 2 : at - 1;
  if (isAs) while (verb > at - 2 - MOST_BETWEEN && !QUOTED.test(pieces[verb]?.lower ?? "") && pieces[verb]?.kind === "word" && !pieces[verb]?.opens) verb--;
  if (!QUOTED.test(pieces[verb]?.lower ?? "")) return false;
  const before = pieces[verb - 1];
  let be = before && isAdverb(before) ? verb - 2 : verb - 1;
  if (!passives.has(pieces[be]?.lower ?? "")) return false;
  while (/^(?:has|have|had|been)$/u.test(pieces[be - 1]?.lower ?? "")) be--;
  const source = subjectBefore(pieces, be);
  const saying = readCue(pieces, at);
  const content = saying && contentAfter(pieces, saying, saying.end);
  const free = content && scene.unclaimed(content);
  if (!source || !free) return false;
  scene.add({ contents: [free], cue: { first: be, end: at + 1 }, source, construction: "source, cue, content", confidence: 0.9 });
  return true;
}
