import assert from "node:assert/strict";
import * as fc from "fast-check";
import { AppError } from "../../../../src/core/common/errors.js";
import { plainKernel } from "../../../../src/core/tagger/kernel/plainKernel.js";
import { Network, SCORES } from "../../../../src/core/tagger/network.js";
import { parseWeights } from "../../../../src/core/tagger/weights.js";
import { packFile, randomWeights, type Unpacked } from "./packWeights.js";
import { readForTagger } from "./readForTagger.js";

const TEXT = `Mayor opens bridge

“We waited nine years,” Mayor Ann Doe said on Monday. She added that the old bridge would be torn down.

According to the ministry in Oslo, 3,000 cars pass it every day. “Too many,” said a spokesman.`;

const packed = packFile(randomWeights({ width: 24, channels: 16, layers: ["convolution", "recurrence", "convolution", "recurrence"] }));

function refused(bytes: Uint8Array): void {
  assert.throws(() => parseWeights(bytes), (error) => error instanceof AppError && error.code === "invalid-table");
}

function changed(change: (unpacked: Unpacked) => void): Uint8Array {
  const unpacked = randomWeights();
  change(unpacked);
  return packFile(unpacked);
}

/** A word of letters for each number: what differs by a digit alone is the same to the network. */
const letters = (number: number): string => number.toString(26).replace(/./gu, (digit) => String.fromCharCode(0x61 + Number.parseInt(digit, 26)));

suite("network", () => {
  test("gives the same bits with and without WebAssembly", async () => {
    const weights = parseWeights(packed);
    const { features, windows } = readForTagger(TEXT);
    const fast = await Network.create(weights);
    const plain = await Network.create(weights, plainKernel);
    for (const window of windows) {
      const scores = fast.run(features, window);
      assert.equal(scores.length, (window.end - window.first) * SCORES);
      assert.ok(scores.every(Number.isFinite));
      assert.ok(new Set(scores).size > scores.length / 2, "the scores tell nothing apart");
      assert.deepEqual(plain.run(features, window), scores);
    }
  });

  test("a window's scores do not depend on what was read before", async () => {
    const network = await Network.create(parseWeights(packed));
    const { features } = readForTagger(TEXT);
    const window = { first: 5, end: 30 };
    const first = network.run(features, window).slice();
    network.run(features, { first: 0, end: 45 });
    assert.deepEqual(network.run(features, window), first);
  });

  test("articles read in turn that share words are read as each alone", async () => {
    const texts = [TEXT, `Nobody else was asked. ${TEXT}`, TEXT.toLowerCase()];
    const network = await Network.create(parseWeights(packed));
    for (const text of [...texts, TEXT]) {
      const { features } = readForTagger(text);
      const window = { first: 0, end: 40 };
      const alone = await Network.create(parseWeights(packed));
      assert.deepEqual(network.run(features, window).slice(), alone.run(features, window).slice());
    }
  });

  test("a window's scores do not depend on how many words stand before it", async () => {
    const text = Array.from({ length: 60 }, (_, nth) => `${Array.from({ length: 100 }, (__, index) => letters(nth * 100 + index)).join(" ")}.`).join("\n\n");
    const { features, windows } = readForTagger(text);
    assert.ok(features.wordCount > 5000);
    const network = await Network.create(parseWeights(packed));
    const inOrder = windows.map((window) => network.run(features, window).slice());
    const alone = await Promise.all(windows.slice(-3).map(async (window) => (await Network.create(parseWeights(packed))).run(features, window).slice()));
    assert.deepEqual(inOrder.slice(-3), alone);
    assert.deepEqual(network.run(features, windows[0] ?? { first: 0, end: 1 }), inOrder[0]);
  });

  test("the sums are those of the definition", async () => {
    // no layer: what comes out is the head times the normed embedding
    const unpacked = randomWeights({ width: 8, layers: [] });
    const weights = parseWeights(packFile(unpacked));
    const network = await Network.create(weights);
    const { features } = readForTagger("Rain fell.");
    const scores = network.run(features, { first: 0, end: 3 });
    const embedded = [0, 1, 2].map((token) =>
      weights.embeddings.flatMap(({ dim, values, rowOf }, column) => {
        const id = (column < 10 ? features.words[(features.wordOf[token] ?? 0) * 10 + column] : features.context[token * 5 + column - 10]) ?? 0;
        const row = rowOf ? (rowOf[id] ?? 0) : id;
        return [...values.subarray(row * dim, row * dim + dim)];
      }),
    );
    const times = ({ values, scale, bias, outputs, inputs }: typeof weights.head, vector: readonly number[]): number[] =>
      Array.from({ length: outputs }, (_, output) => (bias[output] ?? 0) + (scale[output] ?? 0) * vector.reduce((sum, x, index) => sum + x * (values[output * inputs + index] ?? 0), 0));
    embedded.forEach((vector, token) => {
      const state = times(weights.input, vector);
      const root = Math.sqrt(state.reduce((sum, x) => sum + x * x, 0) / state.length + 1e-6);
      const expected = times(weights.head, state.map((x) => x / root));
      expected.forEach((score, at) => assert.ok(Math.abs(score - (scores[token * SCORES + at] ?? 0)) < 1e-3, `${score} is not ${scores[token * SCORES + at]}`));
    });
  });
});

