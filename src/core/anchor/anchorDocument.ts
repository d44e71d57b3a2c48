import type { Annotation, AnnotationDocument, Evidence, Statement } from "../document/annotationDocument.js";
import { textHash } from "../document/textHash.js";
import { describeRange } from "../document/context.js";
import { withoutFields } from "../document/fields.js";
import type { TextRange } from "../document/range.js";
import { Copies } from "./oldText/copies.js";
import { describedVersion } from "./oldText/lineEnds.js";
import { afterMove, findMove } from "./rungs/move.js";
import { normalizeText } from "./compare/normalizedText.js";
import { placeAnnotations } from "./placeAnnotations.js";
import { Resolver } from "./rungs/resolve.js";
import { sketchText, wholeText } from "./oldText/sketch.js";

/**
 * How an annotation found its place, surest first: the text is the same; the same words stand at the same offsets between the same
 * words; by the difference of the two texts; its words stand at one place only, or at one between the same words; words much alike.
 */
export type Rung = "same text" | "position" | "difference" | "quote" | "similar";

export interface AnchoredDocument {
  readonly document: AnnotationDocument;
  /** How many annotations were placed by each rung. */
  readonly placed: Readonly<Record<Rung, number>>;
  /** Ids of the annotations without a place; they keep their words and stand as `orphaned`. */
  readonly orphans: readonly string[];
}

/**
 * Finds the place of every annotation in the article's present text, orphans of before included. `baseText` is the text that the
 * document refers to, where somebody still has it. Nothing is attached to other words than it was made for: what has no sure place
 * becomes an orphan, and none is left out.
 */
export function anchorDocument(document: AnnotationDocument, text: string, baseText?: string): AnchoredDocument {
  const placed: Record<Rung, number> = { "same text": 0, position: 0, difference: 0, quote: 0, similar: 0 };
  const orphans: string[] = [];
  const moved = new Map<string, number>();
  const version = baseText ?? describedVersion(text, document.source);
  // of the same text an annotation that stands in it elsewhere than it says tells more
  const found = findAll(document, text, version === text ? baseText : version);
  const taken = new Set(found.flatMap((place, index) => (place && document.annotations[index]?.orphaned !== true ? [placeKey(document.annotations[index], place.range)] : [])));
  let copies: Copies | undefined;
  const annotations = document.annotations.map((annotation, index): Annotation => {
    const place = found[index];
    // where another one of its kind is, an orphan is not
    if (!place || (annotation.orphaned === true && taken.has(placeKey(annotation, place.range)))) {
      orphans.push(annotation.id);
      return annotation.orphaned === true ? annotation : { ...annotation, orphaned: true };
    }
    placed[place.rung]++;
    moved.set(annotation.id, place.range.start - annotation.start);
    return moveTo(annotation, place.range, text, (range) => (place.rung === "same text" ? (annotation.copies ?? []) : (copies ??= new Copies(text)).of(range)));
  });
  const { length, sha256, ...source } = document.source;
  const isSame = length === text.length && sha256 !== undefined && placed["same text"] + orphans.length === annotations.length;
  return {
    document: {
      ...document,
      source: { ...source, ...(isSame ? { sha256 } : {}), length: text.length },
      annotations,
      statements: document.statements.map((statement) => moveEvidence(statement, moved, text)),
    },
    placed,
    orphans,
  };
}

function placeKey(annotation: Annotation | undefined, { start, end }: TextRange): string {
  return `${annotation?.type}:${start}-${end}`;
}

type Found = { readonly range: TextRange; readonly rung: Rung } | undefined;

