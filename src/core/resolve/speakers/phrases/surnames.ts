import { nameWords, Word } from "../../../lexicon/nameWords.js";
import { prepositions } from "../../../lexicon/wordClasses.js";
import type { FoundEntity } from "../../foundEntity.js";

/** People by their surname, the one named most often where several bear it. */
export class SurnameIndex {
  private readonly bearers = new Map<string, number>();

  constructor(private readonly entities: readonly FoundEntity[]) {
    entities.forEach(({ type, name, mentions }, index) => {
      const words = name.toLowerCase().split(/\s+/u);
      const surname = words.at(-1) ?? "";
      const known = this.entities[this.bearers.get(surname) ?? -1];
      if (type === "person" && (!known || (words.length > 1 && known.mentions.length < mentions.length))) this.bearers.set(surname, index);
    });
  }

  /** Who is meant by words that are a surname and no more: "Ham", "Mr. Clover". */
  alone(words: string): number | undefined {
    const surname = /^(?:(?:Mr|Mrs|Ms|Dr)\.? )?(\p{Lu}[\p{L}'’-]+)$/u.exec(words)?.[1];
    const entity = surname === undefined ? undefined : this.bearers.get(surname.toLowerCase());
    return entity !== undefined && (this.entities[entity]?.name.includes(" ") || this.entities[entity]?.name === surname) ? entity : undefined;
  }

  /** Who is meant by words that end in a first name and a surname: "Spokesperson for the Department Mary Collins", where Collins is named elsewhere. */
  atEnd(words: string): number | undefined {
    // "Archbishop of Dunmore Zorble Collins", whose first name no list has, where "Collins" or "Zorble Collins" is named elsewhere
    const surname = words.slice(words.lastIndexOf(" ") + 1);
    const bearer = this.entities[this.bearers.get(surname.toLowerCase()) ?? -1]?.name;
    const isKnown = bearer !== undefined && (bearer === surname || words.endsWith(` ${bearer}`));
    const name = fullNameAtEnd(words, isKnown);
    const entity = name && this.bearers.get(name.surname.toLowerCase());
    const [own] = this.entities[entity ?? -1]?.name.split(/\s+/u) ?? [];
    return own === name?.surname || own === name?.first ? entity : undefined;
  }
}

/** What stands before an example: "critics, among them Ted Cruz", "workers, including Dr. Jane Doe". */
const EXAMPLE = / (?:among|including|like) /u;

/** "pastors supporting | Ted Cruz", where "the acting governor" is one. */
const DONE_TO = /(?<!(?:^|\s)(?:[Tt]he|[Aa]n?|[Tt]his|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir|[Ff]ormer))\s\p{Ll}{3,}ing (?:\p{Lu}\p{L}*\.? )?$/u;

/** The first name and surname with which a source phrase ends, where no preposition makes them somebody else's: not "a spokesman for Senator Ted Cruz"; of a known surname any first name. */
export function fullNameAtEnd(words: string, isKnown = false): { readonly first: string; readonly surname: string; readonly length: number } | undefined {
  const [whole, before = "", first = "", surname = ""] = /^(.* )?(\p{Lu}[\p{Ll}'’-]+) (\p{Lu}[\p{L}'’-]+)$/u.exec(words) ?? [];
  if (whole === undefined) return undefined;
  const lists = nameWords();
  const last = / (\S+) $/u.exec(before)?.[1] ?? "";
  const titled = (lists.facts(last.toLowerCase()) & (Word.role | Word.roles | Word.honorific | Word.people)) !== 0 || prepositions.has(last.toLowerCase()) || /['’]s?$/u.test(last) || !/^\p{Lu}/u.test(last);
  const isFirst = (lists.facts(first.toLowerCase()) & Word.firstName) !== 0 || (isKnown && last !== "" && (lists.facts(first.toLowerCase()) & (Word.role | Word.roles | Word.honorific | Word.people | Word.function)) === 0);
  return !isFirst || (titled && / (?:of|to|for|with|by|against|from) /u.test(before)) || EXAMPLE.test(before) || DONE_TO.test(before) ? undefined : { first, surname, length: first.length + 1 + surname.length };
}
