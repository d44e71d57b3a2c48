import type { Annotation } from "../document/annotationDocument.js";
import type { DocumentIndex } from "../document/documentIndex.js";
import { differByALetter, SHORTEST_LIKE, withoutALetter } from "../text/likeWords.js";
import type { Problem } from "./problem.js";
import { isSettled } from "./settled.js";

/** A name as the article writes it: its words, how often it stands there, and where first. */
interface Spelling {
  readonly first: string;
  readonly last: string;
  readonly isSingle: boolean;
  readonly annotation: Annotation;
  count: number;
}

/**
 * Names of people that differ by one letter in one word ("Zelensky", "Zelenskyy") or sound alike ("Gaddafi", "Gadhafi"), told at the first of the rarer one. Words are
 * compared by what is left of them without any one letter, so the time is linear in the names.
 */
export function spellingProblems(index: DocumentIndex): readonly Problem[] {
  const spellings = [...spellingsOf(index)];
  const firstNames = new Set(spellings.flatMap(({ first, isSingle }) => (isSingle ? [] : [first])));
  // "David" beside "Paul Davis" and "David Moore", "Galileo" beside "Galileo Galilei": no surname
  const isFirstName = (single: Spelling, whole: Spelling): boolean => single.isSingle && !whole.isSingle && firstNames.has(single.first);
  const likeLast = groupBy(spellings, ({ last }) => withoutALetter(last));
  const likeFirst = groupBy(
    spellings.filter(({ isSingle }) => !isSingle),
    ({ first, last }) => withoutALetter(first).map((rest) => `${rest} ${last}`),
  );
  const soundingAlike = groupBy(
    spellings.filter(({ isSingle }) => !isSingle),
    ({ first, last }) => [`${soundOf(first)} ${soundOf(last)}`],
  );
  const told = new Map<Spelling, Spelling>();
  for (const group of likeLast.values()) compareWithin(group, (a, b) => differByALetter(a.last, b.last) && (a.isSingle || b.isSingle || a.first === b.first) && !isFirstName(a, b) && !isFirstName(b, a), told);
  for (const group of likeFirst.values()) compareWithin(group, (a, b) => a.last === b.last && differByALetter(a.first, b.first), told);
  for (const group of soundingAlike.values()) compareWithin(group, (a, b) => isOneName(a.first, b.first) && isOneName(a.last, b.last) && (a.first !== b.first || a.last !== b.last), told);
  return onceForEach([...told]).map(([rarer, other]): Problem => ({ kind: "spelling", annotation: rarer.annotation, other: other.annotation }));
}

/** "Zelenskyy" and "Volodymyr Zelenskyy" are the same question. */
function onceForEach(told: readonly (readonly [Spelling, Spelling])[]): (readonly [Spelling, Spelling])[] {
  const asked = new Set<string>();
  return told
    .toSorted(([a], [b]) => a.annotation.start - b.annotation.start)
    .filter(([rarer, other]) => {
      const key = rarer.last === other.last ? `${rarer.first} ${rarer.last} ${other.first}` : `${rarer.last} ${other.last}`;
      const isNew = !asked.has(key);
      asked.add(key);
      return isNew;
    });
}

function spellingsOf(index: DocumentIndex): Iterable<Spelling> {
  const found = new Map<string, Spelling>();
  for (const annotation of index.annotations) {
    if (annotation.type !== "person" || isSettled(annotation) || isSettled(index.entity(annotation.entity) ?? {})) continue;
    // a name in capitals is spelled as its letters are
    const words = (annotation.text === annotation.text.toUpperCase() ? annotation.text.replace(/(?<=\p{L})\p{Lu}+/gu, (letters) => letters.toLowerCase()) : annotation.text).split(/\s+/u);
    const first = words[0] ?? "";
    const last = words.at(-1) ?? "";
    const known = found.get(annotation.text);
    if (known) known.count++;
    else found.set(annotation.text, { first, last, isSingle: words.length === 1, annotation, count: 1 });
  }
  return found.values();
}

/** The consonants of a word as they are heard: the same for "Mohammed" and "Muhammad", "Catherine" and "Katherine", "Gaddafi" and "Gadhafi". */
function soundOf(word: string): string {
  const letters = word.toLowerCase().normalize("NFD").replaceAll(/[^a-z]/gu, "");
  const heard = letters.replaceAll("ph", "f").replaceAll("x", "ks").replaceAll(/ck|q|c(?![eiyh])/gu, "k").replaceAll(/v|w/gu, "v").replaceAll(/(?<=.)h/gu, "");
  return `${heard.charAt(0)}${heard.slice(1).replaceAll(/[aeiouy]/gu, "").replaceAll(/(.)\1+/gu, "$1")}`;
}

/** The same word, or one so long that it hardly sounds alike by chance ("Karen", "Corinne"). */
function isOneName(one: string, other: string): boolean {
  return one === other || (Math.min(one.length, other.length) > SHORTEST_LIKE && soundOf(one).length > 2);
}

/** Each name is compared with the most frequent one of its group alone: a group of many stays cheap. */
function compareWithin(group: readonly Spelling[], areAlike: (a: Spelling, b: Spelling) => boolean, told: Map<Spelling, Spelling>): void {
  const [main, ...others] = group.toSorted((a, b) => b.count - a.count || a.annotation.start - b.annotation.start);
  if (!main || told.has(main)) return;
  for (const other of others) if (!told.has(other) && areAlike(main, other)) told.set(other, main);
}

function groupBy<T>(items: readonly T[], keysOf: (item: T) => readonly string[]): ReadonlyMap<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    for (const key of keysOf(item)) {
      const group = groups.get(key);
      if (group) group.push(item);
      else groups.set(key, [item]);
    }
  }
  return groups;
}
