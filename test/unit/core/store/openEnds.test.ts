import assert from "node:assert/strict";
import type { AnnotationType } from "../../../../src/core/document/annotationDocument.js";
import { mark, sampleDocument } from "../sampleDocument.js";
import { Edited } from "./edited.js";

const TEXT = 'Peter Falk told reporters that the closing would ruin him. "Nobody asked us," he said.\n';
const SAID = "that the closing would ruin him";

/** An article of which some words are marked and decided on. */
class Typing {
  readonly edited: Edited;

  constructor(type: AnnotationType, words: string) {
    this.edited = new Edited({ ...sampleDocument(), entities: [], statements: [], annotations: [mark(TEXT, "part", type, words)] }, TEXT, true);
  }

  get words(): string | undefined {
    return this.edited.wordsOf("part");
  }

  /** Letters typed one by one over words, or behind them where `isBehind`. */
  type(over: string, letters: string, isBehind = false): this {
    const at = this.edited.text.indexOf(over) + (isBehind ? over.length : 0);
    [...letters].forEach((letter, index) => {
      const end = index === 0 && !isBehind ? at + over.length : at + index;
      this.edited.edit({ start: at + index, end, text: letter });
    });
    return this;
  }

  /** Deletes words letter by letter from behind. */
  erase(words: string): this {
    const start = this.edited.text.indexOf(words);
    for (let end = start + words.length; end > start; end--) this.edited.edit({ start: end - 1, end, text: "" });
    return this;
  }
}

suite("words that are typed over", () => {
  const cases: [string, AnnotationType, string, (typing: Typing) => void, string][] = [
    ["the last word of a statement", "quote", SAID, (typing) => typing.type("him", "her"), "that the closing would ruin her"],
    ["its last word, by several", "quote", SAID, (typing) => typing.type("him", "her and all she has"), "that the closing would ruin her and all she has"],
    ["its last word, and who said it", "quote", SAID, (typing) => typing.type("him", "her, she said"), "that the closing would ruin her,"],
    ["its last word, and the next sentence", "quote", SAID, (typing) => typing.type("him", "her. So he said"), "that the closing would ruin her"],
    ["its last word, deleted letter by letter", "quote", SAID, (typing) => typing.erase("him").type("ruin ", "her", true), "that the closing would ruin her"],
    ["its last word, mistyped and typed again", "quote", SAID, (typing) => typing.type("him", "hre").erase("hre").type("ruin ", "her", true), "that the closing would ruin her"],
    ["its first word", "quote", SAID, (typing) => typing.type("that", "how"), "how the closing would ruin him"],
    ["a name", "person", "Peter Falk", (typing) => typing.type("Falk", "Falck"), "Peter Falck"],
    ["a name, and the word behind it", "person", "Peter Falk", (typing) => typing.type("Falk", "Lee of Marlow"), "Peter Lee"],
    ["a word beside a name", "person", "Peter Falk", (typing) => typing.type("Peter Falk", " Jr", true), "Peter Falk"],
    ["the end of a quotation", "quote", '"Nobody asked us,"', (typing) => typing.type('us,"', 'me," he said. "'), '"Nobody asked me,'],
    ["something else in between", "quote", SAID, (typing) => typing.erase("him").type("told", "told").type("ruin ", "us", true), "that the closing would ruin "],
  ];
  for (const [what, type, words, edit, expected] of cases) {
    test(`${what}: “${expected}”`, () => {
      const typing = new Typing(type, words);
      edit(typing);
      assert.equal(typing.words, expected);
    });
  }

  test("undo brings the old ones back, letter by letter or at once", () => {
    const typing = new Typing("quote", SAID).type("him", "her");
    for (let count = 0; count < 3; count++) typing.edited.undo();
    assert.equal(typing.words, SAID);
  });
});
