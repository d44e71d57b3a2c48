import { newsAgencies, photoAgencies } from "../lexicon/bracketed.js";

/**
 * The lines around an article's prose, as newsrooms write them: datelines, bylines, captions, links to other stories, header
 * lines. All expressions are tried on one paragraph or its head; none can backtrack further than its bounded parts. The large ones
 * take a host milliseconds to make, so each is asked only where a mark that it needs is there.
 */

const MONTH = String.raw`(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust|\.)?|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)`;
const WEEKDAY = String.raw`(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)\.?),?\s{1,3}`;
const TIME = String.raw`\d{1,2}[:.]\d{2}(?::\d{2})?\s?(?:[ap]\.?m\.?|hrs)?(?:\s?\(?(?:[ECMP][SD]?T|GMT|UTC|BST|[IJHPN]ST|CES?T|A[EW][SD]T|SGT|HKT|WAT|EAT|SAST|PKT)\b\)?)?`;
const DATE = String.raw`(?:(?:${TIME},?\s(?:on\s)?)?(?:${WEEKDAY})?(?:\d{4}-\d{2}-\d{2}(?:[T\s]\d{2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}:?\d{2})?)?|${MONTH}\s{1,2}\d{1,2}(?:st|nd|rd|th)?,?\s{1,2}\d{4}|\d{1,2}(?:st|nd|rd|th)?\s{1,2}${MONTH},?\s{1,2}\d{4}|\d{1,2}[/.]\d{1,2}[/.]\d{2,4})(?:,?\s(?:at\s|\|\s|-\s)?${TIME})?)`;
const DATE_KEY = String.raw`(?:date|dated|published|first published|publication date|updated|last updated|last modified|modified|posted|created|issued|released)(?:\s(?:on|at))?`;
const KEY = String.raw`(?:title|headline|subtitle|subheadline|author|authors|by-?line|source|url|link|section|category|categories|tags?|keywords|topics?|publication|publisher|newspaper|edition|page|length|word count|copyright|language|image|photo credit)`;

const DATE_KEY_HEAD = new RegExp(`^${DATE_KEY}`, "iu");
const DATED_HEAD = new RegExp(String.raw`^${DATE_KEY}\s{0,3}[:=|]?\s{0,3}${DATE}\.?`, "iu");
const DATED_LINE = new RegExp(String.raw`^${DATE_KEY}\s{0,3}[:=|]\s`, "iu");
const HEADER_LINE = new RegExp(String.raw`^${KEY}\s{0,3}[:=|]\s{0,3}\S`, "iu");
/** What stands behind the key of a header line, with more than one word before it at most. */
const KEY_MARK = /^[a-z-]+(?: [a-z]+)?\s{0,3}[:=|]/iu;
const DATE_LINE = new RegExp(String.raw`^${DATE}\.?$`, "iu");
/** More than any date with its weekday and times is long. */
const LONGEST_DATE = 120;
/** Header lines other than dates are believed within the first paragraphs only: further down they are prose or labels. */
const HEAD_OF_ARTICLE = 12;

/** Length of a header at the head of a paragraph ("date 2021-04-06", "Published: 6 April 2021", "Title: …"), 0 where there is none. */
export function headerLength(paragraph: string, nth: number): number {
  const head = paragraph.slice(0, 200);
  if (DATE_KEY_HEAD.test(head)) {
    const dated = DATED_HEAD.exec(head)?.[0].length ?? 0;
    // a short rest belongs to it: "Published: 6 April 2021 by Jane Doe"
    if (dated > 0) return paragraph.length - dated > 60 ? dated : paragraph.length;
    if (paragraph.length <= 200 && DATED_LINE.test(head)) return paragraph.length;
  }
  if (paragraph.length > 200 || nth >= HEAD_OF_ARTICLE) return 0;
  const isDate = paragraph.length <= LONGEST_DATE && /\d/u.test(head) && DATE_LINE.test(head);
  return isDate || (KEY_MARK.test(head) && HEADER_LINE.test(head)) ? paragraph.length : 0;
}

