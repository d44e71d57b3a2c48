import type { ShiftedDocument } from "../anchor/shift/shiftDocument.js";
import type { Annotation, AnnotationDocument } from "../document/annotationDocument.js";
import { withoutFields } from "../document/fields.js";
import { isSamePlace } from "./samePlace.js";

/** What is kept at most, of all states together. */
const STATES_AT_MOST = 200;
const CHARACTERS_AT_MOST = 8_000_000;
const ANNOTATIONS_AT_MOST = 50_000;

/** A text of the article, and where its annotations stood in it. */
interface State {
  readonly text: string;
  readonly annotations: readonly Annotation[];
  /** How many edits the article had seen. */
  readonly edits: number;
}

/**
 * Where annotations stood before each of the last edits. Once the article has such a text again, letter for letter, as after an
 * undo, every one of them stands there again, whatever words are repeated around it. Only what a person has put elsewhere since stays there.
 */
export class EarlierPlaces {
  private states: State[] = [];
  private edits = 0;
  /** By id, how many edits the article had seen when a person last chose the place of an annotation. */
  private readonly chosen = new Map<string, number>();

  /** `before` and `after`: the annotations before and after a decision. */
  decide(before: readonly Annotation[], after: readonly Annotation[]): void {
    if (this.states.length === 0) return;
    const known = new Map(before.map((annotation) => [annotation.id, annotation]));
    for (const annotation of after) {
      const was = known.get(annotation.id);
      if (was && was !== annotation && !isSamePlace(was, annotation)) this.chosen.set(annotation.id, this.edits);
    }
  }

  /**
   * `before` is the document in `oldText`, `shifted` what is left of it after an edit in `newText`. Gives back `shifted` with the places of
   * the last state with that text, if there is one.
   */
  follow(before: AnnotationDocument, shifted: ShiftedDocument, oldText: string | undefined, newText: string): ShiftedDocument {
    const state = this.states.findLast(({ text }) => text === newText);
    if (oldText !== undefined) this.keep({ text: oldText, annotations: before.annotations, edits: this.edits });
    this.edits++;
    return state ? this.restored(state, shifted) : shifted;
  }

  private restored(state: State, shifted: ShiftedDocument): ShiftedDocument {
    const places = new Map(state.annotations.map((annotation) => [annotation.id, annotation]));
    const updated = new Set(shifted.updated);
    const annotations = shifted.document.annotations.map((annotation) => {
      const place = places.get(annotation.id);
      if (!place || isSamePlace(place, annotation) || (this.chosen.get(annotation.id) ?? 0) > state.edits) return annotation;
      updated.add(annotation.id);
      const { start, end, text, orphaned } = place;
      return { ...withoutFields(annotation, "orphaned"), start, end, text, ...(orphaned === undefined ? {} : { orphaned }) };
    });
    return { ...shifted, document: { ...shifted.document, annotations }, updated: [...updated] };
  }

  /** Keeps a state; where there is too much of them, every second one of the older half goes, so that they lie the farther apart the older they are. */
  private keep(state: State): void {
    this.states.push(state);
    while (this.states.length > 2 && this.isTooMuch()) {
      const half = this.states.length / 2;
      this.states = this.states.filter((_, index) => index >= half || index % 2 === 0);
    }
  }

  private isTooMuch(): boolean {
    const { states } = this;
    const characters = states.reduce((sum, { text }) => sum + text.length, 0);
    const annotations = states.reduce((sum, state) => sum + state.annotations.length, 0);
    return states.length > STATES_AT_MOST || characters > CHARACTERS_AT_MOST || annotations > ANNOTATIONS_AT_MOST;
  }
}
