import type { ShiftedDocument } from "../anchor/shift/shiftDocument.js";
import { countWhile } from "../common/countWhile.js";
import type { Annotation, AnnotationDocument } from "../document/annotationDocument.js";
import { withoutFields } from "../document/fields.js";
import { overlaps, type TextRange } from "../document/range.js";
import { sortEdits, type TextEdit } from "../document/textEdit.js";
import { onlyPlace } from "./onlyPlace.js";
import { isSamePlace } from "./samePlace.js";

/** Earlier words of one annotation that are kept; whoever deletes letter by letter makes one a letter. */
const WORDS_AT_MOST = 40;

/** Words of this length are known by themselves where nothing is left of them. */
const LONG = 24;
/** Edits made at once in which such words are looked for. */
const LOOKED_AT = 20;
/** What tells that a place is the one that it was. */
const AROUND = 8;

/** A place around which the text was deleted: how far within the deleted text it was, and what stood around it. */
interface Swallowed {
  readonly within: number;
  readonly before: string;
  readonly after: string;
}

/** What edits cut out of one annotation. */
interface Trail {
  /** Its words before each cut, the oldest first. */
  readonly words: string[];
  /** How much each of these cuts took out, of what stands around the words, too. */
  readonly removed: number[];
  /** Where the last cut was made, and how far behind that the words began before it. */
  at: number;
  readonly behind: number;
  /** True where nothing was left; what was found again by its words elsewhere is then still expected there. */
  isLost: boolean;
  /** Deletions around that place since, the last one last. */
  readonly swallowed: Swallowed[];
  /** How the cut left it: whatever else it is by now, somebody gave it another place since. */
  left: Annotation;
}

/** Edits in their order, and where what each of them put in stands after all of them. */
interface Edits {
  readonly sorted: readonly TextEdit[];
  readonly inserted: readonly TextRange[];
  readonly newText: string;
}

/**
 * Remembers what edits of the article cut out of annotations. What comes in at the edge of a range stays outside of it, so that typing
 * beside a name does not belong to the name; but where it makes the words whole again that were there before, it was undone.
 */
export class Cuts {
  private readonly trails = new Map<string, Trail>();
  /** The article after the last edit, as long as something of it is missing. */
  private text = "";

  /** Gives annotations back what these edits brought back. `before` is the document before the edits, `shifted` what is left of it after them. */
  follow(before: AnnotationDocument, shifted: ShiftedDocument, edits: readonly TextEdit[], newText: string): ShiftedDocument {
    const sorted = sortEdits(edits);
    const cuts = sorted.some(({ start, end }) => start < end);
    if (!cuts && this.trails.size === 0) return shifted;
    const inserted = insertedRanges(sorted);
    const restored: string[] = [];
    let index = -1;
    const annotations = shifted.document.annotations.map((annotation) => {
      // both lists are in the same order; some of the old one are gone
      do index++;
      while (index < before.annotations.length && before.annotations[index]?.id !== annotation.id);
      const was = before.annotations[index];
      if (!was || (!cuts && !this.trails.has(was.id))) return annotation;
      const next = this.remember(was, annotation, { sorted, inserted, newText }) ?? this.restore(annotation, inserted, newText);
      if (next !== annotation) restored.push(annotation.id);
      return next;
    });
    this.text = this.trails.size > 0 ? newText : "";
    if (restored.length === 0) return shifted;
    return { ...shifted, document: { ...shifted.document, annotations }, updated: [...new Set([...shifted.updated, ...restored])] };
  }

  /** The trail of an annotation, let go where it has been given another place since. */
  private trailOf(annotation: Annotation): Trail | undefined {
    const trail = this.trails.get(annotation.id);
    if (!trail || isSamePlace(trail.left, annotation)) return trail;
    this.trails.delete(annotation.id);
    return undefined;
  }

  /** Keeps what was cut out, if anything; then hands the annotation back with the words by which it is to be known. */
  private remember(was: Annotation, now: Annotation, edits: Edits): Annotation | undefined {
    const trail = this.trailOf(was);
    if (trail) {
      movePlace(trail, this.text, edits);
      trail.left = now;
    }
    const { sorted, inserted } = edits;
    const cut = was.orphaned === true ? -1 : firstCut(was, sorted);
    const [edit, after] = [sorted[cut], inserted[cut]];
    if (!edit || !after) return undefined;
    const { words, removed }: Pick<Trail, "words" | "removed"> = trail ?? { words: [], removed: [] };
    words.push(was.text);
    removed.push(edit.end - edit.start);
    // the oldest ones are what undoing all of it brings back
    for (const all of [words, removed]) if (all.length > WORDS_AT_MOST) all.splice(WORDS_AT_MOST / 2, 1);
    const isLost = now.orphaned === true;
    const left = isLost ? withOldWords(now, words[0]) : now;
    this.trails.set(was.id, { words, removed, at: after.start, behind: was.start - edit.start, isLost, swallowed: [], left });
    return left;
  }

  private restore(annotation: Annotation, inserted: readonly TextRange[], newText: string): Annotation {
    const trail = this.trails.get(annotation.id);
    if (!trail || !isSamePlace(trail.left, annotation)) return annotation;
    const found = findWhole(annotation, trail, inserted, newText);
    if (!found) return annotation;
    trail.words.length = found.index;
    trail.removed.length = found.index;
    trail.isLost = false;
    const next = { ...withoutFields(annotation, "orphaned"), start: found.start, end: found.end, text: found.words };
    if (found.index === 0) this.trails.delete(annotation.id);
    else trail.left = next;
    return isSamePlace(next, annotation) ? annotation : next;
  }
}

