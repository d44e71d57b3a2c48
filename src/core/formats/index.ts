import { csvFormat } from "./csv.js";
import type { ExportFormat } from "./format.js";
import { jsonLinesFormat } from "./jsonLines.js";
import { markdownFormat } from "./markdown.js";
import { sidecarFormat } from "./sidecar.js";

/** Every format in the order in which lists show them. */
export const FORMATS: readonly ExportFormat[] = [sidecarFormat, jsonLinesFormat, csvFormat, markdownFormat];

export function findFormat(id: string): ExportFormat | undefined {
  return FORMATS.find((format) => format.id === id);
}
