import assert from "node:assert/strict";
import * as fc from "fast-check";
import { setSpan } from "../../../../src/core/store/decisionsAboutSpans.js";
import { runs } from "../runs.js";
import { mark, sampleDocument, SAMPLE_TEXT } from "../sampleDocument.js";
import { Edited, URI } from "./edited.js";

suite("what edits cut out of annotations", () => {
  test("comes back with undo, whatever part of the words was deleted", () => {
    for (const [from, upTo] of [["in Riga. \"Nothing can", "can"], ["stop us now,\" she", "she"], ["Nothing", "us now,\""], ["\"Nothing", "now,\""], ["RIGA", "added."]] as const) {
      const edited = new Edited(sampleDocument(), SAMPLE_TEXT);
      const before = edited.places();
      edited.delete(from, upTo);
      assert.notDeepEqual(edited.places(), before);
      edited.undo();
      assert.deepEqual(edited.places(), before, from);
    }
  });

  test("comes back at its own place where the same words stand several times", () => {
    const line = '"No comment," Kalna said.\n';
    const text = `${line}${line}${line}${line}`;
    const annotations = [0, 1, 2, 3].map((at) => mark(text, `quote-${at}`, "quote", '"No comment,"', {}, at));
    const edited = new Edited({ ...sampleDocument(), entities: [], annotations, statements: [] }, text);
    const before = edited.places();
    edited.edit({ start: 0, end: text.length, text: "" });
    assert.ok(edited.places().every(([, , , , orphaned]) => orphaned));
    edited.undo();
    assert.deepEqual(edited.places(), before);
    edited.edit({ start: line.length - 10, end: 2 * line.length + 6, text: "" });
    edited.undo();
    assert.deepEqual(edited.places(), before);
  });

  test("comes back where it was deleted letter by letter and is undone at once", () => {
    for (const [end, count] of [[SAMPLE_TEXT.indexOf("can stop"), 20], [SAMPLE_TEXT.indexOf(" she added"), 9]] as const) {
      const edited = new Edited(sampleDocument(), SAMPLE_TEXT);
      const before = edited.places();
      for (let at = end; at > end - count; at--) edited.edit({ start: at - 1, end: at, text: "" });
      const start = end - count;
      edited.edit({ start, end: start, text: SAMPLE_TEXT.slice(start, end) });
      assert.deepEqual(edited.places(), before);
    }
  });

  test("is found where it is pasted though all around it was rewritten before it was cut out", () => {
    const text = "Boats lay in the harbour. Six clerks waited in the hall for the mayor.\n\nNobody came.\n\nSix boats were lost.\n";
    const edited = new Edited({ ...sampleDocument(), entities: [], statements: [], annotations: [mark(text, "who", "speaker", "Six")] }, text, true);
    for (const [from, to] of [["Boats lay in the harbour.", "Nothing was told of the ferry."], ["waited in the hall for the mayor", "stood outside all day"]] as const) {
      const start = edited.text.indexOf(from);
      edited.edit({ start, end: start + from.length, text: to });
    }
    const line = edited.text.slice(0, edited.text.indexOf("\n") + 1);
    edited.edit({ start: 0, end: line.length, text: "" });
    const start = edited.text.length;
    edited.edit({ start, end: start, text: line });
    assert.deepEqual(edited.places(), [["who", start + line.indexOf("Six"), start + line.indexOf("Six") + 3, "Six", false]]);
  });

  test("is not the first letter of what is pasted where words were deleted letter by letter", () => {
    const text = 'RIGA, May 3 - Alongside the bridge stands the old mill. Nobody has used it since the flood. "We wait," Kalna said.\n';
    const edited = new Edited({ ...sampleDocument(), entities: [], statements: [], annotations: [mark(text, "place", "place", "Alongside")] }, text);
    const start = text.indexOf("Alongside");
    for (let at = start + "Alongside".length; at > start; at--) edited.edit({ start: at - 1, end: at, text: "" });
    edited.edit({ start, end: start, text: "At noon all was over. " });
    assert.deepEqual(edited.places().map(([, , , , orphaned]) => orphaned), [true]);
  });

  test("any edits of an article in which no words stand twice, taken back one by one, leave every place as it was", () => {
    const text = 'OSLO, June 9 - Ferries stay in harbour until noon, Captain Odd Lie said on Tuesday.\n\n"We wait," he told reporters. "Nobody sails before dawn," added his mate.\n';
    const parts = ["Ferries stay in harbour until noon", "Captain Odd Lie", "Odd Lie", "said", '"We wait,"', "told", '"Nobody sails before dawn,"', "his mate"];
    const document = { ...sampleDocument(), entities: [], statements: [], annotations: parts.map((words, at) => mark(text, `part-${at}`, words.startsWith('"') ? "quote" : "speaker", words)) };
    const anyEdit = fc.record({ at: fc.nat(), length: fc.nat(60), words: fc.constantFrom("", "", "x", "the bridge ", "\n\n") });
    fc.assert(
      fc.property(fc.array(anyEdit, { minLength: 1, maxLength: 3 }), (edits) => {
        const edited = new Edited(document, text);
        const before = edited.places();
        for (const { at, length, words } of edits) {
          const start = at % (edited.text.length + 1);
          edited.edit({ start, end: Math.min(edited.text.length, start + length), text: words });
        }
        edits.forEach(() => edited.undo());
        assert.deepEqual(edited.places(), before);
      }),
      runs(300),
    );
  });

  test("comes back in a decision, too, that is undone after that", () => {
    const edited = new Edited(sampleDocument(), SAMPLE_TEXT);
    const start = edited.text.indexOf("Nothing");
    edited.store.change(URI, (document) => setSpan(document, "quote-3", { start, end: start + "Nothing can stop".length }, "old", edited.text));
    edited.delete(' us now,"', "she");
    edited.undo();
    edited.store.undo(URI);
    assert.equal(edited.wordsOf("quote-3"), '"Nothing can stop us now,"');
    edited.store.redo(URI);
    assert.equal(edited.wordsOf("quote-3"), "Nothing can stop");
  });

  test("other words in their place do not belong to what is left, nor what was typed beside it", () => {
    const edited = new Edited(sampleDocument(), SAMPLE_TEXT);
    edited.delete(' us now,"');
    const end = edited.text.indexOf("can stop") + "can stop".length;
    edited.edit({ start: end, end, text: ' them then,"' });
    assert.equal(edited.wordsOf("quote-3"), '"Nothing can stop');
  });

  test("does not take back where a person has put it since", () => {
    const edited = new Edited(sampleDocument(), SAMPLE_TEXT);
    edited.delete(' us now,"');
    const start = edited.text.indexOf("can stop");
    edited.store.change(URI, (document) => setSpan(document, "quote-3", { start, end: start + "can stop".length }, "old", edited.text));
    edited.undo();
    assert.equal(edited.wordsOf("quote-3"), "can stop");
  });
});
