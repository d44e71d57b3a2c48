// The inner loops of the network in WebAssembly SIMD; AssemblyScript, built by scripts/buildKernel.mjs. What each function does is
// said in ../kernel.ts; ../plainKernel.ts does the same, operation for operation, so that both give the same bits.

const LARGEST: f32 = 8191;
const LEAST: f32 = 1e-12;
const EPSILON: f32 = 1e-6;

// @ts-ignore: decorator
@inline
function largestLane(v: v128): f32 {
  return max(max(f32x4.extract_lane(v, 0), f32x4.extract_lane(v, 1)), max(f32x4.extract_lane(v, 2), f32x4.extract_lane(v, 3)));
}

// @ts-ignore: decorator
@inline
function sumOfLanes(v: v128): f32 {
  return f32x4.extract_lane(v, 0) + f32x4.extract_lane(v, 1) + (f32x4.extract_lane(v, 2) + f32x4.extract_lane(v, 3));
}

// The nearest integers of numbers below 2²¹, halves to the even one: added to this number, they stand in its lowest bits
const ROUNDER: f32 = 12582912;

// @ts-ignore: decorator
@inline
function nearest(x: v128): v128 {
  return i32x4.sub(f32x4.add(x, f32x4.splat(ROUNDER)), f32x4.splat(ROUNDER));
}

export function quantize(source: usize, target: usize, scales: usize, rows: i32, width: i32, normed: bool): void {
  const share: f32 = (1 as f32) / (width as f32);
  for (let row = 0; row < rows; row++) {
    const from = source + ((row * width) << 2);
    const to = target + ((row * width) << 1);
    let most = f32x4.splat(LEAST);
    let squares = f32x4.splat(0);
    for (let at = 0; at < width << 2; at += 16) {
      const numbers = v128.load(from + at);
      most = f32x4.pmax(most, f32x4.abs(numbers));
      squares = f32x4.add(squares, f32x4.mul(numbers, numbers));
    }
    const largest = largestLane(most);
    const step = largest / LARGEST;
    store<f32>(scales + (row << 2), normed ? step / sqrt<f32>(sumOfLanes(squares) * share + EPSILON) : step);
    const factor = f32x4.splat(LARGEST / largest);
    for (let at = 0; at < width; at += 8) {
      const low = nearest(f32x4.mul(v128.load(from + (at << 2)), factor));
      const high = nearest(f32x4.mul(v128.load(from + (at << 2), 16), factor));
      v128.store(to + (at << 1), i16x8.narrow_i32x4_s(low, high));
    }
  }
}

// @ts-ignore: decorator
@inline
function finish(sums: v128, scale: v128, weightScales: v128, bias: v128): v128 {
  return f32x4.add(bias, f32x4.mul(f32x4.mul(scale, weightScales), f32x4.convert_i32x4_s(sums)));
}

