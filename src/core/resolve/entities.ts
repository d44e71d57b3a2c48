import type { NameMention, PlaceMention } from "../detect/findings.js";
import type { Article } from "../text/article.js";
import { otherForms, toEntityMention } from "./entities/entityMentions.js";
import type { FoundEntity } from "./foundEntity.js";
import { linkOrganizations } from "./entities/organizationChains.js";
import { linkPeople } from "./entities/peopleChains.js";

/** A chain of mentions by name, before it becomes an entity. */
export interface Chain {
  readonly mentions: NameMention[];
}

/** Who is who: chains of mentions, people first, then organizations, then places, each in order of first mention. */
export function linkEntities(article: Article, names: readonly NameMention[], places: readonly PlaceMention[]): FoundEntity[] {
  return [
    ...linkPeople(article, names.filter(({ type }) => type === "person")),
    ...linkOrganizations(article, names.filter(({ type }) => type === "organization")),
    ...linkPlaces(article, places),
  ];
}

/** All mentions that were resolved to one place are one entity; a name without a place is an entity by its words, in capitals as at the head of a dateline or not. */
function linkPlaces({ text }: Article, places: readonly PlaceMention[]): FoundEntity[] {
  const chains = new Map<string, PlaceMention[]>();
  for (const mention of places) {
    const place = mention.candidates[0];
    const words = text.slice(mention.start, mention.end);
    const key = place ? (place.geoname === undefined ? `${place.kind} ${place.name.toLowerCase()}` : `${place.geoname}`) : `words ${words.toLowerCase()}`;
    const chain = chains.get(key);
    if (chain) chain.push(mention);
    else chains.set(key, [mention]);
  }
  return [...chains.values()].map((mentions) => {
    const [first] = mentions;
    const surest = mentions.reduce((best, mention) => (mention.confidence > best.confidence ? mention : best));
    const place = first?.candidates[0];
    const words = mentions.map(({ start, end }) => text.slice(start, end));
    const known = place?.name ?? words[0] ?? "";
    const name = /\p{Ll}/u.test(known) ? known : (words.find((form) => /\p{Ll}/u.test(form)) ?? known);
    return {
      type: "place" as const,
      name,
      aliases: otherForms(words, name),
      roles: [],
      mentions: mentions.map(toEntityMention),
      named: true,
      // "it", or "they" for a country's team or government
      agreement: { he: 0, she: 0, they: 0.4 },
      place,
      alternatives: place && surest.candidates.slice(1),
      confidence: place && surest.confidence,
    };
  });
}
