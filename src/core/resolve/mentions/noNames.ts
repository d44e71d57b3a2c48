import { BETWEEN_CAPITALS } from "../../detect/names/introducedAcronyms.js";
import { isApposed, isDetective, isFederal, isMonarch, isOneOfMany, isSaintOf, SEAT, sitsFor } from "../../detect/places/placeEvidence.js";
import { isTeam as playsMatch } from "../../detect/places/teams.js";
import { isDoubleTitle } from "../../detect/names/nameTokens.js";
import { exchanges } from "../../lexicon/bracketed.js";
import { isCommonWord, nameWords, Word } from "../../lexicon/nameWords.js";
import { placeContext } from "../../lexicon/placeContext.js";
import type { Article } from "../../text/article.js";
import type { Tokens } from "../../text/tokens.js";
import type { NAMED, NameCandidate } from "./nameCandidate.js";

/** "Ola@example.org". */
export function isAddress(tokens: Tokens, index: number): boolean {
  return /@[^@]+\./u.test(tokens.text(index));
}

/** "the Centre", "19/20 May": one word that names nothing by itself. */
export function isLone(tokens: Tokens, first: number, end: number): boolean {
  const isDay = tokens.text(first) === "May" && tokens.kind(first - 1) === "number";
  // "north of Waco"
  const isPart = !tokens.isCapitalized(first) && placeContext.part.has(tokens.text(first));
  return end - first === 1 && (isDay || isPart || (placeContext.lone.has(tokens.text(first)) && tokens.text(end) !== ","));
}

/** "Dean" of "Dean of Lichfield": an office, with a capital at the head of a sentence or behind a comma. */
export function isOffice(tokens: Tokens, first: number, end: number): boolean {
  return end - first === 1 && tokens.lower(end) === "of" && (nameWords().facts(tokens.lower(first)) & (Word.role | Word.honorific)) !== 0;
}

/** "Tan Sri", "Sheikh" before the name that they belong to. */
export function isTitle(tokens: Tokens, first: number, end: number): boolean {
  if (!tokens.isCapitalized(end)) return false;
  for (let index = first; index < end; index++) {
    const isDouble = isDoubleTitle(tokens.lower(index - 1), tokens.lower(index), tokens.lower(index + 1));
    if (!isDouble && (nameWords().facts(tokens.lower(index).replace(/\.$/u, "")) & (Word.honorific | Word.firstName)) !== Word.honorific) return false;
  }
  return true;
}

/** Before what a person is called, in quotation marks. */
const CALLED = /^(?:as|alias|called|nicknamed|dubbed|named|name|names|word|is|was|a\.k\.a|aka)\.?$/u;

/**
 * What a candidate cannot be by the words beside it, however much it looks like it: the agency in brackets of a dateline is no place; no
 * person are several who do something ("Investigaters say"), nor whom somebody is "of" ("Ida Brandt of Savanna,"), a place whose somebody is ("Montana's Ida Brandt"), nor a title that stands
 * in quotation marks by itself (the film "Keller").
 */
