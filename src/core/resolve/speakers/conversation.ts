import type { TextRange } from "../../document/range.js";

/** A statement whose speaker is known, as later ones look back on it. */
export interface Turn {
  readonly entities: readonly number[];
  /** Index of the block in which it ends. */
  readonly block: number;
  /** Where its source phrase, else its content, stands. */
  readonly at: TextRange;
  /** True where what was said is in quotation marks. */
  readonly direct: boolean;
}

/** Who has spoken so far. */
export class Conversation {
  private readonly turns: Turn[] = [];
  private unknown: Turn | undefined;

  /** @param turn nobody's where it is not known who speaks */
  add(turn: Turn): void {
    this.unknown = turn.entities.length === 0 ? turn : undefined;
    if (turn.entities.length > 0) this.turns.push(turn);
  }

  /** The last statement, where it is not known who spoke. */
  get lastUnknown(): Turn | undefined {
    return this.unknown;
  }

  get last(): Turn | undefined {
    return this.turns.at(-1);
  }

  /** The nearest turns, the last one first. */
  recent(most: number): Turn[] {
    return this.turns.slice(-most).reverse();
  }
}
