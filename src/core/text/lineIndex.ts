import { countWhile } from "../common/countWhile.js";
/** A place as line and column, both from 0; the column counts UTF-16 code units. */
export interface LineColumn {
  readonly line: number;
  readonly column: number;
}

/** Offsets of one text as lines and columns, and back. Lines end at CRLF, LF and lone CR, as in editors. Built in linear time, asked in logarithmic. */
export class LineIndex {
  private readonly starts: Int32Array;

  constructor(private readonly text: string) {
    const starts = [0];
    for (const { index, 0: found } of text.matchAll(/\r\n?|\n/gu)) starts.push(index + found.length);
    this.starts = Int32Array.from(starts);
  }

  /** At least 1. */
  get lineCount(): number {
    return this.starts.length;
  }

  /** Offsets outside the text are moved to its nearest end. */
  toLineColumn(offset: number): LineColumn {
    const inside = Math.min(Math.max(offset, 0), this.text.length);
    const line = Math.max(0, countWhile(this.starts.length, (index) => (this.starts[index] ?? 0) <= inside) - 1);
    return { line, column: inside - (this.starts[line] ?? 0) };
  }

  /** Lines and columns that do not exist are moved to the nearest that do. */
  toOffset({ line, column }: LineColumn): number {
    if (line < 0) return 0;
    const start = this.starts[line];
    if (start === undefined) return this.text.length;
    return Math.min(start + Math.max(column, 0), this.starts[line + 1] ?? this.text.length);
  }
}
