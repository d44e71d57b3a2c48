import { CONTEXT_COLUMNS, WORD_COLUMNS } from "./columns.js";
import type { Features } from "./features.js";
import { packWeights, type Kernel } from "./kernel/kernel.js";
import type { Weights } from "./weights.js";
import { LONGEST_WINDOW, type Window } from "./windows.js";

/** Words whose part is kept while an article is read; where there are more, keeping begins anew. */
const KEPT_WORDS = 4096;
/** Rows that are summed for a token: its word's, and one for each column of its place. */
const PARTS = 1 + CONTEXT_COLUMNS.length;

/** Where the embedding's numbers lie in the kernel's memory, as byte offsets. */
interface Places {
  /** Weights of the words' own columns, as `packWeights` lays them, with scale and bias. */
  readonly weights: number;
  readonly scale: number;
  readonly bias: number;
  /** A row of the network's width for each value of each column of a token's place. */
  readonly context: readonly number[];
  /** A row of the network's width for each word that is kept. */
  readonly words: number;
  /** Words that are new in a window: their embeddings as integers, and 1 for each as the worth of a step. */
  readonly rounded: number;
  readonly steps: number;
  /** The places of the rows that make up each token. */
  readonly parts: number;
}

/**
 * The network's first product, of the tokens' embeddings with a matrix. It is a sum over columns (training/network.md): the part of
 * the word's own columns is computed once a word, those of the columns of its place once for all.
 */
export class Embedding {
  private readonly integers: Int16Array;
  private readonly floats: Float32Array;
  private readonly parts: Int32Array;
  /** Of the article that is read: the row of each word; -1 where it is not computed yet. */
  private rowOf = new Int32Array(0);
  private kept = 0;
  /** The rows of the article that was read last, told by its features. */
  private readonly known = new WeakMap<Features, Int32Array>();

  private constructor(
    private readonly kernel: Kernel,
    private readonly weights: Weights,
    private readonly places: Places,
    /** Of a word's own columns, an even number. */
    private readonly inputs: number,
  ) {
    this.integers = new Int16Array(kernel.memory);
    this.floats = new Float32Array(kernel.memory);
    this.parts = new Int32Array(kernel.memory, places.parts, LONGEST_WINDOW * PARTS);
  }

  /** Reserves room by `take`, which hands out bytes; the result fills it once there is a kernel. */
  static plan(take: (bytes: number) => number, weights: Weights): (kernel: Kernel) => Embedding {
    const { width } = weights;
    const inputs = Math.ceil(wordInputs(weights) / 2) * 2;
    const places: Places = {
      weights: take(width * inputs * 2),
      scale: take(width * 4),
      bias: take(width * 4),
      context: CONTEXT_COLUMNS.map(({ rows }) => take(rows * width * 4)),
      words: take(KEPT_WORDS * width * 4),
      rounded: take(LONGEST_WINDOW * inputs * 2),
      steps: take(LONGEST_WINDOW * 4),
      parts: take(LONGEST_WINDOW * PARTS * 4),
    };
    return (kernel) => {
      const embedding = new Embedding(kernel, weights, places, inputs);
      embedding.fill();
      return embedding;
    };
  }

  /** Puts the first product of a window's tokens to a place in the kernel's memory, the network's width a token. */
  read(features: Features, { first, end }: Window, target: number): void {
    this.take(features);
    this.compute(features, first, end);
    const { parts, places, rowOf } = this;
    const bytes = this.weights.width * 4;
    let to = 0;
    for (let token = first; token < end; token++) {
      parts[to++] = places.words + (rowOf[features.wordOf[token] ?? 0] ?? 0) * bytes;
      for (let column = 0; column < CONTEXT_COLUMNS.length; column++) parts[to++] = (places.context[column] ?? 0) + (features.context[token * CONTEXT_COLUMNS.length + column] ?? 0) * bytes;
    }
    this.kernel.sum(target, places.parts, end - first, PARTS, this.weights.width);
  }

  /** Begins anew where another article is read than before. */
  private take(features: Features): void {
    const known = this.known.get(features);
    if (known && known === this.rowOf) return;
    this.rowOf = new Int32Array(features.wordCount).fill(-1);
    this.known.set(features, this.rowOf);
    this.kept = 0;
  }

  /** Computes the rows of words that have none yet. */
  private compute(features: Features, first: number, end: number): void {
    if (this.kept + end - first > KEPT_WORDS) {
      this.rowOf.fill(-1);
      this.kept = 0;
    }
    const { rowOf, kept } = this;
    for (let token = first; token < end; token++) {
      const word = features.wordOf[token] ?? 0;
      if ((rowOf[word] ?? 0) >= 0) continue;
      this.embed(features.words, word, this.kept - kept);
      rowOf[word] = this.kept++;
    }
    const { weights, scale, bias, words, rounded, steps } = this.places;
    const { width } = this.weights;
    this.kernel.multiply(rounded, steps, weights, scale, bias, words + kept * width * 4, this.kept - kept, this.inputs, width);
  }

  private embed(words: Uint16Array, word: number, row: number): void {
    const { integers, inputs } = this;
    const { embeddings } = this.weights;
    let to = this.places.rounded / 2 + row * inputs;
    for (let column = 0; column < WORD_COLUMNS.length; column++) {
      const table = embeddings[column];
      if (!table) continue;
      const from = (words[word * WORD_COLUMNS.length + column] ?? 0) * table.dim;
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
    floats.fill(1, places.steps / 4, places.steps / 4 + LONGEST_WINDOW);
    let before = count;
    CONTEXT_COLUMNS.forEach(({ rows }, column) => {
      const table = embeddings[WORD_COLUMNS.length + column];
      if (!table) return;
      for (let row = 0; row < rows; row++) {
        for (let output = 0; output < width; output++) {
          let sum = 0;
          for (let at = 0; at < table.dim; at++) sum += (input.values[output * input.inputs + before + at] ?? 0) * (table.values[row * table.dim + at] ?? 0);
          floats[(places.context[column] ?? 0) / 4 + row * width + output] = sum * (input.scale[output] ?? 0);
        }
      }
      before += table.dim;
    });
  }
}

function wordInputs({ embeddings }: Weights): number {
  return embeddings.slice(0, WORD_COLUMNS.length).reduce((sum, { dim }) => sum + dim, 0);
}
