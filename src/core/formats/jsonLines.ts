import { translatable } from "../describe/translate.js";
import { AppError } from "../common/errors.js";
import type { AnnotationDocument } from "../document/annotationDocument.js";
import { parseSidecar } from "../sidecar/parseSidecar.js";
import { serializeLine } from "../sidecar/serializeSidecar.js";
import type { ExportFormat } from "./format.js";

/** One annotation document a line, with the article's text inside, so that the file stands alone. */
export const jsonLinesFormat: ExportFormat = {
  id: "jsonl",
  label: translatable("JSON Lines"),
  purpose: translatable("For research and pipelines: everything, with the text of the article, one article a line."),
  readers: "programs",
  extension: "jsonl",
  cannotCarry: [],
  holdsMany: true,
  serialize: (articles) => articles.map(({ document, text }) => `${serializeLine({ ...document, source: { ...document.source, text } })}\n`).join(""),
  parse: (text) => {
    const documents: AnnotationDocument[] = [];
    for (const [index, line] of text.split("\n").entries()) {
      if (line.trim() === "") continue;
      const result = parseSidecar(line);
      if (!result.ok) return { ok: false, error: new AppError(result.error.code, `Line ${index + 1}: ${result.error.message}`, { ...result.error.data, line: index + 1 }) };
      documents.push(result.value);
    }
    return { ok: true, value: documents };
  },
};
