import { describeRange } from "../../../src/core/document/context.js";
import type { Annotation, AnnotationDocument, AnnotationType, Entity, Statement } from "../../../src/core/document/annotationDocument.js";

export const SAMPLE_TEXT =
  "RIGA, May 3, 2022 - Mayor Ilze Kalna said on Tuesday the bridge would open in June.\n\n" +
  '"We are ready," Kalna told reporters in Riga. "Nothing can stop us now," she added.\n';

/** An annotation over the `occurrence`th place of some words in a text. */
export function mark(text: string, id: string, type: AnnotationType, words: string, fields: Partial<Annotation> = {}, occurrence = 0): Annotation {
  let start = text.indexOf(words);
  for (let count = 0; count < occurrence; count++) start = text.indexOf(words, start + 1);
  if (start < 0) throw new Error(`"${words}" is not in the text`);
  const end = start + words.length;
  return { id, type, start, end, ...describeRange(text, { start, end }), origin: "auto", status: "proposed", ...fields };
}

/** A small document of all kinds of findings over `SAMPLE_TEXT`. */
export function sampleDocument(changes: Partial<AnnotationDocument> = {}): AnnotationDocument {
  const entities: Entity[] = [
    { id: "person-kalna", type: "person", name: "Ilze Kalna", aliases: ["Kalna"], roles: [{ text: "Mayor", annotation: "role-1" }], origin: "auto" },
    { id: "place-riga", type: "place", name: "Riga", kind: "city", geoname: 456172, country: "LV", latitude: 56.946, longitude: 24.10589, origin: "auto" },
  ];
  const annotations: Annotation[] = [
    mark(SAMPLE_TEXT, "place-1", "place", "RIGA", { entity: "place-riga", sense: "literal" }),
    mark(SAMPLE_TEXT, "date-1", "date", "May 3, 2022", { timex: "DATE", value: "2022-05-03" }),
    mark(SAMPLE_TEXT, "speaker-1", "speaker", "Mayor Ilze Kalna", { entity: "person-kalna" }),
    mark(SAMPLE_TEXT, "role-1", "role", "Mayor", { entity: "person-kalna" }),
    mark(SAMPLE_TEXT, "person-1", "person", "Ilze Kalna", { entity: "person-kalna" }),
    mark(SAMPLE_TEXT, "cue-1", "cue", "said"),
    mark(SAMPLE_TEXT, "date-2", "date", "Tuesday", { timex: "DATE", value: "2022-05-03", anchoredTo: "article" }),
    mark(SAMPLE_TEXT, "quote-1", "quote", "the bridge would open in June"),
    mark(SAMPLE_TEXT, "quote-2", "quote", '"We are ready,"'),
    mark(SAMPLE_TEXT, "person-2", "person", "Kalna", { entity: "person-kalna" }, 1),
    mark(SAMPLE_TEXT, "speaker-2", "speaker", "Kalna", { entity: "person-kalna" }, 1),
    mark(SAMPLE_TEXT, "cue-2", "cue", "told"),
    mark(SAMPLE_TEXT, "place-2", "place", "Riga", { entity: "place-riga", sense: "literal" }),
    mark(SAMPLE_TEXT, "quote-3", "quote", '"Nothing can stop us now,"'),
    mark(SAMPLE_TEXT, "speaker-3", "speaker", "she", { entity: "person-kalna" }),
    mark(SAMPLE_TEXT, "cue-3", "cue", "added"),
  ];
  const statements: Statement[] = [
    statement("statement-1", { kind: "indirect", quote: ["quote-1"], cue: "cue-1", speaker: "speaker-1", entity: "person-kalna", when: "date-2", reason: "full name" }),
    statement("statement-2", { quote: ["quote-2"], cue: "cue-2", speaker: "speaker-2", entity: "person-kalna", where: "place-2", reason: "surname" }),
    statement("statement-3", { quote: ["quote-3"], cue: "cue-3", speaker: "speaker-3", entity: "person-kalna", reason: "pronoun" }),
  ];
  return {
    format: "on-record",
    version: 1,
    generator: "on-record 0.1.0",
    source: { file: "bridge.txt", length: SAMPLE_TEXT.length, language: "en", published: "2022-05-03", publishedFrom: "text", publishedAnnotation: "date-1" },
    entities,
    annotations,
    statements,
    ...changes,
  };
}

function statement(id: string, fields: Partial<Statement>): Statement {
  return { id, kind: "direct", quote: [], when: null, where: null, mode: "speech", factuality: "asserted", origin: "auto", status: "proposed", confidence: 0.9, ...fields };
}
