import Papa from "papaparse";
import { cueWords } from "../describe/statements.js";
import { translatable } from "../describe/translate.js";
import type { Annotation, AnnotationDocument, Statement } from "../document/annotationDocument.js";
import { speakingEntities } from "../document/decided.js";
import { withoutLostProposals } from "../sidecar/lostProposals.js";
import type { AnnotatedArticle, ExportFormat } from "./format.js";

const COLUMNS = [
  "article", "published", "speaker", "speaker words", "kind", "mode", "factuality", "quote", "cue", "when", "when words", "where", "division", "country", "latitude", "longitude",
  "reason", "status", "notes", "confidence", "start", "end", "statement",
] as const;

/** The library's own pattern misses a formula with a line end in it. */
const FORMULA = /^[=+\-@\t\r\n]/u;

type Row = Record<(typeof COLUMNS)[number], string | number>;

/**
 * One statement a row, for spreadsheets: a cell that a spreadsheet would take for a formula is led by an apostrophe, since article
 * text is nobody's to trust.
 */
export const csvFormat: ExportFormat = {
  id: "csv",
  label: translatable("Table of statements (CSV)"),
  purpose: translatable("For a spreadsheet: one statement a row, with speaker, day, place, status and notes."),
  readers: "people",
  extension: "csv",
  cannotCarry: ["proposals that are no longer in the text", "mentions outside of statements", "roles, aliases and place alternatives", "evidence and candidates", "gaps between the parts of a quote"],
  holdsMany: true,
  startsWithMark: true,
  serialize: (articles) => `${Papa.unparse({ fields: [...COLUMNS], data: articles.flatMap(toRows).map((row) => COLUMNS.map((column) => row[column])) }, { newline: "\n", escapeFormulae: FORMULA })}\n`,
};

function toRows({ document: annotated }: AnnotatedArticle): Row[] {
  const document = withoutLostProposals(annotated);
  const annotations = new Map(document.annotations.map((annotation) => [annotation.id, annotation]));
  const entities = new Map(document.entities.map((entity) => [entity.id, entity]));
  const at = (id: string | null | undefined): Annotation | undefined => annotations.get(id ?? "");
  return document.statements.map((statement): Row => {
    const parts = statement.quote.map(at).filter((part) => part !== undefined);
    const when = at(statement.when);
    const where = at(statement.where);
    const place = entities.get(where?.entity ?? "");
    return {
      article: articleName(document),
      published: document.source.published ?? "",
      speaker: speakingEntities(statement).map((id) => entities.get(id)?.name ?? "").join("; "),
      "speaker words": oneLine(at(statement.speaker)?.text),
      kind: statement.kind,
      mode: statement.mode ?? "",
      factuality: statement.factuality ?? "",
      quote: parts.map(({ text }) => oneLine(text)).join(" … "),
      cue: oneLine(cueWords({ cue: at(statement.cue) })),
      when: when?.value ?? "",
      "when words": oneLine(when?.text),
      where: place?.name ?? oneLine(where?.text),
      division: place?.division ?? "",
      country: place?.country ?? "",
      latitude: place?.latitude ?? "",
      longitude: place?.longitude ?? "",
      reason: statement.reason ?? "",
      status: statusOf(statement),
      notes: (statement.notes ?? []).map(({ text }) => oneLine(text)).join(" / "),
      confidence: statement.confidence ?? "",
      start: parts.length > 0 ? parts.reduce((least, { start }) => Math.min(least, start), Infinity) : "",
      end: parts.length > 0 ? parts.reduce((most, { end }) => Math.max(most, end), 0) : "",
      statement: statement.id,
    };
  });
}

function statusOf({ origin, status }: Statement): string {
  return status ?? (origin === "auto" ? "proposed" : "accepted");
}

/** The name that a person knows the article by. */
export function articleName({ source }: AnnotationDocument): string {
  return source.file ?? source.id ?? "";
}

function oneLine(text = ""): string {
  return text.replace(/\s+/gu, " ").trim();
}