export function multiply(input: usize, scales: usize, weights: usize, weightScales: usize, bias: usize, output: usize, rows: i32, width: i32, outputs: i32): void {
  const stride = width << 1;
  // eight outputs at a time: their weights stay in the nearest cache while all rows pass
  for (let to = 0; to < outputs; to += 8) {
    const tile = weights + to * stride;
    const scale0 = v128.load(weightScales + (to << 2));
    const scale1 = v128.load(weightScales + (to << 2), 16);
    const bias0 = v128.load(bias + (to << 2));
    const bias1 = v128.load(bias + (to << 2), 16);
    let row = 0;
    for (; row + 3 < rows; row += 4) {
      let a0 = i32x4.splat(0), a1 = a0, b0 = a0, b1 = a0, c0 = a0, c1 = a0, d0 = a0, d1 = a0;
      let weight = tile;
      let at = input + row * stride;
      const end = at + stride;
      const second = stride;
      const third = stride << 1;
      const fourth = third + stride;
      while (at < end) {
        const w0 = v128.load(weight);
        const w1 = v128.load(weight, 16);
        let pair = v128.load_splat<u32>(at);
        a0 = i32x4.add(a0, i32x4.dot_i16x8_s(pair, w0));
        a1 = i32x4.add(a1, i32x4.dot_i16x8_s(pair, w1));
        pair = v128.load_splat<u32>(at + second);
        b0 = i32x4.add(b0, i32x4.dot_i16x8_s(pair, w0));
        b1 = i32x4.add(b1, i32x4.dot_i16x8_s(pair, w1));
        pair = v128.load_splat<u32>(at + third);
        c0 = i32x4.add(c0, i32x4.dot_i16x8_s(pair, w0));
        c1 = i32x4.add(c1, i32x4.dot_i16x8_s(pair, w1));
        pair = v128.load_splat<u32>(at + fourth);
        d0 = i32x4.add(d0, i32x4.dot_i16x8_s(pair, w0));
        d1 = i32x4.add(d1, i32x4.dot_i16x8_s(pair, w1));
        at += 4;
        weight += 32;
      }
      const out = output + ((row * outputs + to) << 2);
      const next = outputs << 2;
      let scale = v128.load_splat<u32>(scales + (row << 2));
      v128.store(out, finish(a0, scale, scale0, bias0));
      v128.store(out, finish(a1, scale, scale1, bias1), 16);
      scale = v128.load_splat<u32>(scales + (row << 2), 4);
      v128.store(out + next, finish(b0, scale, scale0, bias0));
      v128.store(out + next, finish(b1, scale, scale1, bias1), 16);
      scale = v128.load_splat<u32>(scales + (row << 2), 8);
      v128.store(out + next * 2, finish(c0, scale, scale0, bias0));
      v128.store(out + next * 2, finish(c1, scale, scale1, bias1), 16);
      scale = v128.load_splat<u32>(scales + (row << 2), 12);
      v128.store(out + next * 3, finish(d0, scale, scale0, bias0));
      v128.store(out + next * 3, finish(d1, scale, scale1, bias1), 16);
    }
    for (; row < rows; row++) {
      let a0 = i32x4.splat(0), a1 = a0;
      let weight = tile;
      let at = input + row * stride;
      const end = at + stride;
      while (at < end) {
        const pair = v128.load_splat<u32>(at);
        a0 = i32x4.add(a0, i32x4.dot_i16x8_s(pair, v128.load(weight)));
        a1 = i32x4.add(a1, i32x4.dot_i16x8_s(pair, v128.load(weight, 16)));
        at += 4;
        weight += 32;
      }
      const out = output + ((row * outputs + to) << 2);
      const scale = v128.load_splat<u32>(scales + (row << 2));
      v128.store(out, finish(a0, scale, scale0, bias0));
      v128.store(out, finish(a1, scale, scale1, bias1), 16);
    }
  }
}

export function add(target: usize, source: usize, count: i32): void {
  for (let at = 0; at < count << 2; at += 16) v128.store(target + at, f32x4.add(v128.load(target + at), v128.load(source + at)));
}

export function sum(target: usize, table: usize, chosen: usize, rows: i32, count: i32, width: i32): void {
  const bytes = width << 2;
  for (let row = 0; row < rows; row++) {
    const from = chosen + ((row * count) << 2);
    const to = target + row * bytes;
    // two by two, so that a row's place is looked up half as often
    for (let at = 0; at < bytes; at += 32) {
      let place = table + load<i32>(from) * bytes + at;
      let low = v128.load(place);
      let high = v128.load(place, 16);
      for (let nth = 4; nth < count << 2; nth += 4) {
        place = table + load<i32>(from + nth) * bytes + at;
        low = f32x4.add(low, v128.load(place));
        high = f32x4.add(high, v128.load(place, 16));
      }
      v128.store(to + at, low);
      v128.store(to + at, high, 16);
    }
  }
}

