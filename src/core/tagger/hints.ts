import type { TextRange } from "../document/range.js";
import type { Attribution } from "../detect/findings.js";
import { sentenceAt, type Article } from "../text/article.js";
import { STATEMENT_LABELS } from "./weights.js";

/** Stands where the rules say nothing of a token. */
export const NO_HINT = 255;

const NOTHING = STATEMENT_LABELS.indexOf("O");
const CUE = STATEMENT_LABELS.indexOf("B-cue");
const SOURCE = STATEMENT_LABELS.indexOf("B-source");
const CONTENT = STATEMENT_LABELS.indexOf("B-content");

/**
 * The label that the rules for constructions would give each token, in the sentences in which they find a cue. They know less
 * than what was learned, but they know it of all newspapers alike; so they have a voice where the labels are chosen.
 */
export function ruleHints(article: Article, attributions: readonly Attribution[]): Uint8Array {
  const { tokens } = article;
  const hints = new Uint8Array(tokens.length).fill(NO_HINT);
  const put = ({ start, end }: TextRange, label: number): void => {
    const first = tokens.at(start);
    for (let token = first; token < tokens.length && tokens.start(token) < end; token++) hints[token] = token > first ? label + 1 : label;
  };
  const withCue = attributions.filter(({ cue }) => cue !== null);
  for (const { cue } of withCue) {
    const sentence = cue && sentenceAt(article, cue.start);
    if (sentence) hints.fill(NOTHING, sentence.firstToken, sentence.endToken);
  }
  for (const { contents, source, cue } of withCue) {
    for (const content of contents) put(content, CONTENT);
    if (source) put(source, SOURCE);
    if (cue) put(cue, CUE);
  }
  return hints;
}
