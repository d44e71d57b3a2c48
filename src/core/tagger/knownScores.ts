import { COLUMNS, CONTEXT_COLUMNS, WORD_COLUMNS } from "./columns.js";
import type { Features } from "./features.js";
import { LONGEST_WINDOW, type Window } from "./windows.js";

/** What computes the scores of a window, as `Network` does: from the feature rows of its tokens and nothing else. */
export interface Scorer {
  /** Valid until the next call. */
  run(features: Features, window: Window): Float32Array;
}

interface Known {
  readonly rows: Int32Array;
  readonly scores: Float32Array;
}

const WIDTH = COLUMNS.length;

/**
 * The scores of the windows that were read last, so that after an edit only the windows that it touches are computed. What is
 * kept is compared by every feature of every token, not by a hash alone: it is given out only for a window that is the same.
 */
export class KnownScores implements Scorer {
  private readonly rows = new Int32Array(LONGEST_WINDOW * WIDTH);
  /** By hash. What was used since the last change of generations, and what was used in the one before. */
  private recent = new Map<number, Known>();
  private older = new Map<number, Known>();
  private recentTokens = 0;

  /** @param mostTokens of the windows of one generation; a token takes some 100 bytes, and two generations are held */
  constructor(
    private readonly scorer: Scorer,
    private readonly mostTokens: number,
  ) {}

  run(features: Features, window: Window): Float32Array {
    const rows = this.read(features, window);
    const hash = hashOf(rows);
    const recent = this.recent.get(hash);
    if (recent && isSame(recent.rows, rows)) return recent.scores;
    const older = this.older.get(hash);
    const known = older && isSame(older.rows, rows) ? older : { rows: rows.slice(), scores: this.scorer.run(features, window).slice() };
    this.keep(hash, known, recent);
    return known.scores;
  }

  private keep(hash: number, known: Known, replaced: Known | undefined): void {
    const tokens = known.rows.length / WIDTH;
    if (this.recentTokens + tokens > this.mostTokens) {
      this.older = this.recent;
      this.recent = new Map();
      this.recentTokens = 0;
    } else if (replaced) this.recentTokens -= replaced.rows.length / WIDTH;
    this.recent.set(hash, known);
    this.recentTokens += tokens;
  }

  /** The feature rows of a window one after another, in memory that the next call uses again. */
  private read({ wordOf, words, context }: Features, { first, end }: Window): Int32Array {
    const { rows } = this;
    let to = 0;
    for (let token = first; token < end; token++) {
      const word = (wordOf[token] ?? 0) * WORD_COLUMNS.length;
      for (let column = 0; column < WORD_COLUMNS.length; column++) rows[to++] = words[word + column] ?? 0;
      const place = token * CONTEXT_COLUMNS.length;
      for (let column = 0; column < CONTEXT_COLUMNS.length; column++) rows[to++] = context[place + column] ?? 0;
    }
    return rows.subarray(0, to);
  }
}

function hashOf(rows: Int32Array): number {
  let hash = rows.length;
  for (let at = 0; at < rows.length; at++) hash = Math.imul(hash ^ (rows[at] ?? 0), 0x01000193);
  return hash;
}

function isSame(some: Int32Array, others: Int32Array): boolean {
  if (some.length !== others.length) return false;
  for (let at = 0; at < some.length; at++) if (some[at] !== others[at]) return false;
  return true;
}
