import assert from "node:assert/strict";
import * as fc from "fast-check";
import type { AnnotationDocument, Status } from "../../../../src/core/document/annotationDocument.js";
import { withoutFields } from "../../../../src/core/document/fields.js";
import { checkReferences } from "../../../../src/core/sidecar/checkReferences.js";
import { mergeAnalysis } from "../../../../src/core/sidecar/mergeAnalysis.js";
import { setSpeaker, setStatus } from "../../../../src/core/store/decisions.js";
import { mark, sampleDocument, SAMPLE_TEXT } from "../sampleDocument.js";

suite("merge analysis", () => {
  test("the same analysis again changes nothing", () => assert.deepEqual(mergeAnalysis(sampleDocument(), sampleDocument()), sampleDocument()));

  test("proposals that are no longer found go, new ones come", () => {
    const old = without(sampleDocument(), "statement-1");
    const fresh = without(sampleDocument(), "statement-2");
    assert.deepEqual(ids(mergeAnalysis(old, fresh)), ["statement-1", "statement-3"]);
  });

  test("an equal finding under another id keeps the id that it had", () => {
    const merged = mergeAnalysis(sampleDocument(), renamed(sampleDocument(), "-again"));
    assert.deepEqual(merged, sampleDocument());
  });

  test("a finding that covers at least half the same words is the same, one of less is another", () => {
    const wide = replaceAnnotation(sampleDocument(), "quote-1", "said on Tuesday the bridge would open in June");
    assert.deepEqual(ids(mergeAnalysis(sampleDocument(), renamed(wide, "-again"))), ids(sampleDocument()));
    const narrow = replaceAnnotation(sampleDocument(), "quote-1", "the bridge");
    assert.deepEqual(ids(mergeAnalysis(sampleDocument(), renamed(narrow, "-again"))), ["statement-1-again", "statement-2", "statement-3"]);
  });

  for (const status of ["accepted", "rejected"] as const) {
    test(`a statement that was ${status} stays with all its parts and is not proposed again`, () => {
      const kept = setStatus(sampleDocument(), ["statement-2"], status);
      const other = renamed(replaceAnnotation(sampleDocument(), "quote-2", '"We are ready," Kalna'), "-again");
      const merged = mergeAnalysis(kept, other);
      assert.deepEqual(ids(merged), ids(sampleDocument()));
      assert.deepEqual(merged.statements[1], kept.statements[1]);
      assert.equal(merged.annotations.find(({ id }) => id === "quote-2")?.text, '"We are ready,"');
      const gone = mergeAnalysis(kept, { ...sampleDocument(), entities: [], annotations: [], statements: [] });
      assert.deepEqual(gone.statements, [kept.statements[1]]);
      assert.deepEqual(gone.annotations.map(({ id }) => id), ["quote-2", "speaker-2", "cue-2", "place-2"]);
      assert.deepEqual(gone.entities.map(({ id }) => id), ["person-kalna", "place-riga"]);
      assert.deepEqual(checkReferences(gone).filter(({ severity }) => severity === "error"), []);
    });
  }

  test("a speaker that a person chose outlives the analysis", () => {
    const kept = setSpeaker(sampleDocument(), "statement-3", { name: "Anna Ozola", newId: "person-x" });
    const merged = mergeAnalysis(kept, sampleDocument());
    assert.equal(merged.statements[2]?.entity, "person-x");
    assert.ok(merged.entities.some(({ id }) => id === "person-x"));
  });

  test("a rejected mention stays rejected, and no statement is dated by it", () => {
    const merged = mergeAnalysis(setStatus(sampleDocument(), ["date-2"], "rejected"), sampleDocument());
    assert.equal(merged.annotations.filter(({ type, start }) => type === "date" && start === SAMPLE_TEXT.indexOf("Tuesday")).length, 1);
    assert.equal(merged.annotations.find(({ id }) => id === "date-2")?.status, "rejected");
    assert.equal(merged.statements[0]?.when, null);
  });

  test("what somebody else made, without telling an origin, is kept", () => {
    const foreign = withoutFields(mark(SAMPLE_TEXT, "a1", "organization", "bridge"), "origin", "status");
    const kept = sampleDocument({ annotations: [...sampleDocument().annotations, foreign] });
    assert.ok(mergeAnalysis(kept, sampleDocument()).annotations.some(({ id }) => id === "a1"));
  });

  test("orphans stay with all their parts, decided or not, and are written in the same order again", () => {
    const kept = setStatus(withLost(sampleDocument(), "statement-2", "statement-3"), ["statement-2"], "accepted");
    const fresh = without({ ...sampleDocument(), annotations: sampleDocument().annotations.filter(({ id }) => !/^(quote|speaker|cue|person|place)-[23]$/u.test(id)) }, "statement-2", "statement-3");
    const merged = mergeAnalysis(kept, fresh);
    assert.deepEqual(ids(merged), ["statement-1", "statement-2", "statement-3"]);
    const orphans = merged.annotations.filter(({ orphaned }) => orphaned === true).map(({ id }) => id);
    assert.deepEqual(orphans, ["quote-2", "speaker-2", "cue-2", "place-2", "quote-3", "speaker-3", "cue-3"]);
    assert.deepEqual(merged.statements[2], kept.statements[2]);
    assert.deepEqual(checkReferences(merged), []);
    assert.deepEqual(mergeAnalysis(merged, fresh), merged);
    assert.deepEqual(mergeAnalysis(merged, { ...fresh, annotations: [], statements: [], entities: [] }).entities.map(({ id }) => id), ["person-kalna", "place-riga"]);
  });

  test("an orphan that nobody decided on goes once its words are found elsewhere, however they are marked and broken", () => {
    const kept = withLost(sampleDocument(), "statement-2");
    const words = "“We are\nready,”";
    const text = `${words} she said.`;
    const found: AnnotationDocument = {
      ...sampleDocument(),
      annotations: [mark(text, "q9", "quote", words), mark(text, "c9", "cue", "said")],
      statements: [{ ...(sampleDocument().statements[1] ?? assert.fail()), id: "s9", quote: ["q9"], cue: "c9", speaker: null, where: null }],
    };
    assert.deepEqual(ids(mergeAnalysis(kept, found)), ["s9"]);
    assert.deepEqual(ids(mergeAnalysis(setStatus(kept, ["statement-2"], "accepted"), found)).toSorted(), ["s9", "statement-2"]);
  });

  test("a mention that is gone from one place is no orphan while the same words are mentioned elsewhere", () => {
    const after = (id: string, ...others: string[]): string[] =>
      mergeAnalysis(withoutPlace(id), { ...sampleDocument(), statements: [], annotations: sampleDocument().annotations.filter((annotation) => annotation.id !== id && !others.includes(annotation.id)) })
        .annotations.filter(({ orphaned }) => orphaned === true)
        .map((annotation) => annotation.id);
    assert.deepEqual(after("person-2"), ["person-2"]);
    assert.deepEqual(after("date-1"), ["date-1"]);
    const again = mark(SAMPLE_TEXT, "person-3", "person", "Kalna", { entity: "person-kalna" });
    const found = { ...sampleDocument(), statements: [], annotations: [again] };
    assert.ok(!mergeAnalysis(withoutPlace("person-2"), found).annotations.some(({ id }) => id === "person-2"));
    assert.deepEqual(after("cue-1"), [], "a cue alone is nothing that a person could attach again");
  });

  test("an entity that a person renamed or merged keeps its name and takes the mentions of what was merged", () => {
    const kalna = { id: "person-kalna", type: "person", name: "Ilze Kalna-Berzina", mergedFrom: ["Ilze Kalna"], origin: "user" } as const;
    const kept = sampleDocument({ entities: [kalna, ...sampleDocument().entities.slice(1)] });
    const merged = mergeAnalysis(kept, renamed(sampleDocument(), "-again"));
    assert.deepEqual(merged.entities.filter(({ type }) => type === "person"), [kalna]);
    assert.ok(merged.annotations.filter(({ type }) => type === "person").every(({ entity }) => entity === "person-kalna"));
  });

  test("a fresh finding never takes the id of a kept one that is something else", () => {
    const kept = setStatus(sampleDocument(), ["statement-1"], "accepted");
    const shifted = sampleDocument({
      annotations: sampleDocument().annotations.map((annotation) => (annotation.id === "quote-1" ? mark(SAMPLE_TEXT, "quote-1", "quote", "reporters in Riga") : annotation)),
    });
    const merged = mergeAnalysis(kept, shifted);
    assert.equal(new Set(merged.annotations.map(({ id }) => id)).size, merged.annotations.length);
    assert.equal(merged.annotations.find(({ id }) => id === "quote-1")?.text, "the bridge would open in June");
    assert.deepEqual(checkReferences(merged), []);
  });

  test("the day of the article that a person set outlives the analysis", () => {
    const kept = sampleDocument({ source: { file: "bridge.txt", length: SAMPLE_TEXT.length, published: "2021-01-01", publishedFrom: "user" } });
    const { published, publishedFrom, publishedAnnotation } = mergeAnalysis(kept, sampleDocument()).source;
    assert.deepEqual([published, publishedFrom, publishedAnnotation], ["2021-01-01", "user", undefined]);
  });

  test("unknown fields of a proposal outlive its replacement, outdated known ones do not", () => {
    const kept = sampleDocument({ annotations: sampleDocument().annotations.map((annotation) => ({ ...annotation, "x-colour": "red", sense: "demonym" as const })) });
    const [first] = mergeAnalysis(kept, sampleDocument()).annotations;
    assert.deepEqual([first?.["x-colour"], first?.sense], ["red", "literal"]);
  });

  test("unknown fields of a role and of a candidate do so too", () => {
    const sample = sampleDocument();
    const candidates = [{ entity: "person-kalna", confidence: 0.2 }];
    const told = { ...sample, statements: sample.statements.map((statement) => ({ ...statement, candidates })) };
    const kept: AnnotationDocument = {
      ...told,
      entities: told.entities.map((entity) => ({ ...entity, ...(entity.roles ? { roles: entity.roles.map((role) => ({ ...role, "x-since": 2019 })) } : {}) })),
      statements: told.statements.map((statement) => ({ ...statement, candidates: statement.candidates.map((candidate) => ({ ...candidate, "x-by": "Ilze" })) })),
    };
    assert.deepEqual(mergeAnalysis(kept, told), kept);
    assert.deepEqual(mergeAnalysis(kept, renamed(told, "-again")).entities.flatMap(({ roles = [] }) => roles.map((role) => role["x-since"])), [2019]);
  });

  test("whatever was decided: all decisions are kept, references hold, and merging again changes nothing", () => {
    const all = [...sampleDocument().annotations, ...sampleDocument().statements].map(({ id }) => id);
    const decisions = fc.array(fc.tuple(fc.constantFrom(...all), fc.constantFrom<Status>("accepted", "rejected")), { maxLength: 8 });
    const dropped = fc.subarray(sampleDocument().statements.map(({ id }) => id));
    fc.assert(
      fc.property(decisions, dropped, fc.boolean(), (made, gone, isRenamed) => {
        const kept = made.reduce((document, [id, status]) => setStatus(document, [id], status), sampleDocument());
        const base = without(sampleDocument(), ...gone);
        const fresh = isRenamed ? renamed(base, "-again") : base;
        const merged = mergeAnalysis(kept, fresh);
        const found = new Map([...merged.annotations, ...merged.statements].map((item) => [item.id, item]));
        for (const item of [...kept.annotations, ...kept.statements]) {
          if (item.status !== "proposed") assert.deepEqual(found.get(item.id), item);
        }
        assert.deepEqual(checkReferences(merged), []);
        assert.deepEqual(mergeAnalysis(merged, fresh), merged);
      }),
    );
  });
});

