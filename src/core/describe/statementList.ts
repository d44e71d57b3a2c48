import type { AnnotationDocument } from "../document/annotationDocument.js";
import { indexOf } from "../document/documentIndex.js";
import { describeKind, describeManner, describeOccasion, describeSpeakers, statementWords } from "./statements.js";
import { oneLine, type Wording } from "./translate.js";

/**
 * The statements of an article as lines of plain text, in the order of the article: who, how and when, below it the words. Without
 * offsets and ids, so that two versions of one story differ only where somebody says something else, or somebody else says it.
 * Rejected ones are left out.
 */
export function listStatements(document: AnnotationDocument, wording: Wording): string {
  const blocks = indexOf(document).statements.map((parts) => {
    const details = [describeKind(parts.statement.kind, wording), ...describeManner(parts, wording), describeOccasion(parts, wording)].filter((detail) => detail !== undefined);
    return `${oneLine(describeSpeakers(parts, wording))} · ${oneLine(details.join(" · "))}\n    ${oneLine(statementWords(parts))}\n`;
  });
  return blocks.join("\n");
}
