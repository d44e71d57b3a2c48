import { SURE_NAME } from "../detect/names.js";
import type { NameMention, PlaceMention } from "../detect/findings.js";
import { compareRanges } from "../document/range.js";
import { isCommonWord, nameWords, OTHER_HEAD, Word } from "../lexicon/nameWords.js";
import { holdsMentions, type Article } from "../text/article.js";
import { placeContext } from "../lexicon/placeContext.js";
import { auxiliaries, pastVerbs, prepositions } from "../lexicon/wordClasses.js";
import type { Tokens } from "../text/tokens.js";
import { repeatPlaces } from "./mentions/repeatedPlaces.js";

/** Names and places that agree with each other over the whole article. */
export interface SettledMentions {
  readonly names: NameMention[];
  readonly places: PlaceMention[];
}

/** Tokens in the longest name that is looked for again. */
const LONGEST_NAME = 8;
/** An organization whose own words say so; a place of several words, and of one, of which there is no doubt. */
const SURE_ORGANIZATION = 0.9;
const SURE_PLACE = 0.9;
const SURELY_PLACED = 0.97;
const SUFFIX = /^(?:Jr|Sr|II|III|IV|Esq)?[.,]?$/u;
/** How sure a first name alone is, found by the same name elsewhere; a sure place outranks it. */
const LONE_NAME = 0.7;

/** What a known form names, and whether it is all of the name or its surname or first name alone. */
interface KnownForm {
  readonly type: NameMention["type"];
  /** Of the name that it was learned from. */
  readonly confidence: number;
  readonly part: "whole" | "surname" | "first name" | "short form";
}

/**
 * Settles what overlaps ("Paris Hilton" is no place, "Bank of India" one organization) and carries what is sure in one sentence to
 * the others: a name found once is found everywhere.
 */
export function settleMentions(article: Article, names: NameMention[], places: PlaceMention[]): SettledMentions {
  const { tokens } = article;
  const sure = withoutOwners(tokens, names.filter(({ confidence }) => confidence >= SURE_NAME));
  const known = knownForms(tokens, sure);
  const found = new Map<number, NameMention>();
  for (const name of sure) keep(found, name);
  for (const name of names) {
    if (name.confidence >= SURE_NAME) continue;
    const [first, last] = [tokens.at(name.start), tokens.at(name.end - 1)];
    const form = known.get(nameKey(tokens, first, last + 1));
    if (form && !(form.type === "person" && first === last && isNamedAfter(tokens, first))) keep(found, { ...name, type: form.type, confidence: form.part === "first name" ? LONE_NAME : 0.8 });
  }
  for (const name of repeatedNames(article, known)) keep(found, name);
  return settleWithPlaces(tokens, withoutOverlaps([...found.values()].sort(compareRanges)), repeatPlaces(article, surePlaces(article.text, places)));
}

