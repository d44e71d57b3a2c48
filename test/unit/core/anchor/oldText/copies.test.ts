import assert from "node:assert/strict";
import { Copies, RecentCopies } from "../../../../../src/core/anchor/oldText/copies.js";
import { PieceIndex } from "../../../../../src/core/anchor/compare/pieceIndex.js";
import { describeDocument } from "../../../../../src/core/anchor/describeDocument.js";
import { shiftDocument } from "../../../../../src/core/anchor/shift/shiftDocument.js";
import { applyEdits } from "../../../../../src/core/document/textEdit.js";
import { documentOf } from "../revisions.js";

const HEADLINE = "Ferry captain heard a bang and rang below";
const TEXT = `${HEADLINE}\n\nBy our reporter\n\n“Ferry captain heard a bang and rang below,” the court was told on Monday. The captain heard nothing else.\n`;

function isOdd(place: number): boolean {
  return place % 2 === 1;
}

suite("copies of words", () => {
  const cases: [string, string, number, number[]][] = [
    ["in a headline that is repeated", "heard a bang", 0, [TEXT.lastIndexOf("heard a bang")]],
    ["in the sentence that repeats it", "heard a bang", 1, [TEXT.indexOf("heard a bang")]],
    ["that stand once", "our reporter", 0, []],
    ["that stand again among other words", "captain heard", 2, []],
  ];
  for (const [name, words, nth, expected] of cases) {
    test(`words ${name}`, () => {
      let start = TEXT.indexOf(words);
      for (let count = 0; count < nth; count++) start = TEXT.indexOf(words, start + 1);
      assert.deepEqual(new Copies(TEXT).of({ start, end: start + words.length }), expected);
    });
  }

  test("of a text that was described before are known, of all but the last two texts forgotten", () => {
    const recent = new RecentCopies();
    const copies = recent.in(TEXT);
    recent.in("another text");
    assert.equal(recent.in(TEXT), copies);
    for (const text of ["one more", "and one more"]) recent.in(text);
    assert.notEqual(recent.in(TEXT), copies);
    const document = documentOf(TEXT, [{ start: TEXT.indexOf("heard a bang"), end: TEXT.indexOf("heard a bang") + "heard a bang".length }]);
    const first = describeDocument(document, TEXT, undefined, copies);
    assert.deepEqual(describeDocument(document, TEXT, undefined, copies), first);
    assert.deepEqual(first, describeDocument(document, TEXT));
  });

  test("a text of one sentence without end, an empty text and an empty range have no more copies than can be told", () => {
    assert.deepEqual(new Copies("").of({ start: 0, end: 0 }), []);
    assert.deepEqual(new Copies("no no ").of({ start: 0, end: 2 }), []);
    assert.ok(new Copies("no ".repeat(20)).of({ start: 30, end: 32 }).length <= 8);
  });

  test("are told of those alone that somebody holds, where that is asked: of others words and context", () => {
    const document = documentOf(TEXT, [TEXT.indexOf("heard a bang"), TEXT.lastIndexOf("heard a bang")].map((start) => ({ start, end: start + "heard a bang".length })));
    const [one, other] = describeDocument(document, TEXT, new Set([document.annotations[1]?.id ?? ""])).annotations;
    const [full, otherFull] = describeDocument(document, TEXT).annotations;
    assert.ok(full?.copies);
    assert.deepEqual([one?.copies, one?.alike, one?.text, one?.prefix, one?.suffix], [undefined, undefined, full.text, full.prefix, full.suffix]);
    assert.deepEqual(other, otherFull);
  });

  test("are counted as they are found, up to a number", () => {
    const index = new PieceIndex("ab cab cab cabbage ".repeat(30), 4);
    for (let at = 0; at < 20; at++) {
      for (const most of [0, 1, 7, 1000]) assert.equal(index.countPlaces(index.text, at, isOdd, most), Math.min(most, index.placesOf(index.text, at).filter(isOdd).length));
    }
  });

  test("that are much alike are counted and written", () => {
    const told = "The ferry captain heard a bang, he said, and rang the bell below twice.";
    const text = `${HEADLINE}\n\n${told}\n\nA bell was rung by nobody.\n`;
    const [rang, nobody] = ["rang below", "nobody"].map((words) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length }));
    const [found, other] = documentOf(text, [rang, nobody].flatMap((range) => range ?? [])).annotations;
    assert.deepEqual([found?.copies, other?.copies, other?.alike], [undefined, undefined, 0]);
    assert.ok((found?.alike ?? 0) > 2, String(found?.alike));
    assert.equal(documentOf(text.replace(told, ""), rang ? [rang] : []).annotations[0]?.alike, 0);
  });

  test("are written with the document, and move with it", () => {
    const start = TEXT.indexOf("rang below");
    const document = documentOf(TEXT, [{ start, end: start + 10 }]);
    const copy = TEXT.lastIndexOf("rang below");
    assert.deepEqual(document.annotations[0]?.copies, [copy]);
    const edits = [{ start: 0, end: 0, text: "News: " }, { start: TEXT.indexOf("By our"), end: TEXT.indexOf("By our") + 3, text: "" }];
    const text = applyEdits(TEXT, edits);
    const moved = shiftDocument(document, edits, text).document;
    assert.deepEqual(moved.annotations[0]?.copies, [text.lastIndexOf("rang below")]);
    assert.deepEqual(describeDocument(moved, text).annotations[0]?.copies, [text.lastIndexOf("rang below")]);
    const gone = [{ start: copy - 30, end: copy + 20, text: "" }];
    const rest = applyEdits(TEXT, gone);
    assert.equal(describeDocument(shiftDocument(document, gone, rest).document, rest).annotations[0]?.copies, undefined);
  });
});
