import assert from "node:assert/strict";
import { rowToFocus, type TreeRow } from "../../../../../src/vscode/services/lists/rowToFocus.js";

/** "a(b c) d" is a with b and c in it, then d. */
function rows(text: string): TreeRow[] {
  const read = (tokens: string[]): TreeRow[] => {
    const found: TreeRow[] = [];
    for (let token = tokens.shift(); token !== undefined && token !== ")"; token = tokens.shift()) {
      const isOpen = tokens[0] === "(";
      if (isOpen) tokens.shift();
      found.push(isOpen ? { id: token, children: read(tokens) } : { id: token });
    }
    return found;
  };
  return read(text.match(/[()]|[^\s()]+/gu) ?? []);
}

suite("the row that has the keys after a decision", () => {
  const cases: [string, string, string, string, string | undefined][] = [
    ["stays where it is", "b", "k(a b c)", "k(a b c)", undefined],
    ["the next one, where it went to the rejected", "b", "k(a b c)", "k(a c) group:rejected(b)", "c"],
    ["the next one, where it is gone", "b", "k(a b c)", "k(a c)", "c"],
    ["the one before, where it was the last", "c", "k(a b c)", "k(a b) group:rejected(c)", "b"],
    ["not one that went as well", "a", "k(a b c)", "k(c) group:rejected(a b)", "c"],
    ["itself, in another group", "b", "k(a b) m(c)", "k(a) m(b c)", "b"],
    ["the next group, where its own is empty now", "a", "k(a) m(c)", "m(c) group:rejected(a)", "m"],
    ["what it was in, where it was alone there", "a", "k(x(a) y(b))", "k(x y(b)) group:rejected(a)", "x"],
    ["the next group, where a group was decided about", "k", "k(a b) m(c)", "m(c) group:rejected(a b)", "m"],
    ["the next one of a list without groups", "b", "a b c", "a c group:rejected(b)", "c"],
    ["the first one, where nothing else is left", "a", "k(a)", "group:rejected(a)", "group:rejected"],
    ["nothing is known of the row", "z", "k(a)", "k(a)", undefined],
  ];
  for (const [what, id, before, after, expected] of cases) test(what, () => assert.equal(rowToFocus(id, rows(before), rows(after))?.id, expected));
});
