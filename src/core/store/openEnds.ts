import type { ShiftedDocument } from "../anchor/shift/shiftDocument.js";
import type { Annotation, AnnotationDocument } from "../document/annotationDocument.js";
import type { TextEdit } from "../document/textEdit.js";

/** What goes on with the last word of a mention; and with the last words of a statement, up to the first mark; behind a comma may follow who said it. */
const WORD = /^[\p{L}\p{M}\p{N}'’-]*$/u;
const WORDS = /^[\p{L}\p{M}\p{N}'’ -]*,?$/u;

/**
 * Whoever types over the last word of an annotation puts in one letter, and then one after the other behind it, where what comes in at the edge of a
 * range stays outside. As long as they go on right there it is the same word, and belongs to what it was typed over.
 */
export class OpenEnds {
  /** Where annotations end whose last letters the last edit took out or replaced, by their ids. */
  private open = new Map<string, number>();

  /** Gives annotations what was typed at their open ends. `before` is the document before the edits, `shifted` what is left of it after them. */
  follow(before: AnnotationDocument, shifted: ShiftedDocument, edits: readonly TextEdit[], newText: string): ShiftedDocument {
    const [edit, other] = edits;
    const open = this.open;
    this.open = new Map();
    if (!edit || other) return shifted;
    const end = edit.start + edit.text.length;
    if (edit.start < edit.end) {
      const isCut = (annotation: Annotation): boolean => annotation.orphaned !== true && annotation.start < edit.start && annotation.end === edit.end;
      for (const annotation of before.annotations) if (isCut(annotation) && goesOn(annotation, edit.text)) this.keepOpen(annotation.id, end, edit.text);
      return shifted;
    }
    if (open.size === 0) return shifted;
    const lengthened: string[] = [];
    const annotations = shifted.document.annotations.map((annotation): Annotation => {
      if (open.get(annotation.id) !== edit.start || annotation.end !== edit.start || !goesOn(annotation, edit.text)) return annotation;
      this.keepOpen(annotation.id, end, edit.text);
      lengthened.push(annotation.id);
      return { ...annotation, end, text: newText.slice(annotation.start, end) };
    });
    return lengthened.length === 0 ? shifted : { ...shifted, document: { ...shifted.document, annotations }, updated: [...new Set([...shifted.updated, ...lengthened])] };
  }

  private keepOpen(id: string, end: number, typed: string): void {
    if (!typed.endsWith(",")) this.open.set(id, end);
  }
}

function goesOn({ type }: Annotation, text: string): boolean {
  return (type === "quote" ? WORDS : WORD).test(text);
}
