import type { TextRange } from "../../document/range.js";
import type { Attribution, Construction } from "../findings.js";
import type { Span } from "./phrases.js";
import type { Piece } from "./pieces.js";

/** A statement as pieces of a block, before it becomes ranges of text. */
export interface Found {
  readonly contents: readonly Span[];
  readonly cue: Span | null;
  readonly source: Span | null;
  readonly construction: Construction;
  readonly confidence: number;
}

/**
 * One block while its statements are found. Each construction claims the pieces of its contents, so that no piece belongs to two
 * contents and cues inside a content (statements inside statements) are left alone.
 */
export class Scene {
  /** Always there, as `Tokens.none` is. */
  static readonly none = new Scene([]);

  readonly found: Found[] = [];
  private readonly claimed: Uint8Array;
  private readonly sentenceStarts: Int32Array;
  /** Statements with a source by the first piece of their cue's sentence. */
  private readonly bySentence = new Map<number, Found[]>();

  constructor(readonly pieces: readonly Piece[]) {
    this.claimed = new Uint8Array(pieces.length);
    this.sentenceStarts = new Int32Array(pieces.length);
    let start = 0;
    pieces.forEach(({ opens }, index) => {
      if (opens) start = index;
      this.sentenceStarts[index] = start;
    });
  }

  isClaimed({ first, end }: Span): boolean {
    for (let index = first; index < end; index++) if (this.claimed[index] === 1) return true;
    return false;
  }

  /** The span up to the first piece that is claimed; nothing where it begins with one. */
  unclaimed({ first, end }: Span): Span | undefined {
    const at = this.claimed.subarray(first, end).indexOf(1);
    return at < 0 ? { first, end } : at > 1 ? { first, end: first + at } : undefined;
  }

  add(found: Found): void {
    this.found.push(found);
    if (found.source && found.cue) {
      const sentence = this.sentenceStart(found.cue.first);
      this.bySentence.set(sentence, [...(this.bySentence.get(sentence) ?? []), found]);
    }
    for (const { first, end } of found.contents) this.claimed.fill(1, first, end);
  }

  /** First piece of the sentence that holds a piece. */
  sentenceStart(index: number): number {
    return this.sentenceStarts[index] ?? index;
  }

  /** Takes the pieces out of the search and gives their ranges. */
  claim(span: Span): TextRange[] {
    this.claimed.fill(1, span.first, span.end);
    return this.contentRanges(span);
  }

  /** The subject of the last statement before a piece in the same sentence, which its participles and coordinate verbs share. */
  lastSource(index: number): Span | undefined {
    return this.bySentence.get(this.sentenceStart(index))?.findLast(({ cue }) => cue && cue.first < index)?.source ?? undefined;
  }

  range({ first, end }: Span): TextRange {
    return { start: this.pieces[first]?.start ?? 0, end: this.pieces[end - 1]?.end ?? 0 };
  }

  /** The found statements as ranges; a quotation that runs over paragraphs brings the others along. */
  attributions(): Attribution[] {
    return this.found.map(({ contents, cue, source, construction, confidence }) => ({
      contents: contents.flatMap((span) => this.contentRanges(span)),
      cue: cue && this.range(cue),
      source: source && this.range(source),
      construction,
      confidence,
    }));
  }

  private contentRanges(span: Span): TextRange[] {
    const range = this.range(span);
    const before = partsOf(this.pieces[span.first]).filter(({ end }) => end <= range.start);
    const after = partsOf(this.pieces[span.end - 1]).filter(({ start }) => start >= range.end);
    return [...before, range, ...after];
  }
}

function partsOf(piece: Piece | undefined): readonly TextRange[] {
  return piece?.quotation?.parts ?? [];
}
