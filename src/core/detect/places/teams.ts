import { nameWords, Word } from "../../lexicon/nameWords.js";
import { placeContext } from "../../lexicon/placeContext.js";
import type { Tokens } from "../../text/tokens.js";

/** Words of the team between a verb and its score. */
const LONGEST_OPPONENT = 3;
/** Digits of the most points in a match. */
const LONGEST_SCORE = 3;
/** What one of several does, and no single town or person: "Hexham are", "Hexham travel to". */
const OF_SEVERAL = /^(?:are|were|have|host|face|travel|play|meet|lose|sit|remain)$/u;
/** Behind these a clause begins with its subject: "when Hexham are", "he said Hexham were"; behind other words the subject began before. */
const BEFORE_SUBJECT = /^(?:when|while|whilst|that|but|because|before|after|since|although|where|how|why|yet|so|as|once|until|then|now|today|yesterday|tonight|said|says|thinks?|thought|believes?|believed|knows?|knew|hopes?|hoped|reckons?|insists?|insisted|feels?|felt)$/u;
/** Who beats whom. */
const BEATS = /^(?:beat|beats|beating|defeated|defeats|defeating|thrashed|hammered|edged|outplayed|overcame|crushed|routed|downed)$/u;
/** What a match ends in, before whom it was against. */
const RESULT = /^(?:win|victory|defeat|loss|draw|triumph|success|rout|hammering|thrashing)$/u;
/** Who is of a team and of nothing else. */
const PLAYER = /^(?:midfielders?|goalkeepers?|strikers?|wingers?|full-backs?|defenders?|hurlers|footballers?|cricketers?|batsm[ae]n|bowlers?|wicketkeeper|fly-half|scrum-half|quarterback)$/u;

/** "2-1", "2-14", "98–91" */
function isScore(tokens: Tokens, index: number): boolean {
  const isPoints = (at: number): boolean => tokens.kind(at) === "number" && tokens.end(at) - tokens.start(at) <= LONGEST_SCORE;
  return isPoints(index) && /^[-–]$/u.test(tokens.text(index + 1)) && tokens.isJoined(index + 1) && tokens.isJoined(index + 2) && isPoints(index + 2);
}

/** "by 12 points" */
function isMargin(tokens: Tokens, index: number): boolean {
  return tokens.lower(index) === "by" && /^(?:points?|goals?|runs|wickets?|strokes|lengths?)$/u.test(tokens.lower(index + 2));
}

/**
 * True where the words around a name tell of a team in a match: its score ("beat Hexham 2-1", "a 3-1 win over Hexham"), the plural that
 * British English has for a team ("Hexham are", "Hexham travel to Leeds"), or one of its players ("the Hexham midfielder").
 */
export function isTeam(tokens: Tokens, first: number, end: number): boolean {
  const before = tokens.lower(first - 1);
  if (placeContext.locative.has(before)) return false;
  const behind = tokens.lower(end);
  if ((isScore(tokens, end) || isMargin(tokens, end)) && BEATS.test(before)) return true;
  if (before === "to" && tokens.lower(first - 2) === "home" && tokens.lower(first - 3) === "at") return true;
  if (/^(?:over|against|to|with|by)$/u.test(before) && RESULT.test(tokens.lower(first - 2)) && isScore(tokens, first - 5)) return true;
  if (BEATS.test(behind)) {
    const opponent = endOfOpponent(tokens, end + 1);
    return isScore(tokens, opponent) || isMargin(tokens, opponent);
  }
  if (PLAYER.test(/^['’]s?$/u.test(behind) ? tokens.lower(end + 1) : behind)) return true;
  return isSeveral(tokens, first, end);
}

/** "Liverpool were": where a place or a person would be one, this is a group; not "Leeds and Hexham were", "roads in Hexham were", "the Bahamas are". */
function isSeveral(tokens: Tokens, first: number, end: number): boolean {
  const behind = tokens.text(end);
  const isPlural = OF_SEVERAL.test(behind) || (behind === "take" && tokens.lower(end + 1) === "on");
  if (!isPlural || (nameWords().facts(tokens.lower(first)) & Word.function) !== 0) return false;
  const before = tokens.lower(first - 1);
  // "in Leeds, Hexham were"
  if (before === ",") return !tokens.isCapitalized(first - 2);
  const isTime = tokens.kind(first - 1) === "number" || (nameWords().facts(before) & Word.time) !== 0;
  return tokens.kind(first - 1) !== "word" ? !/^[-&/'’]/u.test(before) : isTime || BEFORE_SUBJECT.test(before);
}

/** Index behind the capitalized words from `first` on. */
function endOfOpponent(tokens: Tokens, first: number): number {
  let at = first;
  while (at - first < LONGEST_OPPONENT && tokens.isCapitalized(at)) at++;
  return at;
}