function ids({ statements }: AnnotationDocument): string[] {
  return statements.map(({ id }) => id);
}

function without(document: AnnotationDocument, ...gone: string[]): AnnotationDocument {
  return { ...document, statements: document.statements.filter(({ id }) => !gone.includes(id)) };
}

/** The sample where one annotation is no longer in the text. */
function withoutPlace(id: string): AnnotationDocument {
  return sampleDocument({ annotations: sampleDocument().annotations.map((annotation) => (annotation.id === id ? { ...annotation, orphaned: true } : annotation)) });
}

/** Statements whose own words are no longer in the text. */
function withLost(document: AnnotationDocument, ...lost: string[]): AnnotationDocument {
  const parts = new Set(document.statements.filter(({ id }) => lost.includes(id)).flatMap(({ quote, cue, speaker, where }) => [...quote, cue, speaker, where]));
  return { ...document, annotations: document.annotations.map((annotation) => (parts.has(annotation.id) ? { ...annotation, orphaned: true } : annotation)) };
}

function replaceAnnotation(document: AnnotationDocument, id: string, words: string): AnnotationDocument {
  const annotations = document.annotations.map((annotation) => (annotation.id === id ? mark(SAMPLE_TEXT, id, annotation.type, words) : annotation));
  return { ...document, annotations };
}

/** The same findings under other ids. */
function renamed(document: AnnotationDocument, ending: string): AnnotationDocument {
  const all = [...document.entities, ...document.annotations, ...document.statements].map(({ id }) => id);
  const text = all.reduce((json, id) => json.replaceAll(`"${id}"`, `"${id}${ending}"`), JSON.stringify(document));
  return JSON.parse(text) as AnnotationDocument;
}
