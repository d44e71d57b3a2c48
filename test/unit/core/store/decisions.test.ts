import assert from "node:assert/strict";
import { describeDocument } from "../../../../src/core/anchor/describeDocument.js";
import type { AnnotationDocument } from "../../../../src/core/document/annotationDocument.js";
import { mergeAnalysis } from "../../../../src/core/sidecar/mergeAnalysis.js";
import { decisionEffect } from "../../../../src/core/store/decisionEffect.js";
import { setSpeaker, setStatus } from "../../../../src/core/store/decisions.js";
import { setPublished } from "../../../../src/core/store/decisionsAboutArticle.js";
import { mergeEntities, renameEntity, setEntityType, setPlace, splitMentions } from "../../../../src/core/store/decisionsAboutEntities.js";
import { addMention, deleteFindings, reattach, setDateValue, setSpan } from "../../../../src/core/store/decisionsAboutSpans.js";
import { addNote, addStatement, deleteNote, editNote, joinStatements, kindOf, setKind, setPart, setWords, splitStatement } from "../../../../src/core/store/decisionsAboutStatements.js";
import { mark, sampleDocument, SAMPLE_TEXT } from "../sampleDocument.js";

const BASE = describeDocument(sampleDocument(), SAMPLE_TEXT);
const at = (words: string): { start: number; end: number } => ({ start: SAMPLE_TEXT.indexOf(words), end: SAMPLE_TEXT.indexOf(words) + words.length });

