import type { NameMention } from "../../detect/findings.js";
import { nameWords, Word } from "../../lexicon/nameWords.js";
import type { Article } from "../../text/article.js";

const ACRONYM = /^\p{Lu}{2,5}$/u;
/** So sure must a person be to tell what the letters before the name are. */
const SURE = 0.5;
/** Words of the longest office that goes by its letters. */
const LONGEST = 10;

/**
 * Acronyms that the article uses for an office: before a person's name ("the EAM S. Jaishankar"), the letters of an office before one ("CS" of
 * "Cabinet Secretary Ida Brandt"), or in brackets behind the office
 * itself ("External Affairs Minister (EAM)"). Whoever is so called later ("the EAM added") is a person and no organization; one
 * that the lists know ("NATO") or that the text introduces for an organization stays what it is.
 */
export function titleAcronyms({ tokens }: Article, names: readonly NameMention[]): ReadonlySet<string> {
  const lists = nameWords();
  const titles = new Set<string>();
  const add = (index: number): void => {
    const word = tokens.text(index);
    if (ACRONYM.test(word) && !lists.isOrganization(word)) titles.add(word);
  };
  for (const { start, type, confidence } of names) {
    const first = tokens.at(start);
    if (type !== "person" || confidence < SURE || first === 0) continue;
    if (!ACRONYM.test(tokens.text(first))) add(first - 1);
    const office = officeBefore(first);
    if (office !== undefined && !lists.isOrganization(office)) titles.add(office);
  }
  for (let index = 1; index < tokens.length; index++) {
    const isBracketed = tokens.text(index - 1) === "(" && tokens.text(index + 1) === ")";
    if (!isBracketed) continue;
    // whatever body has these letters elsewhere
    if (ACRONYM.test(tokens.text(index)) && spellsOffice(index)) titles.add(tokens.text(index));
    else if ((lists.facts(tokens.lower(index - 2)) & Word.role) !== 0) add(index);
  }
  for (const { acronym } of names) if (acronym) titles.delete(tokens.text(tokens.at(acronym.start)));
  return titles;

  /** "(DPP)" behind "Director of Public Prosecutions": letters of words that begin with an office and end with no body. */
  function spellsOffice(letters: number): boolean {
    const word = tokens.text(letters);
    let at = word.length - 1;
    let first = letters - 2;
    if ((lists.facts(tokens.lower(first)) & Word.organizationHead) !== 0) return false;
    for (; first > letters - 2 - LONGEST; first--) {
      if (!tokens.isCapitalized(first)) {
        if (/^(?:of|for|the|and)$/u.test(tokens.lower(first))) continue;
        return false;
      }
      if (tokens.text(first).charAt(0) !== word.charAt(at)) return false;
      if (--at < 0) break;
    }
    return at < 0 && (lists.facts(tokens.lower(first)) & Word.role) !== 0;
  }

  /** "CS" where "Cabinet Secretary" stands before the name. */
  function officeBefore(name: number): string | undefined {
    const [noun, before] = [name - 1, name - 2];
    const isOffice = (lists.facts(tokens.lower(noun)) & Word.role) !== 0 && (lists.facts(tokens.lower(before)) & (Word.role | Word.roleModifier)) !== 0;
    return isOffice && tokens.isCapitalized(noun) && tokens.isCapitalized(before) ? `${tokens.text(before).charAt(0)}${tokens.text(noun).charAt(0)}` : undefined;
  }
}
