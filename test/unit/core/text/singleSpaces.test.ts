import assert from "node:assert/strict";
import * as fc from "fast-check";
import { withSingleSpaces } from "../../../../src/core/text/singleSpaces.js";

suite("single spaces", () => {
  const texts: readonly (readonly [text: string, read: string])[] = [
    ["Ola Grynn", "Ola Grynn"],
    ["Ola  Grynn", "Ola Grynn"],
    ["Ola\nGrynn", "Ola Grynn"],
    ["Ola\u00a0Grynn", "Ola Grynn"],
    ["Ola \r\n\tGrynn ", "Ola Grynn "],
    ["", ""],
  ];
  for (const [text, read] of texts) test(JSON.stringify(text), () => assert.equal(withSingleSpaces(text), read));

  test("wherever white space stands", () =>
    fc.assert(fc.property(fc.array(fc.constantFrom("a", " ", "\n", "\t", "\u00a0", "\u2009", "’")), (letters) => assert.equal(withSingleSpaces(letters.join("")), letters.join("").replace(/\s+/gu, " ")))));
});
