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

  add(turn: Turn): void {
    if (turn.entities.length > 0) this.turns.push(turn);
  }

  get last(): Turn | undefined {
    return this.turns.at(-1);
  }

  /** The nearest turns, the last one first. */
  recent(most: number): Turn[] {
    return this.turns.slice(-most).reverse();
  }
}
