import type { TextRange } from "../../../document/range.js";
import type { Article } from "../../../text/article.js";
import type { Attribution } from "../../findings.js";

const QUOTES = /(?:^|\s)(?:quot|cit)(?:ed|es|ing)$/u;
/** Tokens of whom is quoted, with an office and an age. */
const MOST_QUOTED = 24;
/** Tokens of whom is told something: "as telling reporters in Harlow that". */
const MOST_TOLD = 8;

/** "The agency quoted the mayor as saying that the bridge would open": beside what the agency tells, what the mayor has said. */
export function withQuotedSayings(article: Article, attributions: readonly Attribution[]): Attribution[] {
  return attributions.flatMap((attribution) => {
    const saying = quotedSaying(article, attribution);
    return saying ? [attribution, saying] : [attribution];
  });
}

function quotedSaying({ text, tokens }: Article, attribution: Attribution): Attribution | undefined {
  const { cue, contents } = attribution;
  const told = cue && contents.find(({ start }) => tokens.at(start) === tokens.at(cue.end - 1) + 1);
  if (!cue || !told || !QUOTES.test(text.slice(cue.start, cue.end))) return undefined;
  const first = tokens.at(told.start);
  const end = tokens.at(told.end - 1) + 1;
  for (let as = first + 1; as < Math.min(end - 2, first + MOST_QUOTED); as++) {
    if (tokens.kind(as) === "quote") return undefined;
    if (tokens.lower(as) !== "as" || !/^(?:saying|telling)$/u.test(tokens.lower(as + 1))) continue;
    const from = tokens.lower(as + 1) === "saying" ? behindColon(tokens, as + 2) : behindTold(tokens, as + 2, end);
    if (from === undefined || from >= end) return undefined;
    const last = tokens.text(as - 1) === "," ? as - 1 : as;
    const said: TextRange = { start: tokens.start(from), end: told.end };
    return { ...attribution, source: tokens.span(first, last), cue: tokens.span(as, as + 2), contents: [said, ...contents.filter(({ start }) => start >= told.end)], construction: "source, cue, content" };
  }
  return undefined;
}

function behindColon(tokens: Article["tokens"], index: number): number {
  return /^[:,]$/u.test(tokens.text(index)) ? index + 1 : index;
}

/** Where what was told begins behind whom it was told to. */
function behindTold(tokens: Article["tokens"], first: number, end: number): number | undefined {
  for (let index = first; index < Math.min(end, first + MOST_TOLD); index++) {
    if (tokens.text(index) === ":") return index + 1;
    if (tokens.lower(index) === "that") return index;
  }
  return undefined;
}
