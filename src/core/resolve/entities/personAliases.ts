import type { TextRange } from "../../document/range.js";
import type { Article } from "../../text/article.js";

/** What of a person's name an alias is told by. */
interface PersonName {
  readonly mention: TextRange;
  /** First and middle names. */
  readonly given: readonly string[];
}

/** Words between a full name and another one of the same person, at most. */
const LONGEST_ALIAS = 8;

/** "Carlos Ruiz, known as “El Chato,”": the full name before a name that tells what else someone is called. */
export function aliasesIn<Name extends PersonName>({ tokens }: Article, names: readonly Name[]): ReadonlyMap<Name, Name> {
  const found = new Map<Name, Name>();
  for (const [index, name] of names.entries()) {
    const before = names[index - 1];
    if (!before || before.given.length === 0) continue;
    const [from, to] = [tokens.at(before.mention.end - 1) + 1, tokens.at(name.mention.start)];
    if (to - from > LONGEST_ALIAS || to - from < 2) continue;
    let words = "";
    for (let at = from; at < to; at++) words += tokens.kind(at) === "word" ? `${tokens.lower(at)} ` : "";
    if (ALIAS.test(words)) found.set(name, before);
  }
  return found;
}

const ALIAS = /^(?:(?:who (?:is|was) )?(?:also |better |widely |popularly |commonly |professionally )*known (?:as|simply as|online as|on stage as) |nicknamed |alias |a\.?k\.?a\.? )(?:the )?$/u;
