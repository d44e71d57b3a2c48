import { AppError } from "../common/errors.js";
import { COLUMNS } from "./columns.js";

/** How tokens are labelled: nothing, then first and further tokens of each kind of span. */
export const STATEMENT_LABELS = ["O", "B-cue", "I-cue", "B-source", "I-source", "B-content", "I-content"] as const;

/** One layer of the network; see training/network.md for what it computes. */
export type LayerType = "convolution" | "recurrence";

/** A matrix of integers with a scale and a bias for each of its rows. */
export interface Matrix {
  readonly values: Int8Array | Int16Array;
  readonly scale: Float32Array;
  readonly bias: Float32Array;
  /** Rows, the outputs. */
  readonly outputs: number;
  readonly inputs: number;
}

export interface Layer {
  readonly type: LayerType;
  readonly matrix: Matrix;
  /** Of a recurrence: back from its channels to the network's width. */
  readonly out?: Matrix;
}

/** What one step from label to label is worth, `to` counting fastest, and what it is worth to begin with a label. */
export interface Transitions {
  readonly steps: Float32Array;
  readonly start: Float32Array;
}

/** The table of a column: row after row of `dim` numbers. */
export interface Table {
  readonly dim: number;
  readonly values: Int8Array;
  /** Of each of the column's values its row, where the table holds rows of some only: 0, the first row, for all others. */
  readonly rowOf?: Uint16Array;
}

/** The weights of a tagger, as they stand in their file. */
export interface Weights {
  readonly width: number;
  readonly channels: number;
  /** In the order of `COLUMNS`. */
  readonly embeddings: readonly Table[];
  readonly input: Matrix;
  readonly layers: readonly Layer[];
  readonly head: Matrix;
  readonly statements: Transitions;
  /** Any further block of so many numbers by its name; throws `AppError` where the file has none. */
  floats(name: string, count: number): Float32Array;
}

const MAGIC = 0x4754524f; // "ORTG"
const VERSION = 1;
/** Rows of a table that holds only some: their numbers take two bytes. */
const MOST_ROWS = 0xffff;
/** Wider networks are none of ours: a bound for damaged files. */
const WIDEST = 1024;

/** Reads a file of weights (training/network.md). Throws `AppError` "invalid-table" where it is damaged or made for other features. */
export function parseWeights(bytes: Uint8Array): Weights {
  const { header, blocks } = readHeader(bytes);
  const width = size(header["width"], "width");
  const channels = size(header["channels"], "channels");
  const columns = Array.isArray(header["columns"]) ? (header["columns"] as readonly Readonly<Record<string, unknown>>[]) : [];
  if (columns.length !== COLUMNS.length) fail("they are made for other features");
  const embeddings = COLUMNS.map(({ name, rows }, index) => {
    const column = columns[index];
    if (column?.["name"] !== name || column["rows"] !== rows) fail(`they are made for other features than "${name}"`);
    const dim = size(column["dim"], name, 1);
    if (column["taken"] !== true) return { dim, values: blocks.integers(`embedding.${name}`, "int8", rows * dim) };
    const { rowOf, held } = rowsTaken(blocks.integers(`embedding.${name}.taken`, "int8", Math.ceil(rows / 8)));
    return { dim, values: blocks.integers(`embedding.${name}`, "int8", held * dim), rowOf };
  });
  const inputs = embeddings.reduce((sum, { dim }) => sum + dim, 0);
  if (inputs % 2 !== 0 || inputs > WIDEST) fail("the width of a feature row is no even number up to 1024");
  const types: readonly unknown[] = Array.isArray(header["layers"]) ? header["layers"] : [];
  const layers = types.map((type, index): Layer => {
    const name = `layer.${index}`;
    if (type === "convolution") return { type, matrix: blocks.matrix(name, "int8", 6 * width, width, 2 * width) };
    if (type !== "recurrence") return fail(`there is no layer of type ${JSON.stringify(type)}`);
    return { type, matrix: blocks.matrix(name, "int8", 6 * channels, width), out: blocks.matrix(`${name}.out`, "int8", width, 2 * channels) };
  });
  return {
    width,
    channels,
    embeddings,
    layers,
    input: blocks.matrix("input", "int16", width, inputs),
    head: blocks.matrix("head", "int8", 16, width),
    statements: { steps: blocks.floats("transitions.statements", STATEMENT_LABELS.length ** 2), start: blocks.floats("start.statements", STATEMENT_LABELS.length) },
    floats: (name, count) => blocks.floats(name, count),
  };
}

