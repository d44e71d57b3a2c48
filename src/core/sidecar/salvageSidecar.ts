import { AppError, type Result } from "../common/errors.js";
import type { Annotation, AnnotationDocument, Entity, Source, Statement } from "../document/annotationDocument.js";
import { isDecided } from "../document/decided.js";
import { withoutFields } from "../document/fields.js";
import { conflictSides, type ConflictSides } from "./conflictSides.js";
import { mergeWriters, type Preferred } from "./mergeWriters.js";
import { FORMAT_VERSION, LONGEST_SIDECAR, parseSidecar, toDocument } from "./parseSidecar.js";
import { readTolerantly } from "./tolerantJson.js";
import { validate } from "./validateDocument.generated.js";

/** What a damaged sidecar still holds. */
export interface SalvagedSidecar {
  readonly document: AnnotationDocument;
  /** Entities, annotations and statements that could not be kept. */
  readonly left: number;
  /** Fields of kept ones that could not be kept. */
  readonly fields: number;
  /** Of a merge conflict: ids of what both sides decided, each in another way. */
  readonly conflicts: readonly string[];
  /** Of a merge conflict: what either side holds. */
  readonly sides?: { readonly ours: AnnotationDocument; readonly theirs: AnnotationDocument };
}

export interface SalvageOptions {
  /** Name of the article's file, for a sidecar that no longer tells it. */
  readonly file: string;
  /** Of a merge conflict: whose decision stands where both sides decided. */
  readonly preferred: Preferred;
}

type Item = Entity | Annotation | Statement;
type List = "entities" | "annotations" | "statements";

/** Fields without which a finding is none. */
const REQUIRED: Readonly<Record<List, readonly string[]>> = {
  entities: ["id", "type", "name"],
  annotations: ["id", "type", "start", "end", "text"],
  statements: ["id", "kind", "quote"],
};
const HIGHEST_OFFSET = 4294967295;

/**
 * Reads what can be read of a sidecar that `parseSidecar` refuses: one that is cut off, broken by hand, or in a merge conflict, whose sides
 * are joined by ids. The result is a valid document; its offsets are to be anchored in the article, as always. Fails as `parseSidecar`
 * where nothing can be read, and for files of newer versions, which are not broken. Linear time, never throws.
 */
export function salvageSidecar(text: string, options: SalvageOptions): Result<SalvagedSidecar> {
  const parsed = parseSidecar(text);
  if (parsed.ok) return { ok: true, value: { document: parsed.value, left: 0, fields: 0, conflicts: [] } };
  if (parsed.error.code === "newer-version" || text.length > LONGEST_SIDECAR) return parsed;
  const sides = conflictSides(text);
  return sides ? joinSides(sides, options) : salvage(text, options, parsed.error);
}

function joinSides({ ours, theirs, base }: ConflictSides, options: SalvageOptions): Result<SalvagedSidecar> {
  const [mine, others, before] = [ours, theirs, base].map((side) => (side === undefined ? undefined : readSide(side, options)));
  if (!mine?.ok) return others?.ok ? others : (mine ?? fail("There is nothing to read."));
  if (!others?.ok) return mine;
  const { document, conflicts } = mergeWriters(before?.ok ? before.value.document : undefined, mine.value.document, others.value.document, options.preferred);
  // offsets of two texts: only the words tell where each finding is
  const [mySource, theirSource] = [mine.value.document.source, others.value.document.source];
  const source = mySource.sha256 === theirSource.sha256 ? document.source : withoutFields(document.source, "sha256");
  const joined = toDocument({ ...document, source: { ...source, length: Math.max(mySource.length, theirSource.length) } });
  if (!joined.ok) return mine;
  const left = mine.value.left + others.value.left;
  const fields = mine.value.fields + others.value.fields;
  return { ok: true, value: { document: joined.value, left, fields, conflicts, sides: { ours: mine.value.document, theirs: others.value.document } } };
}

function readSide(text: string, options: SalvageOptions): Result<SalvagedSidecar> {
  const parsed = parseSidecar(text);
  return parsed.ok ? { ok: true, value: { document: parsed.value, left: 0, fields: 0, conflicts: [] } } : salvage(text, options, parsed.error);
}

