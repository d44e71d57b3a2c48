import { SURE_NAME } from "../detect/names.js";
import type { NameMention, PlaceMention } from "../detect/findings.js";
import { compareRanges } from "../document/range.js";
import { isCommonWord, nameWords } from "../lexicon/nameWords.js";
import { holdsMentions, type Article } from "../text/article.js";
import type { Tokens } from "../text/tokens.js";

/** Names and places that agree with each other over the whole article. */
export interface SettledMentions {
  readonly names: NameMention[];
  readonly places: PlaceMention[];
}

/** Tokens in the longest name that is looked for again. */
const LONGEST_NAME = 8;

/**
 * Settles what overlaps ("Paris Hilton" is no place, "Bank of India" one organization) and carries what is sure in one sentence to
 * the others: a name found once is found everywhere.
 */
export function settleMentions(article: Article, names: NameMention[], places: PlaceMention[]): SettledMentions {
  const known = knownNames(article.tokens, names);
  const found = new Map<number, NameMention>();
  for (const name of names) {
    const type = known.get(nameKey(article.tokens, article.tokens.at(name.start), article.tokens.at(name.end - 1) + 1));
    if (name.confidence >= SURE_NAME) keep(found, name);
    else if (type) keep(found, { ...name, type, confidence: 0.8 });
  }
  for (const name of repeatedNames(article, known)) keep(found, name);
  const settled = withoutOverlaps([...found.values()].sort(compareRanges));
  return settleWithPlaces(article, settled, places);
}

function keep(found: Map<number, NameMention>, name: NameMention): void {
  const known = found.get(name.start);
  if (!known || name.end > known.end || (name.end === known.end && name.confidence > known.confidence)) found.set(name.start, name);
}

/** The words of each sure name, and the surnames of people, with what they name. */
function knownNames(tokens: Tokens, names: readonly NameMention[]): Map<string, NameMention["type"]> {
  const known = new Map<string, NameMention["type"]>();
  const sure = names.filter(({ confidence }) => confidence >= SURE_NAME).sort((a, b) => a.confidence - b.confidence);
  for (const { start, end, type } of sure) {
    const first = tokens.at(start);
    const last = tokens.at(end - 1);
    if (last - first >= LONGEST_NAME) continue;
    known.set(nameKey(tokens, first, last + 1), type);
    if (type !== "person") continue;
    let surname = last;
    while (surname > first && /^(?:Jr|Sr|II|III|IV|Esq)?[.,]?$/u.test(tokens.text(surname))) surname--;
    while (surname - 2 >= first && tokens.text(surname - 1) === "-" && tokens.isJoined(surname)) surname -= 2;
    if (surname <= first) continue;
    if (tokens.text(surname).length > 2) known.set(nameKey(tokens, surname, last + 1), type);
    // "von der Leyen"
    let particle = surname;
    while (particle - 1 > first && /^\p{Ll}/u.test(tokens.text(particle - 1))) particle--;
    if (particle < surname) known.set(nameKey(tokens, particle, last + 1), type);
  }
  return known;
}

function nameKey(tokens: Tokens, first: number, end: number): string {
  let key = "";
  for (let index = first; index < end; index++) key += `${tokens.lower(index)} `;
  return key;
}

/** Every place in the article where a known name stands, the longest first. */
function* repeatedNames({ tokens, blocks, sentences }: Article, known: ReadonlyMap<string, NameMention["type"]>): Generator<NameMention> {
  const heads = new Map<string, number>();
  for (const key of known.keys()) {
    const words = key.split(" ");
    const head = words[0] ?? "";
    heads.set(head, Math.max(heads.get(head) ?? 0, words.length - 1));
  }
  const lists = nameWords();
  for (const { block, firstToken, endToken } of sentences) {
    const holder = blocks[block];
    if (!holder || !holdsMentions(holder)) continue;
    for (let index = firstToken; index < endToken; ) {
      const written = tokens.text(index);
      const longest = /^[\p{Lu}\p{Ll}]/u.test(written) ? (heads.get(written.toLowerCase()) ?? 0) : 0;
      let taken = 0;
      for (let length = Math.min(longest, endToken - index); length > 0 && taken === 0; length--) {
        const type = known.get(nameKey(tokens, index, index + length));
        if (!type || !tokens.isCapitalized(index + length - 1)) continue;
        if (length === 1 && !isFree(tokens, index, firstToken, lists)) continue;
        taken = length;
        yield { ...tokens.span(index, index + length), type, roles: [], confidence: 0.85 };
      }
      index += Math.max(1, taken);
    }
  }
}

/** True where a single known word may stand for the name: no part of a longer capitalised name, no plain word at a sentence's head. */
function isFree(tokens: Tokens, index: number, firstToken: number, lists: ReturnType<typeof nameWords>): boolean {
  if (index === firstToken && isCommonWord(lists, tokens.lower(index)) && !/^(?:['’]s|said|says|told)$/u.test(tokens.lower(index + 1))) return false;
  const after = tokens.text(index + 1);
  if (/^\p{Lu}\p{Ll}/u.test(after) && !tokens.isJoined(index + 1)) return false;
  return !(tokens.isJoined(index) && tokens.text(index - 1) === "-") && !(after === "-" && tokens.isJoined(index + 1) && tokens.isCapitalized(index + 2));
}

/** The longer of two that overlap, the surer of two alike. */
function withoutOverlaps(names: readonly NameMention[]): NameMention[] {
  const kept: NameMention[] = [];
  for (const name of names) {
    const last = kept.at(-1);
    if (!last || last.end <= name.start) kept.push(name);
    else if (name.end - name.start > last.end - last.start) kept[kept.length - 1] = name;
  }
  return kept;
}

function settleWithPlaces({ tokens }: Article, names: readonly NameMention[], places: readonly PlaceMention[]): SettledMentions {
  const keptNames: NameMention[] = [];
  const dropped = new Set<PlaceMention>();
  const ordered = [...places].sort(compareRanges);
  let from = 0;
  for (const name of names) {
    while ((ordered[from]?.end ?? Number.POSITIVE_INFINITY) <= name.start) from++;
    let keepName = true;
    const within: PlaceMention[] = [];
    for (let at = from; at < ordered.length; at++) {
      const place = ordered[at];
      if (!place || place.start >= name.end) break;
      within.push(place);
      const longer = place.end - place.start - (name.end - name.start);
      const located = /^(?:in|at|near|from|to|into|across|outside|throughout)$/u.test(tokens.lower(tokens.at(place.start) - 1));
      if (longer > 0 || (longer === 0 && (located || place.sense === "demonym"))) keepName = false;
    }
    if (!keepName) continue;
    keptNames.push(name);
    for (const place of within) dropped.add(place);
  }
  return { names: keptNames, places: places.filter((place) => !dropped.has(place)) };
}
