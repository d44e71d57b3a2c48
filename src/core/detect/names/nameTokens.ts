import type { TextRange } from "../../document/range.js";
import { isCommonWord, nameWords, Word } from "../../lexicon/nameWords.js";
import type { Article, Block } from "../../text/article.js";
import type { Tokens } from "../../text/tokens.js";
import type { WrittenWord } from "../../text/vocabulary.js";
import type { DateMention, PlaceMention } from "../findings.js";

/** Capitalised words in a row, with what may stand inside a name; token indices, end exclusive. */
export interface NameRun {
  readonly first: number;
  readonly end: number;
}

/** One token as the finding of names sees it. */
export interface NameToken extends TextRange {
  readonly text: string;
  readonly lower: string;
  /** Bits of `Word`. */
  readonly facts: number;
  readonly isWord: boolean;
  /** Begins with a capital letter and is no part of a date. */
  readonly capital: boolean;
  /** Two letters or more, all capitals. */
  readonly shouted: boolean;
  /** "S", "S.", "J.K." */
  readonly initial: boolean;
  /** Tokens of the longest well-known organization that begins with it; 0 where none does. */
  readonly organizationLength: number;
  /** No white space before it. */
  readonly joined: boolean;
  /** First word of a sentence, of a quotation or after a colon: its capital says nothing. */
  readonly opening: boolean;
  /** In a sentence whose words are nearly all capitalised: a heading, or a shout. */
  readonly loose: boolean;
  /** Index of its sentence in the article. */
  readonly sentence: number;
  readonly place: PlaceMention | undefined;
  /** The place engine doubts that it is a place. */
  readonly maybePlace: boolean;
}

const OPENERS = new Set(['"', "“", "„", "«", "‘", "'", "``", "`", ":", "(", "[", "–", "—", "|", "•", "*", "…", "/"]);

/** Verbs and pronouns that have a capital in headings as all words of weight have: written small they tell that capitals mean names, however many there are. */
const NEVER_SMALL_IN_HEADINGS = new Set("is are was were been has have had did does will would could said says asked told he she they it we his her their its who".split(" "));

/** The tokens of a block with what the word lists, the places and the dates say of them. */
export function nameTokens({ sentences, tokens }: Article, block: Block, places: readonly PlaceMention[], dates: readonly DateMention[]): NameToken[] {
  const shapeOf = tokens.perWord(readShape);
  const result: (NameToken & { loose: boolean })[] = [];
  const dated = coverage(dates);
  // a doubtful place is left to the rest of the article
  const placed = coverage(places.filter(({ confidence }) => confidence >= 0.5));
  const doubted = coverage(places.filter(({ confidence }) => confidence < 0.5));
  for (let sentence = block.firstSentence; sentence < block.endSentence; sentence++) {
    const range = sentences[sentence];
    if (!range) break;
    const first = result.length;
    let before: string | undefined;
    let capitals = 0;
    let words = 0;
    let inProse = false;
    let opening = true;
    let end = -1;
    for (let index = range.firstToken; index < range.endToken; index++) {
      const start = tokens.start(index);
      const shape = shapeOf(index);
      if (!shape) break;
      const { text, lower, isWord, upper, shouted, initial, organizationLength } = shape;
      const date = dated(start);
      const place = placed(start);
      if (shape.counts) {
        words++;
        // a name's capitals tell nothing about the style of the sentence
        if (upper) capitals++;
      }
      inProse ||= shape.isProse;
      const joined = start === end;
      end = tokens.end(index);
      result.push({
        text,
        lower,
        facts: factsHere(tokens, index, shape, before, opening),
        start,
        end,
        isWord,
        capital: upper && !date,
        shouted,
        initial,
        organizationLength,
        joined,
        opening,
        loose: false,
        sentence,
        place,
        maybePlace: doubted(start) !== undefined,
      });
      before = lower;
      opening = isWord ? false : OPENERS.has(text) || opening;
    }
    if (!inProse && isLoose(result, first, words, capitals)) {
      for (let index = first; index < result.length; index++) {
        const token = result[index];
        if (token) token.loose = true;
      }
    }
  }
  return result;
}

/** What the word lists say of a token beside the words next to it. */
function factsHere(tokens: Tokens, index: number, { text, lower, upper, facts, factsInside, mayBeRank }: Shape, before: string | undefined, opening: boolean): number {
  const next = tokens.lower(index + 1);
  // "Tan Sri Muhyiddin Yassin", "Datuk Seri Anwar Ibrahim"
  if (upper && isDoubleTitle(before, lower, next)) return Word.honorific;
  if (isForTheTime(before, lower, next)) return Word.role;
  if (mayBeRank && isRankLetters(text, tokens.text(index + 1))) return Word.role | Word.honorific;
  if (upper && isHonorific(facts) && (nameWords().isTitledName(lower, next) || ((facts & Word.firstName) !== 0 && isWithAge(tokens, index)))) return Word.firstName;
  return opening && upper && facts === 0 && tokens.isCapitalized(index + 1) && isAgentNoun(lower) ? Word.role : factsInside;
}