export function norm(target: usize, source: usize, rows: i32, width: i32, sourceWidth: i32): void {
  const share: f32 = (1 as f32) / (sourceWidth as f32);
  for (let row = 0; row < rows; row++) {
    const from = source + ((row * sourceWidth) << 2);
    const to = target + ((row * width) << 2);
    let squares = f32x4.splat(0);
    for (let at = 0; at < sourceWidth << 2; at += 16) {
      const numbers = v128.load(from + at);
      squares = f32x4.add(squares, f32x4.mul(numbers, numbers));
    }
    const factor = f32x4.splat((1 as f32) / sqrt<f32>(sumOfLanes(squares) * share + EPSILON));
    for (let at = 0; at < width << 2; at += 16) v128.store(to + at, f32x4.mul(v128.load(to + at), factor));
  }
}

// e to the power of four numbers between -30 and 30: a power of two times a polynomial of the rest
// @ts-ignore: decorator
@inline
function exponential(x: v128): v128 {
  const bounded = f32x4.pmax(f32x4.pmin(x, f32x4.splat(30)), f32x4.splat(-30));
  const power = nearest(f32x4.mul(bounded, f32x4.splat(1.44269504)));
  const whole = f32x4.convert_i32x4_s(power);
  const rest = f32x4.sub(f32x4.sub(bounded, f32x4.mul(whole, f32x4.splat(0.693359375))), f32x4.mul(whole, f32x4.splat(-0.000212194440)));
  let sum = f32x4.splat(0.0083333338);
  sum = f32x4.add(f32x4.mul(sum, rest), f32x4.splat(0.0416666679));
  sum = f32x4.add(f32x4.mul(sum, rest), f32x4.splat(0.1666666716));
  sum = f32x4.add(f32x4.mul(sum, rest), f32x4.splat(0.5));
  sum = f32x4.add(f32x4.mul(sum, rest), f32x4.splat(1));
  sum = f32x4.add(f32x4.mul(sum, rest), f32x4.splat(1));
  return f32x4.mul(sum, i32x4.shl(i32x4.add(power, i32x4.splat(127)), 23));
}

// @ts-ignore: decorator
@inline
function sigmoid(x: v128): v128 {
  return f32x4.div(f32x4.splat(1), f32x4.add(f32x4.splat(1), exponential(f32x4.neg(x))));
}

export function convolve(target: usize, source: usize, bias: usize, rows: i32, width: i32): void {
  const bytes = width << 2;
  const next = bytes * 6;
  for (let row = 0; row < rows; row++) {
    const from = source + row * next;
    const to = target + row * bytes;
    for (let at = 0; at < bytes; at += 16) {
      let value = f32x4.add(v128.load(bias + at), v128.load(from + bytes * 2 + at));
      let share = f32x4.add(v128.load(bias + bytes + at), v128.load(from + bytes * 3 + at));
      if (row > 0) {
        value = f32x4.add(value, v128.load(from - next + at));
        share = f32x4.add(share, v128.load(from - next + bytes + at));
      }
      if (row + 1 < rows) {
        value = f32x4.add(value, v128.load(from + next + bytes * 4 + at));
        share = f32x4.add(share, v128.load(from + next + bytes * 5 + at));
      }
      v128.store(to + at, f32x4.add(v128.load(to + at), f32x4.mul(value, sigmoid(share))));
    }
  }
}

export function recur(source: usize, target: usize, memory: usize, rows: i32, width: i32): void {
  const bytes = width << 2;
  for (let direction = 0; direction < 2; direction++) {
    for (let at = 0; at < bytes; at += 16) v128.store(memory + at, f32x4.splat(0));
    for (let step = 0; step < rows; step++) {
      const row = direction === 0 ? step : rows - 1 - step;
      const from = source + row * bytes * 6 + direction * bytes;
      const to = target + row * bytes * 2 + direction * bytes;
      for (let at = 0; at < bytes; at += 16) {
        const keep = sigmoid(v128.load(from + at));
        const news = v128.load(from + bytes * 2 + at);
        const cell = f32x4.add(news, f32x4.mul(keep, f32x4.sub(v128.load(memory + at), news)));
        v128.store(memory + at, cell);
        v128.store(to + at, f32x4.mul(cell, sigmoid(v128.load(from + bytes * 4 + at))));
      }
    }
  }
}