export function ruledOut({ tokens, blocks, sentences }: Article, candidates: readonly NameCandidate[]): (candidate: NameCandidate, kind: (typeof NAMED)[number] | undefined) => boolean {
  const people = candidates.filter(({ first, end, name, settled }) => settled && end - first > 1 && name?.type === "person");
  const surnames = new Set(people.map(({ end }) => tokens.lower(end - 1)));
  const surely = new Set(people.filter(({ first }) => (nameWords().facts(tokens.lower(first)) & Word.firstName) !== 0).map(({ end }) => tokens.lower(end - 1)));
  const starts = new Set(people.map(({ first }) => first));
  const ends = new Set(people.map(({ end }) => end));
  const givenNames = new Set(people.map(({ first }) => tokens.lower(first)));
  const placeStarts = new Set(candidates.filter(({ place }) => place !== undefined && place.candidates.length > 0).map(({ first }) => first));
  const openings = new Set(sentences.map(({ firstToken }) => firstToken));
  const heads = new Set(blocks.map(({ firstToken }) => firstToken));
  let small: ReadonlySet<string> | undefined;
  return ({ first, end, name, place, settled }, kind) => {
    // "(NYSE: DOE)": the letters of a share
    if (end - first === 1 && tokens.text(first - 1) === ":" && tokens.text(end) === ")" && exchanges.has(tokens.text(first - 2))) return true;
    // "a stake in Ida Brandt Co.", but "Clay Co." is the county
    if (kind !== "organization" && end - first > 1 && LEGAL_FORM.test(tokens.text(end - 1)) && (kind === "person" || (place?.candidates.length ?? 0) === 0)) return true;
    if (kind !== "organization" && (isShortFor(first, end) || isSaintOf(tokens, first, end))) return true;
    if (kind === "place" && (isRoad(first, end) || isNumbered(first, end) || isDetective(tokens, first, end) || isFederal(tokens, first, end) || isOneOfMany(tokens, first, end) || isMonarch(tokens, first, end) || isCompetition(first, end) || isParty(first, end) || isTeam(first, end, place))) return true;
    // "the nomination of Hale", a town far off, where the article names a Peter Hale and nothing beside the word tells of a place
    if (kind === "place" && end - first === 1 && settled && name?.type === "person" && surely.has(tokens.lower(first)) && !isKnownFar(place)) return true;
    // "22 points from Tre Lawson"
    if (kind === "place" && end - first > 1 && tokens.lower(first - 1) === "from" && SCORED.test(tokens.lower(first - 2)) && (place?.candidates.length ?? 0) === 0) return true;
    // "60-year-old Buta was killed"
    if (kind === "place" && isOfAge(first) && /^(?:[,.;:)]|and|was|were|is|who|has|had|said)$/u.test(tokens.lower(end))) return true;
    // "the Amarnath Yatra", "the Ganga Puja"
    if (kind !== "organization" && end - first > 1 && FEAST.test(tokens.text(end - 1)) && tokens.lower(first - 1) === "the") return true;
    // "views on Brexit"
    if (kind !== "organization" && end - first === 1 && (nameWords().facts(tokens.lower(first)) & Word.event) !== 0 && (place?.candidates.length ?? 0) === 0 && !isKnownName(tokens.lower(first))) return true;
    // the planet; "Mars, Pa." is a town
    if (kind === "place" && end - first === 1 && tokens.text(first) === "Mars" && !tokens.isCapitalized(end + 1)) return true;
    if (kind === "place" && end - first === 1 && (EPOCH.test(tokens.text(first)) || isGun(first, end))) return true;
    if (kind === "place") return tokens.text(first - 1) === "(" && tokens.text(end) === ")" && /^[-–—]+$/u.test(tokens.text(end + 1)) && isHeadedBy(first - 2);
    if (kind !== "organization" && end - first === 1 && AMOUNT.test(tokens.text(first))) return true;
    // "Arson ruled out" above "have ruled out arson": the capital is the sentence's
    if (kind === "person" && end - first === 1 && openings.has(first) && isWrittenSmall(first)) return true;
    // "to be frank"
    if (kind === "person" && end - first === 1 && /^\p{Ll}+$/u.test(tokens.text(first)) && /^(?:be|been|is|was|were|very|quite|to)$/u.test(tokens.text(first - 1))) return true;
    // "Handloom Minister Paul Hale": a ministry's matter and not who has a minister
    if (kind === "person" && end - first === 1 && tokens.isCapitalized(end) && (nameWords().facts(tokens.lower(end)) & Word.role) !== 0 && starts.has(end + 1) && !isKnownName(tokens.lower(first)) && !surnames.has(tokens.lower(first))) return true;
    if (kind === "person" && (isPlural(first, end) || isOfficeAlone(first, end) || isBase(first) || isThingOf(end) || isCreditAlone(first, end) || isAmongCounties(end) || LETTERS_AND_FIGURES.test(tokens.text(first)))) return true;
    // "Brent rose to $82": the crude, where nobody of that name is told of
    if (kind !== "organization" && end - first === 1 && tokens.text(first) === "Brent" && CRUDE.test(tokens.text(end)) && !surnames.has("brent") && !givenNames.has("brent")) return true;
    // "Temple Beth Hale"
    if (kind === "person" && end - first > 1 && /^(?:Temple|Congregation)$/u.test(tokens.text(first)) && /^(?:Beth|Bet|Beit|B['’]nai|Emanu|Emanuel|Israel|Sinai|Shalom|Adath)$/u.test(tokens.text(first + 1))) return true;
    // "Hargreave & Denby"
    if (kind === "person" && end - first > 2 && tokens.text(first + 1) === "&") return true;
    // "the roots of Denningism"
    if (kind === "person" && end - first === 1 && /^\p{Lu}\p{L}{3,}isms?$/u.test(tokens.text(first))) return true;
    // "moved to Florence", "Cartagena, a port on the sea", "a Crafton man died"
    if (kind === "person" && end - first === 1 && place !== undefined && place.candidates.length > 0 && !surnames.has(tokens.lower(first)) && (TOWNSPEOPLE.test(tokens.text(end)) || isApposed(tokens, end) || (tokens.text(first - 1) === "to" && MOVED.test(tokens.lower(first - 2)) && !tokens.isCapitalized(end)))) return true;
    // "Chelsea travel to Leeds", "Kerry TD Ann Bell"
    const isBare = kind === "person" && end - first === 1 && place !== undefined && place.candidates.length > 0 && !surnames.has(tokens.lower(first)) && !givenNames.has(tokens.lower(first));
    if (isBare && (playsMatch(tokens, first, end) || (SEAT.test(tokens.text(end)) && tokens.isCapitalized(end + 1)))) return true;
    // "West Mamprusi", "Asante Akim Central"
    if (kind === "person" && end - first > 1 && (PART.test(tokens.text(first)) || tokens.text(end - 1) === "Central")) return true;
    // "the Oscar-winning Ida Brandt", "a Tony nominee"
    if (kind === "person" && end - first === 1 && AWARD.test(tokens.text(first)) && /^(?:winn|nomin)/u.test(tokens.lower(tokens.text(end) === "-" ? end + 1 : end))) return true;
    // "the member for Harlow"
    if (kind === "person" && end - first === 1 && tokens.text(first - 1) === "for" && sitsFor(tokens, first - 2) && !surnames.has(tokens.lower(first))) return true;
    // "Dean Martha Kenton": what the rules have cut off as her office
    if (kind === "person" && end - first === 1 && starts.has(end) && (nameWords().facts(tokens.lower(first)) & Word.role) !== 0) return true;
    // "MP for Asante Akim North"
    if (kind === "person" && end - first > 1 && tokens.text(first - 1) === "for" && /^(?:North|South|East|West)$/u.test(tokens.text(end - 1)) && /^(?:parliament|mp|mps|td|mna|mla|msp|candidate|member|seat|constituency)$/u.test(tokens.lower(first - 2))) return true;
    // "Taskforce Magnus", "Strike Force Hale"
    if (kind === "person" && end - first > 1 && (/^(?:Taskforce|Strikeforce)$/u.test(tokens.text(first)) || (tokens.text(first + 1) === "Force" && /^(?:Task|Strike)$/u.test(tokens.text(first))))) return true;
    if (kind !== "person" || end - first > 4) return false;
    // "Lincoln boss Paul Hale"
    if (isBare && /^(?:boss|manager|coach|striker|midfielder|defender|goalkeeper|captain|skipper|winger|chairman)$/u.test(tokens.text(end)) && tokens.isCapitalized(end + 1)) return true;
    // "Investigaters say", "Residants were afraid", but "Denning claim dismissed"
    if (end - first === 1 && openings.has(first) && PLURAL_VERB.test(tokens.text(end)) && !isKnownName(tokens.lower(first))) return true;
    if (end - first === 1 && tokens.text(first - 1) === "of" && isTold(first - 1) && !tokens.isCapitalized(end) && !/^['’]s?$/u.test(tokens.text(end))) return true;
    if (place !== undefined && place.candidates.length > 0 && /^['’]s$/u.test(tokens.text(end)) && starts.has(end + 1)) return true;
    // "Erin Keller" <keller@example.org>
    if (end - first > 1 && (nameWords().facts(tokens.lower(first)) & Word.firstName) !== 0) return false;
    return /^["“]$/u.test(tokens.text(first - 1)) && /^["”]$/u.test(tokens.text(end)) && !CALLED.test(tokens.lower(first - 2)) && !tokens.isCapitalized(first - 2) && !tokens.isCapitalized(end + 1);
  };

  /** True for a word that nobody is called by and that the article writes in small letters elsewhere. */
  function isWrittenSmall(first: number): boolean {
    const lower = tokens.lower(first);
    if (surnames.has(lower) || isKnownName(lower) || !/^\p{Lu}\p{Ll}{2,}$/u.test(tokens.text(first))) return false;
    small ??= smallWords(tokens);
    return small.has(lower);
  }

  /** "Crowds" at the head of a sentence: more than one of what a common word says. */
  function isPlural(first: number, end: number): boolean {
    if (end - first !== 1 || !/^\p{Lu}\p{Ll}{2,}[^su]s$/u.test(tokens.text(first)) || !(heads.has(first) || /^[.!?:–—-]+$/u.test(tokens.text(first - 1)))) return false;
    const lists = nameWords();
    // "Marbles" after "Jenna Marbles"
    if (surnames.has(tokens.lower(first))) return false;
    const single = tokens.lower(first).slice(0, -1);
    // "Aftershocks"
    const noun = /^(?:after|fore|over|under|out|counter|inter|multi|sub|super)(.{4,})$/u.exec(single)?.[1];
    return (isCommonWord(lists, single) || (noun !== undefined && isCommonWord(lists, noun))) && !isKnownName(tokens.lower(first));
  }

  /** "the State of the Nation Address (Sona)": letters of what no body's name is. */
  function isShortFor(first: number, end: number): boolean {
    const letters = tokens.lower(first);
    if (end - first !== 1 || tokens.text(first - 1) !== "(" || tokens.text(end) !== ")" || letters.length > LONGEST_SHORT) return false;
    let at = letters.length - 1;
    for (let index = first - 2; index > first - 2 - 2 * LONGEST_SHORT && at >= 0 && (tokens.isCapitalized(index) || BETWEEN_CAPITALS.test(tokens.text(index))); index--) if (tokens.lower(index).startsWith(letters.charAt(at))) at--;
    return at < 0 && letters.length > 2;
  }

  /** "the James Hale Space Telescope", "the Ann Hale Award" have their names from somebody. */
  function isThingOf(end: number): boolean {
    if (!tokens.isCapitalized(end)) return false;
    return THING.test(tokens.text(end)) || (tokens.isCapitalized(end + 1) && THING.test(tokens.text(end + 1)));
  }

  /** "Joint Base Lewis-Hale", "Naval Air Station Hale": what has its name from somebody. */
  function isBase(first: number): boolean {
    return /^(?:Base|Station)$/u.test(tokens.text(first - 1)) && /^(?:Joint|Air|Naval|Force|Army|Corps)$/u.test(tokens.text(first - 2));
  }

  /** "Press Secretary", "Managing Director", "the Taoiseach": an office and nobody's name. */
  function isOfficeAlone(first: number, end: number): boolean {
    const lists = nameWords();
    const isNamed = (lists.facts(tokens.lower(first)) & (Word.firstName | Word.rareFirstName | Word.surname | Word.wordSurname)) !== 0 || surnames.has(tokens.lower(first));
    // "the Sultan", though some are called so
    const isTitled = (lists.facts(tokens.lower(first)) & Word.honorific) !== 0 && !surnames.has(tokens.lower(first));
    if (end - first === 1 && tokens.lower(first - 1) === "the" && (lists.facts(tokens.lower(first)) & (Word.role | Word.honorific)) !== 0 && (!isNamed || isTitled) && !tokens.isCapitalized(end)) return true;
    if (end - first !== 2 || (lists.facts(tokens.lower(end - 1)) & Word.role) === 0 || !tokens.isCapitalized(end - 1)) return false;
    return [first, end - 1].every((at) => (lists.facts(tokens.lower(at)) & (Word.firstName | Word.rareFirstName | Word.surname | Word.wordSurname)) === 0 && isCommonWord(lists, tokens.lower(at)));
  }

  /** "Getty.", by itself in its paragraph: whose picture stands there. */
  function isCreditAlone(first: number, end: number): boolean {
    const behind = tokens.text(end) === "." ? end + 1 : end;
    return end - first === 1 && tokens.text(first) === "Getty" && heads.has(first) && (heads.has(behind) || behind >= tokens.length);
  }

  /** "Scott" of "Scott and Polk counties". */
  function isAmongCounties(end: number): boolean {
    let isList = false;
    for (let at = end; at < end + LONGEST_LIST; at++) {
      if (tokens.lower(at) === "counties") return isList;
      if (!tokens.isCapitalized(at) && !/^(?:,|and)$/u.test(tokens.text(at))) return false;
      isList ||= tokens.text(at) === "and";
    }
    return false;
  }

  /** "joined the Blades in Leeds": those of that name, where they are; but "flew to the Orrins in June", which lie somewhere. */
  function isTeam(first: number, end: number, place: NameCandidate["place"]): boolean {
    const isKnown = place !== undefined && place.candidates.length > 0;
    if (isKnown || end - first !== 1 || !/[^s]s$/u.test(tokens.text(first)) || tokens.lower(first - 1) !== "the") return false;
    return tokens.lower(end) === "in" && placeStarts.has(end + 1) && !placeContext.locative.has(tokens.lower(first - 2)) && !placeContext.loose.has(tokens.lower(first - 2));
  }

  /** "the Hale Trophy", and what stands before the last word of such a name: it is played for, nobody is there. */
  function isCompetition(first: number, end: number): boolean {
    return end - first > 1 ? COMPETITION.test(tokens.text(end - 1)) || (COMPETITION.test(tokens.text(end)) && tokens.lower(first - 1) === "the") : false;
  }

  /** "a Garand rifle": what it is, and not where. */
  function isGun(first: number, end: number): boolean {
    return /^(?:an?|his|her|the|their)$/u.test(tokens.lower(first - 1)) && /^(?:pistols?|rifles?|handguns?|shotguns?|revolvers?)$/u.test(tokens.lower(end));
  }

  /** Behind "60-year-old". */
  function isOfAge(first: number): boolean {
    return tokens.text(first - 1) === "old" && tokens.text(first - 2) === "-" && tokens.text(first - 3) === "year";
  }

  /** "Ida Brandt (Green)": somebody's party. */
  function isParty(first: number, end: number): boolean {
    return end - first === 1 && tokens.text(first - 1) === "(" && tokens.text(end) === ")" && ends.has(first - 1) && isCommonWord(nameWords(), tokens.lower(first));
  }

  /** True behind somebody: "Ida Brandt | of Savanna", "Ida Brandt, 41, | of Savanna", "Brandt, | of Savanna,". */
  function isTold(of: number): boolean {
    if (tokens.text(of - 1) !== ",") return ends.has(of);
    return ends.has(of - 1) || surnames.has(tokens.lower(of - 2)) || (/^\d{1,2}$/u.test(tokens.text(of - 2)) && tokens.text(of - 3) === ",");
  }

  /** "US" of "US-24" and of "US$5m", "Interstate" of "Interstate 70", "Channel" of "Channel 4". */
  function isRoad(first: number, end: number): boolean {
    const mark = tokens.text(end);
    if (end - first !== 1 || !(tokens.isJoined(end) || /^(?:Interstate|Channel)$/u.test(tokens.text(first)))) return false;
    return /^[$€£¥\d]/u.test(mark) || (mark === "-" && /^\d/u.test(tokens.text(end + 1)));
  }

  /** "1Q", the number of a house, and the "us" that is none of the States. */
  function isNumbered(first: number, end: number): boolean {
    return end - first === 1 && (/^\d{1,2}\p{Lu}$|^\d+$/u.test(tokens.text(first)) || tokens.text(first) === "us");
  }

  /** True where nothing but names in capitals, marks and figures stands between a token and the head of its block, as in a dateline. */
  function isHeadedBy(from: number): boolean {
    for (let token = from; token > from - LONGEST_DATELINE; token--) {
      if (heads.has(token)) return true;
      if (tokens.kind(token) === "word" && !tokens.isCapitalized(token)) return false;
    }
    return false;
  }
}

/** The words that stand somewhere in small letters. */
function smallWords(tokens: Tokens): Set<string> {
  const words = new Set<string>();
  for (const { text, lower } of tokens.written()) if (/^\p{Ll}/u.test(text)) words.add(lower);
  return words;
}

/** A country or a capital, which is told of whoever has its name. */
function isKnownFar(place: NameCandidate["place"]): boolean {
  return place?.candidates.some(({ kind, capital }) => kind === "country" || capital === true) === true;
}

function isKnownName(lower: string): boolean {
  return (nameWords().facts(lower) & (Word.firstName | Word.rareFirstName | Word.surname)) !== 0;
}

/** With what the name of a company ends, and no other. */
const LEGAL_FORM = /^(?:Inc|Corp|Corporation|Co|Cos|Ltd|LLC|LLP|PLC|plc|GmbH|Bhd|S\.A|S\.p\.A)\.?$/u;
/** Prizes with a first name. */
const AWARD = /^(?:Oscar|Tony|Emmy|Grammy|Hugo|Edgar|Juno|Olivier|Obie|Felix)$/u;
/** Behind the name of what is sold by the barrel. */
const CRUDE = /^(?:crude|futures|oil|at|rose|fell|gained|lost|climbed|slipped|settled|was)$/u;
/** Ages of the earth. */
const EPOCH = /^\p{Lu}\p{Ll}+(?:ocene|ozoic|assic)$/u;
/** What is called after people. */
const THING = /^(?:Telescope|Observatory|Awards?|Prize|Medal|Trophy|Fellowship|Scholarship)$/u;
/** What is played for. */
const COMPETITION = /^(?:Trophy|Cup|Shield|Prix|Championships?|Olympics)$/u;
/** Parts of a country or a town, as no first name is. */
const PART = /^(?:North|South|West|Upper|Lower|Northern|Southern|Eastern|Western)$/u;
/** "Rs50bn", "R20m", "AED2bn": money. */
const AMOUNT = /^(?:(?:Rs|Ksh|KSh|Sh|AED|RM|Dh|QR|SR)\d|\p{Lu}\d+(?:\.\d+)?(?:m|bn|tn|k)$)/u;
/** What players make in a match. */
const SCORED = /^(?:points|goals|runs|tries|rebounds|assists|touchdowns|penalties|wickets|header|strike|brace|hat-trick)$/u;
/** What is held in India. */
const FEAST = /^(?:Yatra|Puja|Pooja|Mela|Jayanti|Utsav|Mahotsav|Yojana|Abhiyan)$/u;
/** "H5N1", "HB2", "B12": a virus, a bill, a vitamin. */
const LETTERS_AND_FIGURES = /^\p{Lu}{1,3}\d{1,3}(?:\p{Lu}\d{1,2})?$/u;
/** Tokens from one county of a list to the noun that they share. */
const LONGEST_LIST = 10;
/** Letters of a short form. */
const LONGEST_SHORT = 6;
/** Who goes somewhere; nobody moves to a person. */
const MOVED = /^(?:moved?|moves|moving|relocated?|travell?ed|flew|fly|drove|sailed|emigrated|commuted|commutes|commuting|migrated|marched)$/u;

/** Who is of a town that stands before the noun; of a person nobody is. */
const TOWNSPEOPLE = /^(?:man|woman|men|women|couple|teens?|teenagers?|toddler|resident|residents|native|motorist|homeowners?|pupils|area|farmers?|grandmother|grandfather|schoolboy|schoolgirl)$/u;

/** Verbs of several. */
const PLURAL_VERB = /^(?:say|believe|think|claim|fear|hope|want|insist|argue|agree|warn|know|see|are|were|have)$/u;

/** Tokens of a dateline before its agency. */
const LONGEST_DATELINE = 12;
