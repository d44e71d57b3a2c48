/**
 * A text as comparing sees it: a run of white space is one space, a run of dots, of dashes or of marks of quotation one full stop, one hyphen, one apostrophe; capitals are
 * small letters, accents stand behind their letters; invisible characters, marks of emphasis and the addresses of links are gone, and the marks of quoted lines are white
 * space. A reformatted article then still reads the same.
 */
export interface NormalizedText {
  readonly original: string;
  readonly text: string;
  /** Offset in the original of each code unit, and the original's length at the end. */
  readonly offsets: Uint32Array;
  /** Where in the original each code unit ends. */
  readonly ends: Uint32Array;
}

const INVISIBLE = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/u;
const SENTENCE_END = /[.!?][')\]]?$|,'$/u;
const DOUBLE_MARK = /["“”„‟«»″＂]/u;
/** What paragraphs end with. */
const PARAGRAPH_END = /[.!?:')\]]/u;
/** White space but for the mark of byte order, which nobody sees. */
const SPACE = /[^\S\uFEFF]|\u0085/u;
const LINE_END = /\r\n?|[\n\u0085\u2028\u2029]/u;
/** A link of Markdown, in which no other begins, with its address. */
const LINK = /\[[^[\]\n]+(\]\([^()[\]\s]*\))/uy;
/** What stands for one character: a reference of HTML, a syllable of Hangul in its letters. */
const SPELLED = /&(?:#\d{1,6}|#[xX][\da-fA-F]{1,5}|[a-z]{2,6});|[\u1100-\u1112][\u1161-\u1175][\u11A8-\u11C2]?/uy;
const NAMED: Readonly<Record<string, string>> = { amp: "&", quot: '"', apos: "'", lt: "<", gt: ">", nbsp: " ", lsquo: "'", rsquo: "'", ldquo: '"', rdquo: '"', laquo: '"', raquo: '"', ndash: "-", mdash: "-", hellip: "." };
/** Lines of mails that were answered begin with so many marks at most, each with its space. */
const QUOTED_AT_MOST = 16;
const [FIRST_ACCENT, LAST_ACCENT] = [0xc0, 0xabff];
const SAME: ReadonlyMap<number, string> = new Map([
  ...["'", '"', "“", "”", "„", "‟", "«", "»", "″", "＂", "‘", "’", "‚", "‛", "‹", "›", "′", "`", "´"].map((mark) => [mark.charCodeAt(0), "'"] as const),
  ...["-", "‐", "‑", "‒", "–", "—", "―", "−"].map((mark) => [mark.charCodeAt(0), "-"] as const),
  ...[".", "…"].map((mark) => [mark.charCodeAt(0), "."] as const),
]);

/** Normalizes a text in one pass. */
export function normalizeText(text: string): NormalizedText {
  const parts: string[] = [];
  const apart = text.normalize("NFD");
  const hasAccents = apart !== text;
  const size = Math.max(text.length, apart.length) + 1;
  const [offsets, ends] = [new Uint32Array(size), new Uint32Array(size)];
  let count = 0;
  // the last unit, where more of its kind are one with it
  let run = "";
  // where the address of the last link begins and ends
  let [address, linkEnd] = [0, 0];
  // most of a text stays as it is, and is taken over in one piece
  let copied = 0;
  for (let index = 0, next = 1; index < text.length; index = next++) {
    const code = text.charCodeAt(index);
    if (isPlain(code) || (code === 0x20 && run !== " ")) {
      run = code === 0x20 ? " " : "";
      offsets[count] = index;
      ends[count++] = next;
      continue;
    }
    let unit = text.charAt(index);
    if (code === 0x5b && index >= linkEnd) [address, linkEnd] = linkAt(text, index);
    if (code === 0x26 || (code >= 0x1100 && code <= 0x1112)) [unit, next] = spelledAt(text, index);
    else if (index === address && address < linkEnd) next = linkEnd;
    if (code === 0x3e && isLineMark(text, index)) unit = " ";
    unit = index < linkEnd && (code === 0x5b || index === address) ? "" : normalUnit(unit, hasAccents);
    if (unit !== "") {
      const isMore = unit === run;
      run = isRun(unit) ? unit : "";
      if (isMore) [unit, ends[count - 1]] = ["", next];
    }
    if (unit !== text.slice(index, next)) {
      parts.push(text.slice(copied, index), unit);
      copied = next;
    }
    for (let at = 0; at < unit.length; at++) {
      offsets[count] = index;
      ends[count++] = next;
    }
  }
  offsets[count] = text.length;
  parts.push(text.slice(copied));
  return { original: text, text: parts.join("").toLowerCase(), offsets: offsets.subarray(0, count + 1), ends: ends.subarray(0, count) };
}

/** True for a mark of a quoted line, as mails and Markdown have them, before which nothing but such marks stands in its line. */
function isLineMark(text: string, index: number): boolean {
  let at = index - 1;
  while (at >= 0 && index - at <= QUOTED_AT_MOST && (text.charAt(at) === ">" || text.charAt(at) === " ")) at--;
  return at < 0 || LINE_END.test(text.charAt(at));
}

/** Letters and digits of English, and marks that stand for themselves. */
function isPlain(code: number): boolean {
  return (code > 0x2e && code < 0x5b && code !== 0x3e) || (code > 0x60 && code < 0x7f) || code === 0x2c;
}

/** True where several of a unit are one. */
function isRun(unit: string): boolean {
  return unit === " " || unit === "'" || unit === "-" || unit === ".";
}

/** What a character is read as; empty for what nobody sees. */
function normalUnit(unit: string, hasAccents: boolean): string {
  const code = unit.charCodeAt(0);
  if (code <= 0x20 || (code >= 0x80 && SPACE.test(unit))) return " ";
  if (code === 0x2a || code === 0x5f || (code >= 0xad && INVISIBLE.test(unit))) return "";
  return SAME.get(code) ?? (hasAccents && code >= FIRST_ACCENT && code <= LAST_ACCENT ? unit.normalize("NFD") : unit);
}

/** The one character that something stands for, and where that ends. */
function spelledAt(text: string, index: number): [string, number] {
  SPELLED.lastIndex = index;
  const [spelled] = SPELLED.exec(text) ?? [];
  const name = spelled?.slice(1, -1) ?? "";
  const unit = !spelled?.startsWith("&") ? spelled?.normalize("NFC") : name.startsWith("#") ? String.fromCharCode(Number(name.slice(1).replace(/^x/iu, "0x"))) : NAMED[name];
  return spelled === undefined || unit === undefined ? [text.charAt(index), index + 1] : [unit, index + spelled.length];
}

/** Where the address of a link begins and ends. */
function linkAt(text: string, index: number): [number, number] {
  LINK.lastIndex = index;
  const length = LINK.exec(text)?.[1]?.length ?? 0;
  return [LINK.lastIndex - length, LINK.lastIndex];
}

/** True where a unit of a normalized text is white space between lines, and beyond both ends of the text. */
export function isLineBreak(text: NormalizedText, unit: number): boolean {
  return unit < 0 || unit >= text.text.length || linesAt(text, unit) > 0;
}

/** True where a unit of a normalized text is white space between paragraphs, and beyond both ends of the text. */
export function isParagraphBreak(text: NormalizedText, unit: number): boolean {
  if (unit < 0 || unit >= text.text.length) return true;
  const lines = linesAt(text, unit);
  // one line end may be that of a wrapped line
  return lines > 1 || (lines === 1 && PARAGRAPH_END.test(text.text.charAt(unit - 1)));
}

/** True where a unit of a normalized text is white space between sentences, or behind words that were said. */
export function isSentenceBreak({ original, text, offsets }: NormalizedText, unit: number): boolean {
  return text.charAt(unit) === " " && (SENTENCE_END.test(text.slice(Math.max(0, unit - 2), unit)) || DOUBLE_MARK.test(original.charAt(offsets[unit - 1] ?? 0)));
}

/** True where sentences may part next to a unit of a normalized text, white space or not: what was moved without the space next to it stands right behind another one. */
export function isSentenceEdge(text: NormalizedText, unit: number): boolean {
  return isLineBreak(text, unit) || isSentenceBreak(text, unit) || PARAGRAPH_END.test(text.text.slice(Math.max(0, unit - 1), unit + 1));
}

/** True where a unit of a normalized text is white space with an empty line in it. */
export function isBlankLine(text: NormalizedText, unit: number): boolean {
  return linesAt(text, unit) > 1;
}

function linesAt({ original, text, offsets, ends }: NormalizedText, unit: number): number {
  return text.charAt(unit) === " " ? original.slice(offsets[unit], ends[unit]).split(LINE_END).length - 1 : 0;
}
