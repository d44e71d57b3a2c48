import { CONTEXT_COLUMNS, WORD_COLUMNS } from "./columns.js";
import type { Features } from "./features.js";
import { packWeights, type Kernel } from "./kernel/kernel.js";
import type { Weights } from "./weights.js";
import { LONGEST_WINDOW, type Window } from "./windows.js";

/** Words whose part is kept, from one article to the next; where there are more, keeping begins anew. */
const KEPT_WORDS = 4096;
/** Values of all columns of a token's place together; their rows stand behind those of the words. */
const CONTEXT_ROWS = CONTEXT_COLUMNS.reduce((sum, { rows }) => sum + rows, 0);
/** Rows that are summed for a token: its word's, and one for each column of its place. */
const PARTS = 1 + CONTEXT_COLUMNS.length;

/** Where the embedding's numbers lie in the kernel's memory, as byte offsets. */
interface Places {
  /** Weights of the words' own columns, as `packWeights` lays them, with scale and bias. */
  readonly weights: number;
  readonly scale: number;
  readonly bias: number;
  /** A row of the network's width for each word that is kept, then for each value of each column of a token's place. */
  readonly rows: number;
  /** The same rows after the first layer's product. */
  readonly products: number;
  /** Rows that are to be multiplied: as integers, and what a step of each is worth, which is 1 in an embedding. */
  readonly rounded: number;
  readonly steps: number;
  readonly ones: number;
  /** The numbers of the rows that make up each token. */
  readonly parts: number;
}

/** A matrix in the kernel's memory; places are byte offsets. */
export interface Placed {
  readonly weights: number;
  readonly scale: number;
  readonly bias: number;
  readonly inputs: number;
  readonly outputs: number;
}

/**
 * The network's first product, of the tokens' embeddings with a matrix. It is a sum over columns (training/network.md): the part of
 * the word's own columns is computed once a word, those of the columns of its place once for all. Where the first layer begins with
 * a product without bias, that one is such a sum, too, but for the norm, which is one number a token.
 */
export class Embedding {
  private readonly integers: Int16Array;
  private readonly floats: Float32Array;
  private readonly parts: Int32Array;
  /** The rows of all words that are kept, by what the network sees of a word. */
  private readonly kept = new Map<string, number>();
  /** The same of the words of the article that is read, by their numbers there; -1 where it was not looked for yet. */
  private rowOf = new Int32Array(0);
  /** Of each article that is read, told by its features. */
  private readonly known = new WeakMap<Features, Int32Array>();

  private constructor(
    private readonly kernel: Kernel,
    private readonly weights: Weights,
    private readonly places: Places,
    /** Of a word's own columns, an even number. */
    private readonly inputs: number,
    private readonly next: Placed | undefined,
  ) {
    this.integers = new Int16Array(kernel.memory);
    this.floats = new Float32Array(kernel.memory);
    this.parts = new Int32Array(kernel.memory, places.parts, LONGEST_WINDOW * PARTS);
  }

  /**
   * Reserves room by `take`, which hands out bytes; the result fills it once there is a kernel that holds the other weights.
   *
   * @param next the matrix with which the first layer begins, if it has no bias
   */
  static plan(take: (bytes: number) => number, weights: Weights, next?: Placed): (kernel: Kernel) => Embedding {
    const { width } = weights;
    const inputs = Math.ceil(wordInputs(weights) / 2) * 2;
    const places: Places = {
      weights: take(width * inputs * 2),
      scale: take(width * 4),
      bias: take(width * 4),
      rows: take((KEPT_WORDS + CONTEXT_ROWS) * width * 4),
      products: take((KEPT_WORDS + CONTEXT_ROWS) * (next?.outputs ?? 0) * 4),
      rounded: take(LONGEST_WINDOW * Math.max(inputs, width) * 2),
      steps: take(LONGEST_WINDOW * 4),
      ones: take(LONGEST_WINDOW * 4),
      parts: take(LONGEST_WINDOW * PARTS * 4),
    };
    return (kernel) => {
      const embedding = new Embedding(kernel, weights, places, inputs, next);
      embedding.fill();
      return embedding;
    };
  }

