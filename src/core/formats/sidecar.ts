import { translatable } from "../describe/translate.js";
import { parseSidecar } from "../sidecar/parseSidecar.js";
import { serializeSidecar } from "../sidecar/serializeSidecar.js";
import type { ExportFormat } from "./format.js";

/** The annotation document as it is kept beside the article. */
export const sidecarFormat: ExportFormat = {
  id: "sidecar",
  label: translatable("Annotations file (JSON)"),
  purpose: translatable("To exchange or keep: everything, as in the file beside the article."),
  readers: "programs",
  extension: "annotations.json",
  cannotCarry: [],
  holdsMany: false,
  serialize: (articles) => articles.map(({ document }) => serializeSidecar(document)).join(""),
  parse: (text) => {
    const result = parseSidecar(text);
    return result.ok ? { ok: true, value: [result.value] } : result;
  },
};
