import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

interface WordPatterns {
  readonly wordsOf: (pattern: string) => readonly string[] | undefined;
  readonly withWordSets: (source: string) => string;
}
const script: string = pathToFileURL("scripts/wordPatterns.mjs").href;
const { wordsOf, withWordSets }: WordPatterns = await import(script);

suite("the build makes sets of patterns of whole words", () => {
  const lists: readonly (readonly [pattern: string, words: readonly string[]])[] = [
    ["said", ["said"]],
    ["(?:said|says)", ["said", "says"]],
    ["(?:the|an?)", ["the", "an", "a"]],
    ["put(?:s|ting)?", ["puts", "putting", "put"]],
    ["organi[sz]ation", ["organisation", "organization"]],
    ["['’]s?", ["'s", "'", "’s", "’"]],
    [String.raw`(?:Sts?\.|[-–])`, ["Sts.", "St.", "-", "–"]],
    ["(?:a(?:b|c)?)?", ["ab", "ac", "a", ""]],
  ];
  for (const [pattern, words] of lists) test(`/^${pattern}$/ is ${words.join(", ")}`, () => assert.deepEqual(wordsOf(pattern), words));

  // bound at one end only, without end, or told by what a character is
  for (const pattern of ["a|b", "a+", "a*", "a{2}", "[a-c]", "[^a]", ".", String.raw`\d`, String.raw`(?:\p{Lu}|a)`, "(?=a)", "(a)", "(?:a|b.)", "(?:[abcdefghijk][abcdefghijk][abcdefghijk])"]) {
    test(`/^${pattern}$/ is no list`, () => assert.equal(wordsOf(pattern), undefined));
  }

  test("where a pattern is asked, and where it has a name that nothing else asks for", () => {
    assert.equal(withWordSets("const isIt = (word) => /^(?:a|b)$/u.test(word);"), 'const wordSet0 = new Set(["a","b"]); const isIt = (word) => wordSet0.has(word);');
    assert.match(withWordSets("const WORDS = /^(?:a|b)$/u;\nWORDS.test(word);"), /\nwordSet0\.has\(word\);$/u);
  });

  for (const source of ["/^(?:a|b)$/iu.test(word)", "/^(?:a|b)/u.test(word)", "/(?:a|b)$/u.test(word)", "const WORDS = /^(?:a|b)$/u;\nWORDS.test(word);\nword.match(WORDS);", "export const WORDS = /^(?:a|b)$/u;"]) {
    test(`nothing of ${JSON.stringify(source)}`, () => assert.equal(withWordSets(source), source));
  }

  test("the set says of every word of the rules what the pattern says", () => {
    const sources = readdirSync("src/core", { recursive: true, encoding: "utf8" }).filter((name) => /(?:detect|resolve|text|lexicon)\W.*\.ts$/u.test(name) && !name.includes("generated")).map((name) => readFileSync(join("src/core", name), "utf8"));
    const patterns = new Set(sources.flatMap((source) => [...source.matchAll(/\/\^((?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\[\n])*)\$\/u\b/gu)].map((match) => match[1] ?? "")));
    let count = 0;
    for (const pattern of patterns) {
      const words = wordsOf(pattern);
      if (!words) continue;
      count++;
      const [regExp, set] = [new RegExp(`^${pattern}$`, "u"), new Set(words)];
      for (const word of words) for (const asked of [word, `${word}s`, word.slice(1), word.slice(0, -1), word.toUpperCase()]) assert.equal(set.has(asked), regExp.test(asked), `${pattern}: ${asked}`);
    }
    assert.ok(count > 300);
  });
});
