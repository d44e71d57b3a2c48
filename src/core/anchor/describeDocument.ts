import type { AnnotationDocument } from "../document/annotationDocument.js";
import { textHash } from "../document/textHash.js";
import { describeRange } from "../document/context.js";
import { withoutFields } from "../document/fields.js";
import { Copies } from "./oldText/copies.js";

/**
 * The document as it is saved with a text: words and context of every annotation, length and hash as they are in that text, so that
 * each can be found again. Orphans keep the words and the context that they had last. Linear in text and document.
 * @param held where given, of all others only words and context are told, and not what else in the text is like them: that takes the most time.
 * @param copies of this text, where they were looked for before.
 */
export function describeDocument(document: AnnotationDocument, text: string, held?: ReadonlySet<string>, copies = new Copies(text)): AnnotationDocument {
  const annotations = document.annotations.map((annotation) => {
    if (annotation.orphaned === true) return annotation;
    const described = describeRange(text, annotation);
    if (held && !held.has(annotation.id)) return { ...withoutFields(annotation, "copies", "alike"), ...described };
    const found = copies.of(annotation);
    const alike = copies.alike(annotation);
    const isSame = annotation.text === described.text && annotation.prefix === described.prefix && annotation.suffix === described.suffix && isEqual(annotation.copies ?? [], found) && annotation.alike === alike;
    return isSame ? annotation : { ...withoutFields(annotation, "copies"), ...described, ...(found.length > 0 ? { copies: found } : {}), alike };
  });
  return { ...document, source: { ...document.source, sha256: textHash(text), length: text.length }, annotations };
}

function isEqual(one: readonly number[], other: readonly number[]): boolean {
  return one.length === other.length && one.every((offset, index) => offset === other[index]);
}
