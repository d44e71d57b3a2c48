import type { Kernel } from "./kernel.js";

const f32 = Math.fround;
const LARGEST = 8191;
const LEAST = f32(1e-12);
const EPSILON = f32(1e-6);

/** The kernel without WebAssembly: the same operations in the same order, each rounded to 32 bits, so that the results are the same bits. */
export function plainKernel(bytes: number): Kernel {
  const memory = new ArrayBuffer(Math.ceil(bytes / 16) * 16);
  const floats = new Float32Array(memory);
  const integers = new Int16Array(memory);
  const wholes = new Int32Array(memory);
  const sums = new Int32Array(8);
  return {
    memory,

    quantize(source, target, scales, rows, width, normed) {
      const share = f32(1 / width);
      for (let row = 0; row < rows; row++) {
        const from = source / 4 + row * width;
        const to = target / 2 + row * width;
        let most = LEAST;
        for (let at = from; at < from + width; at++) most = Math.max(most, Math.abs(floats[at] ?? 0));
        const step = f32(most / LARGEST);
        floats[scales / 4 + row] = normed ? step / f32(Math.sqrt(f32(f32(sumOfSquares(floats, from, width) * share) + EPSILON))) : step;
        const factor = f32(LARGEST / most);
        for (let at = 0; at < width; at++) integers[to + at] = nearest(f32((floats[from + at] ?? 0) * factor));
      }
    },

    multiply(input, scales, weights, weightScales, bias, output, rows, width, outputs) {
      for (let tile = 0; tile < outputs; tile += 8) {
        for (let row = 0; row < rows; row++) {
          sums.fill(0);
          let weight = weights / 2 + tile * width;
          for (let at = input / 2 + row * width, end = at + width; at < end; at += 2) {
            const first = integers[at] ?? 0;
            const second = integers[at + 1] ?? 0;
            for (let lane = 0; lane < 8; lane++, weight += 2) {
              sums[lane] = (sums[lane] ?? 0) + first * (integers[weight] ?? 0) + second * (integers[weight + 1] ?? 0);
            }
          }
          const scale = floats[scales / 4 + row] ?? 0;
          for (let lane = 0; lane < 8; lane++) {
            const scaled = f32(f32(scale * (floats[weightScales / 4 + tile + lane] ?? 0)) * f32(sums[lane] ?? 0));
            floats[output / 4 + row * outputs + tile + lane] = (floats[bias / 4 + tile + lane] ?? 0) + scaled;
          }
        }
      }
    },

    add(target, source, count) {
      for (let at = 0; at < count; at++) floats[target / 4 + at] = (floats[target / 4 + at] ?? 0) + (floats[source / 4 + at] ?? 0);
    },

    sum(target, table, chosen, rows, count, width) {
      for (let row = 0; row < rows; row++) {
        const from = chosen / 4 + row * count;
        for (let at = 0; at < width; at++) {
          let sum = floats[table / 4 + (wholes[from] ?? 0) * width + at] ?? 0;
          for (let nth = 1; nth < count; nth++) sum = f32(sum + (floats[table / 4 + (wholes[from + nth] ?? 0) * width + at] ?? 0));
          floats[target / 4 + row * width + at] = sum;
        }
      }
    },

    norm(target, source, rows, width, sourceWidth) {
      const share = f32(1 / sourceWidth);
      for (let row = 0; row < rows; row++) {
        const squares = sumOfSquares(floats, source / 4 + row * sourceWidth, sourceWidth);
        const factor = f32(1 / f32(Math.sqrt(f32(f32(squares * share) + EPSILON))));
        const to = target / 4 + row * width;
        for (let at = to; at < to + width; at++) floats[at] = (floats[at] ?? 0) * factor;
      }
    },

    convolve(target, source, bias, rows, width) {
      const next = width * 6;
      for (let row = 0; row < rows; row++) {
        const from = source / 4 + row * next;
        const summed = (at: number): number => {
          let sum = f32((floats[bias / 4 + at] ?? 0) + (floats[from + width * 2 + at] ?? 0));
          if (row > 0) sum = f32(sum + (floats[from - next + at] ?? 0));
          if (row + 1 < rows) sum = f32(sum + (floats[from + next + width * 4 + at] ?? 0));
          return sum;
        };
        for (let at = 0; at < width; at++) {
          const to = target / 4 + row * width + at;
          floats[to] = (floats[to] ?? 0) + f32(summed(at) * sigmoid(summed(width + at)));
        }
      }
    },

    recur(source, target, cells, rows, width) {
      for (let direction = 0; direction < 2; direction++) {
        floats.fill(0, cells / 4, cells / 4 + width);
        for (let step = 0; step < rows; step++) {
          const row = direction === 0 ? step : rows - 1 - step;
          const from = source / 4 + row * width * 6 + direction * width;
          const to = target / 4 + row * width * 2 + direction * width;
          for (let at = 0; at < width; at++) {
            const keep = sigmoid(floats[from + at] ?? 0);
            const news = floats[from + width * 2 + at] ?? 0;
            const cell = f32(news + f32(keep * f32((floats[cells / 4 + at] ?? 0) - news)));
            floats[cells / 4 + at] = cell;
            floats[to + at] = cell * sigmoid(floats[from + width * 4 + at] ?? 0);
          }
        }
      }
    },
  };
}

/** Added and taken away again, it rounds a small 32-bit number to the nearest integer, halves to the even one. */
const ROUNDER = 12_582_912;

function nearest(x: number): number {
  return f32(f32(x + ROUNDER) - ROUNDER);
}

/** Summed in four lanes, as SIMD does. */
function sumOfSquares(floats: Float32Array, from: number, width: number): number {
  const lanes = [0, 0, 0, 0];
  for (let at = 0; at < width; at++) {
    const number = floats[from + at] ?? 0;
    lanes[at & 3] = f32((lanes[at & 3] ?? 0) + f32(number * number));
  }
  const [first = 0, second = 0, third = 0, fourth = 0] = lanes;
  return f32(f32(first + second) + f32(third + fourth));
}

const power = new Float32Array(1);
const powerBits = new Int32Array(power.buffer);

/** e to the power of a number between -30 and 30: a power of two times a polynomial of the rest. */
function exponential(x: number): number {
  const bounded = Math.max(Math.min(x, 30), -30);
  const whole = nearest(f32(bounded * f32(1.44269504)));
  const rest = f32(f32(bounded - f32(whole * f32(0.693359375))) - f32(whole * f32(-0.00021219444)));
  let sum = f32(0.0083333338);
  sum = f32(f32(sum * rest) + f32(0.0416666679));
  sum = f32(f32(sum * rest) + f32(0.1666666716));
  sum = f32(f32(sum * rest) + 0.5);
  sum = f32(f32(sum * rest) + 1);
  sum = f32(f32(sum * rest) + 1);
  powerBits[0] = (whole + 127) << 23;
  return f32(sum * (power[0] ?? 0));
}

function sigmoid(x: number): number {
  return f32(1 / f32(1 + exponential(-x)));
}
