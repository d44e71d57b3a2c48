import type { TextRange } from "../document/range.js";
import type { Candidate } from "./nameClasses.js";
import { isTitleHead, type NameToken } from "./nameTokens.js";
import { endsAsOrganization } from "./organizationNames.js";

/** What stands between the capitals of a body's name. */
const SMALL = /^(?:and|of|for|the|on|in|&|[-‐‑]|['’]s?)$/u;
/** Words of the longest name that letters in brackets tell, and words between an office and the body that it is of. */
const LONGEST = 12;
const MOST_BETWEEN = 6;
const LETTERS = /^\p{Lu}{3,8}$/u;
/** In brackets behind a body these tell who has reported of it, or where to look. */
const CREDITS = /^(?:AFP|ANI|AAP|CNN|BBC|CBS|NBC|ABC|EFE|PTI|UNI|UPI|DPA|TASS|IANS|REUTERS|XINHUA|PHOTOS?|VIDEO|AUDIO|MAP|FILE|PICTURED|LEFT|RIGHT|ABOVE|BELOW)$/u;
/** In brackets behind a club or a team these tell its country, as results have them; but PAN, MAS and ESA are bodies as often. */
const COUNTRIES = new Set(
  "AFG ALB ALG AND ANG ARG ARM AUS AUT AZE BAH BAN BAR BEL BEN BIH BLR BOL BOT BRA BRN BUL CAM CAN CHI CHN CIV CMR COL CRC CRO CUB CYP CZE DEN DEU DOM ECU EGY ENG ERI ESP EST ETH FIJ FIN FRA GAB GBR GEO GER GHA GRE GUA HAI HKG HON HUN INA IND IRI IRL IRQ ISL ISR ITA JAM JOR JPN KAZ KEN KGZ KOR KSA KUW LAT LTU LUX MAD MAR MDA MEX MGL MKD MLT MNE MON MOZ NAM NED NGR NIG NIR NOR NZL PAK PAR PER PHI POL POR PRK PUR QAT ROU RSA RUS RWA SCO SEN SGP SLO SMR SRB SUI SVK SVN SWE SYR TAN THA TPE TTO TUN TUR UAE UGA UKR URU USA UZB VEN VIE WAL YEM ZAM ZIM".split(" "),
);

/** Bodies in front of their letters in brackets, whatever their other words look like: "Food and Agriculture Organisation (FAO)". In order. */
export function introducedNames(tokens: readonly NameToken[]): Candidate[] {
  const found: Candidate[] = [];
  for (let open = 2; open + 2 < tokens.length; open++) {
    const letters = lettersBehind(tokens, open);
    const first = letters === undefined ? open : beginOfIntroduced(tokens, open, letters);
    if (first < open - 1 && endsAsOrganization(tokens, { first, end: open })) found.push({ first, end: open, type: "organization", confidence: 0.95 });
  }
  return found;
}

/** The letters in the brackets that open there; undefined where something else stands in them. */
function lettersBehind(tokens: readonly NameToken[], open: number): string | undefined {
  const letters = tokens[open + 1]?.text ?? "";
  const isOwner = /^['’]s?$/u.test(tokens[open - 1]?.text ?? "");
  return tokens[open]?.text === "(" && tokens[open + 2]?.text === ")" && LETTERS.test(letters) && !isOwner ? letters : undefined;
}

/** Where the words begin that the letters stand for: at the first letter or, where they are those of another language ("Kurdistan Workers' Party (PKK)"), behind "the". */
function beginOfIntroduced(tokens: readonly NameToken[], open: number, letters: string): number {
  let initials = "";
  let begin = open;
  let behindThe = open;
  for (let at = open - 1; at >= open - LONGEST; at--) {
    const token = tokens[at];
    if (!token || token.sentence !== tokens[open]?.sentence || (!token.capital && !SMALL.test(token.lower))) break;
    if (token.lower === "the" && behindThe === open) behindThe = begin;
    if (!token.capital || token.lower === "the") continue;
    begin = at;
    initials = token.text.charAt(0) + initials;
    if (initials === letters) return isOfficeOf(tokens, at) ? open : at;
  }
  return behindThe < open && standsFor(tokens, behindThe, open) ? behindThe : open;
}

/** "Member of the Legislative Assembly (MLA)" is nobody's name. */
function isOfficeOf(tokens: readonly NameToken[], at: number): boolean {
  return isTitleHead(tokens[at]) && tokens[at + 1]?.lower === "of";
}

/** True where letters in brackets can be those of a body in another language, and of no office or place, nor a credit. */
function standsFor(tokens: readonly NameToken[], first: number, open: number): boolean {
  const letters = lettersBehind(tokens, open);
  if (letters === undefined || open - first < 2 || tokens[open + 1]?.place !== undefined || CREDITS.test(letters) || COUNTRIES.has(letters)) return false;
  for (let at = first; at < open; at++) if (isOfficeOf(tokens, at)) return false;
  let before = first - 1;
  while (before > first - MOST_BETWEEN && SMALL.test(tokens[before]?.lower ?? "")) before--;
  return !isOfficeOf(tokens, before);
}

/** "(NATO)" after a body's name whose words begin with these letters, or "(MSF)" after one that has them in another language. */
export function introducedAcronym(tokens: readonly NameToken[], first: number, end: number): TextRange | undefined {
  const acronym = tokens[end + 1];
  if (tokens[end]?.text !== "(" || tokens[end + 2]?.text !== ")" || !acronym?.isWord || !/^[\p{L}.&]{2,10}$/u.test(acronym.text)) return undefined;
  const letters = acronym.text.replace(/[^\p{Lu}]/gu, "").toLowerCase();
  let at = 0;
  for (let index = first; index < end && at < letters.length; index++) {
    if (tokens[index]?.lower.startsWith(letters.charAt(at))) at++;
  }
  return (letters.length > 1 && at >= letters.length - 1) || standsFor(tokens, first, end) ? { start: acronym.start, end: acronym.end } : undefined;
}
