import assert from "node:assert/strict";
import { Recent } from "../../../../src/core/common/recent.js";

/** Which of a to d are kept. */
function keptOf(recent: Recent<string>): string {
  return ["a", "b", "c", "d"].filter((key) => recent.get(key) !== undefined).join("");
}

suite("what was kept last", () => {
  test("gives way to what comes after it, by number", () => {
    const recent = new Recent<string>(2, 100);
    for (const key of ["a", "b", "c"]) recent.keep(key, key, 1);
    assert.equal(keptOf(recent), "bc");
  });

  test("gives way by size, too, and as much of it as is needed", () => {
    const recent = new Recent<string>(10, 100);
    recent.keep("a", "a", 40);
    recent.keep("b", "b", 40);
    recent.keep("c", "c", 90);
    assert.equal(keptOf(recent), "c");
    recent.keep("d", "d", 10);
    assert.equal(keptOf(recent), "cd");
  });

  test("what is too large by itself is not kept and drives nothing out, but for what it takes the place of", () => {
    const recent = new Recent<string>(10, 100);
    recent.keep("a", "a", 40);
    recent.keep("b", "b", 40);
    recent.keep("b", "larger", 101);
    assert.equal(keptOf(recent), "a");
    recent.keep("b", "b", 60);
    assert.equal(keptOf(recent), "ab");
  });

  test("what was taken makes room, and what is kept anew counts once", () => {
    const recent = new Recent<string>(10, 100);
    recent.keep("a", "a", 60);
    recent.keep("a", "again", 60);
    recent.keep("b", "b", 40);
    assert.equal(keptOf(recent), "ab");
    assert.equal(recent.take("a"), "again");
    assert.equal(recent.take("a"), undefined);
    recent.keep("c", "c", 60);
    assert.equal(keptOf(recent), "bc");
    recent.clear();
    recent.keep("d", "d", 100);
    assert.equal(keptOf(recent), "d");
  });
});
