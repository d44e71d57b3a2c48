import type { NameMention } from "../../detect/findings.js";
import { nameWords, Word } from "../../lexicon/nameWords.js";
import type { Article } from "../../text/article.js";

/**
 * People whose surname, behind a first name that the lists have, is a well-known body's name too: after "Mayor Don Guardian" it is he who is told as "Guardian", not the paper, where no article stands before it and the article
 * tells of no body whose longer name begins so ("Ford Motor"). Takes and gives names in document order.
 */
export function withNamesakes({ tokens }: Article, names: readonly NameMention[]): NameMention[] {
  const surnames = new Map<string, number>();
  const bodies = new Set<string>();
  for (const { type, start, end } of names) {
    const [first, last] = [tokens.at(start), tokens.at(end - 1)];
    if (first === last) continue;
    if (type === "organization") bodies.add(tokens.text(first));
    else if ((nameWords().facts(tokens.lower(first)) & Word.firstName) !== 0 && !surnames.has(tokens.text(last))) surnames.set(tokens.text(last), start);
  }
  return names.map((name) => {
    const word = tokens.at(name.start);
    const isNamesake = name.type === "organization" && word === tokens.at(name.end - 1) && (surnames.get(tokens.text(word)) ?? name.start) < name.start && !bodies.has(tokens.text(word));
    return isNamesake && tokens.lower(word - 1) !== "the" ? { ...name, type: "person" } : name;
  });
}
