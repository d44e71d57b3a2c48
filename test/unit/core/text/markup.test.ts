import assert from "node:assert/strict";
import * as fc from "fast-check";
import { readArticle } from "../../../../src/core/text/readArticle.js";
import { statementsIn } from "../statementsIn.js";

/** The tokens as they are read, a "+" before one that is joined to the one before it. */
function tokensOf(text: string): string {
  const { tokens } = readArticle({ text });
  return Array.from({ length: tokens.length }, (_, index) => (tokens.isJoined(index) ? "+" : "") + tokens.text(index)).join(" ");
}

suite("what HTML has left behind", () => {
  const cases: [text: string, tokens: string][] = [
    ["<p>It <b>rained</b>.</p>", "It rained +."],
    ["He said &quot;no&quot;.", 'He said " +no +" +.'],
    ["He said &#8220;no&#x201D;.", "He said “ +no +” +."],
    ["Ida&nbsp;Lund", "Ida Lund"],
    ["AT&amp;T", "AT +& +T"],
    ["one<br/>two", "one two"],
    ["un<i>believ</i>able", "un +believ +able"],
    ["<!-- said --> It rained", "It rained"],
    ["<script>var said = 1;</script>", ""],
    ['<input type="text" required> It rained', "It rained"],
    // no markup
    ["<This town has not seen a drop. Not one.> It rained", "< +This town has not seen a drop +. Not one +. +> It rained"],
    ["2 < 3 & 4 > 1", "2 < 3 & 4 > 1"],
    ["R&D; costs", "R&D +; costs"],
    ["&unknown; word", "& +unknown +; word"],
  ];
  for (const [text, expected] of cases) test(text, () => assert.equal(tokensOf(text), expected));

  test("a quotation between entities is one, entities included", () => {
    const [told] = statementsIn("<p>&quot;The bridge is safe,&quot; <a href='/l'>Mara</a> Lindt said.</p>");
    assert.deepEqual([told?.contents, told?.who], [["&quot;The bridge is safe,&quot;"], ["Mara Lindt"]]);
  });

  test("an entity at the end of a paragraph belongs to it", () => {
    const text = "Mara Lindt said: &ldquo;The bridge is safe.&rdquo;";
    assert.equal(readArticle({ text }).blocks[0]?.end, text.length);
  });

  test("a name is told as it is read", () => {
    const [told] = statementsIn("Mara <em>Lindt</em> said that the bridge is safe. Lindt added that it was new.");
    assert.deepEqual(told?.who, ["Mara Lindt"]);
  });

  test("tokens lie in the text, in order, whatever stands there", () =>
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.constantFrom("<p>", "</", "&quot;", "&#39;", "&#", "&amp", "<!--", "-->", "\n", " said ", '"'), fc.string({ unit: "binary", maxLength: 5 })), { maxLength: 30 }), (parts) => {
        const text = parts.join("");
        const { tokens, blocks } = readArticle({ text });
        let last = 0;
        for (let index = 0; index < tokens.length; index++) {
          assert.ok(tokens.start(index) >= last && tokens.end(index) > tokens.start(index) && tokens.end(index) <= text.length);
          last = tokens.end(index);
        }
        for (const { start, end, firstToken, endToken } of blocks) {
          for (let index = firstToken; index < endToken; index++) assert.ok(tokens.start(index) >= start && tokens.end(index) <= end);
        }
      }),
    ));
});
