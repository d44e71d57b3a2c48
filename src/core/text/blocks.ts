import type { RawBlock } from "./rawBlock.js";

export function* plainBlocks(text: string): Generator<RawBlock> {
  for (const match of text.matchAll(/\S[^\r\n]*/gu)) {
    yield { kind: "paragraph", start: match.index, end: match.index + match[0].trimEnd().length };
  }
}
