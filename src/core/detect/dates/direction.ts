import type { Direction } from "./dateContext.js";
import { WEEKDAYS } from "./dateWords.js";
import type { Words } from "./words.js";

/** Words that put their sentence into the future, or name what is still to come. */
const FUTURE = new Set(
  "will 'll shall won't would scheduled slated due payable expire expires expected expects expect plans upcoming going intends likely begins starts opens reopens closes ends plays faces hosts flies travels resumes arrives departs convenes commences meets until".split(" "),
);
/** What may or must be is still to come, unless it must have been. */
const MODALS = new Set(["could", "can", "may", "might", "must", "should", "would"]);
/** Words after which an infinitive is still to come. */
const FUTURE_INFINITIVE = new Set(
  "set due scheduled slated expected expects plans planned planning plan is are going likely intends intended hopes hoped wants wanted needs agreed able ready aims promised vowed pledged deadline".split(" "),
);
/** Past forms that do not end in "ed". */
const PAST = new Set(
  "was were had did said told began became brought built bought came caught chose drew drove fell felt fought found fled flew forbade forgot gave got went grew heard held kept knew laid led left lent lost made meant met beat hit quit paid ran rose sang sank sat saw sold sent shook shot shown slept spoke spent stood stole struck swore swept took taught thought threw understood woke wore won wrote died killed broke been done seen gone taken given".split(
    " ",
  ),
);
const NOT_PAST = new Set("need indeed feed speed seed breed hundred bed red exceed proceed succeed united embed shed".split(" "));

/** What a timetable tells in the present: "the team fly to Lima on Thursday". */
const SCHEDULED = /^(?:meet|gather|convene|fly|depart|travel|reconvene|resume|face|play)$/u;

/** Begins what was before that. */
const BEHIND = /^(?:after|following)$/u;

/** What is told of before it comes, whatever the tense of its verb. */
const ASKED_FOR = /^(?:need(?:s|ed)?|seeks?|sought|budget(?:ed)?|forecasts?|earmarked|allocated|guidance|outlook|target(?:ed)?|campaign(?:s|ed|ing)?|prepar(?:e|es|ed|ing|ations)|ready|tickets|planned|scheduled|slated|due|booked|called|arranged|organi[sz]ed)$/u;

/** Before a participle these make it an adjective: "an unspecified date". */
const ATTRIBUTIVE = new Set(["a", "an", "the", "its", "their", "his", "her", "still"]);

/** How far a verb may stand from the date that it tells about, in words. */
const REACH = 14;

/** Whether the words around a date speak of the past or of what is to come: by the nearest verb before it in its sentence, else after it. */
export function findDirection(words: Words, start: number, end: number): Direction {
  const before = words.lower(start - 1);
  if (before === "of" && words.lower(start - 2) === "ahead") return 1;
  if (before === "until" && hasLasted(words, start - 2)) return -1;
  if (before === "until" || before === "till" || before === "effective") return 1;
  if (before === "since") return -1;
  if (before === "by" && !namesWeekday(words, start, end)) return 1;
  // "credit through January": up to it, whatever was done
  if (before === "through") return 0;
  let isBehind = false;
  for (let at = start - 1; at >= start - REACH && at >= words.first; at--) {
    if (isBorder(words, at)) break;
    // "they face charges after a raid on Monday": the date is of what was before
    isBehind ||= BEHIND.test(words.lower(at));
    if (isBehind && SCHEDULED.test(words.lower(at))) continue;
    // "it needed $64 million for the second quarter"
    if (before === "for" && ASKED_FOR.test(words.lower(at))) return 1;
    const found = directionOf(words, at);
    if (found !== 0) return found;
  }
  for (let at = end; at < end + REACH && at < words.end; at++) {
    if (isBorder(words, at)) break;
    const found = directionOf(words, at);
    if (found !== 0) return found;
  }
  return 0;
}

/** "ran until December", "had lived in Hull until May" */
function hasLasted(words: Words, from: number): boolean {
  for (let at = from; at > from - LASTING && at >= words.first && !isBorder(words, at); at--) if (/^(?:ran|lasted|lived|stayed|remained|served|reigned)$/u.test(words.lower(at))) return true;
  return false;
}

/** Words between such a verb and "until". */
const LASTING = 6;

/** "by late Monday": that may be over. */
function namesWeekday(words: Words, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (WEEKDAYS.has(words.bare(at))) return true;
  return false;
}

function isBorder(words: Words, at: number): boolean {
  return /^[.!?;]$/u.test(words.text(at));
}

/** "is due to expire", but "had been due to expire". */
function directionOfPlan(words: Words, at: number): Direction {
  return words.lower(at - 1) === "been" && words.lower(at - 2) === "had" ? -1 : 1;
}

/** "cancelled due to snow", "late due to the rain": nothing that is to come. */
function isCause(words: Words, due: number): boolean {
  if (words.lower(due) !== "due" || words.lower(due + 1) !== "to") return false;
  return words.lower(due - 1).endsWith("ed") || ATTRIBUTIVE.has(words.lower(due + 2));
}

function directionOf(words: Words, at: number): Direction {
  const text = words.text(at);
  if (!/^[\p{Ll}'’]/u.test(text)) return 0;
  const word = text.replace("’", "'");
  const before = words.lower(at - 1);
  if ((word === "due" && isCause(words, at)) || (word === "to" && isCause(words, at - 1))) return 0;
  if (word === "to") return FUTURE_INFINITIVE.has(before) && /^\p{Ll}/u.test(words.text(at + 1)) ? directionOfPlan(words, at - 1) : 0;
  if (before === "to" && FUTURE.has(word) && FUTURE_INFINITIVE.has(words.lower(at - 2))) return directionOfPlan(words, at - 2);
  // "they meet Monday", but "to meet demand"
  if (SCHEDULED.test(word)) return /^(?:to|did|not)$/u.test(before) ? 0 : ATTRIBUTIVE.has(before) ? 0 : 1;
  // "talks open in Lima on Thursday", "MPs vote on Sunday"
  if (/^(?:open|begin|start|vote)$/u.test(word) && /[^s]s$/u.test(before) && !/^(?:is|was|has|its|his|this|as|does|always)$/u.test(before)) return 1;
  if (word === "forecast" && /^(?:is|are)$/u.test(before)) return 1;
  // "its high set on Aug. 6", but "a vote set for Aug. 6"
  if (word === "set" && /^(?:on|in)$/u.test(words.lower(at + 1))) return -1;
  if (MODALS.has(word)) return words.lower(at + 1) === "have" ? -1 : 1;
  if (FUTURE.has(word) || word.endsWith("'ll")) return before === "been" && words.lower(at - 2) === "had" ? -1 : 1;
  // "to be paid", "will be completed": the participle says nothing, the verb before it does
  // "guidelines to be published": still to come, but not "believed to be wounded"
  if (word === "be" && before === "to" && words.lower(at + 1).endsWith("ed") && !/ed$|^(?:said|thought|known|held)$/u.test(words.lower(at - 2))) return 1;
  if (before === "be" || ATTRIBUTIVE.has(before)) return 0;
  if (PAST.has(word)) return -1;
  return word.length > 3 && word.endsWith("ed") && !NOT_PAST.has(word) ? -1 : 0;
}
