import type { CommandId } from "../ids.js";

/** A piece of a line: plain words, words that stand out, or words that do something. All of it is shown as it is written. */
export type CardPart = string | { readonly strong: string } | { readonly words: string; readonly command: CommandId; readonly args: readonly unknown[] };

export type CardLine = readonly CardPart[];

/** What a person can do, on one line. */
export function joinActions(actions: CardLine): CardLine {
  return actions.flatMap((action, at) => (at === 0 ? [action] : ["  ·  ", action]));
}

/** Where a card is asked for: what can be done at that place is offered too. */
export interface CardPlace {
  /** Offset that the pointer rests on. */
  readonly offset: number;
  /** True where words of the article are selected. */
  readonly hasSelection: boolean;
}

/** A card as hovers and tooltips show it: a short first line, the important lines, details below a rule, commands, and what may be long last, so that the commands are in sight. */
export interface Card {
  readonly title: CardLine;
  readonly lines: readonly CardLine[];
  readonly details: readonly CardLine[];
  readonly actions: readonly CardLine[];
  readonly lists?: readonly CardLine[];
}
