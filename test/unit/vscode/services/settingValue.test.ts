import assert from "node:assert/strict";
import { usableValue } from "../../../../src/vscode/services/settingValue.js";

suite("values of settings", () => {
  const cases: readonly (readonly [string, unknown, unknown, unknown])[] = [
    ["what a person wrote counts", false, true, false],
    ["an empty text is one", "", "speaker", ""],
    ["nothing for a table", null, { quotes: true }, { quotes: true }],
    ["a text for a table", "quotes", { quotes: true }, { quotes: true }],
    ["a list for a table", ["quotes"], { quotes: true }, { quotes: true }],
    ["a number for a text", 5, "", ""],
    ["a text for a number", "many", 8_000_000, 8_000_000],
    ["a text for a list", "**/*.txt", ["**/LICENSE"], ["**/LICENSE"]],
    ["a table for a list", {}, [], []],
    ["a list with items that are no text", [5, "news/**", null], [], ["news/**"]],
  ];
  for (const [what, written, byDefault, expected] of cases) test(what, () => assert.deepEqual(usableValue(written, byDefault), expected));
  test("a word that is none of the choices", () => {
    assert.deepEqual([usableValue("surname", "speaker", ["speaker", "kind"]), usableValue("kind", "speaker", ["speaker", "kind"])], ["speaker", "kind"]);
  });
});
