import assert from "node:assert/strict";
import * as fc from "fast-check";
import { anchorDocument } from "../../../../src/core/anchor/anchorDocument.js";
import { runs } from "../runs.js";
import { followAt } from "./follow.js";
import { documentOf } from "./revisions.js";

const LEAD = "The keeper of the lighthouse has told the port that he will leave in May. He came to the island with two dogs and a cello.\n\n";
const SAID = "Nobody has asked for his post so far, Mayor Ilze Kalna told the council on Monday evening, and Lasse Berg of the port agreed.\n\n";
const WINTER = "In winter the boat comes twice a week, and the post with it. Whoever misses it has to wait for the next one, and for the wind to turn.\n\n";
const BEFORE = LEAD + SAID + WINTER;
const SAID_AT = LEAD.length;

/** What the words of spans are in a changed text. */
function wordsIn(after: string, spans: readonly string[], isBaseKnown: boolean): (string | undefined)[] {
  const ranges = spans.map((words) => ({ start: BEFORE.indexOf(words, SAID_AT), end: BEFORE.indexOf(words, SAID_AT) + words.length }));
  const { annotations } = anchorDocument(documentOf(BEFORE, ranges), after, isBaseKnown ? BEFORE : undefined).document;
  return annotations.map(({ orphaned, text }) => (orphaned === true ? undefined : text));
}

suite("words that were mistyped", () => {
  const spans = ["Ilze Kalna", "told", "Monday evening", "Lasse Berg", "agreed"];
  const mistyped = ["Ilze Klna", "tolt", "Monday evvening", "Lassse Berg", "agered"];

  test("are found next to others that were, where the old text is known", () => {
    const after = LEAD + spans.reduce((text, words, index) => text.replace(words, mistyped[index] ?? ""), SAID) + WINTER;
    assert.deepEqual(wordsIn(after, spans, true), mistyped);
  });

  test("are found where all marks together tell much of the old text", () => {
    const after = LEAD + spans.reduce((text, words, index) => text.replace(words, mistyped[index] ?? ""), SAID) + WINTER;
    const all = [...spans, "Nobody has asked for his post so far", "and the post with it", "Whoever misses it has to wait for the next one"];
    assert.deepEqual(wordsIn(after, all, false).slice(0, spans.length), mistyped);
  });

  test("are found in a paragraph that was moved", () => {
    const said = spans.reduce((text, words, index) => text.replace(words, mistyped[index] ?? ""), SAID);
    for (const after of [said + LEAD + WINTER, LEAD + WINTER + said.trimEnd()]) {
      // of the last words the full stop may go with them
      const last = spans.length - 1;
      assert.deepEqual(wordsIn(after, spans, true).slice(0, last), mistyped.slice(0, last));
    }
  });

  test("are not found where others stand in the place of what was next to them", () => {
    const after = `${LEAD}The ferry to Kolka left an hour late, as the pilot Ilze Klna said.\n\n${WINTER}`;
    assert.deepEqual(wordsIn(after, ["Ilze Kalna"], true), [undefined]);
  });

  test("of which the first one was taken out do not take the word before in its place", () => {
    const before = `${LEAD}Mayor Ilze Kalna told the council on Monday evening, and Dr. Nan Berg of the port agreed.\n\n${WINTER}`;
    const start = before.indexOf("Nan Berg");
    assert.equal(followAt(before, before.replace("Dr. Nan ", ""), [{ words: "Nan Berg", start }], true), -1);
  });

  test("are found in a line that stands elsewhere with nothing of what stood around it, those of a line in which two words differ are not", () => {
    const [line, other] = ["These three things give the port some hope for the lighthouse:\n\n", "These four things give the port some fear for the lighthouse:\n\n"];
    const before = LEAD + line + SAID + WINTER;
    const marks = [{ words: line.trim(), start: LEAD.length }];
    const moved = LEAD + SAID + WINTER + line.replace("things", "thinsg");
    assert.equal(followAt(before, moved, marks), moved.indexOf("These"));
    assert.equal(followAt(before, LEAD + SAID + WINTER + other, marks), -1);
  });

  test("whichever letters of a paragraph are others, none comes to other words than its own", () => {
    const letters = fc.uniqueArray(fc.nat(SAID.length - 3), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(letters, fc.boolean(), (at, isBaseKnown) => {
        const after = LEAD + [...SAID].map((letter, index) => (at.includes(index) && /\p{L}/u.test(letter) ? "x" : letter)).join("") + WINTER;
        for (const [index, found] of wordsIn(after, spans, isBaseKnown).entries()) {
          const start = BEFORE.indexOf(spans[index] ?? "", SAID_AT);
          assert.ok(found === undefined || found === after.slice(start, start + (spans[index] ?? "").length), found);
        }
      }),
      runs(100),
    );
  });
});