/** "Dean Paul Harlow, 43,": whom courts and papers tell with an age has three names, and no office. */
function isWithAge(tokens: Tokens, index: number): boolean {
  return tokens.isCapitalized(index + 1) && tokens.isCapitalized(index + 2) && tokens.text(index + 3) === "," && /^[1-9]\d$/u.test(tokens.text(index + 4)) && /^[,.]$/u.test(tokens.text(index + 5));
}

/** Titles of Malaysia and Brunei, of judges in England, and ranks of the British police and air force, that are two words. */
const DOUBLE_TITLES: ReadonlyMap<string, RegExp> = new Map([
  ["mr", /^justice$/u],
  ["mrs", /^justice$/u],
  ["ms", /^justice$/u],
  ["lord", /^justice$/u],
  ["lady", /^justice$/u],
  ["det", /^(?:con|const|constable|sgt|sergeant|insp|inspector|supt|ch)$/u],
  ["ch", /^(?:insp|inspector|supt)$/u],
  ["chief", /^(?:insp|supt|const|sgt)\.?$/u],
  ["sqn", /^ldr$/u],
  ["wg", /^cdr$/u],
  ["flt", /^lt$/u],
  ["gp", /^capt$/u],
  ["rev", /^canon$/u],
  ["rev.", /^canon$/u],
  ["menteri", /^besar$/u],
  ["tan", /^sri$/u],
  ["puan", /^sri$/u],
  ["toh", /^puan$/u],
  ["datuk", /^(?:seri|sri|wira|paduka)$/u],
  ["dato", /^(?:seri|sri|wira|paduka)$/u],
  ["dato'", /^(?:seri|sri|wira|paduka)$/u],
  ["dato’", /^(?:seri|sri|wira|paduka)$/u],
  ["datin", /^(?:seri|sri|paduka)$/u],
]);

const TEMPORE = /^(?:tem\.?|tempore)$/u;

/** True for either word of "pro tem", which stands behind an office ("Mayor Pro Tem Ida Brandt"). */
function isForTheTime(before: string | undefined, word: string, next: string): boolean {
  return word === "pro" ? TEMPORE.test(next) : before === "pro" && TEMPORE.test(word);
}

/** True for either word of such a title, by the words around it in small letters. */
export function isDoubleTitle(before: string | undefined, word: string, next: string): boolean {
  return DOUBLE_TITLES.get(word)?.test(next) === true || (before !== undefined && DOUBLE_TITLES.get(before)?.test(word) === true);
}

/** Ranks of the police of Britain and India, and offices of clubs, courts and ministries, whose letters are other things as well. */
const RANK_LETTERS = /^(?:PC|DC|DS|DI|Pc|Dc|Ds|Di|ACP|ASI|DSP|DIG|DPO|SDPO|CJP|CJI|GM|DA|AD|AG|MoS)$/u;

/** Those that are hardly anything else. */
const POLICE = /^(?:DSP|SDPO|DIG|ASI|ACP)$/u;

/** "PC McHugh", "DS Ruth Hale", "GM Tom Hale", but "DS Smith" the company and "PC World". */
export function isRankLetters(rank: string, next: string): boolean {
  const lists = nameWords();
  const lower = next.toLowerCase();
  const isName = (lists.facts(lower) & (Word.firstName | Word.rareFirstName | Word.surname)) !== 0 || /^Mc\p{Lu}/u.test(next) || (POLICE.test(rank) && !isCommonWord(lists, lower));
  // "PC Rob Hale", "PC Mark Hale", but "DC Will"
  const isOther = isCommonWord(lists, lower) && (lists.facts(lower) & (Word.firstName | Word.function)) !== Word.firstName;
  return /^\p{Lu}\p{Ll}/u.test(next) && isName && !isOther && !lists.isOrganization(`${rank} ${next}`);
}

/** What a token's letters tell, wherever it stands. */
interface Shape extends Pick<NameToken, "text" | "lower" | "isWord" | "shouted" | "initial" | "organizationLength"> {
  readonly upper: boolean;
  /** Bits of `Word` as the lists have them. */
  readonly facts: number;
  /** The same, with what the plural of a role is. */
  readonly factsInside: number;
  /** True for a word whose capital tells something about the style of its sentence. */
  readonly counts: boolean;
  /** True for a small word that a heading would have with a capital. */
  readonly isProse: boolean;
  /** True for letters that are a rank before a name. */
  readonly mayBeRank: boolean;
}

