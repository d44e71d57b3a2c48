import assert from "node:assert/strict";
import { anchorDocument } from "../../../../../../src/core/anchor/anchorDocument.js";
import { followAt } from "../../follow.js";
import { documentOf, spansOf } from "../../revisions.js";

const TITLE = "Port of Kolka to close for a year\n\n";
const NOTE = "Editor's note: the port of Kolka owns a tenth of this paper, which it has never asked for anything.\n\n";
const ONE = [
  "Kolka will close its port for a year, said the head of the Latvian port authority, Lena Berg, on Monday.\n\n",
  "The old mole has been sinking since the storm of last October, which threw three cutters on the shore. She received her degree in marine engineering from the University of Riga and has led the office since then.\n\n",
  "In Baltic Stock Exchange trading on Friday the shares of the owner fell by a fifth.\n\n",
];
const OTHER = [
  "No ship has been late so seldom as the ferry to the island, as was found by the head of the Latvian port authority, Karl Lasse.\n\n",
  "He plans to buy two more of them by the summer. His mate received her degree in marine engineering from the University of Tartu, where nobody had heard of ferries.\n\n",
  "Tickets, which were to be dropped from the Baltic Stock Exchange list, cost three times what they did in the year of the great ice.\n\n",
];

/** The words of an article that are said to stand in another text. */
function found(before: string, after: string, isBaseKnown: boolean): string[] {
  const { document } = anchorDocument(documentOf(before, spansOf(before)), after, isBaseKnown ? before : undefined);
  return document.annotations.flatMap((annotation) => (annotation.orphaned === true ? [] : [annotation.text]));
}

suite("an article that was replaced by another one on the same subject", () => {
  for (const isBaseKnown of [false, true]) {
    const known = `old text ${isBaseKnown ? "" : "not "}known`;

    test(`has no words of the old one, ${known}`, () => {
      assert.deepEqual(found(ONE.join(""), OTHER.join(""), isBaseKnown), []);
      assert.deepEqual(found(OTHER.join(""), ONE.join(""), isBaseKnown), []);
    });

    test(`has those of the headline and of the paragraph that were kept, ${known}`, () => {
      const kept = found(TITLE + ONE.join("") + NOTE, TITLE + OTHER.join("") + NOTE, isBaseKnown);
      assert.deepEqual(kept.filter((words) => !TITLE.includes(words) && !NOTE.includes(words)), []);
      assert.ok(kept.length >= 5, kept.join(", "));
    });

    test(`keeps those of a half that was left, ${known}`, () => {
      const [first = "", second = "", third = ""] = ONE;
      const kept = found(first + second + third, first + OTHER.slice(1).join(""), isBaseKnown);
      assert.ok(kept.length >= 5 && kept.every((words) => first.includes(words)), kept.join(", "));
    });
  }

  test("words stay in a sentence that was edited on both sides of them", () => {
    const before = ONE.join("");
    const after = before.replace("three cutters", "two cutters").replace("and has led", "and led");
    const start = before.indexOf("degree in");
    assert.equal(followAt(before, after, [{ words: "degree", start }], true), after.indexOf("degree in"));
  });

  test("a phrase from the end of a paragraph is not the same in another order because the next paragraph was kept", () => {
    const last = "Nobody is as ready for the winter as the keepers of Roja, the pilots of Engure and former harbour master Karl Berg.\n\n";
    const next = "Everybody now looks to the mole, which is to be mended before the first ice. The port has asked for six barges of stone and for somebody who knows where to put them.\n\n";
    const put = "The council meets on Friday. At the long table will be former harbour master Karl Berg, the baker Ilze Kalna, the pilots of Engure and nobody else.\n\n";
    const [before, after] = [TITLE + last + next, TITLE + next + put];
    for (const isBaseKnown of [false, true]) assert.equal(followAt(before, after, [{ words: "Karl Berg", start: before.indexOf("Karl Berg") }], isBaseKnown), -1);
  });
});
