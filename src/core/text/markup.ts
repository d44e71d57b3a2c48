import type { Mask } from "./tokens.js";

/** Comments, tags and entities; bounded, so that a stray "<" costs no more than its line. */
const MARKUP = /<!--[\s\S]{0,2000}?-->|<\/?[A-Za-z][^<>\n]{0,1000}>|&(?:#\d{1,6}|#[xX][\dA-Fa-f]{1,5}|[A-Za-z]{2,8});/gu;
const BREAKING =
  /^<(?:\/?(?:br|p|div|li|ul|ol|td|th|tr|table|hr|h[1-6]|section|article|header|footer|aside|figure|figcaption|blockquote|img|dd|dt|dl)\b|!)/iu;
const INLINE = /^<(?:a|abbr|b|big|body|center|cite|code|del|em|font|head|html|i|ins|kbd|main|mark|nav|pre|q|s|small|span|strike|strong|sub|sup|time|title|tt|tweet|u)>$/iu;
/** A line of which nothing is read. */
const UNREAD = /^\s*<(?:script|style|svg|iframe)\b/iu;
const NAMED: ReadonlyMap<string, string> = new Map(
  Object.entries({ quot: '"', apos: "'", ldquo: "“", rdquo: "”", lsquo: "‘", rsquo: "’", bdquo: "„", sbquo: "‚", laquo: "«", raquo: "»", ndash: "–", mdash: "—", hellip: "…", amp: "&", lt: "<", gt: ">", nbsp: " " }),
);

/** What HTML has left behind in a stretch of prose: tags are no part of the words, an entity stands for its character. Linear. */
export function markupMasks(text: string, start: number, end: number): Mask[] {
  const stretch = text.slice(start, end);
  if (!stretch.includes("<") && !stretch.includes("&")) return [];
  if (UNREAD.test(stretch)) return [{ start, end, isSpace: true }];
  return [...stretch.matchAll(MARKUP)].flatMap(({ 0: found, index }): Mask | readonly Mask[] => {
    const range = { start: start + index, end: start + index + found.length };
    if ((index === 0 && isNick(found, stretch)) || isProse(found)) return [];
    if (found.startsWith("<")) return [{ ...range, ...(isBreakingTag(found) ? { isSpace: true } : {}) }];
    return entityMask(found, range.start) ?? [];
  });
}

/** A line as its reader sees it: without tags, with the characters that entities stand for. */
export function withoutMarkup(line: string): string {
  let bare = "";
  let end = 0;
  for (const mask of markupMasks(line, 0, line.length)) {
    bare += `${line.slice(end, mask.start)}${mask.as ?? (mask.isSpace === true ? " " : "")}`;
    end = mask.end;
  }
  return bare + line.slice(end);
}

/** "<jane> is it safe": whose message it is, in the log of a chat; "<v Jane Doe>": whose words, in subtitles. */
function isNick(found: string, stretch: string): boolean {
  if (/^<v(?:\.[\w.]+)?\s[^<>=]+>$/u.test(found)) return true;
  return /^<[A-Za-z][\w.|^-]{0,20}>$/u.test(found) && stretch.charAt(found.length) === " " && !BREAKING.test(found) && !INLINE.test(found);
}

/** "<Nobody here has seen it. Not I.>": what somebody wrote in angle brackets, words without a value between them. */
function isProse(found: string): boolean {
  return /^<[A-Za-z]/u.test(found) && !found.includes("=") && found.split(/\s+/u).length > MOST_BARE_WORDS;
}

/** Words of a tag that has no attribute with a value: "<input required>". */
const MOST_BARE_WORDS = 3;

/** True for a tag that parts words as white space does, and for comments. */
export function isBreakingTag(tag: string): boolean {
  return BREAKING.test(tag);
}

/** An entity as the character that it stands for; undefined for one that is not known. */
export function entityMask(entity: string, start: number): Mask | undefined {
  const character = characterOf(entity.slice(1, -1));
  if (character === undefined) return undefined;
  const range = { start, end: start + entity.length };
  return /\s/u.test(character) ? { ...range, isSpace: true } : { ...range, as: character };
}

function characterOf(name: string): string | undefined {
  if (!name.startsWith("#")) return NAMED.get(name.toLowerCase());
  const code = /^#x/iu.test(name) ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10);
  // one unit, so that nothing else moves
  return code >= 0x20 && code < 0xd800 ? String.fromCharCode(code) : undefined;
}
