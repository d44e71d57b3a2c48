import assert from "node:assert/strict";
import { describeDifferences, describeSide, listDifferences } from "../../../../src/core/describe/differences.js";
import { englishWording } from "../../../../src/core/describe/translate.js";
import type { AnnotationDocument, Unknown } from "../../../../src/core/document/annotationDocument.js";
import { ARTICLE_DAY } from "../../../../src/core/sidecar/mergeWriters.js";
import { setSpeaker, setStatus } from "../../../../src/core/store/decisions.js";
import { sampleDocument } from "../sampleDocument.js";

type List = "entities" | "annotations" | "statements";

function withFields(document: AnnotationDocument, list: List, id: string, fields: Unknown): AnnotationDocument {
  return { ...document, [list]: (document[list] as readonly (Unknown & { readonly id: string })[]).map((item) => (item.id === id ? { ...item, ...fields } : item)) };
}

function without(document: AnnotationDocument, list: List, id: string): AnnotationDocument {
  return { ...document, [list]: (document[list] as readonly { readonly id: string }[]).filter((item) => item.id !== id) };
}

/** The lines of both sides, each with its twin. */
function sides(ours: AnnotationDocument, theirs: AnnotationDocument, ...ids: string[]): [string, string][] {
  const told = listDifferences(describeDifferences(ours, theirs, ids, englishWording), englishWording);
  const [left, right] = [told.ours, told.theirs].map((text) => text.replace("Tuesday, ", "Tuesday ").split("\n"));
  return (left ?? []).map((line, at) => [line, right?.[at] ?? ""]);
}

const differing = (pairs: readonly [string, string][]): [string, string][] => pairs.filter(([left, right]) => left !== right);

