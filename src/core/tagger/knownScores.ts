import { COLUMNS, CONTEXT_COLUMNS, WORD_COLUMNS } from "./columns.js";
import type { Features } from "./features.js";
import type { Window } from "./windows.js";

/** What computes the scores of a window, as `Network` does: from the feature rows of its tokens and nothing else. */
export interface Scorer {
  /** Valid until the next call. */
  run(features: Features, window: Window): Float32Array;
}

interface Known {
  /** The feature rows of its tokens, one after another. */
  readonly rows: Int32Array;
  readonly scores: Float32Array;
}

const OF_WORD = WORD_COLUMNS.length;
const OF_PLACE = CONTEXT_COLUMNS.length;
const WIDTH = COLUMNS.length;

/**
 * The scores of the windows that were read last, so that after an edit only the windows that it touches are computed. What is
 * kept is compared by every feature of every token, not by a hash alone: it is given out only for a window that is the same.
 */
export class KnownScores implements Scorer {
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
    const hash = hashOf(features, window);
    const recent = this.recent.get(hash);
    if (recent && isOf(recent, features, window)) return recent.scores;
    const older = this.older.get(hash);
    const known = older && isOf(older, features, window) ? older : { rows: readRows(features, window), scores: this.scorer.run(features, window).slice() };
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
}

function readRows({ wordOf, words, context }: Features, { first, end }: Window): Int32Array {
  const rows = new Int32Array((end - first) * WIDTH);
  for (let token = first, to = 0; token < end; token++, to += WIDTH) {
    const word = (wordOf[token] ?? 0) * OF_WORD;
    for (let column = 0; column < OF_WORD; column++) rows[to + column] = words[word + column] ?? 0;
    for (let column = 0; column < OF_PLACE; column++) rows[to + OF_WORD + column] = context[token * OF_PLACE + column] ?? 0;
  }
  return rows;
}

/** Of the word and of its place, which tell most tokens apart. */
function hashOf({ wordOf, words, context }: Features, { first, end }: Window): number {
  let hash = end - first;
  for (let token = first; token < end; token++) {
    hash = Math.imul(hash ^ (words[(wordOf[token] ?? 0) * OF_WORD] ?? 0), 0x01000193);
    for (let column = 0; column < OF_PLACE; column++) hash = Math.imul(hash ^ (context[token * OF_PLACE + column] ?? 0), 0x01000193);
  }
  return hash;
}

/** True where what is known is of a window with these rows. */
function isOf({ rows }: Known, { wordOf, words, context }: Features, { first, end }: Window): boolean {
  if (rows.length !== (end - first) * WIDTH) return false;
  for (let token = first, at = 0; token < end; token++, at += WIDTH) {
    const word = (wordOf[token] ?? 0) * OF_WORD;
    for (let column = 0; column < OF_WORD; column++) if (rows[at + column] !== words[word + column]) return false;
    for (let column = 0; column < OF_PLACE; column++) if (rows[at + OF_WORD + column] !== context[token * OF_PLACE + column]) return false;
  }
  return true;
}
