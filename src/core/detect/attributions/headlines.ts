import type { Article } from "../../text/article.js";
import type { Findings } from "../attributions.js";
import type { Attribution } from "../findings.js";
import { findSaidBefore } from "./aroundQuotations.js";
import { readCue } from "./cues.js";
import { readPieces, type Cursors } from "./pieces.js";
import { findSaidAfter } from "./saidAfter.js";
import { Scene } from "./scene.js";

/** What is agreed on in a headline is done rather than said: "Kenya, Ethiopia agree to reopen road". */
const DEED = /^agree$/u;
const CONFIDENCE = 0.75;

/**
 * `Keller denies knowing of leak`: the headline of an article tells who says what where a name stands before a verb of saying. All other
 * headings are titles; what they quote, or what a captain without a name denies in them, is told again below.
 */
export function findInHeadline(article: Article, { names, places }: Findings, cursors: Cursors): Attribution[] {
  const headline = article.blocks.find(({ firstToken, endToken }) => firstToken < endToken);
  if (headline?.kind !== "heading") return [];
  const scene = new Scene(readPieces(article, headline, cursors));
  for (let index = 0; index < scene.pieces.length; index++) {
    const cue = readCue(scene.pieces, index);
    if (cue?.use === "finite" && cue.verb.mode !== "thought" && !DEED.test(cue.verb.verb) && !findSaidBefore(scene, cue)) findSaidAfter(scene, cue);
  }
  const ends = new Set([...names, ...places.filter(({ sense }) => sense !== "demonym")].map(({ end }) => end));
  return scene
    .attributions()
    .filter(({ source }) => source !== null && ends.has(source.end))
    .map((attribution) => ({ ...attribution, confidence: CONFIDENCE }));
}
