import assert from "node:assert/strict";
import { analyze } from "../../src/core/analyze.js";
import type { AnnotationDocument } from "../../src/core/document/annotationDocument.js";
import { findWords, listExpected, readExpected, type Aspect, type Expected } from "../fixtures/expected/readExpected.js";
import { toDocument } from "../fixtures/expected/toDocument.js";
import { analysisTools } from "../fixtures/analysisTools.js";
import { compareExpected } from "./compareExpected.js";

const ASPECTS: readonly Aspect[] = ["published", "statements", "notSaid", "people", "places", "dates"];

async function analyzeArticle({ article, text }: Expected): Promise<AnnotationDocument> {
  return analyze({ text, file: article, format: article.endsWith(".md") ? "markdown" : "plain" }, await analysisTools());
}

suite("the articles in seeds/ come out as a reader finds them", () => {
  for (const name of listExpected()) {
    suite(name, () => {
      test("every expected word stands in the article", () => {
        const { statements, dates, places, people, text } = readExpected(name);
        assert.ok(statements.length > 10);
        assert.ok(dates.length > 3);
        for (const place of places) assert.ok(text.includes(place.name), place.name);
        for (const person of Object.keys(people)) assert.ok(text.includes(person), person);
      });

      test("content, cue and source of a statement do not overlap", () => {
        for (const { content, cue, source } of readExpected(name).statements) {
          const parts = [...content, cue, source].filter((part) => part !== null).sort((a, b) => a.start - b.start);
          for (const [index, part] of parts.entries()) assert.ok(part.start >= (parts[index - 1]?.end ?? 0));
        }
      });

      test("the expectation agrees with itself and not with an empty analysis", () => {
        const expected = readExpected(name);
        const whole = toDocument(expected);
        for (const aspect of ASPECTS) assert.deepEqual(compareExpected(expected, whole)[aspect].wrong, []);
        const empty = compareExpected(expected, { ...whole, entities: [], annotations: [], statements: [] });
        for (const aspect of ["statements", "people", "places", "dates"] as const) assert.equal(empty[aspect].right, 0);
      });

      test("the analysis agrees as far as is required", async () => {
        const expected = readExpected(name);
        const agreements = compareExpected(expected, await analyzeArticle(expected));
        const shortfalls = ASPECTS.filter((aspect) => agreements[aspect].right < expected.required[aspect]).map((aspect) => {
          const { right, wrong } = agreements[aspect];
          return [`${aspect}: ${right} right, ${expected.required[aspect]} required`, ...wrong].join("\n    ");
        });
        assert.equal(shortfalls.join("\n  "), "");
      });
    });
  }

  test("a wrong part of a statement is told", () => {
    const expected = readExpected("court-ferry-captain.json");
    const whole = toDocument(expected);
    const changes = [{ kind: "direct" }, { mode: "writing" }, { factuality: "denied" }, { cue: null }, { speaker: null }, { when: null }, { entity: null }] as const;
    for (const change of changes) {
      const statements = whole.statements.map((statement, index) => (index === 0 ? { ...statement, ...change } : statement));
      const { right, wrong } = compareExpected(expected, { ...whole, statements }).statements;
      assert.equal(right, expected.statements.length - 1);
      assert.match(wrong.join("\n"), new RegExp(Object.keys(change)[0] === "entity" ? "speaker .* nobody found" : "expected, .* found", "u"));
    }
  });
});

suite("words of the article", () => {
  const text = "He said so. She said no.";
  const cases: [string, string][] = [
    ["so", "so"],
    ["She [[said]] no", "said"],
    ["[[She]] said", "She"],
  ];
  for (const [words, expected] of cases) {
    test(words, () => {
      const { start, end } = findWords(text, words);
      assert.equal(text.slice(start, end), expected);
    });
  }
  for (const words of ["said", "maybe", "He [[said]] no"]) test(`${words}: refused`, () => assert.throws(() => findWords(text, words)));
});
