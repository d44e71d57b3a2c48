import type { Annotation, AnnotationDocument, Entity, Statement } from "../document/annotationDocument.js";
import { decidedIds, isDecided } from "../document/decided.js";
import { lostProposals } from "./lostProposals.js";

/**
 * What a person decided, with all that tells what it is about: the parts of their statements, the mentions of the people and places in them, and orphans, which a person may have
 * deleted since. All else an analysis finds anew.
 */
export function decidedOnly(document: AnnotationDocument): AnnotationDocument {
  const held = decidedIds(document, lostProposals(document));
  const isHeld = ({ id }: { readonly id: string }): boolean => held.has(id);
  const annotations = document.annotations.filter(({ id, entity }) => held.has(id) || (entity !== undefined && held.has(entity)));
  return { ...document, entities: document.entities.filter(isHeld), annotations, statements: document.statements.filter(isHeld) };
}

/** What nobody decided, as an analysis of the same text would have found it. */
export function undecidedOnly(document: AnnotationDocument): AnnotationDocument {
  const annotations = document.annotations.filter((annotation) => isProposal(annotation) && annotation.orphaned !== true);
  const present = new Set(annotations.map(({ id }) => id));
  const statements = document.statements.filter((statement) => isProposal(statement) && statement.quote.every((id) => present.has(id)));
  return { ...document, entities: document.entities.filter(isProposal), annotations, statements };
}

function isProposal(finding: Entity | Annotation | Statement): boolean {
  return !isDecided(finding);
}
