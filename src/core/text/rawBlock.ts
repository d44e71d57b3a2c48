import type { TextRange } from "../document/range.js";
import type { BlockKind } from "./article.js";
import type { Mask } from "./tokens.js";

/** A block before its sentences and tokens are known. */
export interface RawBlock extends TextRange {
  readonly kind: BlockKind;
  readonly label?: TextRange;
  /** In order, within the block. */
  readonly masked?: readonly Mask[];
}
