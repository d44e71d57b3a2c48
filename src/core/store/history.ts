import { createShift } from "../anchor/shift/shift.js";
import type { AnnotationDocument } from "../document/annotationDocument.js";
import { noPlacesAmong, withoutPlaces } from "../document/mentionTypes.js";
import type { TextEdit } from "../document/textEdit.js";
import { applyPatch, createPatch, type DocumentPatch, type PatchSide } from "./patch.js";
import { withoutOverruled } from "./overruled.js";
import { shiftPatch, type Shift } from "./shiftPatch.js";

/** Steps that are kept; older ones can no longer be taken back. */
export const STEPS_AT_MOST = 500;
/** Edits that steps may lag behind; then all of them catch up, so that typing for hours keeps little. */
const EDITS_AT_MOST = 2000;

interface Step {
  readonly label: string;
  readonly patch: DocumentPatch;
  /** How many edits of the article the places in the patch have gone through. */
  readonly edits: number;
  /** The state of the decisions before and after. */
  readonly from: number;
  readonly to: number;
}

/** What undo or redo did. */
export interface HistoryStep {
  readonly document: AnnotationDocument;
  readonly label: string;
}

/**
 * The decisions on one article, to be taken back and made again. It holds what each decision changed and not whole documents: edits
 * of the article and analyses that come in between stay. Places are moved through edits only once they are needed.
 */
export class History {
  private done: Step[] = [];
  private undone: Step[] = [];
  private shifts: Shift[] = [];
  private editCount = 0;
  private text = "";
  private states = 0;
  private state = 0;
  /** Undefined where no state is saved anywhere. */
  private savedState: number | undefined = 0;

  /** False where the decisions are those that were saved last. */
  get isDirty(): boolean {
    return this.state !== this.savedState;
  }

  /** True where there is nothing to undo or to redo. */
  get isEmpty(): boolean {
    return this.done.length + this.undone.length === 0;
  }

  /** Label of the decision that undo would take back; undefined where there is none. */
  get undoLabel(): string | undefined {
    return this.done.at(-1)?.label;
  }

  /** Label of the decision that redo would make again; undefined where there is none. */
  get redoLabel(): string | undefined {
    return this.undone.at(-1)?.label;
  }

  /** Remembers a decision; nothing where it changed nothing. What was undone before cannot be made again after that. */
  record(before: AnnotationDocument, after: AnnotationDocument, label: string): void {
    const patch = createPatch(before, after);
    if (!patch) return;
    const from = this.state;
    this.state = ++this.states;
    this.undone = [];
    this.done.push({ label, patch, edits: this.editCount, from, to: this.state });
    if (this.done.length > STEPS_AT_MOST) this.done.shift();
  }

  /** The document without the last decision; undefined where there is none. */
  undo(document: AnnotationDocument): HistoryStep | undefined {
    return this.move(document, this.done, this.undone, "before");
  }

  /** The document with the decision that was undone last; undefined where there is none. */
  redo(document: AnnotationDocument): HistoryStep | undefined {
    return this.move(document, this.undone, this.done, "after");
  }

  /** The article was edited; `newText` is the text after it. */
  edit(edits: readonly TextEdit[], newText: string): void {
    this.text = newText;
    if (this.isEmpty) return;
    this.shifts.push(createShift(edits));
    this.editCount++;
    if (this.shifts.length > EDITS_AT_MOST) this.catchUp();
  }

  /** Somebody else's decisions came in, which lead from `before` to `after`: they are not taken back along with a person's own. */
  adopt(before: AnnotationDocument, after: AnnotationDocument): void {
    if (this.isEmpty) return;
    const theirs = createPatch(before, after);
    if (!theirs) return;
    this.done = this.keep(this.done, theirs);
    this.undone = this.keep(this.undone, theirs);
  }

  markSaved(): void {
    this.savedState = this.state;
  }

  /** What was saved is gone: no state counts as saved until `markSaved`. */
  markUnsaved(): void {
    this.savedState = undefined;
  }

  private move(document: AnnotationDocument, from: Step[], to: Step[], side: PatchSide): HistoryStep | undefined {
    const step = from.pop();
    if (!step) return undefined;
    const current = this.upToDate(step);
    this.state = side === "before" ? current.from : current.to;
    const moved = applyPatch(document, current.patch, side);
    const next = withoutFalsePlaces(moved, current.patch);
    // what had to change with it is taken back with it
    const patch = next === moved ? current.patch : side === "before" ? createPatch(next, document) : createPatch(document, next);
    to.push({ ...current, patch: patch ?? current.patch });
    return { document: next, label: current.label };
  }

  /** The steps of which something is left. */
  private keep(steps: readonly Step[], theirs: DocumentPatch): Step[] {
    return steps.flatMap((step) => {
      const patch = withoutOverruled(step.patch, theirs);
      return patch ? [{ ...step, patch }] : [];
    });
  }

  private upToDate(step: Step): Step {
    const behind = this.editCount - step.edits;
    if (behind === 0) return step;
    return { ...step, patch: shiftPatch(step.patch, this.shifts.slice(this.shifts.length - behind), this.text), edits: this.editCount };
  }

  private catchUp(): void {
    for (const steps of [this.done, this.undone]) for (const [index, step] of steps.entries()) steps[index] = this.upToDate(step);
    this.shifts = [];
  }
}

/** What one of the two says is no place, the other may have chosen as one: then the statement was made nowhere. */
function withoutFalsePlaces(document: AnnotationDocument, { annotations, statements }: DocumentPatch): AnnotationDocument {
  const changed = new Set(statements.map(({ id }) => id));
  const places = document.statements.flatMap(({ id, where }) => (changed.has(id) && typeof where === "string" ? [where] : []));
  const touched = new Set([...places, ...annotations.map(({ id }) => id)]);
  const settled = withoutPlaces(document.statements, noPlacesAmong(document, touched));
  return settled === document.statements ? document : { ...document, statements: settled };
}
