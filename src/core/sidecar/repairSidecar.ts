import { AppError, type Result } from "../common/errors.js";
import type { Annotation, AnnotationDocument, Entity, Source, Statement, Unknown } from "../document/annotationDocument.js";
import { mergeSidecars, type MergeConflict } from "./mergeSidecars.js";
import { DEEPEST_NESTING, FORMAT_VERSION, LONGEST_SIDECAR, parseSidecar, toDocument } from "./parseSidecar.js";
import { nestingDepth } from "./jsonSyntax.js";
import { validate } from "./validateDocument.generated.js";

export interface RepairedSidecar {
  readonly document: AnnotationDocument;
  /** How many entities, annotations and statements could not be read, as far as that can be told. */
  readonly lost: number;
  /** Where both sides of a merge conflict decided differently; the document holds what the first side says. */
  readonly conflicts: readonly MergeConflict[];
}

/**
 * Reads what can be read of a sidecar that `parseSidecar` refuses: one with merge conflicts, cut off, or broken by hand. What it hands
 * back is whole and valid; the file itself is for a person to replace or not. Fails with `newer-version` and `invalid-document` where
 * this is another program's file, with `too-large`, and with `invalid-json` where nothing can be read. Never throws; linear time.
 */
export function repairSidecar(text: string): Result<RepairedSidecar> {
  const parsed = parseSidecar(text);
  if (parsed.ok) return { ok: true, value: { document: parsed.value, lost: 0, conflicts: [] } };
  const { code } = parsed.error;
  if (code === "newer-version" || (code === "too-large" && text.length > LONGEST_SIDECAR)) return parsed;
  const version = /"version"\s*:\s*(\d{1,9})/u.exec(text.slice(0, 4096))?.[1];
  if (version !== undefined && Number(version) > FORMAT_VERSION) return { ok: false, error: new AppError("newer-version", `The file has version ${version} of the format; this program knows versions up to ${FORMAT_VERSION}.`, { version: Number(version) }) };
  if (!/"format"\s*:\s*"on-record"/u.test(text.slice(0, 4096))) return code === "conflict-markers" ? parsed : { ok: false, error: new AppError("invalid-document", 'This is no annotations file: "format" is not "on-record".') };
  const sides = splitConflicts(text);
  if (!sides) return salvage(text);
  const [mine, theirs, base] = [salvage(sides.mine), salvage(sides.theirs), sides.base === undefined ? undefined : salvage(sides.base)];
  if (!mine.ok) return theirs;
  if (!theirs.ok) return mine;
  const { document, conflicts } = mergeSidecars(base?.ok === true && base.value.lost === 0 ? base.value.document : undefined, mine.value.document, theirs.value.document);
  return { ok: true, value: { document, lost: mine.value.lost + theirs.value.lost, conflicts } };
}

/** The two sides of a file with merge conflicts, and what both came from where the markers tell; undefined for one without. */
function splitConflicts(text: string): { mine: string; theirs: string; base: string | undefined } | undefined {
  const sides = { mine: [] as string[], theirs: [] as string[], base: [] as string[] };
  let within: keyof typeof sides | undefined;
  let isMarked = false;
  let hasBase = false;
  for (const line of text.split("\n")) {
    if (/^<{7}(?!<)/u.test(line)) [within, isMarked] = ["mine", true];
    else if (within !== undefined && /^\|{7}(?!\|)/u.test(line)) [within, hasBase] = ["base", true];
    else if (within !== undefined && /^={7}(?!=)/u.test(line)) within = "theirs";
    else if (within !== undefined && /^>{7}(?!>)/u.test(line)) within = undefined;
    else for (const side of ["mine", "theirs", "base"] as const) if (within === undefined || within === side) sides[side].push(line);
  }
  if (!isMarked) return undefined;
  return { mine: sides.mine.join("\n"), theirs: sides.theirs.join("\n"), base: hasBase ? sides.base.join("\n") : undefined };
}

const LISTS = ["entities", "annotations", "statements"] as const;

