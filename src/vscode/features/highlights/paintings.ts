import type { Annotation, AnnotationDocument } from "../../../core/document/annotationDocument.js";
import { indexOf, type StatementParts } from "../../../core/document/documentIndex.js";
import type { TextRange } from "../../../core/document/range.js";
import type { HighlightKind } from "../../ids.js";
import { speakerHues } from "../../services/speakerHues.js";

/** Each way in which text is painted. `speakerN` are the eight who say most, by how much they say. */
export const paints = [
  "speaker1",
  "speaker2",
  "speaker3",
  "speaker4",
  "speaker5",
  "speaker6",
  "speaker7",
  "speaker8",
  "direct",
  "reported",
  "unattributed",
  "speaker",
  "cue",
  "person",
  "organization",
  "place",
  "date",
] as const;

export type Paint = (typeof paints)[number];

/** What is painted how, in document order. */
export type Paintings = ReadonlyMap<Paint, readonly TextRange[]>;

/** What a person wants to see. */
export interface PaintingOptions {
  readonly kinds: ReadonlySet<HighlightKind>;
  readonly colorBy: "kind" | "speaker";
  /** The article's text, to tell quoted words within a partly quoted statement. */
  readonly text: string;
}

const MENTION_KINDS: Readonly<Partial<Record<Annotation["type"], HighlightKind>>> = {
  person: "people",
  organization: "organizations",
  place: "places",
  date: "dates",
};

/** Turns an annotation document into ranges to paint; pure, so that it can be shown right without an editor. */
export function paint(document: AnnotationDocument, { kinds, colorBy, text }: PaintingOptions): Paintings {
  const index = indexOf(document);
  const paintings = new Map<Paint, TextRange[]>(paints.map((name) => [name, []]));
  const add = (name: Paint, range: TextRange): void => void paintings.get(name)?.push({ start: range.start, end: range.end });
  const hues = colorBy === "speaker" ? speakerHues(index) : new Map<string, number>();

  if (kinds.has("quotes")) {
    for (const parts of index.statements) {
      const [speaker] = parts.entities;
      const hue = speaker && hues.get(speaker.id);
      for (const quote of parts.quotes) {
        if (quote.orphaned === true) continue;
        for (const { name, range } of paintQuote(parts, quote, text)) add(name === "direct" && hue ? speakerPaint(hue) : name, range);
        if (hue && parts.statement.kind === "indirect") add(speakerPaint(hue), quote);
        if (parts.entities.length === 0) add("unattributed", quote);
      }
    }
  }
  for (const annotation of index.annotations) {
    const { type } = annotation;
    if (type === "speaker" && kinds.has("speakers")) add("speaker", annotation);
    else if (type === "cue" && kinds.has("cues")) add("cue", annotation);
    const kind = MENTION_KINDS[type];
    if (kind && kinds.has(kind)) add(type as Paint, annotation);
  }
  return paintings;
}

function speakerPaint(hue: number): Paint {
  return `speaker${hue}` as Paint;
}

/** A direct quotation is tinted; a reported one has a dotted line; a partly quoted one both, the tint where it is quoted. */
function* paintQuote({ statement }: StatementParts, quote: Annotation, text: string): Generator<{ name: Paint; range: TextRange }> {
  if (statement.kind === "direct") {
    yield { name: "direct", range: quote };
    return;
  }
  yield { name: "reported", range: quote };
  if (statement.kind !== "mixed") return;
  const words = text.slice(quote.start, quote.end);
  for (const match of words.matchAll(/“[^”]*”?|"[^"]*"?|«[^»]*»?|(?<![\p{L}\p{N}])[‘'][^’']*[’'](?![\p{L}\p{N}])/gu)) {
    yield { name: "direct", range: { start: quote.start + match.index, end: quote.start + match.index + match[0].length } };
  }
}
