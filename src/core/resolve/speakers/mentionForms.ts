import type { Reason } from "../../document/annotationDocument.js";
import type { TextRange } from "../../document/range.js";
import { nameWords, Word } from "../../lexicon/nameWords.js";
import type { Article } from "../../text/article.js";
import type { FoundEntity } from "../foundEntity.js";

/** True of a name that an apostrophe makes an owner: "Hale's", "Banks'". */
export function isPossessive({ text }: Article, { end }: TextRange): boolean {
  return /^['’](?:s\b|\s)/iu.test(text.slice(end, end + 3));
}

/** In which form a mention names its entity. */
export function nameForm({ text }: Article, mention: TextRange, entity: FoundEntity): Reason {
  if (entity.type !== "person") {
    const words = text.slice(mention.start, mention.end);
    return entity.type === "organization" && words !== entity.name && /^(?:\p{Lu}\.?){2,}$/u.test(words) ? "acronym" : "organization";
  }
  const words = text.slice(mention.start, mention.end).split(/\s+/u);
  if (words.length > 1) return "full name";
  const names = entity.name.split(/\s+/u);
  return names.length > 1 && names[0] === words[0] && !isFamilyFirst(names) ? "first name" : names.length > 1 ? "surname" : "full name";
}

/** "Zhao Lijun", "Lee Sang-hoon": the family's name stands first. */
function isFamilyFirst([first = "", second = ""]: readonly string[]): boolean {
  const facts = nameWords().facts(first.toLowerCase());
  return (facts & Word.familyFirst) !== 0 && ((facts & Word.firstName) === 0 || /^\p{Lu}\p{Ll}+-\p{L}\p{Ll}+$/u.test(second));
}

/** True of somebody of whom the article tells no office, but how to call that one: "Dr", "Datuk Seri". */
export function hasNoOffice({ tokens }: Article, { roles }: FoundEntity): boolean {
  return roles.every(({ start, end }) => {
    for (let token = tokens.at(start); tokens.start(token) < end; token++) if (tokens.kind(token) === "word" && (nameWords().facts(tokens.lower(token)) & (Word.honorific | Word.role)) !== Word.honorific) return false;
    return true;
  });
}