/** "Christie's been fair" where the article names a Christie: the auction house is not meant, as it is where nothing is owned ("at Christie's."). */
function withoutOwners(tokens: Tokens, names: readonly NameMention[]): NameMention[] {
  const surnames = new Set(names.flatMap(({ type, start, end }) => (type === "person" && tokens.at(end - 1) > tokens.at(start) ? [tokens.lower(tokens.at(end - 1))] : [])));
  return names.filter(({ type, start, end }) => {
    const owner = tokens.at(end - 1);
    const isOwner = owner === tokens.at(start) + 1 && /^['’]s$/u.test(tokens.text(owner)) && tokens.kind(owner + 1) === "word";
    return type !== "organization" || !isOwner || !surnames.has(tokens.lower(owner - 1));
  });
}

function keep(found: Map<number, NameMention>, name: NameMention): void {
  const known = found.get(name.start);
  if (!known || name.end > known.end || (name.end === known.end && name.confidence > known.confidence)) found.set(name.start, name);
}

/** The words of each sure name, and the surnames and first names of people. */
function knownForms(tokens: Tokens, sure: readonly NameMention[]): Map<string, KnownForm> {
  const known = new Map<string, KnownForm>();
  const lists = nameWords();
  const learn = (first: number, end: number, form: KnownForm): void => {
    const key = nameKey(tokens, first, end);
    // a whole name outranks a part of another ("Washington" the man, "Washington Post")
    const before = known.get(key);
    if (form.part === "whole" || before?.part !== "whole" || before.confidence < 0.6) known.set(key, form);
  };
  for (const { start, end, type, confidence } of [...sure].sort((a, b) => a.confidence - b.confidence)) {
    const first = tokens.at(start);
    const last = tokens.at(end - 1);
    if (last - first >= LONGEST_NAME) continue;
    // a lone first name that nothing else bears out may be a place elsewhere ("Kenya", "Cleveland")
    const alone = type === "person" && first === last && confidence < 0.8;
    learn(first, last + 1, { type, confidence, part: alone ? "first name" : "whole" });
    if (type === "organization") {
      // "the Ministry" after "Ministry of Transport"
      if (last > first) {
        for (let index = first; index <= last; index++) {
          if ((lists.facts(tokens.lower(index)) & Word.organizationOf) !== 0) learn(index, index + 1, { type, confidence, part: "short form" });
        }
      }
      continue;
    }
    let surname = last;
    while (surname > first && SUFFIX.test(tokens.text(surname))) surname--;
    while (surname - 2 >= first && tokens.text(surname - 1) === "-" && tokens.isJoined(surname)) surname -= 2;
    if (surname <= first) continue;
    if (tokens.text(surname).length > 2) learn(surname, last + 1, { type, confidence, part: "surname" });
    // "von der Leyen"
    let particle = surname;
    while (particle - 1 > first && /^\p{Ll}/u.test(tokens.text(particle - 1))) particle--;
    if (particle < surname) learn(particle, last + 1, { type, confidence, part: "surname" });
    const given = tokens.lower(first);
    // "Li" after "Li Wenjing", "Park" after "Park Ji-hoon"
    if (surname === first + 1 && (lists.facts(given) & Word.familyFirst) !== 0 && (lists.facts(tokens.lower(last)) & (Word.surname | Word.common)) === 0) learn(first, first + 1, { type, confidence, part: "surname" });
    if ((lists.facts(given) & (Word.firstName | Word.common)) === Word.firstName) learn(first, first + 1, { type, confidence, part: "first name" });
  }
  return known;
}

function nameKey(tokens: Tokens, first: number, end: number): string {
  let key = "";
  for (let index = first; index < end; index++) key += `${tokens.lower(index)} `;
  return key;
}

/** Every place in the article where a known name stands, the longest first. */
function* repeatedNames({ tokens, blocks, sentences }: Article, known: ReadonlyMap<string, KnownForm>): Generator<NameMention> {
  const heads = new Map<string, number>();
  for (const key of known.keys()) {
    const words = key.split(" ");
    const head = words[0] ?? "";
    heads.set(head, Math.max(heads.get(head) ?? 0, words.length - 1));
  }
  // by word: 1 where no known name begins with it, as with most
  const idle = new Uint8Array(tokens.wordCount);
  for (const { block, firstToken, endToken } of sentences) {
    const holder = blocks[block];
    if (!holder || !holdsMentions(holder)) continue;
    for (let index = firstToken; index < endToken; ) {
      const word = tokens.word(index);
      const longest = idle[word] === 1 ? 0 : tokens.kind(index) === "word" ? (heads.get(tokens.lower(index)) ?? 0) : 0;
      if (longest === 0) idle[word] = 1;
      let taken = 0;
      for (let length = Math.min(longest, endToken - index); length > 0 && taken === 0; length--) {
        const form = known.get(nameKey(tokens, index, index + length));
        if (!form || !tokens.isCapitalized(index + length - 1)) continue;
        if (length === 1 && !isFree(tokens, index, firstToken)) continue;
        if (length === 1 && form.type === "person" && isNamedAfter(tokens, index)) continue;
        if (form.part === "short form" && (index === firstToken || tokens.lower(index - 1) !== "the")) continue;
        taken = length;
        yield { start: tokens.start(index), end: tokens.end(index + length - 1), type: form.type, roles: [], confidence: form.part === "first name" ? LONE_NAME : 0.85 };
      }
      index += Math.max(1, taken);
    }
  }
}

/** True where a single known word may stand for the name: no part of a longer capitalised name, no plain word at a sentence's head. */
function isFree(tokens: Tokens, index: number, firstToken: number): boolean {
  const lists = nameWords();
  const common = isCommonWord(lists, tokens.lower(index));
  if (common && index === firstToken && !/^(?:['’]s|said|says|told)$/u.test(tokens.lower(index + 1)) && !isAged(tokens, index)) return false;
  if (/^\p{Lu}/u.test(tokens.text(index + 1)) && !tokens.isJoined(index + 1)) {
    // in a heading a common word may follow: "Sanders Vows", not "Sanders Institute"
    const next = tokens.lower(index + 1);
    if (!isCommonWord(lists, next) || (lists.facts(next) & (Word.organizationHead | OTHER_HEAD | Word.firstName | Word.surname)) !== 0) return false;
  }
  return !(tokens.isJoined(index) && tokens.text(index - 1) === "-") && !(tokens.text(index + 1) === "-" && tokens.isJoined(index + 1) && tokens.isCapitalized(index + 2));
}

/** "the Heimlich Maneuver", "did the Heimlich on me": a thing that has its name from somebody; but "the Hale campaign" is his. */
function isNamedAfter(tokens: Tokens, index: number): boolean {
  const next = tokens.lower(index + 1);
  return tokens.lower(index - 1) === "the" && !/^['’]s?$/u.test(next) && (tokens.kind(index + 1) !== "word" || tokens.isCapitalized(index + 1) || prepositions.has(next) || auxiliaries.has(next) || pastVerbs.has(next) || next.endsWith("ed"));
}

/** "Bale, 32, leaves" */
function isAged(tokens: Tokens, index: number): boolean {
  return tokens.text(index + 1) === "," && /^\d{1,2}$/u.test(tokens.text(index + 2)) && tokens.text(index + 3) === ",";
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

/** Places that are sure, or doubtful ones of the same words. */
function surePlaces(text: string, places: readonly PlaceMention[]): PlaceMention[] {
  const words = new Set(places.filter(({ confidence }) => confidence >= 0.5).map(({ start, end }) => text.slice(start, end)));
  return places.filter(({ start, end, confidence }) => confidence >= 0.5 || words.has(text.slice(start, end)));
}

/** A name takes the places inside it along; a longer place, a demonym or a place after "in" stays. */
function settleWithPlaces(tokens: Tokens, names: readonly NameMention[], places: readonly PlaceMention[]): SettledMentions {
  const keptNames: NameMention[] = [];
  const dropped = new Set<PlaceMention>();
  const ordered = [...places].sort(compareRanges);
  let from = 0;
  for (const name of names) {
    while ((ordered[from]?.end ?? Number.POSITIVE_INFINITY) <= name.start) from++;
    const within: PlaceMention[] = [];
    let keepName = true;
    for (let at = from; at < ordered.length; at++) {
      const place = ordered[at];
      if (!place || place.start >= name.end) break;
      within.push(place);
      const longer = place.end - place.start - (name.end - name.start);
      if (longer > 0 || (longer === 0 && isRatherPlace(tokens, place, name))) keepName = false;
    }
    if (!keepName) continue;
    keptNames.push(name);
    for (const place of within) dropped.add(place);
  }
  return { names: keptNames, places: places.filter((place) => !dropped.has(place)) };
}

/** People of a town that is known by its name beyond its county. */
const KNOWN_TOWN = 50_000;

/** Of the same words as a place and as a name that is not sure by itself: whether their neighbours speak of a place. */
function isRatherPlace(tokens: Tokens, place: PlaceMention, name: NameMention): boolean {
  if (place.sense === "demonym" || (name.confidence <= LONE_NAME && name.confidence < place.confidence)) return true;
  const first = tokens.at(place.start);
  const end = tokens.at(place.end - 1) + 1;
  const before = tokens.lower(tokens.lower(first - 1) === "the" ? first - 2 : first - 1);
  // "in Purdy's place" where the article names Brock Purdy
  if (name.type === "person" && name.confidence > LONE_NAME && /^['’]s$/u.test(tokens.text(end)) && place.candidates.every(({ kind, population }) => kind === "city" && population < KNOWN_TOWN)) return false;
  // "in the EU", "at the Harlow Theatre"
  if (placeContext.locative.has(before) && (before !== "in" || !placeContext.trust.has(tokens.lower(first - 3)))) return true;
  if (name.type === "organization" && name.confidence >= SURE_ORGANIZATION) return false;
  if (placeContext.part.has(before) || placeContext.placeNoun.has(tokens.text(end))) return true;
  // "Gabriel Shearer, 34, of Richmond"
  if (before === "of" && tokens.text(first - 2) === ",") return true;
  // "the West Bank" in whatever company, "CHARLESTON, W.Va."
  return place.confidence >= (end - first > 1 ? SURE_PLACE : SURELY_PLACED);
}
