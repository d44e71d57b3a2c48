import type { TextRange } from "../../../document/range.js";
import { entries } from "../../../lexicon/descriptions.generated.js";
import { withoutLegalForm } from "../../entities/organizationChains.js";
import type { FoundEntity } from "../../foundEntity.js";
import { BUSINESS, type Description } from "./descriptions.js";

/** Nouns for organizations: "company", "court", "agency". */
const NOUNS = new Set(entries.find((entry) => entry.startsWith("organization = "))?.replace("organization = ", "").split(" "));
/** By the last word of a name the nouns that tell such a body again: the Harlow Gazette is "the paper", a university "the school". */
const KINDS = new Map(
  entries.flatMap((entry) => {
    if (!entry.startsWith("kind = ")) return [];
    const [nouns = "", lastWords = ""] = entry.replace("kind = ", "").split(" / ");
    return lastWords.split(" ").map((word): [string, ReadonlySet<string>] => [stem(word), new Set(nouns.split(" "))]);
  }),
);
/** Nouns that suit an organization whatever stands in its name: Hale Foundation may be "the group". */
const GENERIC = new Set(["group", "organization", "organisation", "institution"]);
/** Which court it is. */
const COURT = /^(?:appeals?|appellate|supreme|district|high|lower|trial|circuit|crown|magistrates|county|constitutional|labou?r)$/u;
/** Nouns that suit any business. */
const COMPANY = /^(?:company|firm|corporation|group)$/u;
/** Bodies of a state, which are agencies besides. */
const AGENCIES = new Set(["administration", "bureau", "department", "office", "service", "commission", "authority"]);

/** Names with one word that are kept, so that a book with a thousand committees takes linear time. */
const MOST_NAMES = 100;

/** The organizations of an article by the words of their names, for phrases that tell no whole name: "the appeals court", "the Times", "the company". */
export class BodyIndex {
  private readonly byWord = new Map<string, number[]>();
  private readonly byLast = new Map<string, number[]>();
  private readonly byName = new Map<string, number>();
  /** By nouns of the kind that the last word of the name tells. */
  private readonly byKind = new Map<string, number[]>();

  constructor(private readonly entities: readonly FoundEntity[]) {
    entities.forEach(({ type, name, aliases }, index) => {
      if (type !== "organization") return;
      for (const form of [name, ...aliases, withoutLegalForm(name)]) if (!this.byName.has(form)) this.byName.set(form, index);
      const words = wordsOf(name);
      for (const word of new Set(words)) add(this.byWord, word, index);
      const last = words.at(-1);
      if (last === undefined || words.length < 2) return;
      add(this.byLast, last, index);
      for (const noun of KINDS.get(last) ?? []) if (!words.includes(noun)) add(this.byKind, noun, index);
    });
  }

  /** Organizations with a noun in their name, where each is first mentioned: "a federal court", then "the Court of Appeals". */
  withNoun(noun: string): [number, { readonly evidence: TextRange }][] {
    return (this.byWord.get(stem(noun)) ?? []).flatMap((index) => {
      const evidence = this.firstMention(index);
      return evidence ? [[index, { evidence }]] : [];
    });
  }

  /** The one organization in whose name all words of a longer description stand: "the appeals court" for the "Court of Appeals". */
  describedBy({ words, type }: Description): { readonly entity: number; readonly evidence: TextRange } | undefined {
    if (type !== "organization" || words.length < 2) return undefined;
    const [first = "", ...others] = words.map(stem);
    const found = (this.byWord.get(first) ?? []).filter((index) => others.every((word) => this.byWord.get(word)?.includes(index)));
    const [entity] = found;
    const evidence = entity === undefined ? undefined : this.firstMention(entity);
    return entity !== undefined && evidence && found.length === 1 ? { entity, evidence } : undefined;
  }

  /** The one organization named before with a noun in its name, for "the association" after "the Dairy Farmers Association of Norland", or of its kind, for "the paper" after "the Harlow Gazette". */
  namedBefore({ noun, words, type, owned, start }: Description): { readonly entity: number; readonly evidence: TextRange } | undefined {
    if (type !== "organization" || owned || words.length !== 1) return undefined;
    const found = [...(this.byWord.get(stem(noun)) ?? []), ...(this.byKind.get(noun) ?? [])].filter((index) => (this.firstMention(index)?.start ?? start) < start);
    const [entity] = found;
    const evidence = entity === undefined ? undefined : this.firstMention(entity);
    return entity !== undefined && evidence && found.length === 1 ? { entity, evidence } : undefined;
  }

  private firstMention(entity: number): TextRange | undefined {
    const [first] = this.entities[entity]?.mentions ?? [];
    return first && { start: first.start, end: first.end };
  }

  /** The organization that is called so, with capitals as it has them, where the words were not seen as its name: "Forbes", "the Forbes". */
  called(words: string): number | undefined {
    return this.byName.get(words.replace(/^the /iu, ""));
  }

  /** The one organization whose name ends in a word: "the Times" for "The New York Times". */
  endingIn(word: string): number | undefined {
    const found = this.byLast.get(stem(word));
    return found?.length === 1 ? found[0] : undefined;
  }

  /** True where a noun does not contradict an organization's name: "the company" is no court. */
  mayBe(noun: string, entity: number, told: readonly string[] = []): boolean {
    const { type, name } = this.entities[entity] ?? {};
    const words = wordsOf(name ?? "");
    // "the appeals court" is no supreme court
    if (noun === "court" && told.some((word) => COURT.test(word) && !words.includes(stem(word)))) return false;
    const nouns = KINDS.get(words.at(-1) ?? "");
    if (type === "organization" && nouns) return nouns.has(noun) || GENERIC.has(noun) || COMPANY.test(noun);
    // "Network Rail" is no network
    const kinds = words.filter((word, index, all) => NOUNS.has(word) && (index === all.length - 1 || /^(?:of|for|on)$/u.test(all[index + 1] ?? "") || all.length > 2));
    // "Hale Airlines" is a company, too
    const isBusiness = kinds.length > 0 && kinds.every((kind) => BUSINESS.test(kind)) && COMPANY.test(noun);
    return type === "organization" && (kinds.length === 0 || isBusiness || kinds.includes(stem(noun)) || GENERIC.has(noun) || (noun === "agency" && kinds.some((kind) => AGENCIES.has(kind))));
  }
}

function add(index: Map<string, number[]>, word: string, entity: number): void {
  const known = index.get(word);
  if (known && known.length < MOST_NAMES) known.push(entity);
  else if (!known) index.set(word, [entity]);
}

function wordsOf(name: string): string[] {
  return (name.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).map(stem);
}

/** Without the "s" of a plural. */
function stem(word: string): string {
  return word.length > 3 && word.endsWith("s") && !word.endsWith("ss") ? word.slice(0, -1) : word;
}
