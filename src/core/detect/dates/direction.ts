import type { Direction } from "./dateContext.js";
import { WEEKDAYS } from "./dateWords.js";
import { isNotice } from "./notices.js";
import type { Words } from "./words.js";

/** Words that put their sentence into the future, or name what is still to come. */
const FUTURE = new Set(
  "will 'll shall won't would scheduled slated due payable expire expires expected expects expect plans upcoming going intends likely begins starts opens reopens closes ends plays faces hosts flies travels lands kicks launches unveils premieres airs fights returns resumes arrives departs convenes commences meets until".split(" "),
);
/** What may or must be is still to come, unless it must have been. */
const MODALS = new Set(["could", "can", "may", "might", "must", "should", "would"]);
/** Words after which an infinitive is still to come. */
const FUTURE_INFINITIVE = new Set(
  "set due scheduled slated expected expects plans planned planning plan is are going likely intends intended hopes hoped wants wanted needs agreed able ready aims promised vowed pledged deadline".split(" "),
);
/** Past forms that do not end in "ed". */
const PAST = new Set(
  "was were had did wasn't weren't hadn't didn't said told began became brought built bought came caught chose drew drove fell felt fought found fled flew forbade forgot gave got went grew heard held kept knew laid led left lent lost made meant met beat hit quit paid ran rose sang sank sat saw sold sent shook shot shown slept spoke spent stood stole struck swore swept took taught thought threw understood woke wore won wrote died killed broke been done seen gone taken given".split(
    " ",
  ),
);
const NOT_PAST = new Set("need indeed feed speed seed breed hundred bed red exceed proceed succeed united embed shed".split(" "));

/** What a timetable tells in the present: "the team fly to Lima on Thursday". */
const SCHEDULED = /^(?:meet|gather|convene|fly|depart|travel|reconvene|resume|face|play)$/u;

/** Whose present tells a plan. */
const MOVING = /^(?:moving|heading|arriving|leaving|coming|flying|travell?ing|returning|visiting|hosting|playing|meeting|performing|retiring|releasing|opening|closing|running|competing|organi[sz]ing|speaking|appearing|launching|planning|attending)$/u;

/** Begins what was before that. */
const BEHIND = /^(?:after|following)$/u;

/** What is told of before it comes, whatever the tense of its verb. */
const ASKED_FOR = /^(?:predicted|agenda|need(?:s|ed)?|seeks?|sought|budget(?:ed)?|forecasts?|earmarked|allocated|guidance|outlook|target(?:ed)?|campaign(?:s|ed|ing)?|prepar(?:e|es|ed|ing|ations)|ready|tickets|planned|scheduled|slated|due|booked|called|arranged|organi[sz]ed)$/u;

/** What is looked forward to on its day. */
const AWAITED = /^(?:report|meeting|vote|election|match|game|final|derby|debate|summit|decision|deadline|budget|figures|data|hearing|ballot|poll|launch|race|fight|test|talks|results|earnings|trial)$/u;

/** What is called for, and held on the day behind it. */
const CALLED_FOR = /^(?:protests?|rall(?:y|ies)|strikes?|march|marches|demonstrations?|shutdown|walkouts?|boycott|hartal|bandh|vigils?|sit-ins?)$/u;
/** Who is named to play. */
const TEAM = /^(?:squad|team|side|xi|line-?up|eleven|party|pair|crew)$/u;
/** Presents of a timetable, by the word behind them: "takes effect on Monday", "hands down the budget", "turns 40 in May". */
const SCHEDULED_WITH: ReadonlyMap<string, RegExp> = new Map([
  ["takes", /^(?:effect|place|office|over|part|charge)$/u],
  ["comes", /^(?:into|to)$/u],
  ["leaves", /^(?:on|office|post)$/u],
  ["goes", /^(?:on|to|into|before|live)$/u],
  ["gets", /^under$/u],
  ["hands", /^down$/u],
  ["turns", /^\d{1,3}$/u],
  ["steps", /^down$/u],
  ["votes", /^on$/u],
  ["reports", /^(?:first|second|third|fourth|half|full|quarterly|interim|earnings|results)$/u],
]);

/** Before a participle these make it an adjective: "an unspecified date". */
const ATTRIBUTIVE = new Set(["a", "an", "the", "its", "their", "his", "her", "still"]);

/** Who is asked for what they saw, by what stands behind. */
const WITNESSES = /^(?:anyone|anybody|witnesses|motorists|drivers|residents)$/u;
const KNOWING = /^(?:with|who|driving|travelling|traveling|walking)$/u;

/** How far a verb may stand from the date that it tells about, in words. */
const REACH = 14;

