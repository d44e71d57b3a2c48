import type { TextRange } from "../../../../src/core/document/range.js";
import type { Attribution } from "../../../../src/core/detect/findings.js";

/** A text in which ⟨source⟩, [cue] and {content} are marked, as the text without marks and the attribution that they tell. */
export function readMarked(marked: string): { readonly text: string; readonly attribution: Attribution } {
  const rangesOf = (pattern: RegExp): TextRange[] =>
    [...marked.matchAll(pattern)].map((found) => {
      const start = unmarked(marked.slice(0, found.index)).length;
      return { start, end: start + unmarked(found[0]).length };
    });
  const [source = null] = rangesOf(/⟨[^⟩]*⟩/gu);
  const [cue = null] = rangesOf(/\[[^\]]*\]/gu);
  return { text: unmarked(marked), attribution: { contents: rangesOf(/\{[^}]*\}/gu), cue, source, construction: "source, cue, content", confidence: 0.8 } };
}

function unmarked(words: string): string {
  return words.replace(/[⟨⟩[\]{}]/gu, "");
}

/** "source | cue | contents" of an attribution. */
export function told(text: string, { source, cue, contents }: Attribution): string {
  const words = (range: TextRange | null): string => (range ? text.slice(range.start, range.end) : "-");
  return `${words(source)} | ${words(cue)} | ${contents.map(words).join(" … ")}`;
}
