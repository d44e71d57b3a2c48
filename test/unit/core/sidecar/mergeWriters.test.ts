import assert from "node:assert/strict";
import * as fc from "fast-check";
import { describeDocument } from "../../../../src/core/anchor/describeDocument.js";
import type { AnnotationDocument, Statement, Status } from "../../../../src/core/document/annotationDocument.js";
import { checkReferences } from "../../../../src/core/sidecar/checkReferences.js";
import { ARTICLE_DAY, mergeWriters } from "../../../../src/core/sidecar/mergeWriters.js";
import { setSpeaker, setStatus } from "../../../../src/core/store/decisions.js";
import { mergeEntities, setEntityType, splitMentions } from "../../../../src/core/store/decisionsAboutEntities.js";
import { addNote, setKind } from "../../../../src/core/store/decisionsAboutStatements.js";
import { runs } from "../runs.js";
import { mark, sampleDocument, SAMPLE_TEXT } from "../sampleDocument.js";
import { anyDecision, applyDecision } from "../store/anyDecision.js";

const base = sampleDocument();
const decide = (id: string, status: Status, document: AnnotationDocument = base): AnnotationDocument => setStatus(document, [id], status);
const statuses = ({ statements }: AnnotationDocument): (string | undefined)[] => statements.map(({ status }) => status);
const note = { id: "note-1", text: "check the date", created: "2022-05-04T10:00:00Z" };
const withStatement = (document: AnnotationDocument, id: string, change: (statement: Statement) => Statement): AnnotationDocument => ({
  ...document,
  statements: document.statements.map((statement) => (statement.id === id ? change(statement) : statement)),
});
const without = (document: AnnotationDocument, id: string): AnnotationDocument => ({ ...document, statements: document.statements.filter((statement) => statement.id !== id) });

/** The third statement, said by someone new. */
function named(name: string, newId: string): AnnotationDocument {
  return setSpeaker(base, "statement-3", { name, newId });
}

function dated(published: string): AnnotationDocument {
  return { ...base, source: { ...base.source, published, publishedFrom: "user" } };
}

/** The day that the joined document has, and what is in conflict. */
function dayOf(before: AnnotationDocument, ours: AnnotationDocument, theirs: AnnotationDocument, side?: "theirs"): unknown {
  const { document, conflicts } = mergeWriters(before, ours, theirs, side);
  return [document.source.published, conflicts];
}

