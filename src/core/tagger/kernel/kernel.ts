/**
 * The inner loops of the network over one block of memory. All places are byte offsets, multiples of 16; numbers are 32-bit floats
 * where nothing else is said; rows stand behind each other; widths are multiples of 8, counts of 4.
 */
export interface Kernel {
  readonly memory: ArrayBuffer;
  /**
   * Rounds rows to 16-bit integers between -8191 and 8191; `scales` gets for each row what one step is worth. Where `normed` is true,
   * the step is divided by the root of the row's mean square, so that the rounded row stands for the normed one.
   */
  quantize(source: number, target: number, scales: number, rows: number, width: number, normed: boolean): void;
  /**
   * `output[r][o] = bias[o] + scales[r] · weightScales[o] · Σ input[r][i] · weights[o][i]`. The sum is one of integers and below
   * 2³¹. Weights lie as `packWeights` lays them.
   */
  multiply(input: number, scales: number, weights: number, weightScales: number, bias: number, output: number, rows: number, width: number, outputs: number): void;
  add(target: number, source: number, count: number): void;
  /** Each row of `target` becomes the sum of `count` rows of a table, whose numbers stand one after another from `chosen` on, as 32-bit integers. */
  sum(target: number, table: number, chosen: number, rows: number, count: number, width: number): void;
  /** Divides each row of `target` by the root of the mean square of the same row of `source`. */
  norm(target: number, source: number, rows: number, width: number, sourceWidth: number): void;
  /**
   * A gated convolution over three rows, added to `target`. `source` has six times `width` numbers a row: what the row gives to the
   * row after it, to itself and to the row before it, each as `width` values and `width` gates (before sigmoid).
   */
  convolve(target: number, source: number, bias: number, rows: number, width: number): void;
  /**
   * The recurrence of both directions: of each row of `source`, six times `width` numbers, the first two are how much of the cell
   * is kept (before sigmoid), the next two what is new, the last two how much of the cell is shown (before sigmoid); each pair is
   * forward, backward. `target` gets two times `width` numbers a row. `cells` is room for `width` numbers.
   */
  recur(source: number, target: number, cells: number, rows: number, width: number): void;
}

/**
 * Lays a matrix of integers out for `multiply`: tiles of eight outputs, in each the inputs in pairs, in each pair the eight
 * outputs. `outputs` is a multiple of 8, `width` of 2.
 */
export function packWeights(weights: Int8Array | Int16Array, target: Int16Array, outputs: number, width: number): void {
  let at = 0;
  for (let tile = 0; tile < outputs; tile += 8) {
    for (let pair = 0; pair < width; pair += 2) {
      for (let output = tile; output < tile + 8; output++) {
        target[at++] = weights[output * width + pair] ?? 0;
        target[at++] = weights[output * width + pair + 1] ?? 0;
      }
    }
  }
}