  /**
   * Puts the first product of a window's tokens to a place in the kernel's memory, the network's width a token, and what the first
   * layer's product makes of it to another. False where the first layer has none that goes without bias.
   */
  read(features: Features, { first, end }: Window, target: number, nextTarget: number): boolean {
    this.take(features);
    this.compute(features, first, end);
    const { kernel, next, parts, places, rowOf } = this;
    const { width } = this.weights;
    let to = 0;
    for (let token = first; token < end; token++) {
      parts[to++] = rowOf[features.wordOf[token] ?? 0] ?? 0;
      let row = KEPT_WORDS;
      for (let column = 0; column < CONTEXT_COLUMNS.length; column++) {
        parts[to++] = row + (features.context[token * CONTEXT_COLUMNS.length + column] ?? 0);
        row += CONTEXT_COLUMNS[column]?.rows ?? 0;
      }
    }
    kernel.sum(target, places.rows, places.parts, end - first, PARTS, width);
    if (!next) return false;
    kernel.sum(nextTarget, places.products, places.parts, end - first, PARTS, next.outputs);
    kernel.norm(nextTarget, target, end - first, next.outputs, width);
    return true;
  }

  /** The words of another article than before have other numbers. */
  private take(features: Features): void {
    const known = this.known.get(features);
    if (known && known === this.rowOf) return;
    this.rowOf = new Int32Array(features.wordCount).fill(-1);
    this.known.set(features, this.rowOf);
  }

  /** Computes the rows of words that have none yet. */
  private compute(features: Features, first: number, end: number): void {
    const { kept, rowOf } = this;
    if (kept.size + end - first > KEPT_WORDS) {
      rowOf.fill(-1);
      kept.clear();
    }
    const from = kept.size;
    for (let token = first; token < end; token++) {
      const word = features.wordOf[token] ?? 0;
      if ((rowOf[word] ?? 0) >= 0) continue;
      const ids = features.words.subarray(word * WORD_COLUMNS.length, (word + 1) * WORD_COLUMNS.length);
      // a word's first number takes more than one unit
      const key = String.fromCharCode(...ids, (ids[0] ?? 0) >>> 16);
      let row = kept.get(key);
      if (row === undefined) {
        row = kept.size;
        kept.set(key, row);
        this.embed(ids, row - from);
      }
      rowOf[word] = row;
    }
    const { weights, scale, bias, rows, rounded, ones } = this.places;
    const { width } = this.weights;
    this.kernel.multiply(rounded, ones, weights, scale, bias, rows + from * width * 4, kept.size - from, this.inputs, width);
    this.multiplyOn(from, kept.size - from);
  }

  /** The first layer's product of some rows. */
  private multiplyOn(first: number, count: number): void {
    const { kernel, next, places } = this;
    if (!next) return;
    kernel.quantize(places.rows + first * next.inputs * 4, places.rounded, places.steps, count, next.inputs, false);
    kernel.multiply(places.rounded, places.steps, next.weights, next.scale, next.bias, places.products + first * next.outputs * 4, count, next.inputs, next.outputs);
  }

  private embed(ids: Int32Array, row: number): void {
    const { integers, inputs } = this;
    const { embeddings } = this.weights;
    let to = this.places.rounded / 2 + row * inputs;
    for (let column = 0; column < WORD_COLUMNS.length; column++) {
      const table = embeddings[column];
      if (!table) continue;
      const id = ids[column] ?? 0;
      const from = (table.rowOf ? (table.rowOf[id] ?? 0) : id) * table.dim;
      for (let at = from; at < from + table.dim; at++) integers[to++] = table.values[at] ?? 0;
    }
  }

  private fill(): void {
    const { kernel, weights, places, inputs, floats } = this;
    const { input, width, embeddings } = weights;
    const own = new Int16Array(width * inputs);
    const count = wordInputs(weights);
    for (let output = 0; output < width; output++) own.set(input.values.subarray(output * input.inputs, output * input.inputs + count), output * inputs);
    packWeights(own, new Int16Array(kernel.memory, places.weights, width * inputs), width, inputs);
    floats.set(input.scale, places.scale / 4);
    floats.set(input.bias, places.bias / 4);
    floats.fill(1, places.ones / 4, places.ones / 4 + LONGEST_WINDOW);
    let before = count;
    let to = places.rows / 4 + KEPT_WORDS * width;
    CONTEXT_COLUMNS.forEach(({ rows }, column) => {
      const table = embeddings[WORD_COLUMNS.length + column];
      if (!table) return;
      for (let row = 0; row < rows; row++) {
        for (let output = 0; output < width; output++) {
          let sum = 0;
          for (let at = 0; at < table.dim; at++) sum += (input.values[output * input.inputs + before + at] ?? 0) * (table.values[row * table.dim + at] ?? 0);
          floats[to++] = sum * (input.scale[output] ?? 0);
        }
      }
      before += table.dim;
    });
    this.multiplyOn(KEPT_WORDS, CONTEXT_ROWS);
  }
}

function wordInputs({ embeddings }: Weights): number {
  return embeddings.slice(0, WORD_COLUMNS.length).reduce((sum, { dim }) => sum + dim, 0);
}
