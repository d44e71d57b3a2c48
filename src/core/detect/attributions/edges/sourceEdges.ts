import type { TextRange } from "../../../document/range.js";
import { nameWords, Word } from "../../../lexicon/nameWords.js";
import type { Article } from "../../../text/article.js";
import type { Tokens } from "../../../text/tokens.js";
import { WEEKDAYS } from "../../dates/dateWords.js";
import type { Attribution } from "../../findings.js";

/** A word with the auxiliary that is written together with it, which makes one token ("they’ve") but for "’s". */
const CONTRACTION = /^(\p{L}+)['’](?:ve|re|ll|d|m)$/u;
/** "’s" is an auxiliary behind these; behind a noun it may say whose. */
const PRONOUN = /^(?:he|she|it|that|who|there)$/u;
/** Capitals before a dash; "UNICEF – which helps – said" has another dash behind. */
const DATELINE = /^\p{Lu}{3}[\p{Lu}., ]*\s[-–—]{1,3}\s+(?=\S*\p{Ll})(?!.*\s[-–—])/su;
const HOW_MANY = /^(?:all|many|most|some|none|neither|both|each|several|few|half|one|two|three|four|five|six|seven|eight|nine|ten|dozens|hundreds|thousands)$/u;

/**
 * A source in its usual limits, as people mark them: of "I’ve said" the auxiliary belongs to the cue (158 of 160 in PolNeAR train), "two of whom" is one
 * source, and a comma is a part of it only where it closes what another one has opened (without one, it is left out in 60 of 65).
 */
export function withUsualSource(article: Article, attribution: Attribution): Attribution {
  const { text, tokens } = article;
  const parted = withPartedAuxiliary(tokens, attribution);
  const { source, cue } = parted;
  if (!source) return parted;
  const own = { first: tokens.at(source.start), last: tokens.at(source.end - 1) };
  let { first, last } = own;
  // "Her husband, it turns out, thinks …": the parenthesis is the writer's
  if (last > first + 1 && tokens.text(last - 1) === "," && /^(?:it|I|we|so|as)$/iu.test(tokens.text(last))) last -= 2;
  if (last > first && tokens.text(last) === "," && !holdsComma(tokens, first, last)) last--;
  // "the mayor | later said", "another neighbour | to the crowd"
  if (source.end <= (cue?.start ?? 0) && last > first && /^(?:later|earlier)$/u.test(tokens.lower(last))) last--;
  if (source.end <= (cue?.start ?? 0)) last = beforeTime(tokens, first, last);
  if (cue && source.start >= cue.end) last = objectEnd(tokens, first, last);
  // "Paul Denning | has been quoted as saying"
  const isHelped = cue !== null && last > first && tokens.end(last) === source.end && tokens.at(cue.start) === last + 1 && HELPING.test(tokens.text(last));
  if (isHelped) return withUsualSource(article, { ...parted, source: { start: source.start, end: tokens.end(last - 1) }, cue: { start: tokens.start(last), end: cue.end } });
  if (source.start > (cue?.start ?? Number.POSITIVE_INFINITY)) last = beforeListener(tokens, first, last);
  // "wondered Mary Hale | aloud"
  while (last > first && HOW_SAID.test(tokens.text(last)) && source.start > (cue?.start ?? Number.POSITIVE_INFINITY)) last--;
  if (source.end <= (cue?.start ?? 0)) first = ownClauseStart(tokens, first, last);
  // "16:30 | The chancellor says", "GDYNIA - | The mayor says": the time of an entry, the place of a report
  const words = text.slice(source.start, source.end);
  const entry = (/^\d{1,2}[:.]\d{2}(?:\s?[ap]\.?m\.?)?\s+(?=\p{L})/iu.exec(words) ?? DATELINE.exec(words))?.[0];
  if (entry !== undefined) first = tokens.at(source.start + entry.length);
  if (last === first && /^whom?$/u.test(tokens.lower(first)) && tokens.lower(first - 1) === "of" && HOW_MANY.test(tokens.lower(first - 2))) first -= 2;
  return first === own.first && last === own.last ? parted : { ...parted, source: { start: tokens.start(first), end: last === own.last ? source.end : tokens.end(last) } };
}

/** "I have met Tom Roe, who runs the shop, and | he tells": the subject of the second clause alone; "Hale and he" are two. */
function ownClauseStart(tokens: Tokens, first: number, last: number): number {
  const isOwn = last - first > 3 && /^(?:he|she|they|it)$/u.test(tokens.text(last)) && /^(?:and|but|so)$/u.test(tokens.lower(last - 1)) && tokens.text(last - 2) === ",";
  return isOwn ? last : first;
}

/** "deputies | Saturday", "state legislators | this week": when somebody acts is no part of who it is; "voters heading to the polls Tuesday" are others than voters. */
function beforeTime(tokens: Tokens, first: number, last: number): number {
  const isPeriod = /^(?:week|month|year)$/u.test(tokens.lower(last)) && /^(?:this|last)$/u.test(tokens.lower(last - 1));
  const head = WEEKDAYS.has(tokens.lower(last)) ? last - 1 : isPeriod ? last - 2 : last;
  if (head === last || head < first) return last;
  for (let token = first; token <= head; token++) if (tokens.kind(token) !== "word" || /^(?:who|that|which|in|at|on|of|to|for|from|with|by)$|.(?:ed|ing)$/u.test(tokens.lower(token))) return last;
  return isOffice(tokens.lower(head)) ? head : last;
}

/** "mayor", "deputies", "legislators". */
function isOffice(lower: string): boolean {
  return [lower, lower.replace(/s$/u, ""), lower.replace(/ies$/u, "y")].some((noun) => (nameWords().facts(noun) & (Word.role | Word.roles)) !== 0);
}

/** What may end a noun phrase that a preposition has begun, and its tokens at most. */
const AFTER_OBJECT = /^[.,;]$/u;
const MOST_OBJECT = 6;

/** "according to information from | the city.": a source that was cut off behind a preposition, as far as its noun phrase goes. */
function objectEnd(tokens: Tokens, first: number, last: number): number {
  if (last === first || !/^(?:by|from)$/u.test(tokens.lower(last))) return last;
  let end = last + 1;
  while (end <= last + MOST_OBJECT && tokens.kind(end) === "word" && !NO_NOUN.test(tokens.lower(end))) end++;
  return end > last + 1 && AFTER_OBJECT.test(tokens.text(end)) ? end - 1 : last;
}

const NO_NOUN = /^(?:and|or|but|that|which|who|as|when|while|is|was|are|were|has|had|have|will|would|said|says)$/u;

/** Helps a verb, and is nobody. */
const HELPING = /^(?:has|have|had|was|were|is|are|will|would)$/u;
/** How somebody speaks, behind the name. */
const HOW_SAID = /^(?:aloud|loudly|quietly|softly|angrily|calmly|bluntly|flatly|simply|dryly|drily|wryly|again)$/u;

/** Before whom something is said. */
const LISTENERS = /^(?:reporters|journalists|crowd|audience|congregation|media|press|gathering|rally|crowds|onlookers|listeners|viewers|fans|supporters|parliament|lawmakers|delegates)$/u;

/** The last token of a source behind its verb without those to whom it was said. */
function beforeListener(tokens: Tokens, first: number, last: number): number {
  const to = /^(?:the|a|his|her|their|our)$/u.test(tokens.lower(last - 1)) ? last - 2 : last - 1;
  return to > first && tokens.lower(to) === "to" && LISTENERS.test(tokens.lower(last)) ? to - 1 : last;
}

/** What hears and is told things, and is nobody's apposition. */
const HEARING = /^(?:court|tribunal|inquest|inquiry|jury|hearing|trial|committee|panel|commission)$/u;

/** "It was brought by a neighbour, Paul Roe, the Leeds Crown Court heard": a court is no description of who was named before the comma, whom the content tells. */
export function withCourtAlone({ tokens }: Article, attribution: Attribution): Attribution {
  const { source, cue, contents } = attribution;
  if (!source || !cue || source.end > cue.start || !/^(?:heard|hears|was|were|is|has)$/u.test(tokens.lower(tokens.at(cue.start))) || !HEARING.test(tokens.lower(tokens.at(source.end - 1)))) return attribution;
  const first = tokens.at(source.start);
  let comma = tokens.at(source.end - 1);
  while (comma > first && tokens.text(comma) !== ",") comma--;
  if (comma === first || !/^(?:the|an?)$/u.test(tokens.lower(comma + 1))) return attribution;
  const at = contents.findIndex(({ end }) => end <= source.start && tokens.at(end - 1) >= first - 2);
  const content = contents[at];
  const whole = content ? contents.with(at, { start: content.start, end: tokens.end(comma - 1) }) : contents;
  return { ...attribution, source: { start: tokens.start(comma + 1), end: source.end }, contents: whole };
}

/** "They’ve | said": the apostrophe parts the source from the cue. */
function withPartedAuxiliary(tokens: Tokens, attribution: Attribution): Attribution {
  const { source, cue } = attribution;
  if (!cue) return attribution;
  const verb = tokens.at(cue.start);
  const before = source && source.end <= cue.start ? tokens.at(source.end - 1) : undefined;
  const contracted = contractedAt(tokens, verb) ?? contractedAt(tokens, verb - 1) ?? (before === undefined ? undefined : contractedAt(tokens, before));
  if (!contracted || (source && (source.start > contracted.start || source.end < contracted.start + 1))) return attribution;
  const isNext = tokens.at(contracted.start) >= verb - 1 - Number(contracted.isApart);
  return { ...attribution, source: { start: source?.start ?? contracted.start, end: contracted.end }, cue: isNext ? { start: contracted.end, end: cue.end } : cue };
}

/** The word of a contraction that a token is, or with "’s" ends. */
function contractedAt(tokens: Tokens, token: number): (TextRange & { readonly isApart: boolean }) | undefined {
  const [, word] = CONTRACTION.exec(tokens.text(token)) ?? [];
  if (word !== undefined) return { start: tokens.start(token), end: tokens.start(token) + word.length, isApart: false };
  const isApart = /^['’]s$/u.test(tokens.text(token)) && tokens.isJoined(token) && PRONOUN.test(tokens.lower(token - 1));
  return isApart ? { ...tokens.range(token - 1), isApart } : undefined;
}

function holdsComma(tokens: Tokens, first: number, end: number): boolean {
  for (let token = first; token < end; token++) if (tokens.text(token) === ",") return true;
  return false;
}
