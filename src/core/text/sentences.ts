import type { TextRange } from "../document/range.js";

const BOUNDARY = /[.!?…]+["'”’)\]]*\s+(?=["'“‘([]?[\p{Lu}\p{N}])/gu;

/** Sentences of one block, in order, without the white space between them. */
export function splitSentences(text: string, { start, end }: TextRange): TextRange[] {
  const sentences: TextRange[] = [];
  let from = start;
  for (const match of text.slice(start, end).matchAll(BOUNDARY)) {
    const at = start + match.index + match[0].length;
    sentences.push({ start: from, end: start + match.index + match[0].trimEnd().length });
    from = at;
  }
  if (from < end) sentences.push({ start: from, end });
  return sentences;
}
