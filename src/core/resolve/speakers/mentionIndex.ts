import { countWhile } from "../../common/countWhile.js";
import type { TextRange } from "../../document/range.js";
import type { FoundEntity } from "../foundEntity.js";

/** A mention by name of an entity, given by its index. */
export interface IndexedMention extends TextRange {
  readonly entity: number;
}

/** All mentions by name of people, organizations and places in document order, to be asked by offset. */
export class MentionIndex {
  /** In document order. */
  readonly all: readonly IndexedMention[];

  constructor(entities: readonly FoundEntity[]) {
    this.all = entities
      .flatMap(({ mentions }, entity) => mentions.map(({ start, end }) => ({ start, end, entity })))
      .sort((a, b) => a.start - b.start || b.end - a.end);
  }

  /** Mentions that lie within the range. */
  within({ start, end }: TextRange): IndexedMention[] {
    const found: IndexedMention[] = [];
    for (let index = this.firstFrom(start); index < this.all.length; index++) {
      const mention = this.all[index];
      if (!mention || mention.start >= end) break;
      if (mention.end <= end) found.push(mention);
    }
    return found;
  }

  /** Mentions that begin before the offset, the nearest first, `most` of them at most. */
  before(offset: number, most: number): IndexedMention[] {
    const end = this.firstFrom(offset);
    return this.all.slice(Math.max(0, end - most), end).reverse();
  }

  private firstFrom(offset: number): number {
    return countWhile(this.all.length, (index) => (this.all[index]?.start ?? 0) < offset);
  }
}
