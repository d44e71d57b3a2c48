import type { NameMention } from "../../detect/findings.js";
import { nameWords } from "../../lexicon/nameWords.js";
import type { Article } from "../../text/article.js";

const INITIALS = /^\p{Lu}{3,4}$/u;

/** People whom the article tells by the initials of three names or more: "KCR" of "K. Chandra Rao" is no body, where no list, no brackets and no article ("the KCR") say so. */
export function withInitials({ tokens }: Article, names: readonly NameMention[]): NameMention[] {
  const initials = new Set<string>();
  for (const { type, start, end } of names) {
    if (type !== "person") continue;
    const letters = tokens.asRead({ start, end }).split(/[\s.-]+/u).map((word) => word.charAt(0)).join("");
    if (INITIALS.test(letters) && !nameWords().isOrganization(letters)) initials.add(letters);
  }
  for (const { acronym, start, end } of names) {
    if (acronym) initials.delete(tokens.asRead(acronym));
    if (tokens.lower(tokens.at(start) - 1) === "the") initials.delete(tokens.asRead({ start, end }));
  }
  if (initials.size === 0) return [...names];
  return names.map((name) => (name.type === "organization" && initials.has(tokens.asRead(name)) ? { ...name, type: "person" } : name));
}
