import { Embedding, type Placed } from "./embedding.js";
import type { Features } from "./features.js";
import { createKernel } from "./kernel/createKernel.js";
import { packWeights, type Kernel } from "./kernel/kernel.js";
import type { Matrix, Weights } from "./weights.js";
import { LONGEST_WINDOW, type Window } from "./windows.js";

type PlacedLayer = { readonly type: "convolution"; readonly matrix: Placed; readonly gates: number } | { readonly type: "recurrence"; readonly matrix: Placed; readonly out: Placed };

/** Hands out places in memory, in multiples of 16 bytes. */
class Space {
  size = 0;

  take(bytes: number): number {
    const place = this.size;
    this.size += Math.ceil(bytes / 16) * 16;
    return place;
  }

  matrix({ outputs, inputs }: Matrix): Placed {
    return { weights: this.take(outputs * inputs * 2), scale: this.take(outputs * 4), bias: this.take(outputs * 4), inputs, outputs };
  }
}

/**
 * The network of training/network.md. It reads one window after another in the same memory (weights and room for the longest
 * window, some 20 MB), so that a book takes no more than a paragraph.
 */
export class Network {
  private readonly floats: Float32Array;

  private constructor(
    private readonly kernel: Kernel,
    private readonly weights: Weights,
    private readonly embedding: Embedding,
    private readonly layers: readonly PlacedLayer[],
    private readonly head: Placed,
    private readonly room: Room,
  ) {
    this.floats = new Float32Array(kernel.memory);
  }

  /** @param makeKernel what to compute with; the best one where it is not given */
  static async create(weights: Weights, makeKernel: (bytes: number) => Kernel | Promise<Kernel> = createKernel): Promise<Network> {
    const space = new Space();
    const layers = weights.layers.map(({ type, matrix, out }): PlacedLayer => {
      const placed = space.matrix(matrix);
      if (type === "recurrence" && out) return { type, matrix: placed, out: space.matrix(out) };
      return { type: "convolution", matrix: placed, gates: space.take(weights.width * 2 * 4) };
    });
    const head = space.matrix(weights.head);
    const openEmbedding = Embedding.plan((bytes) => space.take(bytes), weights, layers[0]?.type === "convolution" ? layers[0].matrix : undefined);
    const room = planRoom(space, weights);
    const kernel = await makeKernel(space.size);
    weights.layers.forEach(({ matrix, out }, index) => {
      const placed = layers[index];
      if (placed?.type === "recurrence") {
        fill(kernel, matrix, placed.matrix, true);
        if (out) fill(kernel, out, placed.out, true);
      } else if (placed) {
        // the parts of a convolution are summed before the bias comes in
        fill(kernel, matrix, placed.matrix, false);
        new Float32Array(kernel.memory, placed.gates, matrix.bias.length).set(matrix.bias);
      }
    });
    fill(kernel, weights.head, head, true);
    return new Network(kernel, weights, openEmbedding(kernel), layers, head, room);
  }

  /** The scores of a window's tokens, `SCORES` a token: first those of the statement labels, then those of the names. Valid until the next call. */
  run(features: Features, window: Window): Float32Array {
    const { kernel, room } = this;
    const rows = window.end - window.first;
    let isMultiplied = this.embedding.read(features, window, room.state, room.wide);
    for (const layer of this.layers) {
      if (!isMultiplied) {
        kernel.quantize(room.state, room.rounded, room.steps, rows, layer.matrix.inputs, true);
        this.product(layer.matrix, room.wide, rows);
      }
      isMultiplied = false;
      if (layer.type === "convolution") kernel.convolve(room.state, room.wide, layer.gates, rows, this.weights.width);
      else this.finishRecurrence(layer.out, rows);
    }
    kernel.quantize(room.state, room.rounded, room.steps, rows, this.head.inputs, true);
    this.product(this.head, room.scores, rows);
    return this.floats.subarray(room.scores / 4, room.scores / 4 + rows * SCORES);
  }

  private finishRecurrence(out: Placed, rows: number): void {
    const { kernel, room, weights } = this;
    kernel.recur(room.wide, room.channels, room.cells, rows, weights.channels);
    kernel.quantize(room.channels, room.rounded, room.steps, rows, out.inputs, false);
    this.product(out, room.wide, rows);
    kernel.add(room.state, room.wide, rows * weights.width);
  }

  private product({ weights, scale, bias, inputs, outputs }: Placed, output: number, rows: number): void {
    this.kernel.multiply(this.room.rounded, this.room.steps, weights, scale, bias, output, rows, inputs, outputs);
  }
}

/** Scores of a token. */
export const SCORES = 16;

/** Where a window's numbers lie. */
interface Room {
  /** The network's state, its width a token. */
  readonly state: number;
  /** What a layer's first product gives. */
  readonly wide: number;
  /** What a recurrence shows, both directions. */
  readonly channels: number;
  readonly cells: number;
  /** What is to be multiplied, as integers, and what one step of each row is worth. */
  readonly rounded: number;
  readonly steps: number;
  readonly scores: number;
}

function planRoom(space: Space, { width, channels }: Weights): Room {
  const rows = LONGEST_WINDOW;
  return {
    state: space.take(rows * width * 4),
    wide: space.take(rows * 6 * Math.max(width, channels) * 4),
    channels: space.take(rows * 2 * channels * 4),
    cells: space.take(channels * 4),
    rounded: space.take(rows * Math.max(width, 2 * channels) * 2),
    steps: space.take(rows * 4),
    scores: space.take(rows * SCORES * 4),
  };
}

function fill({ memory }: Kernel, { values, scale, bias, outputs, inputs }: Matrix, placed: Placed, withBias: boolean): void {
  packWeights(values, new Int16Array(memory, placed.weights, outputs * inputs), outputs, inputs);
  new Float32Array(memory, placed.scale, outputs).set(scale);
  if (withBias) new Float32Array(memory, placed.bias, outputs).set(bias);
}