suite("weights", () => {
  test("a value without a row of its own has the first one, each other one the next", () => {
    const unpacked = randomWeights({ width: 8, layers: [] });
    unpacked.blocks["embedding.word.taken"]?.numbers.fill(0).set([0b1000_0010, 0, 0b1]);
    unpacked.blocks["embedding.word"] = { numbers: new Int8Array(4 * 2), shape: [4, 2] };
    const rowOf = parseWeights(packFile(unpacked)).embeddings[0]?.rowOf;
    assert.deepEqual([...(rowOf?.subarray(0, 18) ?? [])], [0, 1, 0, 0, 0, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0, 3, 0]);
    assert.equal(rowOf?.length, 262_144);
  });

  test("a whole file is read", () => assert.equal(parseWeights(packed).layers.length, 4));

  test("an unaligned file is read", () => {
    const shifted = new Uint8Array(packed.length + 3);
    shifted.set(packed, 3);
    assert.equal(parseWeights(shifted.subarray(3)).width, 24);
  });

  test("a file that Node has read is read", () => assert.deepEqual(parseWeights(Buffer.concat([Buffer.from("ahead"), packed]).subarray(5)).head, parseWeights(packed).head));

  const damages: readonly [string, Uint8Array][] = [
    ["an empty file", new Uint8Array(0)],
    ["another file", new TextEncoder().encode("This is a text and no file of weights.")],
    ["another version", packed.map((byte, at) => (at === 4 ? 9 : byte))],
    ["a file cut off in its header", packed.slice(0, 200)],
    ["a file cut off in its numbers", packed.slice(0, packed.length - 132_000)],
    ["a header that is no JSON", packed.map((byte, at) => (at === 12 ? 0 : byte))],
    ["other features", changed(({ header }) => (header["columns"] = []))],
    ["a missing block", changed(({ blocks }) => delete blocks["head.bias"])],
    ["a block of another size", changed(({ blocks }) => (blocks["head.bias"] = { numbers: new Float32Array(4), shape: [4] }))],
    ["a table that holds fewer rows than it says", changed(({ blocks }) => blocks["embedding.word.taken"]?.numbers.fill(-1))],
    ["an unknown layer", changed(({ header }) => (header["layers"] = ["attention"]))],
    ["an impossible width", changed(({ header }) => (header["width"] = 1e9))],
    ["what is no number", changed(({ blocks }) => blocks["head.bias"]?.numbers.fill(Number.NaN))],
  ];
  for (const [about, bytes] of damages) test(`${about} is refused`, () => refused(bytes));

  test("whatever byte is damaged, it is read or refused", () =>
    fc.assert(
      fc.property(fc.nat(4000), fc.nat(255), (at, byte) => {
        const damaged = packed.slice();
        damaged[at] = byte;
        try {
          parseWeights(damaged);
        } catch (error) {
          assert.ok(error instanceof AppError, String(error));
        }
      }),
      { numRuns: 300 },
    ));
});