function findAll(document: AnnotationDocument, text: string, baseText: string | undefined): Found[] {
  const { source, annotations } = document;
  const isSameText = source.length === text.length && source.sha256 !== undefined && source.sha256 === textHash(text);
  const isThere = ({ orphaned, start, end, text: words }: Annotation): boolean => orphaned !== true && start < end && text.slice(start, end) === words;
  if (isSameText && annotations.every(isThere)) return annotations.map(({ start, end }) => ({ range: { start, end }, rung: "same text" }));
  const present = normalizeText(text);
  const placed = placeAnnotations(annotations, baseText === undefined ? sketchText(annotations, source.length) : wholeText(baseText), source.length, present);
  const move = findMove(document, text, baseText, mayHaveMoved(annotations, placed, text));
  let resolver: Resolver | undefined;
  return annotations.map((annotation, index): Found => {
    const { start, end } = annotation;
    if (isThere(annotation) && isSameText) return { range: { start, end }, rung: "same text" };
    // equal words elsewhere, which the alignment did not take for these, are a copy or were there before
    if (annotation.orphaned === true) return (resolver ??= new Resolver(present)).resolve(annotation);
    const lead = annotation.text.length - annotation.text.trimStart().length;
    const moved = move && afterMove(move, { start: start + lead, end: start + annotation.text.trimEnd().length });
    if (moved && moved.start < moved.end && text.slice(moved.start, moved.end) === annotation.text.trim()) return { range: moved, rung: moved.start === start + lead ? "position" : "difference" };
    const words = placed[index];
    if (!words) return undefined;
    const isStill = isThere(annotation) && words.range.start === start && words.range.end === end;
    return { range: words.range, rung: isStill ? "position" : baseText === undefined ? (words.isSame ? "quote" : "similar") : "difference" };
  });
}

/** Annotations around which a move is looked for, those first that found no place; then those whose words stand twice and may have changed places, and those that went away. */
function mayHaveMoved(annotations: readonly Annotation[], placed: readonly unknown[], text: string): Annotation[] {
  const [lost, twice, away, others]: [Annotation[], Annotation[], Annotation[], Annotation[]] = [[], [], [], []];
  for (const [index, annotation] of annotations.entries()) {
    if (annotation.orphaned === true) continue;
    if (placed[index] === undefined) lost.push(annotation);
    else if (annotation.copies !== undefined) twice.push(annotation);
    else if (!text.startsWith(annotation.text, annotation.start)) away.push(annotation);
    else others.push(annotation);
  }
  return [...lost, ...twice, ...away, ...others];
}

function moveTo(annotation: Annotation, range: TextRange, text: string, copiesOf: (range: TextRange) => readonly number[]): Annotation {
  const described = describeRange(text, range);
  const { start, end, prefix, suffix } = annotation;
  const isSame = annotation.orphaned !== true && start === range.start && end === range.end && annotation.text === described.text && prefix === described.prefix && suffix === described.suffix;
  // of words that had no copy it is told when the document is saved
  const copies = annotation.copies && copiesOf(range);
  if (isSame && copies === annotation.copies) return annotation;
  return { ...withoutFields(annotation, "orphaned", "copies"), start: range.start, end: range.end, ...described, ...(copies && copies.length > 0 ? { copies } : {}) };
}

/** Evidence goes with the statement's first quote where its words then stand there, or stays where they still stand; else it goes. */
function moveEvidence(statement: Statement, moved: ReadonlyMap<string, number>, text: string): Statement {
  const { evidence } = statement;
  if (!evidence || evidence.length === 0) return statement;
  const by = moved.get(statement.quote[0] ?? "") ?? 0;
  const kept = evidence.flatMap((piece): Evidence[] => {
    if (typeof piece === "string") return [piece];
    for (const distance of by === 0 ? [0] : [by, 0]) {
      const [start, end] = [piece.start + distance, piece.end + distance];
      if (start >= 0 && text.slice(start, end) === piece.text) return [distance === 0 ? piece : { ...piece, start, end }];
    }
    return [];
  });
  return kept.length === evidence.length && kept.every((piece, index) => piece === evidence[index]) ? statement : { ...statement, evidence: kept };
}
