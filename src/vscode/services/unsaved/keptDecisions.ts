import { describeDocument } from "../../../core/anchor/describeDocument.js";
import type { Result } from "../../../core/common/errors.js";
import type { AnnotationDocument } from "../../../core/document/annotationDocument.js";
import { textHash } from "../../../core/document/textHash.js";
import { decidedIds } from "../../../core/document/decided.js";
import { lostProposals } from "../../../core/sidecar/lostProposals.js";
import { parseSidecar } from "../../../core/sidecar/parseSidecar.js";
import { serializeLine } from "../../../core/sidecar/serializeSidecar.js";

// How the journal keeps the decisions on one article: a line that tells which article and which text they are about, one with the
// annotations as they are, and one with the decisions and orphans of the sidecar that they started from, where there was one.

/** A file of the journal, of which only the first line was looked at. */
export interface KeptFile {
  /** Its name. */
  readonly name: string;
  /** The article, by its URI. */
  readonly article: string;
  /** Hash of the text that the decisions refer to. */
  readonly sha256: string;
  readonly lines: readonly string[];
}

/** What a file of the journal says. */
export interface KeptDecisions {
  readonly article: string;
  /** Name of the file that they are kept in. */
  readonly file: string;
  /** In the offsets of the text that its `source` tells the hash of. */
  readonly document: AnnotationDocument;
  /** What the sidecar held; undefined where there was none. */
  readonly base: AnnotationDocument | undefined;
}

/** Name of the file in which the decisions on an article are kept. */
export function keptFile(article: string): string {
  return `${textHash(article)}.json`;
}

/** Name of a file for decisions whose article gave way to another one of the same name. */
export function displacedFile({ article, document }: KeptDecisions): string {
  return `${textHash(article)}-${(document.source.sha256 ?? "").slice(0, 16)}.json`;
}

/** The words of a file. `text` is the article as it is in the editor. */
export function describeKept(document: AnnotationDocument, base: AnnotationDocument | undefined, article: string, text: string): Uint8Array {
  // it is written with every decision, and what nobody decided about is found anew
  return serializeKept({ article, document: describeDocument(document, text, decidedIds(document)), base: base && decidedOnly(base) });
}

export function serializeKept({ article, document, base }: Omit<KeptDecisions, "file">): Uint8Array {
  const head = JSON.stringify({ article, sha256: document.source.sha256 ?? "" });
  const ours = serializeLine({ ...document, source: { ...document.source, id: article } });
  return new TextEncoder().encode([head, ours.trimEnd(), ...(base ? [serializeLine(base)] : [])].join("\n"));
}

/** Undefined for a file that is half written. */
export function readHead(name: string, bytes: Uint8Array): KeptFile | undefined {
  const [head = "", ...lines] = new TextDecoder().decode(bytes).split("\n");
  try {
    const { article, sha256 } = JSON.parse(head) as Readonly<Record<string, unknown>>;
    return typeof article === "string" && typeof sha256 === "string" ? { name, article, sha256, lines } : undefined;
  } catch {
    return undefined;
  }
}

export function parseKept({ name, article, lines: [first = "", second = ""] }: KeptFile): Result<KeptDecisions> {
  const kept = parseSidecar(first);
  if (!kept.ok) return kept;
  const base = parseSidecar(second);
  return { ok: true, value: { article, file: name, document: kept.value, base: base.ok ? base.value : undefined } };
}

/** Orphans that nobody decided on count, too: a person may have deleted one since. */
function decidedOnly(document: AnnotationDocument): AnnotationDocument {
  const held = decidedIds(document, lostProposals(document));
  const isHeld = ({ id }: { readonly id: string }): boolean => held.has(id);
  return { ...document, entities: document.entities.filter(isHeld), annotations: document.annotations.filter(isHeld), statements: document.statements.filter(isHeld) };
}