/** Reads a file entry by entry, leaving out those that are no JSON or do not fit the schema. */
function salvage(text: string): Result<RepairedSidecar> {
  const parsed = parseSidecar(text);
  if (parsed.ok) return { ok: true, value: { document: parsed.value, lost: 0, conflicts: [] } };
  const starts = LISTS.map((list) => ({ list, at: listStart(text, list) })).filter(({ at }) => at >= 0).sort((a, b) => a.at - b.at);
  const found: Record<(typeof LISTS)[number], Unknown[]> = { entities: [], annotations: [], statements: [] };
  let lost = 0;
  for (const [index, { list, at }] of starts.entries()) {
    const entries = readEntries(text.slice(at, starts[index + 1]?.at));
    lost += entries.lost;
    for (const entry of entries.objects) {
      if (validate({ ...EMPTY, [list]: [entry] })) found[list].push(entry);
      else lost++;
    }
  }
  const all = found.entities.length + found.annotations.length + found.statements.length;
  const source = readSource(text);
  if (all === 0 && !source) return { ok: false, error: new AppError("invalid-json", "Nothing of the file can be read.") };
  const whole = makeWhole(source, { entities: found.entities as unknown as Entity[], annotations: found.annotations as unknown as Annotation[], statements: found.statements as unknown as Statement[] });
  const checked = toDocument(whole);
  return checked.ok ? { ok: true, value: { document: checked.value, lost: lost + all - whole.entities.length - whole.annotations.length - whole.statements.length, conflicts: [] } } : checked;
}

const EMPTY = { format: "on-record", version: 1, source: { file: "?", length: 0 }, entities: [], annotations: [], statements: [] };

/** One past the bracket that opens a list of the document; -1 where it is not there. */
function listStart(text: string, list: string): number {
  const match = new RegExp(`^[ \\t{,]*"${list}"\\s{0,20}:\\s{0,20}\\[`, "mu").exec(text) ?? new RegExp(`[{,]"${list}":\\[`, "u").exec(text);
  return match ? match.index + match[0].length : -1;
}

/** An entry that is longer is not looked for an end. */
const LONGEST_ENTRY = 1024 * 1024;

/** The objects of a list, up to its end; where one is broken, reading goes on with the next that begins on a line of its own. */
function readEntries(text: string): { objects: Unknown[]; lost: number } {
  const objects: Unknown[] = [];
  let lost = 0;
  let at = 0;
  for (;;) {
    while (/[\s,]/u.test(text.charAt(at))) at++;
    if (text.charAt(at) !== "{") {
      if (text.charAt(at) === "]" || at >= text.length) break;
    } else {
      const end = objectEnd(text, at);
      const object = end < 0 ? undefined : readObject(text.slice(at, end));
      if (object) {
        objects.push(object);
        at = end;
        continue;
      }
    }
    lost++;
    const next = text.slice(at + 1).search(/\n {4}\{/u);
    if (next < 0) break;
    at += next + 2;
  }
  return { objects, lost };
}

/** One past the brace that closes the object beginning at an offset; -1 where none does. */
function objectEnd(text: string, start: number): number {
  let depth = 0;
  let isString = false;
  for (let at = start; at < text.length && at - start < LONGEST_ENTRY; at++) {
    const char = text.charAt(at);
    if (isString) {
      if (char === "\\") at++;
      else if (char === '"') isString = false;
      // no string goes over the end of a line
      else if (char === "\n") return -1;
    } else if (char === '"') isString = true;
    else if (char === "{" || char === "[") depth++;
    else if ((char === "}" || char === "]") && --depth === 0) return at + 1;
  }
  return -1;
}

function readObject(text: string): Unknown | undefined {
  if (nestingDepth(text) > DEEPEST_NESTING) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Unknown) : undefined;
  } catch {
    return undefined;
  }
}

function readSource(text: string): Source | undefined {
  const match = /"source"\s{0,20}:\s{0,20}\{/u.exec(text);
  const start = match ? match.index + match[0].length - 1 : -1;
  const end = start < 0 ? -1 : objectEnd(text, start);
  const source = end < 0 ? undefined : readObject(text.slice(start, end));
  return source && validate({ ...EMPTY, source }) ? (source as Source) : undefined;
}

/** A document of what was read: every id once, ranges within the text, statements only with words. */
function makeWhole(source: Source | undefined, read: { entities: readonly Entity[]; annotations: readonly Annotation[]; statements: readonly Statement[] }): AnnotationDocument {
  const length = source?.length ?? read.annotations.reduce((furthest, { end, orphaned }) => (orphaned === true ? furthest : Math.max(furthest, end)), 0);
  const annotations = onceEach(read.annotations).filter(({ start, end, orphaned }) => start <= end && (orphaned === true || end <= length));
  const known = new Set(annotations.map(({ id }) => id));
  return {
    format: "on-record",
    version: 1,
    source: source ?? { id: "?", length },
    entities: onceEach(read.entities),
    annotations,
    statements: onceEach(read.statements).filter(({ quote }) => quote.some((id) => known.has(id))),
  };
}

function onceEach<T extends { readonly id: string }>(items: readonly T[]): T[] {
  const seen = new Set<string>();
  return items.filter(({ id }) => !seen.has(id) && seen.add(id));
}
