import assert from "node:assert/strict";
import * as fc from "fast-check";
import { describeDocument } from "../../../../src/core/anchor/describeDocument.js";
import { refineEdits } from "../../../../src/core/anchor/shift/refineEdits.js";
import { checkReferences } from "../../../../src/core/sidecar/checkReferences.js";
import { AnnotationStore } from "../../../../src/core/store/annotationStore.js";
import { setStatus } from "../../../../src/core/store/decisions.js";
import { runs } from "../runs.js";
import { mark, sampleDocument, SAMPLE_TEXT } from "../sampleDocument.js";

const URI = "file:///bridge.txt";
const ANOTHER = `TALLINN, May 4, 2022 - Deputy mayor Kaarel Tamm said on Wednesday that the tram would run again.

"We thought it took longer," Tamm told journalists in Tallinn.
`;

/** The article with its second statement accepted, and its whole text replaced by another one. */
function rewritten(text: string, kept?: ReadonlySet<string>): AnnotationStore {
  const store = new AnnotationStore();
  store.load(URI, describeDocument(setStatus(sampleDocument(), ["statement-2"], "accepted"), SAMPLE_TEXT));
  replaceText(store, SAMPLE_TEXT, text, kept);
  return store;
}

function replaceText(store: AnnotationStore, from: string, to: string, kept?: ReadonlySet<string>): void {
  store.edit(URI, refineEdits([{ start: 0, end: from.length, text: to }], from), to, from, kept, true);
}

function quotes(store: AnnotationStore): string[] {
  return (store.get(URI)?.annotations ?? []).filter(({ type }) => type === "quote").map(({ text, orphaned }) => `${orphaned ? "lost: " : ""}${text}`);
}

suite("an article of which much is replaced at once", () => {
  test("by another one: a decision is lost with its own words, and is not made about others; proposals go", () => {
    const store = rewritten(ANOTHER);
    assert.deepEqual(quotes(store), ['lost: "We are ready,"']);
    assert.deepEqual(store.get(URI)?.statements.map(({ id }) => id), ["statement-2"]);
    assert.ok(store.get(URI)?.annotations.filter(({ type }) => type === "cue" || type === "speaker").every(({ orphaned }) => orphaned));
    assert.deepEqual(checkReferences(store.get(URI) ?? sampleDocument()), []);
  });

  test("by another program: what the sidecar holds is lost, too, and stays", () => {
    const store = rewritten(ANOTHER, new Set(sampleDocument().annotations.map(({ id }) => id)));
    assert.deepEqual(quotes(store), ["lost: the bridge would open in June", 'lost: "We are ready,"', 'lost: "Nothing can stop us now,"']);
  });

  test("and put back: everything is where it was", () => {
    const store = rewritten(ANOTHER, new Set(sampleDocument().annotations.map(({ id }) => id)));
    replaceText(store, ANOTHER, SAMPLE_TEXT);
    assert.deepEqual(quotes(store), ["the bridge would open in June", '"We are ready,"', '"Nothing can stop us now,"']);
  });

  const small: [string, string, string[]][] = [
    ["words within a statement are corrected: it keeps them", SAMPLE_TEXT.replace("are ready", "are nearly ready"), ['"We are nearly ready,"']],
    ["its words are others: it is lost", SAMPLE_TEXT.replace("are ready", "need more time"), ['lost: "We are ready,"']],
    ["marks and line ends are written otherwise: it is where it was", SAMPLE_TEXT.replaceAll('"', "”").replaceAll("\n", "\r\n"), ["”We are ready,”"]],
    ["all of it is in capitals: it is where it was", SAMPLE_TEXT.toUpperCase(), ['"WE ARE READY,"']],
    ["its paragraph went to the start, and a day was corrected: it went with it", `${SAMPLE_TEXT.slice(SAMPLE_TEXT.indexOf('"We'))}\n${SAMPLE_TEXT.slice(0, SAMPLE_TEXT.indexOf('"We')).replace("Tuesday", "Wednesday")}`, ['"We are ready,"']],
    ["something stands before it: it is where it was", `Update of Tuesday evening.\n\n${SAMPLE_TEXT}`, ['"We are ready,"']],
  ];
  for (const [name, text, expected] of small) {
    test(name, () => assert.deepEqual(quotes(rewritten(text)).filter((quote) => /We |need/iu.test(quote)), expected));
  }

  test("a name that begins another sentence where its own was is not that name", () => {
    const first = "Kolka Inc., of Riga, said it agreed to buy the whole ferry line of the bay. Terms were not told.\n\n";
    const second = "Kolka said the ferries to be bought had earned nine million in the year that ended in May.\n\n";
    for (const kept of [first, ""]) {
      const [text, after] = [first + second, `${second}Boats were counted on that evening.\n\n${kept}`];
      const store = new AnnotationStore();
      store.load(URI, describeDocument({ ...sampleDocument(), entities: [], annotations: [mark(text, "name", "speaker", "Kolka", { origin: "user" })], statements: [] }, text));
      replaceText(store, text, after);
      const [name] = store.get(URI)?.annotations ?? [];
      assert.ok(name?.orphaned === true || (kept !== "" && name?.start === after.indexOf(kept)), JSON.stringify(name));
    }
  });

  test("whatever comes instead, words are where they are told to be, and references hold", () => {
    const piece = fc.constantFrom('"We are ready," Kalna told reporters in Riga. ', '"We are late," she added. ', "RIGA, May 3, 2022 - ", "Mayor Ilze Kalna said ", "on Tuesday the bridge would open in June.\n\n", "Nothing of the kind ", "x");
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 8 }), fc.boolean(), (pieces, isFile) => {
        const text = pieces.join("");
        const store = rewritten(text, isFile ? new Set(sampleDocument().annotations.map(({ id }) => id)) : undefined);
        const document = store.get(URI);
        assert.ok(document);
        for (const { start, end, text: words, orphaned } of document.annotations) if (!orphaned) assert.equal(text.slice(start, end), words);
        assert.deepEqual(checkReferences(document), []);
        assert.ok(document.statements.some(({ id, status }) => id === "statement-2" && status === "accepted"));
      }),
      runs(150),
    );
  });
});
