import assert from "node:assert/strict";
import Papa from "papaparse";
import * as fc from "fast-check";
import type { AnnotationDocument } from "../../../../src/core/document/annotationDocument.js";
import type { FormatId } from "../../../../src/core/formats/format.js";
import { findFormat, FORMATS, serializeFile } from "../../../../src/core/formats/index.js";
import { plain } from "../../../../src/core/formats/markdown.js";
import { setStatus } from "../../../../src/core/store/decisions.js";
import { sampleDocument, SAMPLE_TEXT } from "../sampleDocument.js";

function serialize(id: FormatId, ...documents: AnnotationDocument[]): string {
  return findFormat(id)?.serialize(documents.map((document) => ({ document, text: SAMPLE_TEXT }))) ?? "";
}

/** The sample with other words in its first quote and another name for its speaker. */
function withWords(words: string): AnnotationDocument {
  const { annotations, entities } = sampleDocument();
  return sampleDocument({
    annotations: annotations.map((annotation) => (annotation.id === "quote-1" ? { ...annotation, text: words } : annotation)),
    entities: entities.map((entity) => (entity.type === "person" ? { ...entity, name: words } : entity)),
  });
}

/** The sample with notes on its first statement. */
function withNotes(...notes: readonly string[]): AnnotationDocument {
  const [first, ...others] = sampleDocument().statements;
  return sampleDocument({ statements: first ? [{ ...first, notes: notes.map((text, at) => ({ id: `note-${at}`, text, created: "2022-05-04T09:00:00Z" })) }, ...others] : [] });
}

