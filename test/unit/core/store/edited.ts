import { describeDocument } from "../../../../src/core/anchor/describeDocument.js";
import type { AnnotationDocument } from "../../../../src/core/document/annotationDocument.js";
import { applyEdits, sortEdits, type TextEdit } from "../../../../src/core/document/textEdit.js";
import { AnnotationStore } from "../../../../src/core/store/annotationStore.js";
import { setStatus } from "../../../../src/core/store/decisions.js";

export const URI = "file:///bridge.txt";

/** An article in which everything is decided, with its undo of the text. */
export class Edited {
  readonly store = new AnnotationStore();
  text: string;
  private readonly undone: TextEdit[][] = [];

  /** `isTextKnown`: whether the store is told what the text was before an edit. */
  constructor(document: AnnotationDocument, text: string, private readonly isTextKnown = false) {
    this.text = text;
    this.store.load(URI, describeDocument(setStatus(document, [...document.annotations, ...document.statements].map(({ id }) => id), "accepted"), text));
  }

  edit(...edits: readonly TextEdit[]): void {
    this.undone.push(inverse(this.text, edits));
    this.apply(edits);
  }

  /** Deletes words, or what stands between the first and the last of them. */
  delete(words: string, upTo = words): void {
    const start = this.text.indexOf(words);
    this.edit({ start, end: this.text.indexOf(upTo, start) + upTo.length, text: "" });
  }

  undo(): void {
    this.apply(this.undone.pop() ?? []);
  }

  places(): readonly (readonly unknown[])[] {
    return (this.store.get(URI)?.annotations ?? []).map(({ id, start, end, text, orphaned }) => [id, start, end, text, orphaned ?? false]);
  }

  wordsOf(id: string): string | undefined {
    return this.store.get(URI)?.annotations.find((annotation) => annotation.id === id)?.text;
  }

  private apply(edits: readonly TextEdit[]): void {
    const before = this.text;
    this.text = applyEdits(before, edits);
    this.store.edit(URI, edits, this.text, this.isTextKnown ? before : undefined);
  }
}

function inverse(text: string, edits: readonly TextEdit[]): TextEdit[] {
  let moved = 0;
  return sortEdits(edits).map((edit) => {
    const start = edit.start + moved;
    moved += edit.text.length - (edit.end - edit.start);
    return { start, end: start + edit.text.length, text: text.slice(edit.start, edit.end) };
  });
}