const AGENCY = String.raw`\((?:[A-Z][\p{L}.&/ -]{1,30})\)`;
const CAPITALS = String.raw`[\p{Lu}][\p{Lu}\p{M}.'’]{1,25}(?:(?:[\s-](?:&\s|/\s?)?|/)[\p{Lu}][\p{Lu}\p{M}.'’]{0,25}){0,4}`;
const REGION = String.raw`(?:\s?\[[^\]]{2,25}\])?(?:,{1,2}\s?[^—–―()"“”:;_]{1,40}?)?`;
const DASH = String.raw`\s{0,2}(?:[—–―_\uFFFD]|--)\s{0,2}|\s{1,2}-\s{1,2}`;
/** Each with a mark that it needs, and the last paragraph in which it is believed. */
const DATELINES: readonly { readonly dateline: RegExp; readonly mark: RegExp; readonly last: number }[] = [
  // NEW DELHI, April 6 (Reuters) — / Springfield, Ill. (AP) - / New Delhi [India], April 6 (ANI):
  { dateline: new RegExp(String.raw`^(?:${CAPITALS}|\p{Lu}[\p{L}\p{M}.'’ -]{1,30}?)${REGION}\s?${AGENCY}(?:${DASH}|\s?[-:]\s)`, "u"), mark: /\([A-Z]/u, last: Infinity },
  // (Reuters) -
  { dateline: new RegExp(String.raw`^\((?:${[...newsAgencies].join("|")})\)(?:${DASH}|\s?[-:]\s)`, "u"), mark: /^\(/u, last: Infinity },
  // Accra, May 30, GNA—
  { dateline: new RegExp(String.raw`^\p{Lu}[\p{L}\p{M}.'’ -]{1,30}?(?:,\s[\p{L}\p{M}. -]{2,30})?,\s\p{Lu}\p{Ll}{2,8}\.?\s\d{1,2}(?:,\s\d{4})?,?\s[A-Z]{2,5}(?:${DASH}|\s?[-–]\s)`, "u"), mark: /\d,?\s[A-Z]{2,5}\s?[-–—]/u, last: 8 },
  // LIMA, Peru — / WASHINGTON —; further down, capitals before a dash begin an item of a list
  { dateline: new RegExp(String.raw`^${CAPITALS}${REGION}(?:${DASH})(?=["“'‘(]?\p{Lu})`, "u"), mark: /^.[^a-z].*(?:[—–―_\uFFFD]|--|\s-\s)/su, last: 8 },
];
const COLON_DATELINE = new RegExp(String.raw`^${CAPITALS}(?:,\s[^—–―()"“”:;_]{1,30}?)?:\s(?=["“'‘(]?\p{Lu})`, "u");

/** "Jane Doe (Lab): “…”": who speaks and for which party; agencies have capitals throughout or names that are known, and stand near the head. */
function isMember(found: string, head: string, nth: number): boolean {
  const [, bracket] = /\(([^()]{1,30})\):\s*$/u.exec(found) ?? [];
  if (bracket === undefined || !/^["“‘']/u.test(head.slice(found.length))) return false;
  return nth > 3 || !(/^\p{Lu}{2,}/u.test(bracket) || newsAgencies.has(bracket));
}

/** Length of a dateline at the head of a paragraph, its dash included, 0 where there is none. */
export function datelineLength(paragraph: string, nth: number): number {
  const head = paragraph.slice(0, 140);
  for (const { dateline, mark, last } of DATELINES) {
    if (nth > last || !mark.test(head)) continue;
    const found = dateline.exec(head)?.[0];
    if (found !== undefined && isMember(found, head, nth)) continue;
    // one word of up to four capitals is an acronym as often as a city
    if (found !== undefined && (found.length > 7 || /^\p{Lu}{4,}\P{L}/u.test(found) || found.startsWith("("))) return found.length;
  }
  // NEW DELHI: The prime minister … (Indian papers)
  if (nth > 3 || !/^.[^a-z][^:]*:/u.test(head)) return 0;
  const found = COLON_DATELINE.exec(head)?.[0] ?? "";
  return /^\p{Lu}{5,}|^\p{Lu}{2,}[\s-]\p{Lu}{2,}|^(?:PUNE|AGRA|GAYA|KOTA|OOTY|ERODE)\b/u.test(found) && !isFlag(found) ? found.length : 0;
}

/** Ends a headline that stands in one line with the text, before a dateline in capitals. */
const HEADLINE_END = /[.?!]["”’]?\s+(?=\p{Lu}[\p{Lu}.'’]+\P{Ll})/gu;
const LONGEST_HEADLINE = 200;

/** Length of a headline that a dateline follows in the same paragraph, as where line breaks were lost: "Council votes today. | LEEDS — The city"; 0 where there is none. */
export function headlineLength(paragraph: string): number {
  for (const { index, 0: ending } of paragraph.slice(0, LONGEST_HEADLINE).matchAll(HEADLINE_END)) {
    if (datelineLength(paragraph.slice(index + ending.length), 0) > 0) return index + ending.length;
  }
  return 0;
}

/** "Belle Image: Jane Doe", "Picture: Getty": who has made a picture. */
const PICTURE = /(?:^|\s)(?:image|photo|photograph|photographer|picture|illustration|illustrator|graphic|infographic|artwork|screenshot|screengrab|credit|courtesy)s?$/iu;

/** Words that stand before a colon and are neither a place nor a speaker. */
export function isFlag(text: string): boolean {
  return PICTURE.test(text) || /^(?:UPDATED?|BREAKING|EXCLUSIVE|WATCH|READ|MORE|RELATED|NOTE|EDITOR|CORRECTION|CLARIFICATION|PHOTOS?|VIDEO|FILE|LINK|SOURCE|WHO|WHAT|WHEN|WHERE|WHY|HOW|OPINION|ANALYSIS|COMMENT|REVIEW|INTERVIEW|PROFILE|FEATURE|OBITUARY|EDITORIAL|EXPLAINER|EXPLAINED|PODCAST|TRANSCRIPT|LIVE|ALERT|WARNING|SPOILER|ORIGINAL|PS|FACT|CLAIM|VERDICT|RATING|SUMMARY|PROS|CONS|PRICE|DIRECTOR|STARRING|CAST|VENUE|TICKETS|INGREDIENTS|METHOD|BACKGROUND|CONTEXT|KEY|TIMELINE|TL|SUBJECTS?|TOPICS?|LOCATION|AGENDA)\b/iu.test(
    text,
  );
}

const SMALL_IN_BYLINE = /^(?:and|of|for|in|at|the|with|de|la|van|von|bin|al|staff|writer|writers|correspondent|reporter|editor|special|to|on|&|\||·|•|-|–|—|\/)$/u;
const BYLINE_HEAD = /^(?:by|story by|text by|words by|written by|reported by|posted by|edited by|additional reporting by)\s{1,3}(?=\p{L})/iu;
const CREDIT = /^\(?(?:additional\s)?(?:reporting|writing|editing|compiled)\sby\s/iu;
const CONTRIBUTED = /\bcontributed (?:\w+ )?to this (?:report|story|article)\.?\)?$/u;
const JOB = /\s(?:Writer|Correspondent|Reporter|Editor|Columnist|Bureau|Contributor)$/u;
/** A line with a job at its end: a name, a comma or bar, and no more than capitals. */
const BEFORE_JOB = /^\p{Lu}[^.!?]{3,60}?(?:,|\s\|)\s(?:\p{Lu}\p{L}+\s){0,3}\p{Lu}\p{L}+$/u;

/** "By Jane Doe, Staff Writer", "Jane Doe, Court Reporter", "(Reporting by Jane Doe; editing by John Roe)". */
export function isByline(paragraph: string): boolean {
  if (paragraph.length > 300) return false;
  if (CREDIT.test(paragraph) || CONTRIBUTED.test(paragraph)) return true;
  if (paragraph.length > 140) return false;
  if (JOB.test(paragraph) && BEFORE_JOB.test(paragraph)) return true;
  const head = BYLINE_HEAD.exec(paragraph)?.[0];
  if (head === undefined || /[!?:]$/u.test(paragraph)) return false;
  const words = paragraph.slice(head.length).split(/[\s,]+/u);
  return words.length <= 16 && words.every((word) => word === "" || /^[\p{Lu}\p{N}@(]/u.test(word) || SMALL_IN_BYLINE.test(word.toLowerCase()));
}

const CAPTION_HEAD =
  /^(?:(?:file\s)?(?:photo|photograph|image|picture|pic|video|graphic|illustration|map)(?:\s(?:credit|caption|courtesy|source|by|of))?|caption|credits?|representative image|cover photo)\s?[:|]|^FILE(?:\sPHOTO|\sIMAGE)?\s?[-–—:]|^(?:photo|photograph|image|illustration|video|photos)\s(?:by|courtesy)\s/iu;
const CAPTION_TAIL = new RegExp(
  [
    String.raw`\((?:[\p{L}'’]{2,20}\s){0,2}photo(?:graph|s)?\b[^()]{0,80}\)\.?$`,
    String.raw`\((?:images?|pictures?|credits?|illustration|video)\s?(?:by|:|courtesy)[^()]{0,80}\)\.?$`,
    String.raw`\((?:${[...photoAgencies].join("|")})(?:\s(?:Photo|Images|Photos)|\s?\/)[^()]{0,80}\)\.?$`,
    String.raw`\b(?:REUTERS|AP Photo|AFP|EPA|Getty Images)\s?\/\s?[\p{L} .'’-]{2,40}\.?$`,
    String.raw`^(?:Getty Images|AP Photo|Reuters|AFP)\.?$`,
  ].join("|"),
  "iu",
);

/** A line with a credit at its head that is longer has run into the article's first paragraph. */
const LONGEST_AFTER_CREDIT = 400;

/** "Photo: …", "FILE - …", "… (AP Photo/Jane Doe)". */
export function isCaption(paragraph: string): boolean {
  if (paragraph.length > 600) return false;
  return (paragraph.length <= LONGEST_AFTER_CREDIT && CAPTION_HEAD.test(paragraph.slice(0, 60))) || endsAsCaption(paragraph.slice(-160));
}

/** All but the name of an agency alone end with a bracket, or have a slash. */
function endsAsCaption(tail: string): boolean {
  return (tail.length < 20 || tail.includes("/") || /\)\.?$/u.test(tail)) && CAPTION_TAIL.test(tail);
}

const TEASER_KEY = String.raw`(?:(?:also|must)\sread|read(?:\s(?:more|also|next|this|here))?|see\s(?:also|more)|more(?:\s(?:on|from)\s[^|:]{2,30})?|watch(?:\s(?:live|now))?|listen|related(?:\s(?:stor(?:y|ies)|articles?|news|coverage|content))?|recommended(?:\sreading)?|don['’]t\smiss|trending|in\spictures|in\svideo)`;
const TEASER_LINE = new RegExp(String.raw`^${TEASER_KEY}\s{0,3}(?:[|:»]|>{1,2}|→)`, "iu");
const FLAGGED_LINE = /^(?:OPINION|EXPLAINED|EXPLAINER|ANALYSIS|EXCLUSIVE|VIDEO|PHOTOS|LIVE|PODCAST)\s?\|/u;
const BOILERPLATE =
  /^(?:click\s(?:here|on)|read\s(?:the\s(?:rest|full|original|whole)|more\b|on\b|also\b)|subscribe\b|sign\sup\b|follow\s(?:us|@|\S+(?:\s\S+){0,3}\son\s(?:twitter|facebook|instagram|x\b))|like\sus\b|share\sthis|advertisement\b|story\scontinues|continue\sreading|download\s(?:the|our)|get\sthe\slatest|with\s(?:inputs|files)\sfrom|all\srights\sreserved|©|copyright\s)/iu;

/** A line that leads elsewhere: "READ | …", "Also read: …", "Related: …", "Sign up for our newsletter". */
export function isTeaser(paragraph: string): boolean {
  if (paragraph.length > 250) return false;
  return TEASER_LINE.test(paragraph) || FLAGGED_LINE.test(paragraph) || BOILERPLATE.test(paragraph);
}

/** What stands under these at the foot of a press release is law or advertising. */
const RELEASE_FOOT = /^(?:(?:(?:cautionary|safe harbou?r)\s)?(?:(?:note|statement)s?\s(?:on|regarding|about|concerning)\s)?forward[-\s]looking\s(?:statements?|information)|safe\sharbou?r(?:\sstatement)?|notes?\sto\seditors?|disclaimer)\s{0,2}:?$/iu;
const ABOUT = /^About\s(?:the\s)?(\p{Lu}[\p{L}\p{N}&'’.-]*)(?:\s[^.!?\n]{0,80})?$/u;
const FORWARD_LOOKING = /^(?:this|certain\sstatements\sin\sthis|statements\sin\sthis)\s(?:press\s|news\s)?(?:release|announcement)\s[^.]{0,80}forward[-\s]looking/iu;

/** True for a heading under which a press release ends ("Forward-looking statements", "About Acme" before "Acme is a leader in …"). */
export function isReleaseFoot(heading: string, next: string): boolean {
  if (heading.length > 100) return false;
  const name = ABOUT.exec(heading)?.[1];
  return RELEASE_FOOT.test(heading) || (name !== undefined && next.replace(/^The\s/u, "").startsWith(name));
}

/** True for a paragraph that says that a release looks forward. */
export function isForwardLooking(paragraph: string): boolean {
  return FORWARD_LOOKING.test(paragraph.slice(0, 200));
}

// at the end of a paragraph the key must be in capitals, or one that begins no sentence ("Also read:")
const INNER_TEASER =
  /(?<=[.!?…"”’')\]]\s{1,3})(?:(?:ALSO |MUST )?READ(?: MORE| ALSO| NEXT)?|SEE (?:ALSO|MORE)|MORE|WATCH(?: LIVE| NOW)?|LISTEN|RELATED(?: STOR(?:Y|IES)| ARTICLES?)?|Also [Rr]ead|Read [Mm]ore|Read [Aa]lso|See [Aa]lso|Related [Ss]tor(?:y|ies))\s{0,3}[|:»]\s{0,3}(?=\S)/u;
/** A headline is seldom longer; a teaser that is has run into the next sentence. */
const LONGEST_TEASER = 180;

/** Where a teaser stands inside a paragraph, after the end of a sentence; it runs to the end, or to that of its own sentence where more follows. */
export function innerTeaser(paragraph: string): { start: number; end: number } | undefined {
  // asked first, as it is of every paragraph, and few have one of these marks
  if (!paragraph.includes(":") && !paragraph.includes("|") && !paragraph.includes("»")) return undefined;
  const found = INNER_TEASER.exec(paragraph);
  if (found === null) return undefined;
  const rest = paragraph.slice(found.index);
  if (rest.length <= LONGEST_TEASER) return { start: found.index, end: paragraph.length };
  const stop = /[.!?]["”’']?\s{1,3}(?=["“‘']?\p{Lu})/u.exec(rest);
  // no headline is as long as that: where it has run into the paragraph's last sentence, that is read rather than left out
  return stop === null ? undefined : { start: found.index, end: found.index + stop.index + stop[0].trimEnd().length };
}

const TIMING = /^\d{1,2}:\d{2}(?::\d{2})?[.,]\d{1,3}\s{1,3}-->\s/u;

/** The line of a subtitle that says when it is shown: "00:00:03,000 --> 00:00:06,000". */
export function isTiming(line: string): boolean {
  return TIMING.test(line);
}

/** The number of a subtitle, above its timing. */
const SUBTITLE_NUMBER = /^\d{1,6}$/u;

/** The line above the timing of a subtitle that counts it. */
export function isSubtitleNumber(line: string, next: string): boolean {
  return SUBTITLE_NUMBER.test(line) && isTiming(next);
}

const LIST_ITEM = /^(?:[-*•·●▪◦‣–—]|\(?\d{1,3}[.)]|\(?[a-z]\))\s{1,4}\S/u;

/** "- …", "• …", "1. …", "a) …". */
export function isListItem(paragraph: string): boolean {
  return LIST_ITEM.test(paragraph.slice(0, 20));
}

/** "17:42", "5.31pm GMT": when an entry of a live report was written. */
const CLOCK = /^\d{1,2}(?:[:.]\d{2}(?:\s?[ap]\.?m\.?)?|\s?[ap]\.?m\.?)(?:\s\p{Lu}{2,4})?$/iu;

/**
 * A short line that stands alone without a full stop: "Russia-India FMs hold talks". `isFirst` allows for a long headline,
 * `isMixedCase` says that the text is not all in capitals.
 */
export function isHeading(line: string, { isFirst, isMixedCase }: { isFirst: boolean; isMixedCase: boolean }): boolean {
  if (CLOCK.test(line)) return true;
  if (line.length > (isFirst ? 200 : 120) || !/\p{L}/u.test(line)) return false;
  if (isMixedCase && line.length <= 90 && /^\P{Ll}+$/u.test(line) && /\p{Lu}{2}/u.test(line) && !/^["“'‘(]/u.test(line)) return true;
  if (!/^["“'‘¿¡]?[\p{Lu}\p{N}]/u.test(line) || line.split(/\s+/u).length > (isFirst ? 28 : 16)) return false;
  if (/(?:\p{Ll}{4}\.|[!?])\s+\p{Lu}/u.test(line)) return false;
  // ends like a sentence, goes on, or is nothing but a quotation, signed or not; but a crosshead has the single marks of a headline
  if (/^["“'‘«].{1,200}["”’'»](?:\s{0,2}[—–―]\s?|\s{1,2}-\s)\p{Lu}/u.test(line)) return false;
  if (/[.!?…:;,—–-]["”’'»)\]]*$/u.test(line)) return false;
  return !(isFirst ? /^["“'‘«]/u : /^["“«]/u).test(line) || !/["”’'»]$/u.test(line);
}