function readShape({ text, lower, kind, isCapitalized }: WrittenWord): Shape {
  const lists = nameWords();
  const isWord = kind === "word";
  const upper = isWord && lower !== text && isCapitalized;
  // "Md Zafar": Muhammad, where "MD" is a degree and "Md." a state
  const own = isWord ? (text === "Md" ? Word.firstName : lists.facts(lower)) : 0;
  const facts = isWord && lower.endsWith(".") ? own | lists.facts(lower.slice(0, -1)) : own;
  const isPlural = isWord && (facts & Word.role) === 0 && (lists.facts(singleOf(lower)) & Word.role) !== 0;
  return {
    text,
    lower,
    isWord,
    upper,
    facts,
    factsInside: isPlural ? facts | Word.roles : facts,
    counts: isWord && (facts & (Word.function | Word.particle)) === 0 && lower !== "'s" && lower !== "’s",
    isProse: NEVER_SMALL_IN_HEADINGS.has(text),
    organizationLength: lists.longestOrganization(text),
    mayBeRank: upper && RANK_LETTERS.test(text),
    shouted: upper && text.length > 1 && text === text.toUpperCase() && /\p{Lu}.*\p{Lu}/u.test(text),
    initial: upper && (text.length < 3 || text.includes(".")) && /^(?:\p{Lu}\.?|(?:\p{Lu}\.)+\p{Lu}?\.?)$/u.test(text),
  };
}

/** "senator" of "senators", "witness" of "witnesses", "policeman" of "policemen"; "" for a word that is no plural. */
function singleOf(lower: string): string {
  if (lower.endsWith("sses")) return lower.slice(0, -2);
  if (lower.endsWith("men")) return `${lower.slice(0, -2)}an`;
  return lower.endsWith("s") && !lower.endsWith("ss") ? lower.slice(0, -1) : "";
}

function isHonorific(facts: number): boolean {
  return (facts & (Word.honorific | Word.role)) !== 0;
}

/** "Herder Abdi Galgalo": who does what a common word says, where no list holds the noun itself. */
function isAgentNoun(lower: string): boolean {
  const stem = /^(.{3,})(?:er|or|ist)$/u.exec(lower)?.[1];
  if (stem === undefined) return false;
  const lists = nameWords();
  return [stem, `${stem}e`].some((word) => (lists.facts(word) & (Word.common | Word.firstName | Word.surname)) === Word.common);
}

/** A title-case or all-capitals sentence: most content words have capitals, common words among them. */
function isLoose(tokens: readonly NameToken[], first: number, words: number, capitals: number): boolean {
  const stops = /^[.!?]$/u.test(tokens.at(-1)?.text ?? "");
  if (words < 3 || words - capitals > (stops ? 0 : words * 0.2)) return false;
  const lists = nameWords();
  let common = 0;
  for (let index = first + 1; index < tokens.length; index++) {
    const token = tokens[index];
    // "Clare Hunt", "Tom Hill"
    const before = tokens[index - 1];
    const family = token !== undefined && (token.facts & Word.surname) !== 0 && before?.capital === true && (before.facts & (Word.firstName | Word.common)) === Word.firstName;
    if (token?.capital && !token.opening && !family && isCommonWord(lists, token.lower) && (token.facts & (Word.role | Word.organizationHead)) === 0) common++;
  }
  return common >= 2;
}

/** A function that tells which of the ranges, asked for in ascending order, holds an offset. */
function coverage<Range extends TextRange>(ranges: readonly Range[]): (offset: number) => Range | undefined {
  const sorted = [...ranges].sort((a, b) => a.start - b.start || b.end - a.end);
  let next = 0;
  let current: Range | undefined;
  return (offset) => {
    for (let range = sorted[next]; range && range.start <= offset; range = sorted[++next]) {
      if (!current || range.end > current.end) current = range;
    }
    return current && current.end > offset ? current : undefined;
  };
}

/** The second half of "Jong-un". */
export function isHyphened(tokens: readonly NameToken[], index: number): boolean {
  const token = tokens[index];
  return token !== undefined && token.isWord && token.joined && tokens[index - 1]?.text === "-" && tokens[index - 1]?.joined === true;
}

export function isTitleHead(token: NameToken | undefined): boolean {
  return token !== undefined && (token.facts & (Word.role | Word.roles | Word.honorific)) !== 0;
}
