/** Shorter words differ by a letter too often by chance ("Rice", "Ride"). */
export const SHORTEST_LIKE = 5;

/** A word as it is, and with each of its letters left out; nothing for a short word. */
export function withoutALetter(word: string): readonly string[] {
  const letters = [...word];
  if (letters.length < SHORTEST_LIKE || letters.length > 40) return [];
  return [...new Set([word, ...letters.map((_, at) => letters.toSpliced(at, 1).join(""))])];
}

/** One letter more, less or other, or two that have changed places ("Byrnholt" for "Brynholt"); not the first letter, no "s" at the end, which makes a family of a name, and no "a", which makes a woman's of a man's ("Zelenska"). */
export function differByALetter(one: string, other: string): boolean {
  const [a, b] = [[...one], [...other]].sort((x, y) => x.length - y.length) as [string[], string[]];
  if (one === other || b.length - a.length > 1 || a[0] !== b[0]) return false;
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  const rest = a.length === b.length ? a.slice(at + 1) : a.slice(at);
  const isOther = b.length > a.length && at === a.length && /[as]/u.test(b.at(-1) ?? "");
  const isWomans = a.length === b.length && at === a.length - 1 && [a.at(-1), b.at(-1)].includes("a");
  const isSwapped = a.length === b.length && at + 1 < a.length && a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2).join("") === b.slice(at + 2).join("");
  return isSwapped || (!isOther && !isWomans && rest.join("") === b.slice(at + 1).join(""));
}
