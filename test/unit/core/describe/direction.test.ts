import assert from "node:assert/strict";
import { behindName } from "../../../../src/core/describe/direction.js";

suite("what stands behind a name", () => {
  test("follows it as it is", () => assert.equal(behindName("Ilze Kalna", ["2 mentions", "1 statement"]), "2 mentions · 1 statement"));

  test("stays behind a name that is written from right to left, and behind such a role", () => {
    assert.equal(behindName("דוד כהן", ["2 mentions", "1 statement"]), "\u200E2 mentions · 1 statement");
    assert.equal(behindName("David Cohen", ["שר", "1 statement"]), "שר · \u200E1 statement");
  });
});
