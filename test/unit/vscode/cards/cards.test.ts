import assert from "node:assert/strict";
import { englishWording } from "../../../../src/core/describe/translate.js";
import type { Annotation, AnnotationDocument, Entity, PlaceAlternative, Statement } from "../../../../src/core/document/annotationDocument.js";
import { indexOf } from "../../../../src/core/document/documentIndex.js";
import type { Card, CardLine } from "../../../../src/vscode/cards/card.js";
import { dateCard } from "../../../../src/vscode/cards/dateCard.js";
import { entityCard } from "../../../../src/vscode/cards/entityCard.js";
import { statementCard } from "../../../../src/vscode/cards/statementCard.js";
import { mark, SAMPLE_TEXT, sampleDocument } from "../../core/sampleDocument.js";

/** What a card tells above its commands, a line each. */
function told({ title, lines, details }: Card): string[] {
  return [title, ...lines, ...details].map(words);
}

function words(line: CardLine): string {
  return line.map((part) => (typeof part === "string" ? part : "strong" in part ? part.strong : part.words)).join("");
}

/** The card of a statement of the sample, changed. */
function statementTold(id: string, fields: Partial<Statement> = {}, changes: Partial<AnnotationDocument> = {}): string[] {
  const { statements } = sampleDocument();
  const index = indexOf(sampleDocument({ statements: statements.map((statement) => (statement.id === id ? { ...statement, ...fields } : statement)), ...changes }));
  const parts = index.statement(id);
  return parts ? told(statementCard("uri", index, parts, englishWording)) : [];
}

/** The line about what the person of the sample says in these statements. */
function counted(statements: readonly Statement[]): string | undefined {
  const index = indexOf(sampleDocument({ statements }));
  const kalna = index.entity("person-kalna");
  return kalna && told(entityCard("uri", index, kalna, englishWording)).at(-1);
}

suite("cards of dates", () => {
  const cases: [string, Partial<Annotation>, string[]][] = [
    ["a day that is written out", { timex: "DATE", value: "2022-05-03" }, ["Tuesday → Tuesday 3 May 2022", "2022-05-03 · date"]],
    ["a weekday of no week", { timex: "DATE", value: "XXXX-WXX-2" }, ["Tuesday → day not known", "The article’s date is not known", "date"]],
    ["a time that has passed", { timex: "DATE", value: "PAST_REF" }, ["Tuesday → some time in the past", "The article’s date is not known", "date"]],
    ["a length of time", { timex: "DURATION", value: "P2W" }, ["Tuesday → 2 weeks", "length of time"]],
    ["a length of time, told as we would", { timex: "DURATION", value: "P2W", text: "2 Weeks" }, ["2 Weeks", "length of time"]],
    ["what recurs", { timex: "SET", value: "XXXX-WXX-2" }, ["Tuesday → every Tuesday", "recurring"]],
    ["a value that has no words", { timex: "DATE", value: "2022-W99-9" }, ["Tuesday", "2022-W99-9 · date"]],
  ];
  for (const [name, fields, lines] of cases) {
    test(name, () => {
      const date = mark(SAMPLE_TEXT, "date-2", "date", "Tuesday", fields);
      const index = indexOf(sampleDocument({ source: { file: "bridge.txt", length: SAMPLE_TEXT.length, published: null }, annotations: [date], statements: [] }));
      assert.deepEqual(told(dateCard("uri", index, date, englishWording)).map((line) => line.replace("day, ", "day ")), lines);
    });
  }
});

suite("cards of statements", () => {
  test("when and where", () => {
    assert.deepEqual(statementTold("statement-1").slice(1, 3).map((line) => line.replace("day, ", "day ")), ["Ilze Kalna “said” · reported", "When: Tuesday 3 May 2022"]);
    assert.equal(statementTold("statement-2")[2], "Where: Riga");
  });

  const reasons: [string, Partial<Statement>, string][] = [
    ["a full name", { reason: "full name" }, "Sure (90%): the full name stands with “told”"],
    ["a turn", { construction: "label" }, "Found because it is a turn in a conversation"],
    ["a quotation that floats", { construction: "floating quote" }, "Found because it is a quotation without a verb of saying"],
  ];
  for (const [name, fields, line] of reasons) test(`why: ${name}`, () => assert.ok(statementTold("statement-2", fields).includes(line)));

  test("why: the only name that the article gives", () => {
    const entities = sampleDocument().entities.map((entity) => (entity.id === "person-kalna" ? { ...entity, name: "Kalna" } : entity));
    assert.ok(statementTold("statement-2", { reason: "full name" }, { entities }).includes("Sure (90%): the name “Kalna” stands with “told”"));
  });
});

suite("cards of places", () => {
  test("where others of the name are", () => {
    const alternatives = ["Michigan", "New York", "Ohio", "Iowa", "Utah"].map((division): PlaceAlternative => ({ name: "Riga", kind: "city", country: "US", division }));
    const riga: Entity = { id: "place-riga", type: "place", name: "Riga", kind: "city", country: "LV", alternatives };
    const card = entityCard("uri", indexOf(sampleDocument({ entities: [riga], statements: [] })), riga, englishWording);
    assert.equal(told(card).at(-1), `Other places of that name: ${["Michigan", "New York", "Ohio", "Iowa"].map((state) => `city in ${state}, United States`).join("; ")}; and 1 more`);
  });
});

suite("cards of people", () => {
  test("how much they say, and how", () => {
    const { statements } = sampleDocument();
    assert.equal(counted(statements), "3 statements (2 in their own words, 1 reported) · 100% of all words said");
    assert.equal(counted(statements.slice(1)), "2 statements (in their own words) · 100% of all words said");
  });
});
