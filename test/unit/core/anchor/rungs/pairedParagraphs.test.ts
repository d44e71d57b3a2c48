import assert from "node:assert/strict";
import { anchorDocument } from "../../../../../src/core/anchor/anchorDocument.js";
import { withoutFields } from "../../../../../src/core/document/fields.js";
import { followAt } from "../follow.js";
import { documentOf } from "../revisions.js";

const PARAGRAPHS = [
  "The ferry to Kolka has a new captain. “Nobody has asked me whether I can swim,” he told the harbour board.",
  "Mr. Ozols came to the island with two dogs and a cello, and he does not want to leave it again.",
  "Mr. Ozols's neighbours speak of a man who counts the boats of the town on every evening of the year.",
  "Mr. Ozols could still sell the lamp to the port. It has been dark since Easter.",
  "At noon the wind had turned, and the ferry left with a crew of nine.",
];
const BEFORE = PARAGRAPHS.join("\n\n");

/** Where words of the old text, told by what stands before and behind them too, went: their offset in the new one, and where they should be. */
function follow(after: string, around: string, words: string, before = BEFORE): [number, number] {
  const lead = around.indexOf(words);
  return [followAt(before, after, [{ words, start: before.indexOf(around) + lead }], true), after.lastIndexOf(around) + lead];
}

suite("paired paragraphs", () => {
  test("names with which paragraphs begin go with them in any order", () => {
    const after = PARAGRAPHS.toReversed().join("\n\n");
    for (const [index, paragraph] of PARAGRAPHS.slice(1, 4).entries()) assert.equal(...follow(after, paragraph, "Ozols"), String(index));
  });

  test("a mistyped name does too", () => {
    const after = PARAGRAPHS.toReversed().join("\n\n").replace("Ozols could", "Ozlos could");
    assert.equal(followAt(BEFORE, after, [{ words: "Ozols", start: BEFORE.indexOf("Ozols could") }], true), after.indexOf("Ozlos"));
    assert.equal(...follow(after, "Ozols came", "Ozols"));
  });

  test("short paragraphs that are like each other go where they stand", () => {
    const times = ["3:40 p.m.", "3:19 p.m.", "2:08 p.m.", "2:00 p.m."];
    const told = (order: readonly number[]): string => order.map((at) => `${times[at]}\n\n${PARAGRAPHS[at]}`).join("\n\n");
    const [before, after] = [told([0, 1, 2, 3]), `${PARAGRAPHS[3]}\n\n${times[2]}\n\n${PARAGRAPHS[0]}\n\n${times[0]}\n\n${PARAGRAPHS[2]}\n\n${times[3]}\n\n${times[1]}\n\n${PARAGRAPHS[1]}`];
    for (const time of times) assert.equal(...follow(after, time, time, before));
  });

  const [first = "", ...others] = PARAGRAPHS;
  const quotation = "“Nobody has asked me whether I can swim”";
  for (const [name, pages] of [["before", [quotation, first]], ["behind", [first, quotation]], ["far behind", [first, ...others.slice(0, 2), quotation]]] as const) {
    test(`a quotation that is shown apart ${name} its paragraph takes nothing from it`, () => {
      const after = [...pages, ...others].join("\n\n");
      const start = after.indexOf(first);
      for (const words of [quotation.slice(0, -1), "swim", "captain"]) assert.equal(followAt(BEFORE, after, [{ words, start: BEFORE.indexOf(words) }], true), start + first.indexOf(words), words);
    });
  }

  test("what a summary repeats stays in the paragraphs", () => {
    const after = `In short:\n\n- The ferry to Kolka has a new captain.\n- Mr. Ozols could still sell the lamp to the port.\n\n${BEFORE}`;
    for (const [around, words] of [["The ferry to Kolka", "Kolka"], ["Mr. Ozols could", "Ozols"]] as const) assert.equal(...follow(after, around, words));
  });

  test("a sentence that was copied to the head of another paragraph has not the words of its own, which was moved", () => {
    const [lamp = "", noon = ""] = PARAGRAPHS.slice(3);
    const after = [...PARAGRAPHS.slice(0, 3), `Mr. Ozols could still sell the lamp to the port. ${noon}`, lamp].join("\n\n");
    assert.equal(...follow(after, lamp, "Ozols"));
  });

  test("of a sentence that was told twice and taken out of a paragraph the other one has not the words, also where both paragraphs were joined", () => {
    const told = "The council has not allowed anybody to light the lamp before Easter.";
    const rest = PARAGRAPHS.slice(1).join(" ");
    const [before, after] = [`${told}\n\n${first} ${told} ${rest}`, `${told} ${first} ${rest}`];
    assert.equal(followAt(before, after, [{ words: "The council", start: before.lastIndexOf(told) }], true), -1);
  });

  test("of two versions, one of them mistyped right beside the other, neither is taken", () => {
    const line = "Kolka, 8 March";
    const before = `${line}\n\n${BEFORE}`;
    for (const lines of [["Kolka, 8 Marhc", line], [line, "Kolka, 8 Marhc"]]) assert.equal(followAt(before, [...lines, BEFORE].join("\n\n"), [{ words: "8", start: 7 }], true), -1);
  });
});

suite("a time of the day", () => {
  test("is not another one that came between the same lines, where that is all that is known", () => {
    const [head, tail] = ["The harbour of Kolka has been closed since noon because of the wind from the north-west and the ice.", "The ferry waits behind the pier, said the keeper of the lighthouse, who counts the boats of the town on every evening of the year."];
    const before = `${head}\n\n___\n\n8:00 a.m.\n\n${tail} ${PARAGRAPHS.join(" ")}\n\n9:30 a.m.\n\nNobody has been hurt.`;
    const after = `Nobody has been hurt.\n\n___\n\n9:30 a.m.\n\n${tail} ${PARAGRAPHS.join(" ")}\n\n8:00 a.m.\n\n${head}`;
    assert.ok([-1, after.indexOf("8:00")].includes(followAt(before, after, [{ words: "8:00 a.m.", start: before.indexOf("8:00") }])));
  });
});

suite("words that may have stood twice in what is not known", () => {
  const told = "The council has not allowed anybody to light the lamp before Easter.";
  const before = [PARAGRAPHS[0], told, ...PARAGRAPHS.slice(1, 3), `${PARAGRAPHS[3]} ${told}`, PARAGRAPHS[4]].join("\n\n");
  const span = (words: string, from = 0): { start: number; end: number } => ({ start: before.indexOf(words, from), end: before.indexOf(words, from) + words.length });

  test("are not those that stayed, where nobody wrote down whether they did", () => {
    const document = documentOf(before, [span("allowed anybody")]);
    const bare = { ...document, annotations: document.annotations.map((annotation) => withoutFields(annotation, "copies", "alike")) };
    assert.deepEqual(anchorDocument(bare, before.replace(`${told}\n\n`, "")).orphans, ["a0"]);
    const after = `Morning edition\n\n${before}`;
    assert.equal(anchorDocument(bare, after).document.annotations[0]?.start, after.indexOf("allowed anybody"));
  });
});
