import { COLUMNS } from "../../../../src/core/tagger/columns.js";

type Numbers = Int8Array | Int16Array | Float32Array;

/** What a file of weights holds, before it is packed. */
export interface Unpacked {
  header: Record<string, unknown>;
  blocks: Record<string, { numbers: Numbers; shape: number[] }>;
}

/** Numbers that look like chance and are always the same, from -1 to 1. */
export function chance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 31 - 1;
  };
}

/** A small network that has learned nothing: legal in its form, for tests of everything but its wisdom. */
export function randomWeights({ seed = 1, width = 16, channels = 8, layers = ["convolution", "recurrence"] } = {}): Unpacked {
  const next = chance(seed);
  const blocks: Unpacked["blocks"] = {};
  const floats = (name: string, count: number, factor: number): void => {
    blocks[name] = { numbers: Float32Array.from({ length: count }, () => next() * factor), shape: [count] };
  };
  const matrix = (name: string, outputs: number, inputs: number, biases = outputs, numbers: Int8Array | Int16Array = new Int8Array(outputs * inputs)): void => {
    blocks[name] = { numbers: numbers.map(() => Math.round(next() * 127)), shape: [outputs, inputs] };
    floats(`${name}.scale`, outputs, 0.02);
    floats(`${name}.bias`, biases, 0.5);
  };
  // of words the table holds some rows only, as it does in the file that ships
  const columns = COLUMNS.map(({ name, rows }) => ({ name, rows, dim: 2, ...(name === "word" ? { taken: true } : {}) }));
  for (const { name, rows, dim, taken } of columns) {
    const bits = new Int8Array(rows / 8).map(() => (next() > 0 ? 1 << 3 : 0));
    if (taken) blocks[`embedding.${name}.taken`] = { numbers: bits, shape: [bits.length] };
    const held = taken ? bits.filter((byte) => byte !== 0).length + 1 : rows;
    blocks[`embedding.${name}`] = { numbers: new Int8Array(held * dim).map(() => Math.round(next() * 127)), shape: [held, dim] };
  }
  matrix("input", width, columns.length * 2, width, new Int16Array(width * columns.length * 2));
  layers.forEach((type, index) => {
    if (type === "convolution") matrix(`layer.${index}`, 6 * width, width, 2 * width);
    else {
      matrix(`layer.${index}`, 6 * channels, width);
      matrix(`layer.${index}.out`, width, 2 * channels);
    }
  });
  matrix("head", 16, width);
  for (const head of ["statements", "names"]) {
    floats(`transitions.${head}`, 49, 0.5);
    floats(`start.${head}`, 7, 0.5);
  }
  floats("links", 2 * 16384, 1);
  floats("confidence", 10, 0.5);
  return { header: { width, channels, columns, layers }, blocks };
}

/** The file, as training/network.md lays it out. */
export function packFile({ header, blocks }: Unpacked): Uint8Array<ArrayBuffer> {
  const types = new Map<unknown, string>([
    [Int8Array, "int8"],
    [Int16Array, "int16"],
    [Float32Array, "float32"],
  ]);
  const encode = (start: number): { head: Uint8Array; size: number } => {
    let offset = start;
    const places: Record<string, unknown> = {};
    for (const [name, { numbers, shape }] of Object.entries(blocks)) {
      places[name] = { type: types.get(numbers.constructor), shape, offset };
      offset = aligned(offset + numbers.byteLength);
    }
    return { head: new TextEncoder().encode(JSON.stringify({ ...header, blocks: places })), size: offset };
  };
  // offsets have as many digits whatever the header's length turns out to be
  const start = aligned(12 + encode(100_000).head.length + 64);
  const { head, size } = encode(start);
  const file = new Uint8Array(size).fill(0x20, 0, start);
  const view = new DataView(file.buffer);
  file.set(new TextEncoder().encode("ORTG"), 0);
  view.setUint32(4, 1, true);
  view.setUint32(8, start - 12, true);
  file.set(head, 12);
  let offset = start;
  for (const { numbers } of Object.values(blocks)) {
    file.set(new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength), offset);
    offset = aligned(offset + numbers.byteLength);
  }
  return file;
}

function aligned(size: number): number {
  return Math.ceil(size / 16) * 16;
}