interface Whole extends TextRange {
  /** Which of the words of the trail. */
  readonly index: number;
  readonly words: string;
}

/** The oldest words of a trail that stand there again: what is more of them than what is left now has just come in. */
function findWhole(annotation: Annotation, trail: Trail, inserted: readonly TextRange[], newText: string): Whole | undefined {
  const { words, removed, at, behind, isLost, swallowed } = trail;
  const left = isLost ? { start: at, end: at } : annotation;
  for (const [index, whole] of words.entries()) {
    const { length } = whole;
    const isKnown = index === words.length - 1 && swallowed.length === 0;
    const around = isLost ? wordsThatCame(whole, inserted, newText) : onlyPlace(newText, whole, { start: left.end - length, end: left.start + length });
    for (const start of [isKnown ? at + behind : undefined, around]) {
      if (start === undefined || !newText.startsWith(whole, start)) continue;
      const range = { start, end: start + length };
      const isBack = isLost ? start === around || hasCome(withoutSpace(range, whole), inserted, isLittle(whole, words[0]) ? removed[index] : undefined) : hasCome({ start, end: left.start }, inserted) && hasCome({ start: left.end, end: range.end }, inserted) && cameTo(left, inserted);
      if (isBack) return { ...range, index, words: whole };
    }
  }
  return undefined;
}

/** Where words stand of which nothing was left, and that were made whole again just now; only such as are known by themselves. */
function wordsThatCame(words: string, inserted: readonly TextRange[], newText: string): number | undefined {
  if (words.length < LONG) return undefined;
  for (const range of inserted.slice(0, LOOKED_AT)) {
    const start = range.start < range.end ? onlyPlace(newText, words, { start: range.start - words.length, end: range.end + words.length }) : undefined;
    if (start !== undefined && overlaps({ start, end: start + words.length }, range)) return start;
  }
  return undefined;
}

/** White space does not count as something that is left. */
function withoutSpace({ start, end }: TextRange, words: string): TextRange {
  return { start: start + words.length - words.trimStart().length, end: end - words.length + words.trimEnd().length };
}

/** True where all of a range came in at once; with nothing behind it, or in so much, where `removed` is given. Of nothing, too. */
function hasCome({ start, end }: TextRange, inserted: readonly TextRange[], removed?: number): boolean {
  if (start >= end) return true;
  const range = inserted[countWhile(inserted.length, (index) => (inserted[index]?.end ?? 0) <= start)];
  if (!range || range.start > start || range.end < end) return false;
  return removed === undefined || range.end === end || range.end - range.start === removed;
}

/** Index of the first edit that takes something out of a range; -1 where none does. */
function firstCut({ start, end }: TextRange, edits: readonly TextEdit[]): number {
  for (let index = countWhile(edits.length, (at) => (edits[at]?.end ?? 0) <= start); (edits[index]?.start ?? end) < end; index++) {
    const edit = edits[index];
    if (edit && edit.start < edit.end) return index;
  }
  return -1;
}

/** True where something came in within a range or at its edges. */
function cameTo({ start, end }: TextRange, inserted: readonly TextRange[]): boolean {
  for (let index = countWhile(inserted.length, (at) => (inserted[at]?.end ?? 0) < start); (inserted[index]?.start ?? Infinity) <= end; index++) {
    const range = inserted[index];
    if (range && range.start < range.end) return true;
  }
  return false;
}

/** Where what each edit put in stands after all of them. */
function insertedRanges(sorted: readonly TextEdit[]): TextRange[] {
  let moved = 0;
  return sorted.map(({ start, end, text }) => {
    const range = { start: start + moved, end: start + moved + text.length };
    moved += text.length - (end - start);
    return range;
  });
}

/** Takes the place of a cut through edits; what comes in at it stands behind it, unless it is what was deleted around it. */
function movePlace(trail: Trail, oldText: string, { sorted, inserted, newText }: Edits): void {
  const { at, swallowed } = trail;
  const passed = countWhile(sorted.length, (index) => (sorted[index]?.start ?? 0) < at && (sorted[index]?.end ?? 0) < at);
  const [over, last] = [sorted[passed], sorted[passed - 1]];
  if (over && over.start < at) {
    if (swallowed.length < WORDS_AT_MOST) swallowed.push({ within: at - over.start, before: oldText.slice(Math.max(0, at - AROUND), at), after: oldText.slice(at, at + AROUND) });
    trail.at = inserted[passed]?.start ?? at;
    return;
  }
  if (last) trail.at = at - last.end + (inserted[passed - 1]?.end ?? 0);
  const top = swallowed.at(-1);
  if (!top || !newText.startsWith(top.after, trail.at + top.within) || !newText.startsWith(top.before, trail.at + top.within - top.before.length)) return;
  swallowed.pop();
  trail.at += top.within;
}

/** True for the last letters of words that were deleted letter by letter: nobody knows them by that, and what is pasted there may begin with the same. */
function isLittle(left: string, words = left): boolean {
  return 2 * left.length < words.length;
}

function withOldWords(orphan: Annotation, words = orphan.text): Annotation {
  return isLittle(orphan.text, words) ? { ...orphan, text: words } : orphan;
}
