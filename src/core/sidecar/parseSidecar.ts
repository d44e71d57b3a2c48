import { AppError, type ErrorCode, type Result } from "../common/errors.js";
import type { AnnotationDocument } from "../document/annotationDocument.js";
import { firstError } from "./checkReferences.js";
import { findSyntaxFault, nestingDepth } from "./jsonSyntax.js";
import { validate } from "./validateDocument.generated.js";

/** The version of the format that this program writes. */
export const FORMAT_VERSION = 1;
/** Longer files are refused, in UTF-16 code units: ten times what the annotations of a long book need. */
export const LONGEST_SIDECAR = 64 * 1024 * 1024;
/** A sidecar is nested six deep; unknown fields may go further, but not so far that writing them again overflows the stack. */
const DEEPEST_NESTING = 100;

/**
 * Reads a sidecar. Whatever the text, it answers in time and memory proportional to its length and never throws. Unknown fields are
 * kept. Fails with `too-large`, `conflict-markers`, `invalid-json` (line and column in the error's data), `newer-version` or
 * `invalid-document`; a file that failed must not be overwritten.
 */
export function parseSidecar(text: string): Result<AnnotationDocument> {
  if (text.length > LONGEST_SIDECAR) return fail("too-large", `The file is longer than ${LONGEST_SIDECAR} characters.`, { length: text.length });
  const json = text.startsWith("\uFEFF") ? text.slice(1) : text;
  if (nestingDepth(json) > DEEPEST_NESTING) return fail("too-large", `The file is nested deeper than ${DEEPEST_NESTING} levels.`);
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return syntaxError(json);
  }
  return toDocument(value);
}

/** Checks a JSON value that was read elsewhere (a line of a stream); as `parseSidecar` otherwise. */
export function toDocument(value: unknown): Result<AnnotationDocument> {
  const { format, version } = typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
  if (format !== "on-record") return fail("invalid-document", 'This is no annotations file: "format" is not "on-record".');
  if (typeof version === "number" && Number.isInteger(version) && version > FORMAT_VERSION) {
    return fail("newer-version", `The file has version ${version} of the format; this program knows versions up to ${FORMAT_VERSION}.`, { version });
  }
  if (!validate(value)) {
    const [error] = validate.errors ?? [];
    const path = error?.instancePath ?? "";
    return fail("invalid-document", `${path === "" ? "The document" : path} ${error?.message ?? "does not fit the schema"}.`, { path });
  }
  const document = value as AnnotationDocument;
  const problem = firstError(document);
  return problem ? fail("invalid-document", sentence(problem.message), { id: problem.id }) : { ok: true, value: document };
}

function syntaxError(text: string): Result<never> {
  // of the marks only the first counts: a hostile file has more than fit into memory
  if (/^<{7}(?![<=>])/mu.test(text) && /^>{7}(?![<=>])/mu.test(text)) {
    const line = countLines(text, text.search(/^(?:<{7}|={7}|>{7})(?![<=>])/mu));
    return fail("conflict-markers", `The file holds an unresolved merge conflict at line ${line}.`, { line });
  }
  const fault = findSyntaxFault(text);
  if (!fault) return fail("invalid-json", "The file is no JSON.");
  const { line, column, expected, isTruncated } = fault;
  const data = { line, column, isTruncated };
  if (text.trim() === "") return fail("invalid-json", "The file is empty.", data);
  return isTruncated
    ? fail("invalid-json", `The file is cut off at line ${line}, column ${column}: expected ${expected}.`, data)
    : fail("invalid-json", `The file is no JSON at line ${line}, column ${column}: expected ${expected}.`, data);
}

/** The line, from 1, on which an offset lies. */
function countLines(text: string, end: number): number {
  let line = 1;
  for (let at = text.indexOf("\n"); at >= 0 && at < end; at = text.indexOf("\n", at + 1)) line++;
  return line;
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

function fail(code: ErrorCode, message: string, data: Record<string, unknown> = {}): Result<never> {
  return { ok: false, error: new AppError(code, message, data) };
}
