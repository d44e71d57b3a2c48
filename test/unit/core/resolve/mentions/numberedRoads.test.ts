import assert from "node:assert/strict";
import { withNumbers } from "../../../../../src/core/resolve/mentions/numberedRoads.js";
import { readArticle } from "../../../../../src/core/text/readArticle.js";

suite("roads that go by a number", () => {
  const cases: [text: string, place: string, expected: string][] = [
    ["They shut State Highway 1 near Hale.", "State Highway", "State Highway 1"],
    ["They live on County Road 12B.", "County Road", "County Road 12B"],
    ["A lorry burned on Route 66.", "Route", "Route 66"],
    ["On Mill Road 12 people fell.", "Mill Road", "Mill Road"],
    ["On State Highway 12 people fell.", "State Highway", "State Highway"],
    ["They shut the Old Highway in 2021.", "Old Highway", "Old Highway"],
    ["They shut State Highway 2021.", "State Highway", "State Highway"],
  ];
  for (const [text, words, expected] of cases) {
    test(text, () => {
      const start = text.indexOf(words);
      const [found] = withNumbers(readArticle({ text }), [{ start, end: start + words.length, sense: "literal", candidates: [], confidence: 0.9 }]);
      assert.equal(text.slice(found?.start, found?.end), expected);
    });
  }
});