function salvage(text: string, { file }: SalvageOptions, error: AppError): Result<SalvagedSidecar> {
  const { value, torn } = readTolerantly(text);
  if (!isObject(value)) return { ok: false, error };
  const { format, version } = value;
  if (typeof version === "number" && version > FORMAT_VERSION) return { ok: false, error };
  if (format !== "on-record" && !(format === undefined && Array.isArray(value["statements"]))) return { ok: false, error };

  const counts = { left: torn, fields: 0 };
  const entities = keepItems<Entity>("entities", value, counts);
  const annotations = keepItems<Annotation>("annotations", value, counts).filter(({ start, end }) => start <= end);
  const known = new Set(annotations.map(({ id }) => id));
  const statements = keepItems<Statement>("statements", value, counts)
    .map((statement) => ({ ...statement, quote: statement.quote.filter((id) => known.has(id)) }))
    .filter(({ quote }) => quote.length > 0);
  counts.left += countItems(value) - entities.length - annotations.length - statements.length;
  if (entities.length + annotations.length + statements.length === 0) return { ok: false, error };

  const source = keepSource(value["source"], file, annotations);
  const rest = Object.fromEntries(Object.entries(value).filter(([field]) => !["format", "version", "source", "entities", "annotations", "statements"].includes(field)));
  const whole = { format: "on-record", version: FORMAT_VERSION, ...rest, source, entities, annotations: annotations.map((annotation) => withinText(annotation, source)), statements };
  const document = toDocument(whole);
  return document.ok ? { ok: true, value: { document: document.value, ...counts, conflicts: [] } } : document;
}

interface Counts {
  left: number;
  fields: number;
}

/** The valid ones of a list, each id once: of two a decided one. A field that is wrong goes, the rest of its finding stays. */
function keepItems<T extends Item>(list: List, value: Readonly<Record<string, unknown>>, counts: Counts): T[] {
  const kept = new Map<string, T>();
  const items: unknown = value[list];
  if (!Array.isArray(items)) return [];
  for (const item of items as unknown[]) {
    const valid = keepItem(list, item, counts) as T | undefined;
    if (!valid) continue;
    const twin = kept.get(valid.id);
    if (!twin || (!isDecided(twin) && isDecided(valid))) kept.set(valid.id, valid);
  }
  return [...kept.values()];
}

function keepItem(list: List, item: unknown, counts: Counts): Item | undefined {
  if (!isObject(item)) return undefined;
  let rest = item;
  // every round takes one field away
  for (;;) {
    const document: unknown = { format: "on-record", version: FORMAT_VERSION, source: { id: "", length: HIGHEST_OFFSET }, entities: [], annotations: [], statements: [], [list]: [rest] };
    if (validate(document)) return rest as unknown as Item;
    const field = unescapePointer(validate.errors?.[0]?.instancePath.split("/")[3] ?? "");
    if (!Object.hasOwn(rest, field) || REQUIRED[list].includes(field)) return undefined;
    rest = Object.fromEntries(Object.entries(rest).filter(([name]) => name !== field));
    counts.fields++;
  }
}

function keepSource(value: unknown, file: string, annotations: readonly Annotation[]): Source {
  const told = isObject(value) ? value : {};
  const length = annotations.reduce((most, { end }) => Math.max(most, end), 0);
  if (isValidSource(told)) return told as unknown as Source;
  const needed = { file, length };
  const fields = Object.entries(told).filter(([field, held]) => isValidSource({ ...needed, [field]: held }));
  return { ...needed, ...Object.fromEntries(fields) };
}

function isValidSource(source: object): boolean {
  return validate({ format: "on-record", version: FORMAT_VERSION, source, entities: [], annotations: [], statements: [] });
}

/** What ends behind the text is an orphan: its words are kept. */
function withinText(annotation: Annotation, { length }: Source): Annotation {
  return annotation.end > length ? { ...annotation, orphaned: true } : annotation;
}

function countItems(value: Readonly<Record<string, unknown>>): number {
  return [value["entities"], value["annotations"], value["statements"]].reduce((sum: number, list) => sum + (Array.isArray(list) ? list.length : 0), 0);
}

function unescapePointer(segment: string): string {
  return segment.replaceAll("~1", "/").replaceAll("~0", "~");
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function fail(message: string): Result<never> {
  return { ok: false, error: new AppError("invalid-document", message) };
}
