import type { Copies } from "../../../core/anchor/oldText/copies.js";
import { describeDocument } from "../../../core/anchor/describeDocument.js";
import type { Result } from "../../../core/common/errors.js";
import type { AnnotationDocument } from "../../../core/document/annotationDocument.js";
import { textHash } from "../../../core/document/textHash.js";
import { decidedIds } from "../../../core/document/decided.js";
import { mergeAnalysis } from "../../../core/sidecar/mergeAnalysis.js";
import { mergeWriters, type MergedWriters } from "../../../core/sidecar/mergeWriters.js";
import { parseSidecar } from "../../../core/sidecar/parseSidecar.js";
import { serializeLine } from "../../../core/sidecar/serializeSidecar.js";
import { decidedOnly, undecidedOnly } from "../../../core/sidecar/undecided.js";

// How the journal keeps the decisions on one article: a line that tells which article and which text they are about, one with the
// decisions and orphans, and one with those of the sidecar that they started from, where there was one.

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

/** An article as it is in the editor, with what stands twice in it. */
export interface DescribedText {
  readonly text: string;
  readonly copies: Copies;
}

/** The words of a file. */
export function describeKept(document: AnnotationDocument, base: AnnotationDocument | undefined, article: string, { text, copies }: DescribedText): Uint8Array {
  // it is written with every decision, and what nobody decided about is found anew
  return serializeKept({ article, document: describeDocument(decidedOnly(document), text, decidedIds(document), copies), base: base && decidedOnly(base) });
}

export function serializeKept({ article, document, base }: Omit<KeptDecisions, "file">): Uint8Array {
  const head = JSON.stringify({ article, sha256: document.source.sha256 ?? "" });
  const ours = serializeLine({ ...document, source: { ...document.source, id: article } });
  return new TextEncoder().encode([head, ours.trimEnd(), ...(base ? [serializeLine(base)] : [])].join("\n"));
}

/**
 * Decisions of before, joined with what the sidecar says by now, for someone else may have saved meanwhile. Of what nobody decided the sidecar tells until the article is read. All
 * three refer to the same text.
 */
export function joinKept(base: AnnotationDocument | undefined, kept: AnnotationDocument, sidecar: AnnotationDocument): MergedWriters {
  return mergeWriters(base, mergeAnalysis(kept, undecidedOnly(sidecar)), sidecar);
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