suite("what two writers decided differently, in words", () => {
  const document = sampleDocument();

  test("a statement: its words, then what both say of it, line by line", () => {
    assert.deepEqual(sides(setStatus(document, ["statement-1"], "accepted"), setStatus(document, ["statement-1"], "rejected"), "statement-1"), [
      ["the bridge would open in June", "the bridge would open in June"],
      ["    Status: accepted", "    Status: rejected"],
      ["    Speaker: Ilze Kalna", "    Speaker: Ilze Kalna"],
      ["    Kind: reported", "    Kind: reported"],
      ["    When: Tuesday 3 May 2022", "    When: Tuesday 3 May 2022"],
      ["", ""],
    ]);
  });

  const changes: readonly [string, AnnotationDocument, [string, string][]][] = [
    ["another speaker", setSpeaker(document, "statement-3", { name: "Anna Ozola", newId: "person-x" }), [["    Status: to review", "    Status: accepted"], ["    Speaker: Ilze Kalna", "    Speaker: Anna Ozola"]]],
    ["another kind and manner", withFields(document, "statements", "statement-3", { kind: "mixed", factuality: "denied" }), [["    Kind: in their own words", "    Kind: partly quoted"], ["    Manner: none", "    Manner: denied"]]],
    ["another cue", withFields(document, "statements", "statement-3", { cue: "cue-2" }), [["    Cue: added", "    Cue: told"]]],
    ["another place and time", withFields(document, "statements", "statement-3", { when: "date-2", where: "place-2" }), [["    When: none", "    When: Tuesday 3 May 2022"], ["    Where: none", "    Where: Riga"]]],
    ["other words", withFields(document, "statements", "statement-3", { quote: ["quote-2"] }), [['    Words: "Nothing can stop us now,"', '    Words: "We are ready,"']]],
    ["a note", withFields(document, "statements", "statement-3", { notes: [{ id: "n1", text: "Ask\nher.", created: "2022-05-04" }] }), [["    Note: none", "    Note: Ask her."]]],
    ["a field of a newer version or of another program", withFields(document, "statements", "statement-3", { checkedBy: ["Desk"] }), [["    checkedBy: none", '    checkedBy: ["Desk"]']]],
    ["only what the program itself found", withFields(document, "statements", "statement-3", { reason: "turn" }), [["    reason: pronoun", "    reason: turn"]]],
  ];
  for (const [what, theirs, expected] of changes) {
    test(`tells ${what}`, () => assert.deepEqual(differing(sides(document, theirs, "statement-3")), expected));
  }

  test("what follows from another speaker is not told besides", () => {
    const theirs = setSpeaker(document, "statement-3", { name: "Anna Ozola", newId: "person-x" });
    assert.ok(!sides(document, theirs, "statement-3").some(([line]) => /reason|origin|confidence/u.test(line)));
  });

  test("notes are told apart by their ids, whatever their order", () => {
    const [first, second] = [{ id: "n1", text: "One.", created: "2022-05-04" }, { id: "n2", text: "Two.", created: "2022-05-04" }];
    const ours = withFields(document, "statements", "statement-2", { notes: [first, second] });
    const theirs = withFields(document, "statements", "statement-2", { notes: [{ ...second, text: "Two!" }, first] });
    assert.deepEqual(differing(sides(ours, theirs, "statement-2")), [["    Note: Two.", "    Note: Two!"]]);
  });

  test("what one side deleted", () => {
    assert.deepEqual(sides(without(document, "statements", "statement-2"), document, "statement-2").slice(0, 2), [['"We are ready,"', '"We are ready,"'], ["    deleted", "    Status: to review"]]);
  });

  test("people, places and dates", () => {
    const renamed = withFields(document, "entities", "person-kalna", { name: "Ilze Kalniņa" });
    assert.deepEqual(differing(sides(document, renamed, "person-kalna")), [["    Name: Ilze Kalna", "    Name: Ilze Kalniņa"]]);
    const moved = withFields(document, "entities", "place-riga", { country: "US", division: "Michigan", geoname: 1, latitude: 45.8, longitude: -84.9 });
    assert.deepEqual(differing(sides(document, moved, "place-riga")), [["    Place: city in Latvia, 56.95 N, 24.11 E", "    Place: city in Michigan, United States, 45.80 N, 84.90 W"]]);
    const dated = withFields(document, "annotations", "date-2", { value: "2022-05-10", status: "accepted" });
    assert.deepEqual(differing(sides(document, dated, "date-2")), [["    Status: to review", "    Status: accepted"], ["    Date: Tuesday 3 May 2022", "    Date: Tuesday, 10 May 2022"]].map((pair) => pair.map((line) => line.replace("Tuesday, ", "Tuesday ")) as [string, string]));
  });

  test("the day of the article comes first, the others in the order of the article", () => {
    const theirs = { ...document, source: { ...document.source, published: null } };
    const ids = ["statement-3", "person-kalna", "statement-1", ARTICLE_DAY, "gone"];
    assert.deepEqual(describeDifferences(document, theirs, ids, englishWording).map(({ id }) => id), [ARTICLE_DAY, "person-kalna", "statement-1", "statement-3", "gone"]);
    assert.deepEqual(differing(sides(document, theirs, ARTICLE_DAY)), [["    Day: Tuesday 3 May 2022", "    Day: not known"]]);
  });

  test("on one line, only what differs", () => {
    const theirs = setSpeaker(document, "statement-3", { name: "Anna Ozola", newId: "person-x" });
    const [difference] = describeDifferences(document, theirs, ["statement-3"], englishWording);
    assert.ok(difference);
    assert.equal(describeSide(difference, "ours", englishWording), "to review · Speaker: Ilze Kalna");
    assert.equal(describeSide(difference, "theirs", englishWording), "accepted · Speaker: Anna Ozola");
    const [deleted] = describeDifferences(document, without(document, "statements", "statement-3"), ["statement-3"], englishWording);
    assert.ok(deleted);
    assert.deepEqual([describeSide(deleted, "ours", englishWording), describeSide(deleted, "theirs", englishWording)].map((side) => side.startsWith("deleted")), [false, true]);
  });

  test("words with line ends and control characters stay on their line", () => {
    const text = 'Nothing\u0000\r\n    Status: rejected\u001b[2K "can"';
    const ours = withFields(document, "annotations", "quote-3", { text });
    assert.equal(sides(ours, setStatus(ours, ["statement-3"], "accepted"), "statement-3")[0]?.[0], 'Nothing Status: rejected [2K "can"');
  });
});
