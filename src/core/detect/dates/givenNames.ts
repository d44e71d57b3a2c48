import { nameWords, Word } from "../../lexicon/nameWords.js";
import { MONTHS, WEEKDAYS } from "./dateWords.js";

/** A row of words, as dates and names see them. */
interface Row {
  lower(at: number): string;
  text(at: number): string;
  isCapitalized(at: number): boolean;
}

/** What follows a full name whose bearer is told of: "Sunday Oliseh, the former captain", "Friday Osanebi, 54,". */
const APPOSITION = /^(?:the|a|an|former|who|whose|his|her|\d{1,2})$/u;

/**
 * "Sunday Oliseh", "Friday Osanebi": a given name rather than a day. Capitals alone do not tell ("The day before Tuesday Lavrov said"): a title
 * before it does, or an apposition behind the surname.
 */
export function isGivenName(words: Row, at: number): boolean {
  const next = words.lower(at + 1);
  if (!words.isCapitalized(at + 1) || MONTHS.has(next) || WEEKDAYS.has(next)) return false;
  const facts = nameWords().facts(next);
  if ((facts & (Word.role | Word.roles | Word.honorific | Word.organizationHead | Word.function)) !== 0 || ((facts & Word.common) !== 0 && (facts & Word.surname) === 0)) return false;
  const before = nameWords().facts(words.lower(at - 1).replace(/\.$/u, ""));
  if ((before & (Word.role | Word.honorific)) !== 0 && !/^(?:last|on)$/u.test(words.lower(at - 1))) return true;
  return words.text(at + 2) === "," && APPOSITION.test(words.lower(at + 3)) && !/^(?:on|by|until|since|from|before|after|last|next|this|late|early|said)$/u.test(words.lower(at - 1));
}
