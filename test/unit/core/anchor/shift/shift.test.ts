import assert from "node:assert/strict";
import * as fc from "fast-check";
import { createShift } from "../../../../../src/core/anchor/shift/shift.js";
import { applyEdits, type TextEdit } from "../../../../../src/core/document/textEdit.js";

suite("shift", () => {
  // the range is in [brackets]; an edit is {old|new}; expected is the new text with brackets
  const cases: [string, string, string][] = [
    ["typing before the range moves it", "a{|x} [bc] d", "ax [bc] d"],
    ["typing after the range leaves it", "a [bc] d{|x}", "a [bc] dx"],
    ["typing at the start edge stays outside", "a {|x}[bc] d", "a x[bc] d"],
    ["typing at the end edge stays outside", "a [bc]{|x} d", "a [bc]x d"],
    ["typing inside grows it", "a [b{|x}c] d", "a [bxc] d"],
    ["deleting inside shrinks it", "a [b{bb|}c] d", "a [bc] d"],
    ["replacing its first word stays inside", "a [{bc|xyz} de] f", "a [xyz de] f"],
    ["replacing its last word stays inside", "a [bc {de|x}] f", "a [bc x] f"],
    ["a replacement over the start edge falls outside", "{a [b|x}c] d", "x[c] d"],
    ["a replacement over the end edge falls outside", "a [b{c] d|x}e", "a [b]xe"],
    ["deleting it all collapses it", "a {[bc]|} d", "a [] d"],
    ["replacing it all collapses it", "a {[bc]|xyz} d", "a []xyz d"],
    ["deleting more than it collapses it", "a{ [bc] |}d", "a[]d"],
    ["many edits at once", "{a|} [b{|x}c] {d|}", " [bxc] "],
  ];
  for (const [name, before, expected] of cases) {
    test(name, () => {
      const { text, range, edits } = parse(before);
      const moved = createShift(edits)(range);
      const after = applyEdits(text, edits);
      const shown = `${after.slice(0, moved.start)}[${after.slice(moved.start, moved.end)}]${after.slice(moved.end)}`;
      if (expected.includes("[]")) assert.equal(moved.start, moved.end);
      else assert.equal(shown, expected);
    });
  }

  test("a range holds the characters that it held before, and no text from outside its edges", () => {
    fc.assert(
      fc.property(textAndEdits(), fc.nat(), fc.nat(), ({ text, edits }, from, to) => {
        const [start, end] = [from % (text.length + 1), to % (text.length + 1)].sort((a, b) => a - b) as [number, number];
        const moved = createShift(edits)({ start, end });
        const survivors = survivorsOf(text, edits);
        const inside = survivors.filter(({ old }) => old !== undefined && old >= start && old < end);
        assert.ok(moved.start <= moved.end && moved.end <= survivors.length);
        const covered = survivors.slice(moved.start, moved.end);
        assert.deepEqual(covered.filter(({ old }) => old !== undefined), inside, "exactly the surviving characters");
        for (const { edit } of covered) {
          if (edit) assert.ok(edit.start >= start && edit.end <= end && (edit.end > edit.start || (edit.start > start && edit.start < end)), "inserted text lies within");
        }
        if (inside.length === 0) assert.equal(moved.start, moved.end);
        assert.equal(moved.touched, edits.some((edit) => edit.start < end && edit.end > start));
      }),
      { numRuns: 1000 },
    );
  });

  test("edits one after the other and edits at once agree where none meets another", () => {
    fc.assert(
      fc.property(textAndEdits(), ({ text, edits }) => {
        const all = { start: 0, end: text.length };
        let range = all;
        for (const edit of edits.toSorted((a, b) => b.start - a.start || b.end - a.end)) range = createShift([edit])(range);
        const atOnce = createShift(edits)(all);
        if (atOnce.start < atOnce.end) assert.deepEqual({ start: range.start, end: range.end }, { start: atOnce.start, end: atOnce.end });
      }),
    );
  });
});

interface Marked {
  readonly text: string;
  readonly range: { readonly start: number; readonly end: number };
  readonly edits: readonly TextEdit[];
}

function parse(marked: string): Marked {
  let text = "";
  let start = 0;
  let end = 0;
  const edits: TextEdit[] = [];
  let open: number | undefined;
  for (let index = 0; index < marked.length; index++) {
    const char = marked.charAt(index);
    if (char === "[") start = text.length;
    else if (char === "]") end = text.length;
    else if (char === "{") open = text.length;
    else if (char === "|" && open !== undefined) {
      const close = marked.indexOf("}", index);
      edits.push({ start: open, end: text.length, text: marked.slice(index + 1, close) });
      open = undefined;
      index = close;
    } else text += char;
  }
  return { text, range: { start, end }, edits };
}

/** A text with edits that do not overlap and do not touch each other. */
function textAndEdits(): fc.Arbitrary<{ text: string; edits: TextEdit[] }> {
  return fc.tuple(fc.string({ minLength: 1, maxLength: 40 }), fc.array(fc.tuple(fc.nat(6), fc.nat(5), fc.string({ maxLength: 4 })), { maxLength: 5 })).map(([text, steps]) => {
    const edits: TextEdit[] = [];
    let at = 0;
    for (const [gap, length, inserted] of steps) {
      const start = at + gap;
      const end = Math.min(text.length, start + length);
      if (start > text.length) break;
      edits.push({ start, end, text: inserted });
      at = end + 1;
    }
    return { text, edits };
  });
}

/** What each code unit of the new text is: an old one, or part of an edit. */
function survivorsOf(text: string, edits: readonly TextEdit[]): { old?: number; edit?: TextEdit }[] {
  const units: { old?: number; edit?: TextEdit }[] = [];
  let done = 0;
  const keep = (to: number): void => {
    for (; done < to; done++) units.push({ old: done });
  };
  for (const edit of edits) {
    keep(edit.start);
    for (let count = 0; count < edit.text.length; count++) units.push({ edit });
    done = edit.end;
  }
  keep(text.length);
  return units;
}
