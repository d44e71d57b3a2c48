import { auxiliaries } from "../../lexicon/wordClasses.js";
import type { Cue } from "./cues.js";
import { subjectBefore, type Span } from "./phrases.js";
import type { Scene } from "./scene.js";

/** A source, and the cue if there is one, whose words stand in the next paragraph. */
export interface Introduction {
  readonly cue: Span | null;
  readonly source: Span;
}

/** `Opposition leader Jane Doe: "…"`: a name, a colon and a quotation, without a verb. */
export function findNamedQuotation(scene: Scene, colon: number): boolean {
  const { pieces } = scene;
  const quotation = { first: colon + 1, end: colon + 2 };
  if (pieces[colon]?.text !== ":" || pieces[colon + 1]?.kind !== "quotation" || !pieces[colon - 1]?.capital || scene.isClaimed(quotation)) return false;
  const source = subjectBefore(pieces, colon);
  if (!source) return false;
  scene.add({ contents: [quotation], cue: null, source, construction: "label", confidence: 0.8 });
  return true;
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
