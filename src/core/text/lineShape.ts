import { withoutMarkup } from "./markup.js";

/** What a line of a file looks like by itself. */
export type LineShape = "prose" | "short" | "item" | "code" | "setting" | "log";

const ITEM = /^\s*(?:[-*+•·▪◦‣–]|\d{1,3}[.)]|\[[ xX]\])\s/u;
const STAMP = /^\W{0,3}(?:\d{4}[-/]\d{2}[-/]\d{2}[T ,]\s?\d{2}:\d{2}|\d{2}:\d{2}:\d{2}|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\s{1,2}\d{1,2}\s\d{2}:\d{2}:\d{2}|\[\d{1,2}\/\w{3}\/\d{4}:)/u;
const LEVEL = /^\W{0,2}(?:TRACE|DEBUG|INFO|WARN|WARNING|ERROR|FATAL|CRITICAL|NOTICE)\b[\]:\s]/u;
// assignments, keys with short values, sections, requirements ("flask>=2.0"), directives, patterns of paths
const SETTING =
  /^\s*(?:export\s)?["']?[\w.$@/*-]+["']?\s*(?::=|=|\+=)\s*\S|^\s*["']?[\w.$@/-]+["']?\s*:\s*(?:[\w.$@/*"'[{-]+,?\s*){0,3}$|^\s*\[{1,2}[\w .:"'-]+\]{1,2}\s*$|^\s*[\w.-]+(?:\[[\w,]+\])?\s*(?:==|>=|<=|~=|!=|>|<)\s*[\d*]|^\s*(?:[\w.-]*[/*][\w./*-]*|\.[\w.-]+)\s*$/u;
const CODE =
  /[;{}]\s*$|^\s*(?:import|from|const|let|var|function|def|class|return|if|for|while|else|elif|public|private|static|#include|#define|#!|<\?|<!|<\/?\w+[\s>]|\/\/|\/\*|\*\/|--\s|@\w+|SELECT|INSERT|CREATE|UPDATE|sudo|npm|pip|git|cd|\$)\b.*[(){};=<>"'`]|^\s*\w[\w.]*\([^()]*\)?\s*$|=>|->|::|&&|\|\||\+\+|!==|===/u;
const SENTENCE_END = /[\p{L}\p{N}%)]["”’'»)\]]{0,2}[.!?…]["”’'»)\]]{0,3}(?=\s|$)|[。！？।]/u;
const WORD = /\p{L}[\p{L}\p{M}'’-]*/gu;

/** Words of a line, counted up to a few hundred. */
export function countWords(line: string): number {
  return line.slice(0, 4000).match(WORD)?.length ?? 0;
}

/** Looks at one line that is not blank. Bounded by the line's first few thousand characters. */
export function lineShape(line: string): LineShape {
  const head = withoutMarkup(line.slice(0, 4000));
  // nothing but tags
  if (head.trim() === "") return "code";
  if (STAMP.test(head) || LEVEL.test(head)) return "log";
  const words = countWords(head);
  const letters = head.match(/[\p{L}\p{M}\s,.’'“”‘„«»?!…–—]/gu)?.length ?? 0;
  const isWordy = words >= 5 && letters > 0.85 * head.length;
  const isSentence = isWordy && SENTENCE_END.test(head);
  if (ITEM.test(head)) return isSentence && words >= 20 ? "prose" : "item";
  if (SETTING.test(head) && !isSentence) return "setting";
  if (!isSentence && CODE.test(head.slice(0, 500))) return "code";
  if (isSentence || (isWordy && words >= 8)) return "prose";
  return letters < 0.6 * head.length ? "code" : "short";
}
