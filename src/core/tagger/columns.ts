/** One feature of every token: an integer below `rows` that chooses a row of the column's embedding table. */
export interface Column {
  readonly name: string;
  readonly rows: number;
  /** Width of the table that has proved enough; the weights say what a network really uses. */
  readonly dim: number;
}

/** What a word is by itself, the same wherever it stands. */
export const WORD_COLUMNS = [
  // many more than there are words, so that hardly any two share a row; the weights hold those that are taken
  { name: "word", rows: 262_144, dim: 48 },
  { name: "prefix3", rows: 4096, dim: 16 },
  { name: "suffix2", rows: 1024, dim: 8 },
  { name: "suffix3", rows: 4096, dim: 16 },
  { name: "shape", rows: 512, dim: 8 },
  { name: "case", rows: 8, dim: 6 },
  { name: "people", rows: 64, dim: 8 },
  { name: "wordClass", rows: 256, dim: 10 },
  { name: "cue", rows: 64, dim: 10 },
  { name: "grammar", rows: 32, dim: 8 },
] as const satisfies readonly Column[];

/** What a token is by its place in the article. */
export const CONTEXT_COLUMNS = [
  { name: "quotation", rows: 16, dim: 10 },
  { name: "marks", rows: 64, dim: 10 },
  { name: "border", rows: 32, dim: 8 },
  { name: "block", rows: 48, dim: 8 },
  { name: "mention", rows: 32, dim: 10 },
] as const satisfies readonly Column[];

/** All columns in the order of a feature row. Weights are made for exactly these. */
export const COLUMNS: readonly Column[] = [...WORD_COLUMNS, ...CONTEXT_COLUMNS];
