import type { AnnotationDocument } from "../document/annotationDocument.js";
import { compareLists } from "../document/compareDocuments.js";

/** Ids of all that one decision changed, added or removed, by kind: to tell a person what came along. */
export interface DecisionEffect {
  readonly statements: readonly string[];
  /** Mentions and parts of statements. */
  readonly annotations: readonly string[];
  readonly entities: readonly string[];
}

/** What a decision did, from the documents before and after it. */
export function decisionEffect(before: AnnotationDocument, after: AnnotationDocument): DecisionEffect {
  const within = (list: "statements" | "annotations" | "entities"): string[] => {
    const { added, updated, removed } = compareLists(before[list], after[list]);
    const changed = new Set([...added, ...updated, ...removed]);
    const all = [...before[list], ...after[list]].filter(({ id }) => changed.has(id));
    return [...new Set(all.map(({ id }) => id))];
  };
  return { statements: within("statements"), annotations: within("annotations"), entities: within("entities") };
}