suite("merging two writers", () => {
  // statuses of statements 1 to 3 as both had them before, as we and as they have them now, and what comes out
  type Column = readonly [Status, Status, Status];
  const p = "proposed";
  const a = "accepted";
  const r = "rejected";
  const cases: [string, Column, Column, Column, Column, number][] = [
    ["nobody decided", [p, p, p], [p, p, p], [p, p, p], [p, p, p], 0],
    ["only we did", [p, p, p], [a, p, p], [p, p, p], [a, p, p], 0],
    ["only they did", [p, p, p], [p, p, p], [p, r, p], [p, r, p], 0],
    ["both did, on different statements", [p, p, p], [a, p, p], [p, p, r], [a, p, r], 0],
    ["both did the same", [p, p, p], [a, p, p], [a, p, p], [a, p, p], 0],
    ["both did, differently", [p, p, p], [a, p, p], [r, p, p], [a, p, p], 1],
    ["we changed our mind", [a, p, p], [r, p, p], [a, p, p], [r, p, p], 0],
    ["they changed their mind", [a, p, p], [a, p, p], [r, p, p], [r, p, p], 0],
    ["we withdrew", [a, p, p], [p, p, p], [a, p, p], [p, p, p], 0],
    ["they withdrew", [a, p, p], [a, p, p], [p, p, p], [p, p, p], 0],
    ["we withdrew what they changed", [a, p, p], [p, p, p], [r, p, p], [p, p, p], 1],
    ["an old decision stays", [p, a, p], [p, a, p], [p, a, r], [p, a, r], 0],
  ];
  for (const [name, before, ours, theirs, expected, conflicts] of cases) {
    test(name, () => {
      const build = (column: Column): AnnotationDocument => column.reduce((document, status, at) => decide(`statement-${at + 1}`, status, document), base);
      const merged = mergeWriters(build(before), build(ours), build(theirs));
      assert.deepEqual(statuses(merged.document), expected);
      assert.equal(merged.conflicts.length, conflicts);
      assert.deepEqual(merged.document.statements.map(({ id }) => id), base.statements.map(({ id }) => id));
      assert.deepEqual(merged.document.annotations, base.annotations);
    });
  }

  suite("orphans that nobody decided on", () => {
    const orphaned: AnnotationDocument = { ...base, annotations: base.annotations.map((annotation) => (/^(quote|speaker|cue)-3$/u.test(annotation.id) ? { ...annotation, orphaned: true } : annotation)) };
    const shortened = without({ ...base, annotations: base.annotations.filter(({ id }) => !/^(quote|speaker|cue)-3$/u.test(id)) }, "statement-3");
    const all = ["statement-1", "statement-2", "statement-3"];
    const parts = ["quote-3", "speaker-3", "cue-3"];
    const orphan: [string, AnnotationDocument | undefined, AnnotationDocument, AnnotationDocument][] = [
      ["both have it", orphaned, orphaned, orphaned],
      ["both lost it since", base, orphaned, orphaned],
      ["it is new to us", shortened, shortened, orphaned],
      ["it is new to them", shortened, orphaned, shortened],
      ["nobody knows what was before", undefined, shortened, orphaned],
    ];
    for (const [name, before, ours, theirs] of orphan) test(`${name}: it stays`, () => assert.deepEqual(listed(mergeWriters(before, ours, theirs)), [all, parts, []]));
    for (const [name, before] of [["whoever deleted it", orphaned], ["whoever took the text out along with it", base]] as const) {
      test(`${name} is followed`, () => {
        assert.deepEqual(listed(mergeWriters(before, shortened, orphaned)), [all.slice(0, 2), [], []]);
        assert.deepEqual(listed(mergeWriters(before, orphaned, shortened)), [all.slice(0, 2), [], []]);
      });
    }
    test("accepted by one and deleted by the other, it stays", () => {
      const accepted = decide("statement-3", "accepted", orphaned);
      assert.deepEqual(listed(mergeWriters(orphaned, shortened, accepted)), [all, parts, []]);
      assert.deepEqual(listed(mergeWriters(orphaned, accepted, shortened)), [all, parts, []]);
    });
  });

  test("where they are preferred, their decision stands, and ours on what they left alone", () => {
    const ours = decide("statement-2", "accepted", decide("statement-1", "accepted"));
    const merged = mergeWriters(base, ours, decide("statement-1", "rejected"), "theirs");
    assert.deepEqual(statuses(merged.document), ["rejected", "accepted", "proposed"]);
    assert.deepEqual(merged.conflicts, ["statement-1"]);
  });

  test("what each changed of one statement is joined: a decision, a speaker, notes", () => {
    const ours = withStatement(decide("statement-3", "accepted"), "statement-3", (statement) => ({ ...statement, notes: [note] }));
    const theirs = withStatement(setSpeaker(base, "statement-3", { name: "Anna Berzina", newId: "person-x7" }), "statement-3", (statement) => ({
      ...statement,
      status: "accepted",
      notes: [{ ...note, id: "note-2", text: "she was not there" }],
    }));
    for (const [one, other] of [
      [ours, theirs],
      [theirs, ours],
    ] as const) {
      const { document, conflicts } = mergeWriters(base, one, other);
      assert.deepEqual(conflicts, []);
      const merged = document.statements[2];
      assert.deepEqual([merged?.entity, merged?.reason, merged?.status], ["person-x7", "person", "accepted"]);
      assert.deepEqual(merged?.notes?.map(({ id }) => id).toSorted(), ["note-1", "note-2"]);
      assert.ok(document.entities.some(({ id }) => id === "person-x7"));
    }
  });

  test("two different speakers are a conflict, and so is one note changed in two ways", () => {
    assert.deepEqual(mergeWriters(base, named("Anna Berzina", "person-x7"), named("Ieva Ozola", "person-x8")).conflicts, ["statement-3"]);
    const noted = (text: string): AnnotationDocument => withStatement(base, "statement-1", (statement) => ({ ...statement, notes: [{ ...note, text }] }));
    assert.deepEqual(mergeWriters(noted("check"), noted("check the day"), noted("checked")).conflicts, ["statement-1"]);
    assert.deepEqual(mergeWriters(noted("check"), noted("check"), noted("checked")).document.statements[0]?.notes?.map(({ text }) => text), ["checked"]);
  });

  test("of a conflict only what both changed is one writer's; the rest of either stays", () => {
    const theirs = withStatement(named("Ieva Ozola", "person-x8"), "statement-3", (statement) => ({ ...statement, kind: "mixed", notes: [note] }));
    for (const [preferred, entity] of [["ours", "person-x7"], ["theirs", "person-x8"]] as const) {
      const { document, conflicts } = mergeWriters(base, named("Anna Berzina", "person-x7"), theirs, preferred);
      assert.deepEqual(conflicts, ["statement-3"]);
      const merged = document.statements[2];
      assert.deepEqual([merged?.entity, merged?.kind, merged?.notes], [entity, "mixed", [note]]);
    }
  });

  test("what one of them decided about somebody whom the other merged goes with all the rest", () => {
    const kalna = { id: "person-minister", type: "person", name: "The mayor", origin: "auto" } as const;
    const start: AnnotationDocument = withStatement({ ...base, entities: [...base.entities, kalna] }, "statement-2", (statement) => ({ ...statement, entity: kalna.id }));
    const merged = mergeEntities(start, "person-kalna", [kalna.id]);
    for (const decided of [decide("statement-2", "accepted", start), addNote(start, "statement-2", note), setStatus(setKind(start, ["statement-2"], "mixed"), ["statement-1"], "rejected")]) {
      for (const { document, conflicts } of [mergeWriters(start, decided, merged), mergeWriters(start, merged, decided)]) {
        assert.deepEqual(conflicts, []);
        assert.equal(document.statements[1]?.entity, "person-kalna");
        assert.ok(!document.entities.some(({ id }) => id === kalna.id));
        const { kind, status, notes } = decided.statements[1] ?? {};
        assert.deepEqual([document.statements[1]?.kind, document.statements[1]?.status, document.statements[1]?.notes], [kind, status, notes]);
      }
    }
  });

  test("whom one of them told apart since is not merged with a namesake of theirs", () => {
    const twin = { id: "person-twin", type: "person", name: "Kalna", origin: "auto" } as const;
    const start: AnnotationDocument = { ...base, entities: [...base.entities, twin] };
    const [apart, merged] = [splitMentions(start, ["person-2"], "person-own"), mergeEntities(start, "person-kalna", [twin.id])];
    for (const { document } of [mergeWriters(start, apart, merged), mergeWriters(start, merged, apart)]) {
      assert.equal(document.annotations.find(({ id }) => id === "person-2")?.entity, "person-own");
      assert.deepEqual(checkReferences(document), []);
    }
  });

  test("two that each merged into the other stay as both left them", () => {
    const twin = { id: "person-twin", type: "person", name: "Kalna", origin: "auto" } as const;
    const start: AnnotationDocument = withStatement({ ...base, entities: [...base.entities, twin] }, "statement-2", (statement) => ({ ...statement, entity: twin.id, status: "accepted" }));
    const { document } = mergeWriters(start, mergeEntities(start, "person-kalna", [twin.id]), mergeEntities(start, twin.id, ["person-kalna"]));
    assert.deepEqual(checkReferences(document), []);
  });

  test("a side may be chosen for each conflict", () => {
    const ours = decide("statement-2", "accepted", decide("statement-1", "accepted"));
    const theirs = decide("statement-2", "rejected", decide("statement-1", "rejected"));
    const merged = mergeWriters(base, ours, theirs, new Map([["statement-2", "theirs"]]));
    assert.deepEqual(statuses(merged.document), ["accepted", "rejected", "proposed"]);
    assert.deepEqual(merged.conflicts, ["statement-1", "statement-2"]);
  });

  test("two days of the article are a conflict; a new one outranks the one of before", () => {
    const [first, second, third] = [dated("2022-05-01"), dated("2022-05-02"), dated("2022-05-03")];
    assert.deepEqual(dayOf(first, first, second), ["2022-05-02", []]);
    assert.deepEqual(dayOf(first, second, first), ["2022-05-02", []]);
    assert.deepEqual(dayOf(first, base, first), [base.source.published, []]);
    assert.deepEqual(dayOf(first, second, third), ["2022-05-02", [ARTICLE_DAY]]);
    assert.deepEqual(dayOf(first, second, third, "theirs"), ["2022-05-03", [ARTICLE_DAY]]);
  });

  test("without a common base all decisions are joined", () => {
    const merged = mergeWriters(undefined, decide("statement-1", "accepted"), decide("statement-2", "rejected"));
    assert.deepEqual(statuses(merged.document), ["accepted", "rejected", "proposed"]);
    assert.deepEqual(merged.conflicts, []);
  });

  test("a speaker whom they named comes along", () => {
    const theirs = setSpeaker(base, "statement-3", { name: "Anna Berzina", newId: "person-x7" });
    const { document } = mergeWriters(base, decide("statement-1", "accepted"), theirs);
    assert.equal(document.statements[2]?.entity, "person-x7");
    assert.ok(document.entities.some(({ id, name }) => id === "person-x7" && name === "Anna Berzina"));
    assert.equal(document.statements[0]?.status, "accepted");
  });

  test("a statement that they added comes with its words, once although our analysis found it as well", () => {
    const added: AnnotationDocument = {
      ...without(base, "statement-2"),
      annotations: [...base.annotations.filter(({ id }) => id !== "quote-2"), mark(SAMPLE_TEXT, "quote-x", "quote", '"We are ready,"', { origin: "user" })],
      statements: [...without(base, "statement-2").statements, { id: "statement-x", kind: "direct", quote: ["quote-x"], origin: "user", entity: null }],
    };
    const { document } = mergeWriters(base, base, added);
    const quotes = document.annotations.filter(({ type, text }) => type === "quote" && text === '"We are ready,"');
    assert.deepEqual(quotes.map(({ id }) => id), ["quote-x"]);
    assert.ok(document.statements.some(({ id }) => id === "statement-x"));
    assert.ok(!document.statements.some(({ id }) => id === "statement-2"));
  });

  test("what they deleted goes where we left it as it was, and stays where we changed it", () => {
    const before = decide("statement-1", "accepted");
    const theirs = without(before, "statement-1");
    assert.ok(!mergeWriters(before, before, theirs).document.statements.some(({ id }) => id === "statement-1"));
    const ours = withStatement(before, "statement-1", (statement) => ({ ...statement, notes: [note] }));
    const kept = mergeWriters(before, ours, theirs).document.statements.find(({ id }) => id === "statement-1");
    assert.deepEqual(kept?.notes, [note]);
  });

  test("a moved place or another confidence is no decision", () => {
    const before = decide("statement-1", "accepted");
    const moved: AnnotationDocument = { ...before, statements: before.statements.map((statement) => ({ ...statement, confidence: 0.1 })) };
    assert.deepEqual(mergeWriters(before, decide("statement-1", "rejected", before), moved).conflicts, []);
  });

  test("the day that they set outranks what the text tells us", () => {
    const theirs: AnnotationDocument = { ...base, source: { ...base.source, published: "2022-05-01", publishedFrom: "user" } };
    const { source } = mergeWriters(base, base, theirs).document;
    assert.equal(source.published, "2022-05-01");
    assert.equal(source.publishedFrom, "user");
  });

  test("whatever both decided, the references of the two together hold", () => {
    const start = describeDocument(sampleDocument(), SAMPLE_TEXT);
    const decisions = fc.array(anyDecision(), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(decisions, decisions, fc.boolean(), (own, others, isBaseKnown) => {
        const [ours, theirs] = [own, others].map((list) => list.reduce((document, decision) => applyDecision(document, decision, SAMPLE_TEXT), start));
        const { document } = mergeWriters(isBaseKnown ? start : undefined, ours ?? start, theirs ?? start);
        assert.deepEqual(checkReferences(document), []);
      }),
      runs(200),
    );
  });

  for (const isOurs of [true, false]) {
    test(`a place that ${isOurs ? "we say" : "they say"} is a person: it is one everywhere, and nothing was said there`, () => {
      const start = describeDocument(sampleDocument(), SAMPLE_TEXT);
      const person = setEntityType(start, "place-riga", "person");
      const accepted = setStatus(start, ["statement-2"], "accepted");
      const { document } = isOurs ? mergeWriters(start, person, accepted) : mergeWriters(start, accepted, person);
      assert.deepEqual(document.annotations.filter(({ entity }) => entity === "place-riga").map(({ type }) => type), ["person", "person"]);
      assert.deepEqual(document.statements.map(({ where, status }) => [where, status]), [[null, "proposed"], [null, "accepted"], [null, "proposed"]]);
    });
  }

  test("unknown fields of both stay", () => {
    const theirs = withStatement({ ...decide("statement-2", "accepted"), reviewer: "Ada" }, "statement-2", (statement) => ({ ...statement, checked: true }));
    const { document } = mergeWriters(base, { ...decide("statement-1", "accepted"), desk: "foreign" }, theirs);
    assert.equal(document["reviewer"], "Ada");
    assert.equal(document["desk"], "foreign");
    assert.equal(document.statements[1]?.["checked"], true);
  });
});

/** What is left of statements and orphans, and the conflicts. */
function listed({ document, conflicts }: ReturnType<typeof mergeWriters>): unknown {
  return [document.statements.map(({ id }) => id), document.annotations.filter(({ orphaned }) => orphaned === true).map(({ id }) => id), conflicts];
}