/** Whether the words around a date speak of the past or of what is to come: by the nearest verb before it in its sentence, else after it. */
export function findDirection(words: Words, start: number, end: number): Direction {
  const before = words.lower(start - 1);
  if (before === "of" && words.lower(start - 2) === "ahead") return 1;
  if (before === "until" && (hasLasted(words, start - 2) || wasBefore(words, start - 2))) return -1;
  if (before === "until" || before === "till" || before === "effective") return 1;
  // "futures for November delivery"
  if (/^(?:delivery|settlement)$/u.test(words.lower(end))) return 1;
  // "dating as far back as June", "as recently as May"
  if (before === "as" && /^(?:back|recently|ago)$/u.test(words.lower(start - 2))) return -1;
  if (before === "since" || (before === "least" && words.lower(start - 3) === "since")) return -1;
  // "the deadline was extended to 9 November"
  if (before === "to" && PUT_OFF.test(words.lower(words.lower(start - 2) === "back" || words.lower(start - 2) === "off" ? start - 3 : start - 2))) return 1;
  if (before === "to" && isAdjourned(words, start)) return 1;
  if (isOn(words, start) || isAheadOf(words, start)) return 1;
  const subject = end + (words.text(end) === "," ? 1 : 0);
  if (beginsClause(words, start) && isPresentOf(words, subject)) return 1;
  if (before === "by" && !namesWeekday(words, start, end)) return isDoneBy(words, start) ? -1 : 1;
  if (before === "before" && isAwaited(words, start, end)) return 1;
  // "credit through January": up to it, whatever was done; "delays could last through the weekend"
  if (before === "through" && !namesWeekday(words, start, end)) return MODALS.has(words.lower(start - 3)) || words.lower(start - 3) === "will" ? 1 : 0;
  // "the curfew runs through Wednesday"
  if (before === "through" && /^(?:runs?|continues?|lasts?|extends?)$/u.test(words.lower(start - 2))) return 1;
  let isBehind = false;
  let isFrom = false;
  for (let at = beforeClause(words, start - 1); at >= start - REACH && at >= words.first; at--) {
    if (isBorder(words, at)) break;
    // "they face charges after a raid on Monday": the date is of what was before
    isBehind ||= BEHIND.test(words.lower(at));
    if (isBehind && SCHEDULED.test(words.lower(at))) continue;
    // "anyone with film of the road on Friday should call"
    if (WITNESSES.test(words.lower(at)) && KNOWING.test(words.lower(at + 1))) return -1;
    // "issued a flood watch from 9 p.m. Thursday to Friday morning"
    isFrom ||= words.lower(at) === "from" && (words.isNumber(at + 1) || WEEKDAYS.has(words.lower(at + 1)) || /^(?:noon|midnight|this|late|early)$/u.test(words.lower(at + 1)));
    if (isFrom && /^(?:watch|watches|warnings?|advisory|advisories|alerts?)$/u.test(words.lower(at))) return 1;
    // "to fill two million bags by Thursday"
    if (before === "by" && isInfinitive(words, at)) return 1;
    // "it needed $64 million for the second quarter"
    if (before === "for" && ASKED_FOR.test(words.lower(at))) return 1;
    // "warned of more rain through Monday"
    if (before === "through" && /^(?:warn(?:s|ed|ing|ings)?|advisory|alert|rain|snow|heat|storms?)$/u.test(words.lower(at))) return 1;
    const found = directionOf(words, at);
    if (found !== 0) return found;
  }
  // "closed for a month beginning June 1"
  if (before === "beginning" || before === "starting") return 1;
  for (let at = end; at < end + REACH && at < words.end; at++) {
    if (isBorder(words, at)) break;
    const found = directionOf(words, at);
    if (found !== 0) return found;
  }
    // "send your name to the clerk by Friday", "Closed through Thursday": no tense tells that it is over
  return isNotice(words, start) || before === "by" || (before === "through" && namesWeekday(words, start, end)) ? 1 : 0;
}

/** "had raised $9 million by the end of May": done with no aim between the verb and the date, but "ordered by May", "to be sold by May". */
function isDoneBy(words: Words, start: number): boolean {
  for (let at = start - 2; at >= start - REACH && at >= words.first && !isBorder(words, at); at--) {
    if (isInfinitive(words, at) || MODALS.has(words.lower(at))) return false;
    const found = directionOf(words, at);
    if (found !== 0) return found < 0 && !ARRANGED.test(words.lower(at));
  }
  return false;
}

