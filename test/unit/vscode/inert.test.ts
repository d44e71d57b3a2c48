import assert from "node:assert/strict";
import * as fc from "fast-check";
import { inert } from "../../../src/vscode/cards/inert.js";

suite("inert text in cards", () => {
  test("entities stand for every mark of the text", () => {
    assert.equal(inert("a *b* [c](d)"), "a &#42;b&#42; &#91;c&#93;&#40;d&#41;");
  });

  test("line ends become spaces, so that no block can begin", () => {
    assert.equal(inert("one\n\n# two\r\n"), "one &#35; two ");
  });

  test("no mark but those of entities is left, and the text can be read back", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const shown = inert(text);
        assert.ok(!/[!"$%'()*+,\-./:<=>?@[\\\]^_`{|}~\n\r]/u.test(shown));
        const read = shown.replace(/&#(\d+);/gu, (_, code: string) => String.fromCharCode(Number(code)));
        assert.equal(read, text.replace(/[\s\p{Cc}]+/gu, " "));
      }),
    );
  });
});