suite("formats", () => {
  test("each has its own id and file ending, and a format of one article is never asked for more", () => {
    assert.equal(new Set(FORMATS.map(({ id }) => id)).size, FORMATS.length);
    assert.equal(new Set(FORMATS.map(({ extension }) => extension)).size, FORMATS.length);
    assert.equal(findFormat("pdf"), undefined);
  });

  for (const format of FORMATS) {
    const { parse } = format;
    if (!parse) continue;
    test(`${format.id}: what is written is read again`, () => {
      const result = parse(serialize(format.id, sampleDocument()));
      assert.equal(result.ok, true);
      assert.deepEqual(result.value.map(({ statements }) => statements), [sampleDocument().statements]);
    });
  }

  test("jsonl: carries the text, and a bad line is told by its number", () => {
    const text = serialize("jsonl", sampleDocument(), sampleDocument());
    assert.equal(text.split("\n").length, 3);
    const result = findFormat("jsonl")?.parse?.(`${text}{}\n`);
    assert.equal(result?.ok, false);
    assert.match(result.error.message, /^Line 3: /u);
    const read = findFormat("jsonl")?.parse?.(text);
    assert.equal(read?.ok && read.value[0]?.source["text"], SAMPLE_TEXT);
  });

  test("csv, markdown: proposals that are no longer in the text are left out with what only they name; decisions stay", () => {
    const gone = sampleDocument({ annotations: sampleDocument().annotations.map((annotation) => (/^(?:quote|speaker|cue|person|place)-2$|^place-1$/u.test(annotation.id) ? { ...annotation, orphaned: true } : annotation)) });
    for (const id of ["csv", "markdown"] as const) {
      assert.doesNotMatch(serialize(id, gone), /We are ready|Riga/u);
      assert.match(serialize(id, gone), /Nothing can stop us now/u);
      assert.match(serialize(id, setStatus(gone, ["statement-2"], "accepted")), /We are ready/u);
    }
  });

  suite("csv", () => {
    test("has one row a statement with what was said by whom, when and where", () => {
      const [first, second] = rows(sampleDocument());
      assert.equal(rows(sampleDocument()).length, 3);
      assert.deepEqual([first?.["speaker"], first?.["quote"], first?.["when"], first?.["start"]], ["Ilze Kalna", "the bridge would open in June", "2022-05-03", String(SAMPLE_TEXT.indexOf("the bridge"))]);
      assert.deepEqual([second?.["where"], second?.["country"], second?.["quote"], second?.["status"]], ["Riga", "LV", '"We are ready,"', "proposed"]);
    });

    test("a file begins with the mark by which a spreadsheet knows its letters, a stream does not", () => {
      const csv = findFormat("csv");
      const articles = [{ document: sampleDocument(), text: SAMPLE_TEXT }];
      assert.ok(csv && serializeFile(csv, articles) === `\uFEFF${csv.serialize(articles)}`);
      for (const format of FORMATS) if (format !== csv) assert.equal(serializeFile(format, articles), format.serialize(articles));
    });

    test("what people noted stands beside the statement", () => {
      assert.deepEqual(rows(withNotes("Check\nthis", "Done")).map(({ notes }) => notes), ["Check this / Done", "", ""]);
    });

    for (const words of ["=HYPERLINK(1)", "+1", "-1+2", "@SUM(1)", "\t=1", "=1\n=2"]) {
      test(`${JSON.stringify(words)} is no formula`, () => {
        const [row] = rows(withWords(words));
        for (const column of ["speaker", "quote"]) assert.doesNotMatch(row?.[column] ?? "", /^[=+\-@\t\r\n]/u);
      });
    }

    test("any words stay within their cell", () => {
      fc.assert(
        fc.property(fc.string({ unit: "binary", maxLength: 30 }), (words) => {
          const [row, ...others] = rows(withWords(words));
          assert.equal(others.length, 2);
          assert.equal(row?.["cue"], "said");
        }),
      );
    });
  });

  suite("markdown", () => {
    test("groups statements by speaker, with those of nobody at the end", () => {
      const { statements } = sampleDocument();
      const text = serialize("markdown", sampleDocument({ statements: statements.map((statement, index) => (index === 0 ? { ...statement, entity: null } : statement)) }));
      assert.deepEqual(text.match(/^#+ .*$/gmu), ["# bridge.txt", "## Statements", "### Ilze Kalna", "### Unattributed", "## People", "## Places", "## Dates"]);
    });

    test("what was rejected is left out", () => {
      const text = serialize("markdown", setStatus(sampleDocument(), ["statement-2", "date-2"], "rejected"));
      assert.doesNotMatch(text, /We are ready/u);
      assert.doesNotMatch(text, /- Tuesday/u);
      assert.match(text, /- Ilze Kalna .*2 statements/u);
    });

    test("speaks as a person would: no code, no zero, no word twice", () => {
      const { annotations, statements } = sampleDocument();
      const text = serialize("markdown", sampleDocument({
        annotations: annotations.map((annotation) => ({ ...annotation, ...(annotation.id === "date-2" ? { value: "XXXX-WXX-2" } : annotation.id === "cue-2" ? { text: "denied" } : {}) })),
        statements: statements.map((statement) => (statement.id === "statement-2" ? { ...statement, factuality: "denied" } : statement)),
      }));
      for (const line of ["Published 3 May 2022", "- the bridge would open in June (reported; “said”; Tuesday)", '- "We are ready," (in their own words; “denied”; Riga)', "- Riga (city in Latvia; 56.95 N, 24.11 E; 2 mentions)", "- Tuesday (day not known)"]) {
        assert.ok(text.split("\n").includes(line), `${line} is not in\n${text}`);
      }
      assert.doesNotMatch(text, /XXXX|direct|division|\b0 /u);
    });

    test("what people noted stands below the statement", () => {
      assert.match(serialize("markdown", withNotes("Check\n# this", "Done")), /^- the bridge .*\n {2}- Note: Check \\# this\n {2}- Note: Done\n- "We are ready,"/mu);
    });

    const inert: [string, string][] = [
      ["# not a heading", "\\# not a heading"],
      ["[link](http://evil.example)", "\\[link\\](`http://evil.example)`"],
      ["<script>alert(1)</script>", "\\<script\\>alert(1)\\</script\\>"],
      ["![x](y)", "\\!\\[x\\](y)"],
      ["*bold* _it_ ~no~ `code`", "\\*bold\\* \\_it\\_ \\~no\\~ \\`code\\`"],
      ["see www.evil.example now", "see `www.evil.example` now"],
      ["write to a.b@evil.example", "write to `a.b@evil.example`"],
      ["//evil.example", "`//evil.example`"],
      ["1. first", "1\\. first"],
      ["- dash", "\\- dash"],
      ["two\n\nparagraphs", "two paragraphs"],
      ["&lt;b&gt;", "\\&lt;b\\&gt;"],
      ["$x^2$ | y", "\\$x\\^2\\$ \\| y"],
      ["right\u202Eleft", "rightleft"],
      ["Nothing special: it's 5.5 - or so (she said).", "Nothing special: it's 5.5 - or so (she said)."],
    ];
    for (const [words, expected] of inert) test(`${JSON.stringify(words)} is inert`, () => assert.equal(plain(words), expected));

    test("no words make another line or leave a mark unescaped", () => {
      fc.assert(
        fc.property(fc.string({ unit: fc.constantFrom(..."a <>[]()!*_`#\n@.:/w&\\|~-1") }), (words) => {
          const escaped = plain(words);
          assert.doesNotMatch(escaped, /[\r\n]/u);
          const outsideCode = escaped.replace(/\\.|`[^`]*`/gu, "");
          assert.doesNotMatch(outsideCode, /[<>[\]*_`#|~&!]/u);
        }),
        { numRuns: 500 },
      );
    });
  });
});

function rows(document: AnnotationDocument): Record<string, string>[] {
  return Papa.parse<Record<string, string>>(serialize("csv", document), { header: true, skipEmptyLines: true }).data;
}