/** "to" before a verb, as far as its form tells: "to fill", but "to the fair", "to students", "according to police". */
function isInfinitive(words: Words, at: number): boolean {
  if (words.lower(at) !== "to" || !/^\p{Ll}+(?<!s|ing|ed|ly)$/u.test(words.text(at + 1))) return false;
  return !/^(?:the|a|an|his|her|their|our|my|your|that|this|it|him|me|them|one|all|any|more|police|work|school|court|about|nearly|almost|each|every|some)$/u.test(words.lower(at + 1)) && !/^(?:according|thanks|response|addition|prior)$/u.test(words.lower(at - 1));
}

/** "adjourned the case against Ann Bell, of Hale, to November" */
function isAdjourned(words: Words, start: number): boolean {
  for (let at = start - 2; at >= start - 2 * REACH && at >= words.first && !isBorder(words, at); at--) if (/^(?:adjourn(?:s|ed)?|postpon(?:es|ed)|defer(?:s|red)|resched(?:ules|uled))$/u.test(words.lower(at))) return true;
  return false;
}

/** Behind "where he plays," in "He flew in from Oslo, where he plays, on Tuesday" the sentence goes on that it stands in. */
function beforeClause(words: Words, at: number): number {
  if (words.text(at - 1) !== "," || !/^(?:on|in|at)$/u.test(words.lower(at))) return at;
  for (let comma = at - 2; comma >= at - REACH && comma >= words.first && !isBorder(words, comma); comma--) {
    if (words.text(comma) === ",") return /^(?:who|whose|which|where|when)$/u.test(words.lower(comma + 1)) ? comma - 1 : at;
  }
  return at;
}

/** "slipped ahead of its results on Wednesday": what is awaited is still to come. */
function isAheadOf(words: Words, start: number): boolean {
  const event = words.lower(start - 1) === "on" || words.lower(start - 1) === "in" ? start - 2 : start - 1;
  if (!AWAITED.test(words.lower(event))) return false;
  for (let at = event - 1; at >= event - LONGEST_AWAITED && at > words.first; at--) if (words.lower(at) === "of" && words.lower(at - 1) === "ahead") return true;
  return false;
}

/** Words that tell more of what is awaited. */
const LONGEST_AWAITED = 5;

/** What has been moved on the calendar. */
const PUT_OFF = /^(?:extended|postponed|adjourned|rescheduled|deferred|delayed|moved|put|pushed|prolonged)$/u;

/** Words between "is" and the day that tell where something is, and at what time. */
const WHERE = /^(?:on|at|in|of|the|and|from|to|[ap]\.?m\.?|noon)$/u;

