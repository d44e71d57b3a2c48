import assert from "node:assert/strict";
import { findFrontMatter } from "../../../../src/core/text/frontMatter.js";

suite("front matter", () => {
  const cases: readonly [about: string, text: string, found: string | undefined][] = [
    ["YAML", "---\ntitle: A\n---\nText", "---\ntitle: A\n---"],
    ["YAML, Windows line ends", "---\r\ntitle: A\r\n---\r\n\r\nText", "---\r\ntitle: A\r\n---"],
    ["YAML closed by dots", "---\ntitle: A\n...\nText", "---\ntitle: A\n..."],
    ["TOML", '+++\ntitle = "A"\n+++\nText', '+++\ntitle = "A"\n+++'],
    ["after a byte order mark", "\uFEFF---\ndate: 2024-01-02\n---\n", "---\ndate: 2024-01-02\n---"],
    ["a value that holds dashes", "---\ntitle: A --- B\nnote: x\n---\nText", "---\ntitle: A --- B\nnote: x\n---"],
    ["two rules around prose", "---\n\nThe plan failed.\n\n---\nText", undefined],
    ["never closed", "---\ntitle: A\n\nText", undefined],
    ["not at the head", "Text\n---\ntitle: A\n---\n", undefined],
    ["nothing", "", undefined],
  ];
  for (const [about, text, expected] of cases) {
    test(about, () => {
      const range = findFrontMatter(text);
      assert.equal(range && text.slice(range.start, range.end), expected);
    });
  }
});