suite("decisions", () => {
  const nothing: [string, (document: AnnotationDocument) => AnnotationDocument][] = [
    ["a status it has", (document) => setStatus(document, ["statement-1"], "proposed")],
    ["a kind it has", (document) => setKind(document, ["statement-1"], "indirect")],
    ["a cue it has", (document) => setPart(document, "statement-1", "cue", { annotation: "cue-1" }, SAMPLE_TEXT)],
    ["a quote as cue", (document) => setPart(document, "statement-1", "cue", { annotation: "quote-1" }, SAMPLE_TEXT)],
    ["a span it has", (document) => setSpan(document, "quote-2", at('"We are ready,"'), "n", SAMPLE_TEXT)],
    ["a span of white space", (document) => setSpan(document, "quote-2", { start: SAMPLE_TEXT.indexOf("\n"), end: SAMPLE_TEXT.indexOf("\n") + 2 }, "n", SAMPLE_TEXT)],
    ["a statement of no words", (document) => addStatement(document, { newId: "n", range: { start: 4, end: 4 } }, SAMPLE_TEXT)],
    ["a split at the edge", (document) => splitStatement(document, "statement-1", at("the bridge").start, "n", SAMPLE_TEXT)],
    ["joining one", (document) => joinStatements(document, ["statement-1"], "n")],
    ["an empty name", (document) => renameEntity(document, "person-kalna", " ")],
    ["merging with itself", (document) => mergeEntities(document, "person-kalna", ["person-kalna"])],
    ["splitting off what is no mention", (document) => splitMentions(document, ["cue-1"], "n")],
    ["a place for a person", (document) => setPlace(document, "person-kalna", { name: "Riga", geoname: 1 })],
    ["a value for a place", (document) => setDateValue(document, "place-1", "2022")],
    ["deleting what the analysis finds", (document) => deleteFindings(document, ["quote-1", "statement-2"])],
    ["attaching what is attached", (document) => reattach(document, "quote-1", at("Kalna"), SAMPLE_TEXT)],
    ["a note to nothing", (document) => addNote(document, "nothing", { id: "n", text: "t", created: "c" })],
    ["a mention of nobody known", (document) => addMention(document, { newId: "n", range: at("reporters"), type: "person", entity: "nobody" }, SAMPLE_TEXT)],
  ];
  for (const [name, decide] of nothing) test(`${name} changes nothing`, () => assert.equal(decide(BASE), BASE));

  test("saying who the minister is once says it wherever the article says the minister, and for what goes on from there", () => {
    const text = 'The minister said: "One." "Two," he added. Ozols said: "Three." The minister replied: "Four." Ilze Kalna came. "Five," she said. The minister left. The Minister said: "Six."';
    const quotes = ["One", "Two", "Three", "Four", "Five", "Six"];
    const sources: [string, number, string][] = [["The minister", 0, "title"], ["he", 0, "pronoun"], ["Ozols", 0, "surname"], ["The minister", 1, "title"], ["she", 0, "pronoun"], ["The Minister", 0, "title"]];
    const document: AnnotationDocument = {
      ...BASE,
      source: { file: "a.txt", length: text.length },
      entities: [{ id: "kalna", type: "person", name: "Ilze Kalna", origin: "auto" }, { id: "ozols", type: "person", name: "Ozols", origin: "auto" }],
      annotations: [
        ...quotes.map((words, index) => mark(text, `q${index}`, "quote", words)),
        ...sources.map(([words, nth], index) => mark(text, `s${index}`, "speaker", words, {}, words === "he" ? text.slice(0, text.indexOf(" he ")).split("he").length - 1 : words === "she" ? 0 : nth)),
        mark(text, "name", "person", "Ilze Kalna", { entity: "kalna" }),
      ],
      statements: sources.map(([, , reason], index) => ({ id: `st${index}`, kind: "direct" as const, quote: [`q${index}`], speaker: `s${index}`, entity: index === 2 ? "ozols" : "kalna", reason: reason as "title", origin: "auto" as const, status: "proposed" as const })),
    };
    const decided = setSpeaker(document, "st0", { name: "Anna Liepa", newId: "liepa" });
    assert.deepEqual(decided.statements.map(({ entity }) => entity), ["liepa", "liepa", "ozols", "liepa", "kalna", "liepa"]);
    assert.deepEqual(decided.statements.map(({ status }) => status), ["accepted", "proposed", "proposed", "proposed", "proposed", "proposed"]);
    assert.deepEqual(decisionEffect(document, decided).statements, ["st0", "st1", "st3", "st5"]);
    assert.deepEqual(mergeAnalysis(decided, document).statements.map(({ entity }) => entity), ["liepa", "liepa", "ozols", "liepa", "kalna", "liepa"]);
    assert.deepEqual(setSpeaker(document, "st0", { entity: "ozols" }, "statement").statements.map(({ entity }) => entity), ["ozols", "kalna", "ozols", "kalna", "kalna", "kalna"]);
  });

  test("several may speak together, and nobody", () => {
    const joint = setSpeaker(BASE, "statement-1", { entities: ["person-kalna", "place-riga"] });
    assert.deepEqual([joint.statements[0]?.entities, joint.statements[0]?.entity], [["person-kalna", "place-riga"], undefined]);
    assert.equal(setSpeaker(BASE, "statement-1", null).statements[0]?.entity, null);
  });

  test("a statement by hand stands in its place and outlives every analysis", () => {
    const document = addStatement(BASE, { newId: "n", range: at(" Kalna told reporters in Riga") }, SAMPLE_TEXT);
    const made = document.statements[2];
    assert.deepEqual([made?.id, made?.kind, made?.origin, made?.status], ["n", "indirect", "user", "accepted"]);
    assert.equal(document.annotations.find(({ id }) => id === made?.quote[0])?.text, "Kalna told reporters in Riga");
    assert.ok(mergeAnalysis(document, BASE).statements.some(({ id }) => id === "n"));
    assert.deepEqual(deleteFindings(document, ["n"]), BASE);
  });

  const moved: [string, (document: AnnotationDocument) => AnnotationDocument, readonly string[]][] = [
    ["a statement shrunk to a word", (document) => setWords(document, "statement-1", at("June"), "n", SAMPLE_TEXT), ["June"]],
    ["a statement moved over other words", (document) => setSpan(document, "quote-2", at('ready," Kalna told reporters in Riga. "Nothing'), "n", SAMPLE_TEXT), ['ready," Kalna told reporters in Riga. "Nothing']],
    ["a statement in two", (document) => splitStatement(document, "statement-1", at("would open").start, "n", SAMPLE_TEXT), ["the bridge", "would open in June"]],
    ["two statements as one", (document) => joinStatements(document, ["statement-3", "statement-2"], "n"), ['"We are ready,"', '"Nothing can stop us now,"']],
  ];
  for (const [name, decide, words] of moved) {
    test(`${name} is not proposed again as it was`, () => {
      const decided = decide(BASE);
      const again = mergeAnalysis(decided, BASE);
      assert.deepEqual(shown(again), shown(decided));
      assert.ok(words.every((each) => shown(again).flat().includes(each)), JSON.stringify(shown(again)));
    });
  }

  test("a cue, a day and a place are set from a selection or from what is marked there", () => {
    const byHand = setPart(BASE, "statement-3", "cue", { range: at("stop us"), newId: "n" }, SAMPLE_TEXT);
    assert.equal(byHand.statements[2]?.cue, "n");
    assert.equal(setPart(BASE, "statement-3", "where", { range: at("RIGA"), newId: "n" }, SAMPLE_TEXT).statements[2]?.where, "place-1");
    assert.equal(setPart(BASE, "statement-1", "when", null, SAMPLE_TEXT).statements[0]?.when, null);
  });

  test("merging moves mentions, statements and candidates, and a new analysis finds both here", () => {
    const two = setSpeaker(BASE, "statement-3", { name: "Anna Ozola", newId: "x" });
    const merged = mergeEntities(two, "person-kalna", ["x"]);
    assert.deepEqual(merged.entities.map(({ id }) => id), ["person-kalna", "place-riga"]);
    assert.deepEqual(merged.entities[0]?.mergedFrom, ["Anna Ozola"]);
    assert.equal(merged.statements[2]?.entity, "person-kalna");
    assert.deepEqual(merged.statements[2]?.candidates, undefined);
    assert.deepEqual(mergeAnalysis(merged, two).entities.map(({ id }) => id), ["person-kalna", "place-riga"]);
  });

  test("what was merged into something of another kind stays there through analyses", () => {
    const again = mergeAnalysis(mergeEntities(BASE, "place-riga", ["person-kalna"]), BASE);
    assert.deepEqual(again.entities.map(({ id }) => id), ["place-riga"]);
    assert.deepEqual([...new Set(again.statements.map(({ entity }) => entity))], ["place-riga"]);
    assert.ok(again.annotations.every(({ type }) => type !== "person"));
    // of the same name and somewhere else it is another one
    const elsewhere = { id: "o", type: "organization", name: "Ilze Kalna" } as const;
    const named = { ...at("reporters"), id: "a", type: "organization", text: "reporters", entity: "o" } as const;
    const both = mergeAnalysis(again, { ...BASE, entities: [...BASE.entities, elsewhere], annotations: [...BASE.annotations, named] });
    assert.equal(both.entities.find(({ type }) => type === "organization")?.name, "Ilze Kalna");
  });

  test("a renamed entity keeps its name and its mentions through analyses", () => {
    const again = mergeAnalysis(renameEntity(BASE, "person-kalna", "I. Kalna"), BASE);
    assert.deepEqual(again.entities.filter(({ type }) => type === "person").map(({ id, name }) => [id, name]), [["person-kalna", "I. Kalna"]]);
    assert.ok(again.statements.every(({ entity }) => entity === "person-kalna"));
  });

  test("a mention that was split off stays so, with the statement that it speaks", () => {
    const split = splitMentions(BASE, ["person-2"], "x");
    assert.equal(split.entities.find(({ id }) => id === "x")?.name, "Kalna");
    assert.deepEqual(split.statements.map(({ entity }) => entity), ["person-kalna", "x", "person-kalna"]);
    assert.deepEqual(mergeAnalysis(split, BASE).statements.map(({ entity }) => entity), ["person-kalna", "x", "person-kalna"]);
  });

  test("what a person says it is it stays, whatever the analysis takes it for", () => {
    const again = mergeAnalysis(setEntityType(BASE, "place-riga", "organization"), BASE);
    assert.deepEqual(again.entities.map(({ id, type, country }) => [id, type, country]), [["person-kalna", "person", undefined], ["place-riga", "organization", undefined]]);
    assert.deepEqual(again.annotations.filter(({ entity }) => entity === "place-riga").map(({ type }) => type), ["organization", "organization"]);
    assert.equal(again.statements[1]?.where, null);
  });

  test("another place of the name is chosen, and the way back stays open", () => {
    const chosen = setPlace(BASE, "place-riga", { name: "Riga", geoname: 7, country: "US", kind: "city" }).entities[1];
    assert.deepEqual([chosen?.geoname, chosen?.country, chosen?.latitude], [7, "US", undefined]);
    assert.deepEqual(chosen?.alternatives?.map(({ geoname }) => geoname), [456172]);
    assert.deepEqual(mergeAnalysis(setPlace(BASE, "place-riga", { name: "Riga", geoname: 7 }), BASE).entities.find(({ id }) => id === "place-riga")?.geoname, 7);
  });

  test("the day of a date and of the article stay as a person set them", () => {
    const document = setPublished(setDateValue(BASE, "date-2", "2022-04-26"), "2022-05-04");
    const again = mergeAnalysis(document, BASE);
    assert.equal(again.annotations.find(({ id }) => id === "date-2")?.value, "2022-04-26");
    assert.deepEqual([again.source.published, again.source.publishedFrom], ["2022-05-04", "user"]);
  });

  test("notes are written, changed and taken away; the last one leaves no empty list", () => {
    const noted = addNote(BASE, "statement-1", { id: "n", text: "Sure?", created: "2026-01-01T00:00:00Z" });
    assert.equal(editNote(noted, "statement-1", "n", "Sure.").statements[0]?.notes?.[0]?.text, "Sure.");
    assert.deepEqual(deleteNote(noted, "statement-1", "n"), BASE);
  });

  test("an orphan is attached to the selection, or deleted with the statement of which it was all", () => {
    const orphaned: AnnotationDocument = { ...BASE, annotations: BASE.annotations.map((annotation) => (annotation.id === "quote-3" ? { ...annotation, orphaned: true } : annotation)) };
    const found = reattach(orphaned, "quote-3", at("Nothing can stop us"), SAMPLE_TEXT).annotations.find(({ id }) => id === "quote-3");
    assert.deepEqual([found?.text, found?.orphaned], ["Nothing can stop us", undefined]);
    const without = deleteFindings(orphaned, ["quote-3"]);
    assert.deepEqual(without.statements.map(({ id }) => id), ["statement-1", "statement-2"]);
    assert.ok(!without.annotations.some(({ id }) => ["quote-3", "cue-3", "speaker-3"].includes(id)));
  });

  const kinds: [readonly string[], string][] = [[["“All of it.”"], "direct"], [['"One,"', '"two."'], "direct"], [["so it is"], "indirect"], [['it is "fine" now'], "mixed"]];
  for (const [words, kind] of kinds) test(`${words.join(" … ")} is ${kind}`, () => assert.equal(kindOf(words), kind));
});

/** The words of the statements that are not rejected. */
function shown(document: AnnotationDocument): string[][] {
  const words = new Map(document.annotations.map(({ id, text }) => [id, text]));
  return document.statements.filter(({ status }) => status !== "rejected").map(({ quote }) => quote.map((id) => words.get(id) ?? ""));
}
