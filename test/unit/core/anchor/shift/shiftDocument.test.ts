import assert from "node:assert/strict";
import { shiftDocument } from "../../../../../src/core/anchor/shift/shiftDocument.js";
import { applyEdits, type TextEdit } from "../../../../../src/core/document/textEdit.js";
import { documentOf } from "../revisions.js";

const TOWNS = Array.from({ length: 60 }, (_, index) => `Town ${index}a`);
const TEXT = TOWNS.map((town) => `The clerk of ${town} said that the bridge of ${town} was safe.`).join("\n\n");
const SAID = [...TEXT.matchAll(/said/gu)].map(({ index }) => ({ start: index, end: index + 4 }));

suite("words that were taken out and come back", () => {
  const document = documentOf(TEXT, SAID);
  const kept = new Set(document.annotations.map(({ id }) => id));
  const cut = SAID.map((range): TextEdit => ({ ...range, text: "" }));
  const without = applyEdits(TEXT, cut);
  const lost = shiftDocument(document, cut, without, kept, TEXT).document;

  test("many of the same words, each to its own place", () => {
    assert.equal(lost.annotations.filter(({ orphaned }) => orphaned).length, SAID.length);
    const back = SAID.map(({ start }, index): TextEdit => ({ start: start - 4 * index, end: start - 4 * index, text: "said" }));
    const returned = shiftDocument(lost, back, TEXT, kept, without).document;
    assert.deepEqual(returned.annotations.map(({ start, end, orphaned }) => ({ start, end, orphaned })), SAID.map((range) => ({ ...range, orphaned: undefined })));
  });

  test("the last of them alone", () => {
    const { start } = SAID.at(-1) ?? { start: 0 };
    const at = start - 4 * (SAID.length - 1);
    const back = [{ start: at, end: at, text: "said" }];
    const returned = shiftDocument(lost, back, applyEdits(without, back), kept, without).document;
    assert.deepEqual(returned.annotations.filter(({ orphaned }) => !orphaned).map((annotation) => [annotation.start, annotation.prefix]), [[at, document.annotations.at(-1)?.prefix]]);
  });

  for (const [name, isOneStep] of [["cut and pasted", false], ["moved in one step", true]] as const) {
    test(`many in a stretch that is ${name}, each to its own place in it`, () => {
      const [start, end] = [TEXT.indexOf("The clerk of Town 10a"), TEXT.length];
      const piece = `${TEXT.slice(start)}\n\n`;
      const [out, back] = [{ start, end, text: "" }, { start: 0, end: 0, text: piece }];
      const pasted = piece + TEXT.slice(0, start);
      const away = TEXT.slice(0, start);
      const first = isOneStep ? document : shiftDocument(document, [out], away, kept, TEXT).document;
      const moved = isOneStep ? shiftDocument(first, [back, out], pasted, kept, TEXT).document : shiftDocument(first, [back], pasted, kept, away).document;
      const expected = SAID.map((range) => (range.start < start ? range.start + piece.length : range.start - start));
      assert.deepEqual(moved.annotations.map((annotation) => (annotation.orphaned ? -1 : annotation.start)), expected);
    });
  }

  test("of many in a stretch that was cut out those do not come back whose words came among others", () => {
    const start = TEXT.indexOf("The clerk of Town 10a");
    const away = TEXT.slice(0, start);
    const cutOut = shiftDocument(document, [{ start, end: TEXT.length, text: "" }], away, kept, TEXT).document;
    const other = "Nobody said it, and all that the mayor said was heard. ".repeat(30);
    const moved = shiftDocument(cutOut, [{ start: 0, end: 0, text: other }], other + away, kept, away).document;
    assert.equal(moved.annotations.filter(({ orphaned }) => orphaned).length, 50);
  });

  test("other words bring nothing back", () => {
    const other = [...without.matchAll(/bridge/gu)].map(({ index }) => ({ start: index, end: index + 6, text: "crossing" }));
    const moved = shiftDocument(lost, other, applyEdits(without, other), kept, without).document;
    assert.equal(moved.annotations.filter(({ orphaned }) => orphaned).length, SAID.length);
  });
});
