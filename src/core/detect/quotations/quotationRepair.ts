import type { Article, Block } from "../../text/article.js";
import { isSayingVerb } from "../../text/sayingVerbs.js";
import type { Tokens } from "../../text/tokens.js";

/** Sources between a quotation and its cue are seldom longer than this, in tokens. */
const LONGEST_SOURCE = 8;

/**
 * Where a quotation whose closing mark is missing ends (an offset): before "…, he said" if there is such a clause before token
 * `limit`, else with the last token before it. `from` is its opening mark. Linear in the tokens between.
 */
export function endOfUnclosed({ tokens }: Article, from: number, limit: number): number {
  const cut = findCueClause(tokens, from, limit);
  if (cut !== undefined) return tokens.end(cut - 1);
  return tokens.end(Math.max(from, limit - 1));
}

/** True where the block's last sentence ends with a clause that tells who spoke: the closing mark was left out before it. */
export function isCutByCue({ tokens, sentences }: Article, block: Block, from: number): boolean {
  const last = sentences[block.endSentence - 1];
  const cut = findCueClause(tokens, Math.max(from, (last?.firstToken ?? from) - 1), block.endToken);
  return cut !== undefined;
}

/** The first token after a comma, question or exclamation mark (and what closes with it) at which "he said", "said Jane" begins. */
function findCueClause(tokens: Tokens, from: number, limit: number): number | undefined {
  for (let index = from + 2; index < limit; index++) {
    if (tokens.kind(index) !== "mark" || !/^[,!?]$/u.test(tokens.text(index))) continue;
    let next = index + 1;
    while (next < limit && tokens.kind(next) === "quote" && tokens.isJoined(next)) next++;
    if (isCueClause(tokens, next, limit)) return next;
  }
  return undefined;
}

function isCueClause(tokens: Tokens, from: number, limit: number): boolean {
  const first = tokens.lower(from);
  if (from + 1 >= limit) return false;
  // "said Jane", "said the minister"
  if (isSayingVerb(first)) return tokens.isCapitalized(from + 1) || /^(?:he|she|they|the|a|an|his|her|their|one)$/u.test(tokens.lower(from + 1));
  if (/^(?:he|she|they|i|we)$/u.test(first)) return isSayingVerb(tokens.lower(from + 1));
  if (!tokens.isCapitalized(from) && !/^(?:the|a|an)$/u.test(first)) return false;
  for (let index = from + 1; index < limit && index < from + LONGEST_SOURCE && tokens.kind(index) === "word"; index++) {
    if (isSayingVerb(tokens.lower(index))) return true;
  }
  return false;
}
