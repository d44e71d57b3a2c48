import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import * as fc from "fast-check";
import { createKernel } from "../../../../src/core/tagger/kernel/createKernel.js";
import { packWeights, type Kernel } from "../../../../src/core/tagger/kernel/kernel.js";
import { plainKernel } from "../../../../src/core/tagger/kernel/plainKernel.js";

const BYTES = 1 << 18;
/** Places in memory for operands, far enough from each other. */
const [A, B, C, D, E, F] = [0, 0x8000, 0x10000, 0x18000, 0x20000, 0x28000];

const fast = await createKernel(BYTES);
const plain = plainKernel(BYTES);

function fill(kernel: Kernel, at: number, numbers: readonly number[]): void {
  new Float32Array(kernel.memory).set(numbers, at / 4);
}

/** Puts the same numbers into both kernels and runs the same operation; all of their memory must be the same afterwards. */
function agree(numbers: readonly number[], work: (kernel: Kernel) => void): void {
  for (const kernel of [fast, plain]) {
    new Uint8Array(kernel.memory).fill(0, 0, BYTES);
    // enough for six times the width
    const many = Array.from({ length: 6 }, () => numbers).flat();
    [A, B, C, D].forEach((at, nth) => fill(kernel, at, many.map((number, index) => (index % (nth + 2) === 0 ? -number : number))));
    work(kernel);
  }
  assert.deepEqual(new Uint8Array(plain.memory, 0, BYTES), new Uint8Array(fast.memory, 0, BYTES));
}

/** Rows of 1 to 9 and a width, with as many numbers, small and large. */
const rowsOfNumbers = fc
  .record({ rows: fc.integer({ min: 1, max: 9 }), width: fc.constantFrom(8, 16, 24, 64) })
  .chain(({ rows, width }) => fc.record({ rows: fc.constant(rows), width: fc.constant(width), numbers: fc.array(fc.float({ min: -40, max: 40, noNaN: true }), { minLength: rows * width, maxLength: rows * width }) }));

suite("kernel", () => {
  test("is built from its source as it is now", () => {
    const { status, stderr } = spawnSync(process.execPath, ["scripts/buildKernel.mjs", "--check"], { encoding: "utf8" });
    assert.equal(status, 0, stderr);
  });

  test("runs in WebAssembly here", () => assert.notEqual(fast.quantize, plain.quantize));

  suite("both kernels give the same bits", () => {
    const cases: readonly [string, (kernel: Kernel, rows: number, width: number) => void][] = [
      ["quantize", (kernel, rows, width) => kernel.quantize(A, E, F, rows, width, false)],
      ["quantize and norm", (kernel, rows, width) => kernel.quantize(A, E, F, rows, width, true)],
      ["add", (kernel, rows, width) => kernel.add(A, B, rows * width)],
      [
        "sum",
        (kernel, rows, width) => {
          new Int32Array(kernel.memory, E, rows * 3).set(Array.from({ length: rows * 3 }, (_, index) => (index * 5) % rows));
          kernel.sum(F, A, E, rows, 3, width);
        },
      ],
      ["norm", (kernel, rows, width) => kernel.norm(A, B, rows, width, 8)],
      ["convolve", (kernel, rows, width) => kernel.convolve(D, A, C, rows, width)],
      ["recur", (kernel, rows, width) => kernel.recur(A, E, F, rows, width)],
      [
        "quantize and multiply",
        (kernel, rows, width) => {
          const weights = Int8Array.from({ length: 16 * width }, (_, index) => ((index * 37) % 255) - 127);
          packWeights(weights, new Int16Array(kernel.memory, D, 16 * width), 16, width);
          kernel.quantize(A, E, F, rows, width, true);
          kernel.multiply(E, F, D, B, C, 0x30000, rows, width, 16);
        },
      ],
    ];
    for (const [name, work] of cases) {
      test(name, () =>
        fc.assert(
          fc.property(rowsOfNumbers, ({ rows, width, numbers }) => agree(numbers, (kernel) => work(kernel, rows, width))),
          { numRuns: 60 },
        ),
      );
    }
  });

  test("multiplies as the definition says", () => {
    const [rows, width, outputs] = [5, 8, 8];
    const weights = Int8Array.from({ length: outputs * width }, (_, index) => (index % 11) - 5);
    packWeights(weights, new Int16Array(fast.memory, D, outputs * width), outputs, width);
    const input = Array.from({ length: rows * width }, (_, index) => (index % 7) - 3);
    new Int16Array(fast.memory, A, input.length).set(input);
    fill(fast, B, Array.from({ length: rows }, (_, row) => row + 1));
    fill(fast, C, Array.from({ length: outputs }, () => 0.5));
    fill(fast, E, Array.from({ length: outputs }, (_, output) => output));
    fast.multiply(A, B, D, C, E, F, rows, width, outputs);
    const expected = Array.from({ length: rows * outputs }, (_, at) => {
      const row = Math.floor(at / outputs);
      const output = at % outputs;
      let sum = 0;
      for (let index = 0; index < width; index++) sum += (input[row * width + index] ?? 0) * (weights[output * width + index] ?? 0);
      return output + (row + 1) * 0.5 * sum;
    });
    assert.deepEqual([...new Float32Array(fast.memory, F, rows * outputs)], expected);
  });

  test("keeps close to the true functions", () => {
    // with nothing kept, the cell is what is new; the last numbers say how much of it is shown
    for (const x of [-30, -3, -0.7, 0, 0.01, 0.5, 2, 9]) {
      fill(fast, A, [...Array<number>(16).fill(-30), ...Array<number>(16).fill(1), ...Array<number>(16).fill(x)]);
      fast.recur(A, E, F, 1, 8);
      const shown = new Float32Array(fast.memory, E, 1)[0] ?? Number.NaN;
      assert.ok(Math.abs(shown - 1 / (1 + Math.exp(-x))) < 1e-6, `sigmoid ${x} is not ${shown}`);
    }
  });
});
