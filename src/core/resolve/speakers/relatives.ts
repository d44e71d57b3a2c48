import type { TextRange } from "../../document/range.js";
import { lastStartingBy } from "../../document/sortedRanges.js";
import type { Article } from "../../text/article.js";
import type { FoundEntity } from "../foundEntity.js";
import type { IndexedMention, MentionIndex } from "./mentionIndex.js";
import { namelessBefore } from "./sourcePhrase.js";

/** Between a name and the relative pronoun that goes back to it. */
const RIGHT_BEFORE = /^(?:,|\s|\s?[–—])[\s,]*$/u;
/** Between a person and the body or place whose he is: "Mary Collins of the", "Paul Denning, a director at". */
const WHOSE = /^(?:,? [^.!?;:"“”\n]{0,60})? (?:of|at|for|with|from|in) (?:the )?$/u;

/**
 * Whom a relative pronoun with this range goes back to: a mention ("Zuma, who", "Mary Collins of Hale Ltd, who": a body is "which"), else
 * a phrase without a name ("residents who", "Canadians who": some of a people, not their country). `isPeople` is true of a mention that
 * names a people. Undefined where nothing that may speak stands before it.
 */
export function whoBefore(
  article: Article,
  entities: readonly FoundEntity[],
  mentions: MentionIndex,
  isPeople: (mention: TextRange) => boolean,
  pronoun: TextRange,
): { readonly mention: IndexedMention } | { readonly phrase: TextRange } | undefined {
  const { text, tokens } = article;
  const [before, person] = mentions.before(pronoun.start, 2);
  if (!before || !RIGHT_BEFORE.test(text.slice(before.end, pronoun.start))) {
    const phrase = namelessBefore(article, pronoun);
    return phrase && { phrase };
  }
  const isPerson = entities[before.entity]?.type === "person";
  // "a letter to Mary Collins which claimed", but "Norton, which declined" is a body, whatever its name is like
  const opens = article.sentences[lastStartingBy(article.sentences, before.start)]?.start === before.start;
  if (!tokens.lower(tokens.at(pronoun.start)).startsWith("who")) return isPerson && !opens ? undefined : { mention: before };
  if (isPerson) return { mention: before };
  if (isPeople(before)) return { phrase: { start: before.start, end: before.end } };
  const isOwner = person !== undefined && entities[person.entity]?.type === "person" && WHOSE.test(text.slice(person.end, before.start));
  return { mention: isOwner ? person : before };
}