/** "His funeral is on Saturday", "the fair is July 30", "the final is in Hale in June": what is on a day is still to come. */
function isOn(words: Words, start: number): boolean {
  let verb = start - 1;
  while (verb >= start - REACH && (words.isCapitalized(verb) || words.isNumber(verb) || WHERE.test(words.lower(verb)))) verb--;
  // "she's 90 in October"
  if (/^['’]s$/u.test(words.text(verb))) return /^(?:he|she|it)$/u.test(words.lower(verb - 1)) && verb < start - 1;
  return /^(?:is|are|falls|fall)$/u.test(words.lower(verb)) && !/^(?:it|today|there|this|that)$/u.test(words.lower(verb - 1));
}

/** "On Tuesday she swims in the heats": in the present somebody does on a day what is still to come, but for what is said or known for good. */
function isPresentOf(words: Words, subject: number): boolean {
  if (!/^(?:he|she|it|they|we|i)$/u.test(words.lower(subject))) return false;
  const verb = words.lower(subject + 1);
  if (/^(?:he|she|it)$/u.test(words.lower(subject))) return /^\p{Ll}{2,}(?<![su])s$/u.test(verb) && !NO_PLAN.test(verb);
  return verb === "are" || SCHEDULED.test(verb);
}

/** True where a date begins what is told, as in "On Tuesday she swims", but not in "Even with the win on Tuesday it looks weak". */
function beginsClause(words: Words, start: number): boolean {
  let first = start;
  while (first > start - LONGEST_LEAD && (words.isNumber(first - 1) || /^(?:on|in|at|by|from|to|until|this|next)$/u.test(words.lower(first - 1)))) first--;
  return words.isSentenceStart(first) || words.text(first - 1) === "," || words.isDash(first - 1) || /^(?:and|but|that|so|then)$/u.test(words.lower(first - 1));
}

/** Words that lead to a date: "from 5 to (7 p.m.)". */
const LONGEST_LEAD = 4;

/** Presents of the third person that are told of what was, or of what is so on every day. */
const NO_PLAN = /^(?:has|does|remains|stays|was|says|tells|told|writes|argues|thinks|believes|wants|knows|claims|insists|admits|adds|asks|seems|appears|looks|feels|means|likes|needs|notes|denies|recalls|remembers|always)$/u;

function isPreposition(words: Words, at: number): boolean {
  return /^(?:on|this|next|for|in|from)$/u.test(words.lower(at)) || words.isCapitalized(at);
}

/** "shares rose before Friday's jobs report", but "he had been told before Friday's vote". */
function isAwaited(words: Words, start: number, end: number): boolean {
  if (!/^['’]s$/u.test(words.text(end)) || ![end + 1, end + 2, end + 3].some((at) => AWAITED.test(words.lower(at)))) return false;
  for (let at = start - 1; at >= start - REACH && at >= words.first && !isBorder(words, at); at--) if (words.lower(at) === "had") return false;
  return true;
}

/** "had threatened to leave until Saturday", but "they had until Saturday", "they had been given until Saturday". */
function wasBefore(words: Words, from: number): boolean {
  if (/^(?:had|given|allowed|granted|time|set|open)$/u.test(words.lower(from))) return false;
  for (let at = from - 1; at >= from - REACH && at >= words.first && !isBorder(words, at); at--) if (words.lower(at) === "had") return words.lower(at + 1).endsWith("ed") || PAST.has(words.lower(at + 1));
  return false;
}

/** "ran until December", "had lived in Hull until May" */
function hasLasted(words: Words, from: number): boolean {
  for (let at = from; at > from - LASTING && at >= words.first && !isBorder(words, at); at--) if (LASTED.test(words.lower(at))) return true;
  return false;
}

const LASTED = /^(?:ran|lasted|lived|stayed|remained|served|reigned|worked|taught|played|continued|held|stood|kept|led|coached|studied|fought|operated)$/u;

/** "Runs until December 31", "You have until Jan. 5": what ends is still to come, however near the day of that name is that is over; but "they had until Jan. 5", "it was closed until Jan. 5". */
export function isStillOpen(words: Words, start: number): boolean {
  if (!/^(?:until|till)$/u.test(words.lower(start - 1))) return false;
  let isState = false;
  for (let at = start - 2; at >= start - REACH && at >= words.first && !isBorder(words, at); at--) {
    if (OPEN.test(words.lower(at))) return true;
    if (/^(?:was|were)$/u.test(words.lower(at))) return false;
    if (STATE.test(words.lower(at))) isState = true;
    else if (directionOf(words, at) < 0) return false;
  }
  return isState;
}

/** "they peaked on 10 February", "was born Dec. 3": done on that day, so that it is over; but "will be opened on", "a rally planned on". */
export function isDone(words: Words, start: number): boolean {
  const verb = words.lower(start - 1) === "on" ? start - 2 : start - 1;
  if (directionOf(words, verb) >= 0 || ARRANGED.test(words.lower(verb))) return false;
  for (let at = verb - 1; at >= verb - REACH && at >= words.first && !isBorder(words, at); at--) {
    if (/^(?:was|were|had|has|have|he|she|they|it|who|which|that|and|['’]s)$/u.test(words.lower(at))) return true;
    if (directionOf(words, at) > 0 || /^(?:be|being|if|a|an|the)$/u.test(words.lower(at))) return false;
  }
  return true;
}

/** What is so long before its day: "trains cancelled on 10 May". */
const ARRANGED = /^(?:planned|organi[sz]ed|cancell?ed|suspended|disrupted|affected|closed|offered|served|called|arranged|booked|postponed|moved|rescheduled|timed|advertised|listed|expected|announced|set|due|based|said|told|need|needed|proposed|intended|designed|used|required|allowed|wanted)$/u;

const OPEN = /^(?:runs?|continues?|lasts?|is|are|has|have|will|goes|remains?|stays?)$/u;
/** How something is, by the verb before it: "is closed", "was closed". */
const STATE = /^(?:closed|open|on|valid)$/u;

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

/** Pasts that are written as the verb itself. */
const ANY_TENSE = /^(?:hit|cut|beat|quit|shut|put|read|run|let|spread)$/u;

/** Before "host" a kind of host rather than who is one: "the radio host Ann Bell". */
const SINGULAR = /^(?:radio|television|tv|show|talk|news|podcast|former|longtime|cable|event|programme|program|game|party|late-night)$|ive$|al$/u;

function directionOf(words: Words, at: number): Direction {
  const text = words.text(at);
  // "is it safe to travel in December?"
  if (words.lower(at) === "is" && words.lower(at + 1) === "it" && words.lower(at + 3) === "to") return 1;
  if (/['’]ll$/u.test(text)) return 1;
  if (!/^[\p{Ll}'’]/u.test(text)) return 0;
  const word = text.replace("’", "'");
  const before = words.lower(at - 1);
  if ((word === "due" && isCause(words, at)) || (word === "to" && isCause(words, at - 1))) return 0;
  // "she was to be sworn in on Monday", but "was to have been"
  if (word === "to" && /^(?:was|were)$/u.test(before) && /^\p{Ll}/u.test(words.text(at + 1)) && words.lower(at + 1) !== "have") return 1;
  if (word === "to") return FUTURE_INFINITIVE.has(before) && /^\p{Ll}/u.test(words.text(at + 1)) ? directionOfPlan(words, at - 1) : 0;
  if (before === "to" && FUTURE.has(word) && FUTURE_INFINITIVE.has(words.lower(at - 2))) return directionOfPlan(words, at - 2);
  if (SCHEDULED_WITH.get(word)?.test(words.lower(at + 1)) === true) return 1;
  // "named a squad to face Peru on Tuesday"
  if (before === "to" && /^(?:face|play|meet|host)$/u.test(word) && TEAM.test(words.lower(at - 2))) return 1;
  // "called for mass protests on Saturday"
  if (/^(?:call|calls|called|calling)$/u.test(word) && words.lower(at + 1) === "for" && [at + 2, at + 3, at + 4].some((event) => CALLED_FOR.test(words.lower(event)) && isPreposition(words, event + 1))) return 1;
  // "they meet Monday", but "to meet demand"
  if (SCHEDULED.test(word)) return /^(?:to|did|not)$/u.test(before) ? 0 : ATTRIBUTIVE.has(before) ? 0 : 1;
  // "talks open in Lima on Thursday", "MPs vote on Sunday"
  if (/^(?:open|begin|start|vote)$/u.test(word) && /[^s]s$/u.test(before) && !/^(?:is|was|has|its|his|this|as|does|always)$/u.test(before)) return 1;
  if (word === "forecast" && /^(?:is|are)$/u.test(before)) return 1;
  // "she is moving to Spain in September", "Moving to Spain in Sept."
  if (MOVING.test(word) && /^(?:am|is|are|'m|'re|’m|’re)$/u.test(before)) return /^(?:off|from|under)$/u.test(words.lower(at + 1)) ? 0 : 1;
  // "Medicine Hat visits Regina on Tuesday", but "visits to the dentist"
  if (word === "visits" && words.isCapitalized(at + 1)) return 1;
  // "the Bills, who host the Jets on Sunday", but "a visit"
  if (/^(?:host|visit|entertain)$/u.test(word) && (words.isCapitalized(at + 1) || words.lower(at + 1) === "the") && !/^(?:to|not|n['’]t|did|a|the|his|her|its|their)$/u.test(before)) return SINGULAR.test(before) ? 0 : 1;
  // "tickets go on sale Monday", but "to go on"
  if (word === "go" && /^(?:on|live)$/u.test(words.lower(at + 1)) && !/^(?:to|not|did)$/u.test(before)) return 1;
  // "its high set on Aug. 6", but "a vote set for Aug. 6"
  if (word === "set" && /^(?:on|in)$/u.test(words.lower(at + 1))) return -1;
  // "talks are set for Nov. 3"
  if (word === "set" && words.lower(at + 1) === "for" && /^(?:is|are|was|were|been)$/u.test(before)) return 1;
  if (MODALS.has(word)) return words.lower(at + 1) === "have" ? -1 : 1;
  // "changed its advertising plans after"
  if (word === "plans" && /^(?:after|before|in|of|that|were|was|from|at|with|,|\.)$/u.test(words.lower(at + 1))) return 0;
  if (FUTURE.has(word) || word.endsWith("'ll")) return before === "been" && words.lower(at - 2) === "had" ? -1 : 1;
  // "to be paid", "will be completed": the participle says nothing, the verb before it does
  // "guidelines to be published": still to come, but not "believed to be wounded"
  if (word === "be" && before === "to" && words.lower(at + 1).endsWith("ed") && !/ed$|^(?:said|thought|known|held)$/u.test(words.lower(at - 2))) return 1;
  if (before === "be" || ATTRIBUTIVE.has(before)) return 0;
  // "could hit", "did not quit": the verb before it tells
  if (ANY_TENSE.test(word) && (before === "to" || before === "not" || before === "will" || MODALS.has(before))) return 0;
  // "the sale is being held"
  if (before === "being") return 0;
  if (PAST.has(word)) return -1;
  return word.length > 3 && word.endsWith("ed") && !NOT_PAST.has(word) ? -1 : 0;
}
