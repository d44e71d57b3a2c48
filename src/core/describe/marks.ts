const OPENING = /["“„«]/u;
/** Where one part of a quotation ends and the next begins. */
const BETWEEN_PARTS = /["”»]?( … )["“„«]?/gu;

/**
 * Words for a sentence that puts double quotation marks around them: their own around the whole are left out, and others inside become
 * single ones, as newspapers set them.
 */
export function withinMarks(words: string): string {
  const isQuotation = OPENING.test(words.charAt(0));
  const parts = isQuotation ? words.replace(BETWEEN_PARTS, "$1") : words;
  return withoutOuterMarks(parts)
    .replace(/(?<![^\s([{‘'/—–-])"(?=\S)|[“„«]/gu, "‘")
    .replace(/["”»]/gu, "’");
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