function readHeader(bytes: Uint8Array): { header: Readonly<Record<string, unknown>>; blocks: Blocks } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.byteLength < 12 || view.getUint32(0, true) !== MAGIC) fail("the file is none of weights");
  if (view.getUint32(4, true) !== VERSION) fail("the file is of another version");
  const length = view.getUint32(8, true);
  if (length > bytes.byteLength - 12) fail("the file is cut off");
  const header = parseJson(new TextDecoder().decode(bytes.subarray(12, 12 + length)));
  return { header, blocks: new Blocks(bytes, asRecord(header["blocks"])) };
}

function parseJson(text: string): Readonly<Record<string, unknown>> {
  try {
    return asRecord(JSON.parse(text));
  } catch (error) {
    return fail(`the header is no JSON: ${String(error)}`);
  }
}

function asRecord(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : fail("the header is not whole");
}

/** The named blocks of a file; every access is checked against its bounds. */
class Blocks {
  constructor(
    private readonly bytes: Uint8Array,
    private readonly places: Readonly<Record<string, unknown>>,
  ) {}

  integers(name: string, type: "int8", count: number): Int8Array;
  integers(name: string, type: "int8" | "int16", count: number): Int8Array | Int16Array;
  integers(name: string, type: "int8" | "int16", count: number): Int8Array | Int16Array {
    return type === "int8" ? new Int8Array(this.copy(name, type, 1, count)) : new Int16Array(this.copy(name, type, 2, count));
  }

  floats(name: string, count: number): Float32Array {
    const floats = new Float32Array(this.copy(name, "float32", 4, count));
    if (!floats.every(Number.isFinite)) fail(`"${name}" holds what is no number`);
    return floats;
  }

  matrix(name: string, type: "int8" | "int16", outputs: number, inputs: number, biases = outputs): Matrix {
    const values = this.integers(name, type, outputs * inputs);
    return { values, scale: this.floats(`${name}.scale`, outputs), bias: this.floats(`${name}.bias`, biases), outputs, inputs };
  }

  /** A copy, so that it is aligned whatever the file's place in memory. */
  private copy(name: string, type: string, bytesEach: number, count: number): ArrayBuffer {
    const place = asRecord(this.places[name] ?? fail(`"${name}" is missing`));
    const { shape, offset } = place;
    const sizes: readonly unknown[] = Array.isArray(shape) ? shape : [];
    const held = sizes.reduce<number>((product, each) => product * (Number.isSafeInteger(each) ? Number(each) : Number.NaN), 1);
    if (place["type"] !== type || held !== count) fail(`"${name}" has another shape`);
    const start = Number(offset);
    const end = start + held * bytesEach;
    if (!(start >= 0 && Number.isSafeInteger(start) && end <= this.bytes.byteLength)) fail(`"${name}" lies outside of the file`);
    // Buffer's own slice would share the memory of the whole
    return new Uint8Array(this.bytes.subarray(start, end)).buffer;
  }
}

/** The rows of a table by the bits that say of which values it holds one, counted from 1, and how many it holds. */
function rowsTaken(bits: Int8Array): { rowOf: Uint16Array; held: number } {
  const rowOf = new Uint16Array(bits.length * 8);
  let held = 1;
  for (let byte = 0; byte < bits.length; byte++) {
    for (let left = (bits[byte] ?? 0) & 0xff; left !== 0; left &= left - 1) rowOf[byte * 8 + 31 - Math.clz32(left & -left)] = held++;
  }
  return held <= MOST_ROWS ? { rowOf, held } : fail("a table has more than 65,535 rows");
}

function size(value: unknown, name: string, multiple = 8): number {
  return typeof value === "number" && Number.isInteger(value) && value > 0 && value <= WIDEST && value % multiple === 0 ? value : fail(`"${name}" is no fitting number`);
}

function fail(reason: string): never {
  throw new AppError("invalid-table", `The weights of the tagger cannot be used: ${reason}.`);
}
