// A step of the build. Rules are written as patterns, of which most are lists of whole words: /^(?:said|says)$/u. Asked of every token, a set
// is several times as fast as a pattern, and the engine has none to compile for each of a thousand lists; so the build makes sets of them.
import { readFile } from "node:fs/promises";

/** Patterns that match more texts than this stay patterns. */
const MOST_WORDS = 1000;
/** A pattern of a whole text, as it stands in a source. */
const PATTERN = String.raw`\/\^((?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\[\n])*)\$\/u`;
const ASKED = new RegExp(String.raw`${PATTERN}\.test\(`, "gu");
const NAMED = new RegExp(String.raw`^const (?<name>[A-Z][A-Z\d_]*) = ${PATTERN};$`, "gmu");

/** The plugin for esbuild. */
export const wordPatterns = {
  name: "word patterns",
  setup(build) {
    // read by esbuild, which knows no "u"
    build.onLoad({ filter: /[\\/]src[\\/]core[\\/].*\.ts$/ }, async ({ path }) => ({ contents: withWordSets(await readFile(path, "utf8")), loader: "ts" }));
  },
};

/** A source in which sets are asked instead of patterns of whole words; what is added stands in its first line, so that all lines keep their numbers. */
export function withWordSets(source) {
  const sets = new Map();
  const setOf = (pattern) => {
    const words = wordsOf(pattern);
    if (!words) return undefined;
    const list = JSON.stringify(words);
    if (!sets.has(list)) sets.set(list, `wordSet${sets.size}`);
    return sets.get(list);
  };
  let changed = source.replace(ASKED, (whole, pattern) => {
    const set = setOf(pattern);
    return set ? `${set}.has(` : whole;
  });
  for (const [, name, pattern] of source.matchAll(NAMED)) {
    const mentions = changed.match(new RegExp(String.raw`\b${name}\b`, "gu"))?.length ?? 0;
    const questions = new RegExp(String.raw`\b${name}\.test\(`, "gu");
    // of what is done with it besides the set knows nothing
    const set = mentions === 1 + (changed.match(questions)?.length ?? 0) ? setOf(pattern) : undefined;
    if (set) changed = changed.replace(questions, `${set}.has(`);
  }
  return [...sets].map(([list, name]) => `const ${name} = new Set(${list}); `).join("") + changed;
}

/** All texts that a pattern matches, which is given without its `^` and `$`; undefined where it tells more than a list of words. */
export function wordsOf(pattern) {
  let at = 0;
  // "^a|b$" is bound at one end only
  const words = parts(pattern).length > 1 ? undefined : alternatives();
  return words && at === pattern.length ? [...new Set(words)] : undefined;

  function alternatives() {
    const texts = sequence();
    if (!texts || pattern[at] !== "|") return texts;
    at++;
    const others = alternatives();
    return others && texts.length + others.length <= MOST_WORDS ? [...texts, ...others] : undefined;
  }

  function sequence() {
    let texts = [""];
    while (texts && at < pattern.length && pattern[at] !== "|" && pattern[at] !== ")") {
      const next = repeatable();
      texts = next && texts.length * next.length <= MOST_WORDS ? texts.flatMap((text) => next.map((end) => text + end)) : undefined;
    }
    return texts;
  }

  /** One character, class or group, that may be missing where "?" follows. */
  function repeatable() {
    const texts = pattern.startsWith("(?:", at) ? group() : pattern[at] === "[" ? characterClass() : character(/[.^$*+?()[\]{}|]/u);
    if (!texts || /[*+{]/u.test(pattern[at] ?? "")) return undefined;
    if (pattern[at] !== "?") return texts;
    at++;
    return [...texts, ""];
  }

  function group() {
    at += "(?:".length;
    const texts = alternatives();
    at++;
    return texts;
  }

  function characterClass() {
    const texts = [];
    at++;
    if (pattern[at] === "^") return undefined;
    while (pattern[at] !== "]") {
      const isRange = pattern[at + 1] === "-" && pattern[at + 2] !== "]";
      const text = isRange ? undefined : character(/[\]^]/u);
      if (!text) return undefined;
      texts.push(...text);
    }
    at++;
    return texts;
  }

  /** A character that stands for itself, or does so behind a backslash; `special` ones stand for something else. */
  function character(special) {
    if (pattern[at] === "\\") {
      const escaped = pattern[at + 1] ?? "";
      at += 2;
      return /[\p{L}\p{N}]/u.test(escaped) ? undefined : [escaped];
    }
    const text = String.fromCodePoint(pattern.codePointAt(at));
    at += text.length;
    return special.test(text) ? undefined : [text];
  }
}

/** A pattern cut where "|" stands in no group and no class. */
function parts(pattern) {
  const outermost = pattern.replace(/\\./gu, "..").replace(/\[[^\]]*\]/gu, (list) => ".".repeat(list.length));
  let depth = 0;
  return [...outermost].reduce((found, sign) => {
    depth += sign === "(" ? 1 : sign === ")" ? -1 : 0;
    return sign === "|" && depth === 0 ? [...found, ""] : found;
  }, [""]);
}
