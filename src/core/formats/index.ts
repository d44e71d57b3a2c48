import { csvFormat } from "./csv.js";
import type { AnnotatedArticle, ExportFormat } from "./format.js";
import { jsonLinesFormat } from "./jsonLines.js";
import { markdownFormat } from "./markdown.js";
import { sidecarFormat } from "./sidecar.js";

/** Every format in the order in which lists show them: what most people want first. */
export const FORMATS: readonly ExportFormat[] = [markdownFormat, csvFormat, jsonLinesFormat, sidecarFormat];

/** The articles as a file of the format holds them; in a stream they stand without the mark. */
export function serializeFile(format: ExportFormat, articles: readonly AnnotatedArticle[]): string {
  return `${format.startsWithMark === true ? "\uFEFF" : ""}${format.serialize(articles)}`;
}

export function findFormat(id: string): ExportFormat | undefined {
  return FORMATS.find((format) => format.id === id);
}
