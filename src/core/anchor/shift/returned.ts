import type { Annotation } from "../../document/annotationDocument.js";
import { CONTEXT_LENGTH } from "../../document/context.js";
import { withoutFields } from "../../document/fields.js";
import type { TextRange } from "../../document/range.js";
import { sortEdits, type TextEdit } from "../../document/textEdit.js";
import { normalizeText } from "../compare/normalizedText.js";
import { Resolver } from "../rungs/resolve.js";

/** Around words that came in, as much of the text as tells where in it an orphan belongs. */
const NEIGHBOURHOOD = 2 * CONTEXT_LENGTH;
/** Of more orphans whose words came in, those are looked for beside which what stood directly beside them stands, and the longest, which tell where the others are. */
const MOST_ALIKE = 20;
const BESIDE = 4;
/** So much of what stood around words that were taken out with others comes back with them. */
const CONTEXT_SHARE = 0.4;

/** An orphan with its index among the annotations. */
type Orphan = readonly [number, Annotation];

/** Orphans that claim one place: those that stood in one, and that agree best with what is around it. */
interface Claim {
  readonly agreement: number;
  readonly place: TextRange;
  readonly orphans: readonly Orphan[];
}

/** Orphans whose words came back with edits (undo, a paragraph moved by cut and paste), by their index. */
export function findReturned(annotations: readonly Annotation[], edits: readonly TextEdit[], newText: string): Map<number, Annotation> {
  const returned = new Map<number, Annotation>();
  const orphans = [...annotations.entries()].filter(([, { orphaned }]) => orphaned === true);
  if (orphans.length === 0) return returned;
  const wordsIn = orphansWithin(orphans);
  let moved = 0;
  for (const edit of sortEdits(edits)) {
    const start = edit.start + moved;
    const came = { start, end: start + edit.text.length };
    moved += edit.text.length - (edit.end - edit.start);
    const within = wordsIn(edit.text).filter(([index]) => !returned.has(index));
    for (const { place, orphans: own } of claimsWithin(within, came, newText)) {
      for (const [index, orphan] of own) returned.set(index, { ...withoutFields(orphan, "orphaned"), ...place, text: newText.slice(place.start, place.end) });
    }
  }
  return returned;
}

/** Which orphans claim which places in what came in: those that are found there, and those that stood as far from one of these as they would now. */
function claimsWithin(orphans: readonly Orphan[], came: TextRange, newText: string): Iterable<Claim> {
  const claims = new Map<string, Claim>();
  const claim = (one: Orphan, place: TextRange): void => {
    const agreement = agreementWith(one[1], newText, place);
    const key = `${place.start} ${place.end}`;
    const rival = claims.get(key);
    if (rival && (agreement < rival.agreement || (agreement === rival.agreement && !isSameRange(one[1], rival.orphans[0]?.[1])))) return;
    claims.set(key, { agreement, place, orphans: [...(rival?.agreement === agreement ? rival.orphans : []), one] });
  };
  const asked = new Set(orphans.length <= MOST_ALIKE ? orphans : [...besides(orphans, came, newText), ...longest(orphans, came.end - came.start)]);
  if (asked.size === 0) return [];
  const from = Math.max(0, came.start - NEIGHBOURHOOD);
  const resolver = new Resolver(normalizeText(newText.slice(from, came.end + NEIGHBOURHOOD)));
  const distances = new Set<number>();
  for (const one of asked) {
    const range = resolver.resolve(one[1])?.range;
    if (!range || range.start + from < came.start || range.end + from > came.end) continue;
    claim(one, { start: range.start + from, end: range.end + from });
    distances.add(range.start + from - one[1].start);
  }
  for (const one of orphans) {
    const place = asked.has(one) ? undefined : bestPlace(one[1], distances, came, newText);
    if (place) claim(one, place);
  }
  return claims.values();
}

/** Those beside which stands what stood directly beside them before. */
function besides(orphans: readonly Orphan[], { start, end }: TextRange, newText: string): Orphan[] {
  const [before, after] = [newText.slice(Math.max(0, start - BESIDE), start), newText.slice(end, end + BESIDE)];
  return orphans.filter(([, { prefix, suffix }]) => prefix?.endsWith(before) === true || suffix?.startsWith(after) === true);
}

/** The longest of those that are shorter than all of what came in. */
function longest(orphans: readonly Orphan[], length: number): Orphan[] {
  return orphans.filter(([, { text }]) => text.length < length).sort(([, one], [, other]) => other.text.length - one.text.length).slice(0, MOST_ALIKE);
}

/** Where an orphan is that moved as far as others of which that is known: with most of its context, and enough of it. */
function bestPlace(orphan: Annotation, distances: ReadonlySet<number>, came: TextRange, newText: string): TextRange | undefined {
  const { start, end, text, prefix = "", suffix = "" } = orphan;
  let best: TextRange | undefined;
  let most = CONTEXT_SHARE * (prefix.length + suffix.length);
  for (const distance of distances) {
    const place = { start: start + distance, end: end + distance };
    if (place.start < came.start || place.end > came.end || !newText.startsWith(text, place.start)) continue;
    const agreement = agreementWith(orphan, newText, place);
    if (agreement >= most) [best, most] = [place, agreement];
  }
  return best;
}

/** Characters on both sides of a place that an annotation has had beside it. */
function agreementWith({ prefix = "", suffix = "" }: Annotation, text: string, { start, end }: TextRange): number {
  let [before, after] = [0, 0];
  while (before < prefix.length && prefix.charAt(prefix.length - 1 - before) === text.charAt(start - 1 - before)) before++;
  while (after < suffix.length && suffix.charAt(after) === text.charAt(end + after)) after++;
  return before + after;
}

function isSameRange(one: TextRange, other: TextRange | undefined): boolean {
  return one.start === other?.start && one.end === other.end;
}

/** Looks up the orphans whose words stand in what an edit brings; of many edits that bring the same ("Replace All") once. */
function orphansWithin(orphans: readonly Orphan[]): (brought: string) => readonly Orphan[] {
  const known = new Map<string, readonly Orphan[]>();
  const wordsOf = new Map(orphans.map(([, { text }]) => [text, normalizeText(text).text]));
  return (brought) => {
    const found = known.get(brought);
    if (found) return found;
    const words = normalizeText(brought).text;
    const within = orphans.filter(([, { text }]) => text.length <= brought.length && words.includes(wordsOf.get(text) ?? text));
    known.set(brought, within);
    return within;
  };
}
