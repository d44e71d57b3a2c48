const OPENING = /["“„«]/u;
/** Where one part of a quotation ends and the next begins, in double marks and in single ones. */
const BETWEEN_PARTS = /["”»]?( … )["“„«]?/gu;
const BETWEEN_SINGLE_PARTS = /['’]?( … )['‘]?/gu;

/** What opens or closes words that somebody says or that are called something. */
const MARK = /["“”„«»‘’']/gu;
const CLOSING_SINGLE = /[’'](?![\p{L}\p{N}])/gu;

/**
 * Words for a sentence that puts double quotation marks around them: their own around the whole are left out, and others inside become
 * single ones, and those in these double ones again, as newspapers set them.
 */
export function withinMarks(words: string): string {
  const parts = OPENING.test(words.charAt(0)) ? words.replace(BETWEEN_PARTS, "$1") : /^['‘]/u.test(words) ? words.replace(BETWEEN_SINGLE_PARTS, "$1") : words;
  return nested(withoutOuterMarks(parts));
}

/** A statement's words between double quotation marks. */
export function quoted(words: string): string {
  return `“${withinMarks(words)}”`;
}

function nested(words: string): string {
  const open: ("double" | "single")[] = [];
  const lastClosing = [...words.matchAll(CLOSING_SINGLE)].at(-1)?.index ?? -1;
  return words.replace(MARK, (mark, at: number) => {
    const isAtStart = at === 0 || /[\s([{‘'“"/—–-]/u.test(words.charAt(at - 1));
    const isBeforeWord = /^\S/u.test(words.charAt(at + 1));
    if (OPENING.test(mark) && (mark !== '"' || (isAtStart && isBeforeWord))) {
      // of two in a row the first was not closed: a quotation that goes on in the next paragraph
      if (open.at(-1) === "double") open.pop();
      return markAt(open.push("double"), "opening");
    }
    if (/["”»]/u.test(mark)) {
      const depth = open.lastIndexOf("double") + 1;
      open.length = Math.max(0, depth - 1);
      return markAt(Math.max(1, depth), "closing");
    }
    const isOpening = mark === "‘" || (mark === "'" && open.length > 0 && isAtStart && isBeforeWord);
    if (isOpening && at < lastClosing && open.at(-1) !== "single") return markAt(open.push("single"), "opening");
    // an apostrophe within a word or at its end is none
    const isClosing = mark !== "‘" && open.at(-1) === "single" && !/[\p{L}\p{N}]/u.test(words.charAt(at + 1));
    if (!isClosing) return mark;
    const depth = open.length;
    open.pop();
    return markAt(depth, "closing");
  });
}

/** The mark that newspapers set so deep within double ones. */
function markAt(depth: number, side: "opening" | "closing"): string {
  const isSingle = depth % 2 === 1;
  if (side === "opening") return isSingle ? "‘" : "“";
  return isSingle ? "’" : "”";
}

/** Marks at both ends that belong to each other; one at the beginning whose partner was cut off. */
function withoutOuterMarks(words: string): string {
  if (/^['‘]/u.test(words)) return words.replace(/^['‘]|['’]$/gu, "");
  if (!OPENING.test(words.charAt(0))) return words;
  const [, inner = words, close] = /^.(.*?)(["”»“]?)$/su.exec(words) ?? [];
  // “a” and “b” are two
  const isOne = close ? !/["”»]\s.*["“„«]/su.test(inner) : !/["”»]/u.test(inner);
  return isOne ? inner : words;
}
