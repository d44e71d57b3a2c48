import type { TextRange } from "../document/range.js";

/** Longer ones are no front matter. */
const LONGEST = 64 * 1024;
// "---" closed by "---" or "...", "+++" by "+++"
const FENCED = /^\uFEFF?(?<fence>---|\+\+\+)[ \t]*(?:\r\n|\n|\r)(?<body>[\s\S]*?)(?<=[\r\n])(?:\k<fence>|\.\.\.)[ \t]*(?=\r|\n|$)/u;
/** A rule at the head of a text is no front matter: that has fields. */
const FIELD = /^[ \t]*["']?[\p{L}][\p{L}\p{N}_ .-]{0,60}["']?[ \t]*[:=]/mu;

/** Where the front matter at the head of a text lies, its fences included: YAML between "---", TOML between "+++". Undefined where there is none. */
export function findFrontMatter(text: string): TextRange | undefined {
  const start = text.startsWith("\uFEFF") ? 1 : 0;
  if (!/^(?:---|\+\+\+)/u.test(text.slice(start, start + 3))) return undefined;
  const found = FENCED.exec(text.slice(0, LONGEST));
  if (found === null || !FIELD.test(found.groups?.["body"] ?? "")) return undefined;
  return { start, end: found[0].length };
}
