import assert from "node:assert/strict";
import { cite } from "../../../../src/core/describe/citation.js";
import { englishWording } from "../../../../src/core/describe/translate.js";
import { indexOf } from "../../../../src/core/document/documentIndex.js";
import { sampleDocument } from "../sampleDocument.js";

const article = { file: "bridge.txt", published: "2021-04-06", lineOf: (offset: number) => offset + 1 };

/** The citation of the first statement of the sample, as a kind and with its words in the text or not. */
function citation(kind: "direct" | "indirect", orphaned: boolean, text?: string): string {
  const sample = sampleDocument();
  const [first] = sample.statements;
  const parts = first && indexOf({
    ...sample,
    statements: sample.statements.map((each) => (each === first ? { ...each, kind } : each)),
    annotations: sample.annotations.map((each) => (first.quote.includes(each.id) ? { ...each, start: 4, orphaned, text: text ?? each.text } : each)),
  }).statement(first.id);
  assert.ok(parts);
  return cite(parts, article, englishWording);
}

suite("a citation", () => {
  test("tells the words, who said them, the article, its day and the line", () => assert.match(citation("direct", false), /^\S.+ — .+ \(bridge\.txt, 6 April 2021, line \d+\)$/u));

  test("sets the words in marks, and others in these within single ones", () => {
    const cases: [string, string][] = [
      ['"We are "ready"."', "“We are ‘ready’.”"],
      ["“She told me ‘no’,”", "“She told me ‘no’,”"],
      ["‘She told me “no”,’", "“She told me ‘no’,”"],
      ["We told her “no”.", "“We told her ‘no’.”"],
      ["“He said “she told me ‘no’””", "“He said ‘she told me “no”’”"],
    ];
    for (const [words, expected] of cases) assert.ok(citation("direct", false, words).startsWith(`${expected} — `), citation("direct", false, words));
  });

  test("has words that were not quoted in brackets, and says so", () => assert.match(citation("indirect", false), /^\[.+\] — .+, reported.* \(bridge\.txt, 6 April 2021, line \d+\)$/u));

  test("of what is no longer in the text tells no line", () => assert.match(citation("direct", true), /\(bridge\.txt, 6 April 2021\)$/u));
});
