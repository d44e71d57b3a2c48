import type { Annotation, AnnotationDocument, Evidence, Statement } from "../document/annotationDocument.js";
import { textHash } from "../document/buildDocument.js";
import { withoutFields } from "../document/fields.js";
import type { TextRange } from "../document/range.js";
import { diffText } from "./difference.js";
import { isLike, Resolver } from "./resolve.js";
import { createShift } from "./shift.js";

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
  const ladder = createLadder(document, text, baseText);
  const moved = new Map<string, number>();
  const annotations = document.annotations.map((annotation): Annotation => {
    const found = ladder(annotation);
    if (!found) {
      orphans.push(annotation.id);
      return annotation.orphaned === true ? annotation : { ...annotation, orphaned: true };
    }
    placed[found.rung]++;
    moved.set(annotation.id, found.range.start - annotation.start);
    return moveTo(annotation, found.range, text);
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

type Ladder = (annotation: Annotation) => { readonly range: TextRange; readonly rung: Rung } | undefined;

function createLadder({ source }: AnnotationDocument, text: string, baseText: string | undefined): Ladder {
  const isSameText = source.length === text.length && source.sha256 !== undefined && source.sha256 === textHash(text);
  const shift = baseText === undefined || isSameText ? undefined : createShift(diffText(baseText, text));
  let resolver: Resolver | undefined;
  return (annotation) => {
    const { start, end } = annotation;
    const isThere = annotation.orphaned !== true && start < end && text.slice(start, end) === annotation.text;
    if (isThere && isSameText) return { range: { start, end }, rung: "same text" };
    if (isThere && isBetweenSameWords(annotation, text)) return { range: { start, end }, rung: "position" };
    if (shift && annotation.orphaned !== true && baseText?.slice(start, end) === annotation.text) {
      const range = shift(annotation);
      if (isLike(text, range, annotation)) return { range: { start: range.start, end: range.end }, rung: "difference" };
    }
    resolver ??= new Resolver(text);
    return resolver.resolve(annotation);
  };
}

/**
 * True where all of the context stands around the words, as it does nowhere else: where the neighbourhood changed or is repeated, all
 * places of these words have to be compared.
 */
function isBetweenSameWords({ start, text: words, prefix = "", suffix = "" }: Annotation, text: string): boolean {
  if (prefix.length + suffix.length === 0) return false;
  const whole = prefix + words + suffix;
  const at = start - prefix.length;
  return at >= 0 && text.startsWith(whole, at) && text.indexOf(whole) === at && !text.includes(whole, at + 1);
}

function moveTo(annotation: Annotation, { start, end }: TextRange, text: string): Annotation {
  const words = text.slice(start, end);
  if (annotation.orphaned !== true && start === annotation.start && end === annotation.end && words === annotation.text) return annotation;
  return { ...withoutFields(annotation, "orphaned"), start, end, text: words };
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
