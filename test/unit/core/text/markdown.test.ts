import assert from "node:assert/strict";
import * as fc from "fast-check";
import { readArticle } from "../../../../src/core/text/readArticle.js";

/** Every block as "kind: its tokens", spaced as the words are, with a label in front as "<label>". */
function read(text: string): string[] {
  const { blocks, tokens } = readArticle({ text, format: "markdown" });
  return blocks.map(({ kind, firstToken, endToken, label }) => {
    let words = "";
    for (let index = firstToken; index < endToken; index++) words += (tokens.isJoined(index) || words === "" ? "" : " ") + tokens.text(index);
    return `${kind}: ${label === undefined ? "" : `<${text.slice(label.start, label.end)}> `}${words}`;
  });
}

suite("Markdown", () => {
  const cases: readonly [about: string, text: string, expected: readonly string[]][] = [
    ["front matter", "---\ntitle: A\ndate: 2024-01-02\n---\n\nThe plan failed.", ["frontMatter: ", "paragraph: The plan failed."]],
    ["TOML front matter, CRLF", '+++\r\ntitle = "A"\r\n+++\r\n\r\nThe plan failed.', ["frontMatter: ", "paragraph: The plan failed."]],
    ["a rule at the head is no front matter", "---\n\nThe plan failed.\n\n---\n", ["markup: ", "paragraph: The plan failed.", "markup: "]],
    ["headings", "# The plan #\n\nWhy it failed\n-------------\n\nIt was late.", ["heading: The plan", "heading: Why it failed", "paragraph: It was late."]],
    ["emphasis", "The *plan* was **_very_ late** and un*fair*.", ["paragraph: The plan was very late and unfair."]],
    ["emphasis around a quotation", "*“Late,”* he said. **\"Too late.\"**", ['paragraph: “Late,” he said. "Too late."']],
    ["a link", 'The [plan](https://example.org/said/2019 "Said") failed.', ["paragraph: The plan failed."]],
    ["a link at the end of a quotation", "“It [failed](https://example.org),” he said.", ["paragraph: “It failed,” he said."]],
    ["a reference link", "The [plan][p] and the [hall] failed.\n\n[p]: https://example.org\n[hall]: https://example.org", ["paragraph: The plan and the hall failed.", "markup: ", "markup: "]],
    ["brackets that are no link", "“They [the council] fail,” he said [sic].", ["paragraph: “They [the council] fail,” he said [sic]."]],
    ["bare addresses", "See https://example.org/a and <https://example.org/b> for more.", ["paragraph: See and for more."]],
    ["a footnote", "The plan failed.[^1] So it goes.\n\n[^1]: He said so in May.", ["paragraph: The plan failed. So it goes.", "paragraph: He said so in May."]],
    ["inline code", "Run `said Jane` first.", ["paragraph: Run first."]],
    ["fenced and indented code", "Before:\n\n```\nHe said.\n```\n\n    She said.\n\nAfter.", ["paragraph: Before:", "code: ", "code: ", "paragraph: After."]],
    ["block quote over lines", "> “We won,”\n> she said.\n\nThen she left.", ["blockQuote: “We won,” she said.", "paragraph: Then she left."]],
    ["lists", "- One pier.\n- [x] *Two* piers.\n\n1. Three piers.", ["listItem: One pier.", "listItem: Two piers.", "listItem: Three piers."]],
    ["a table", "| Name | Age |\n|---|---|\n| **Ida** | 40 |", ["table: Name", "table: Age", "table: Ida", "table: 40"]],
    ["HTML inside a paragraph", "The <b>plan</b> failed.<br>Nobody came.<!-- said Jane -->", ["paragraph: The plan failed. Nobody came."]],
    ["HTML as a block", '<div class="said">\n<p>The <em>plan</em> failed.</p>\n</div>', ["paragraph: The plan failed."]],
    ["HTML without words", '<script>\nlet said = "Jane";\n</script>\n\n<hr>', ["markup: ", "markup: "]],
    ["an image alone", "![Ida Brandt in Bergen.](ida.jpg)", ["caption: Ida Brandt in Bergen."]],
    ["escapes and entities", "Fish \\& chips, 5&nbsp;km \\*off\\*.", ["paragraph: Fish & chips, 5 km *off*."]],
    ["a line wrapped by hand", "The plan\nfailed.", ["paragraph: The plan failed."]],
    [
      "labels in bold, one with the colon outside",
      "**Ida Brandt:** Who came?\n\n**Ola Lund**: Nobody.\n\n**Ida Brandt:** Why?",
      ["paragraph: <Ida Brandt> Ida Brandt: Who came?", "paragraph: <Ola Lund> Ola Lund: Nobody.", "paragraph: <Ida Brandt> Ida Brandt: Why?"],
    ],
    ["labels after hard breaks", "**Q:** Who came?  \n**A:** Nobody.  \n**Q:** Why?", ["paragraph: <Q> Q: Who came?", "paragraph: <A> A: Nobody.", "paragraph: <Q> Q: Why?"]],
    ["a dateline and a byline", "By *Ida Brandt*\n\n**OSLO, May 5 (NTB) —** The plan failed.", ["byline: By Ida Brandt", "dateline: OSLO, May 5 (NTB) —", "paragraph: The plan failed."]],
    ["a teaser that is a link", "READ | [The plan](https://example.org) fails\n\nIt failed.", ["teaser: READ | The plan fails", "paragraph: It failed."]],
    ["nothing", "", []],
  ];
  for (const [about, text, expected] of cases) test(about, () => assert.deepEqual(read(text), expected));

  const piece = fc.oneof(
    fc.constantFrom("*", "**", "_", "`", "```\n", "[", "](", ")", "![", "> ", "- ", "1. ", "# ", "\n", "\n\n", "\r\n", "|", "|-|\n", "<b>", "</p>", "<!--", "&amp;", "\\", "[^1]", "]: ", "---\n", "a: b\n", "  \n", "    ", "He said.", "“Yes,” ", "🎉"),
    fc.string({ unit: "binary", maxLength: 8 }),
  );
  test("whatever the text, blocks and tokens are in order and inside", () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 50 }), (pieces) => {
        const text = pieces.join("");
        const { blocks, sentences, tokens } = readArticle({ text, format: "markdown" });
        let last = 0;
        for (const block of blocks) {
          assert.ok(last <= block.start && block.start < block.end && block.end <= text.length);
          last = block.end;
          for (let index = block.firstToken; index < block.endToken; index++) assert.ok(block.start <= tokens.start(index) && tokens.end(index) <= block.end);
        }
        for (const sentence of sentences) assert.ok(sentence.firstToken < sentence.endToken && sentence.start < sentence.end);
      }),
      { numRuns: 800 },
    );
  });

  test("degenerate nesting is read", () => {
    for (const mark of ["[a](", "> ", "- ", "*a ", "**a*", "![", "<a ", "`", "_a*", "|", "[^", "&"]) {
      for (const tail of ["", "end", " a*".repeat(5000)]) readArticle({ text: mark.repeat(5000) + tail, format: "markdown" });
    }
  });
});
