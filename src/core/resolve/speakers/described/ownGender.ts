import { perObject } from "../../../common/perObject.js";
import type { TextRange } from "../../../document/range.js";
import { lastStartingBy } from "../../../document/sortedRanges.js";
import type { Article } from "../../../text/article.js";
import type { FoundEntity } from "../../foundEntity.js";
import { isObjectHer } from "../../entities/pronounsBehind.js";
import type { MentionIndex } from "../mentionIndex.js";

const OWN: ReadonlyMap<string, "he" | "she"> = new Map([["his", "he"], ["himself", "he"], ["her", "she"], ["herself", "she"]]);
/** Tokens behind a source in which what is its own is looked for. */
const REACH = 12;
/** A person who agrees less is not meant. */
const LEAST_AGREEMENT = 0.2;

/** "the candidate tells of her mother": people whom a phrase without a gender cannot mean, as what is told in its sentence to be its own is of the other one. */
export function barredByOwn(article: Article, entities: readonly FoundEntity[], mentions: MentionIndex, source: TextRange, quoted: (offset: number) => boolean): ReadonlySet<number> {
  const gender = ownGender(article, mentions, source, quoted);
  return gender === undefined ? NOBODY : othersThan(entities)[gender];
}

const NOBODY: ReadonlySet<number> = new Set();

/** The people whom neither pronoun means, by the pronoun; the same for every phrase. */
const othersThan = perObject((entities: readonly FoundEntity[]) => {
  const thoseWho = (gender: "he" | "she"): ReadonlySet<number> => new Set(entities.flatMap(({ type, agreement }, entity) => (type === "person" && agreement[gender] < LEAST_AGREEMENT ? [entity] : [])));
  return { he: thoseWho("he"), she: thoseWho("she") };
});

/** Of the first "his" or "her" behind a source in its clause, where nobody else is named before it. */
function ownGender({ tokens, sentences }: Article, mentions: MentionIndex, source: TextRange, quoted: (offset: number) => boolean): "he" | "she" | undefined {
  const first = tokens.at(source.end - 1) + 1;
  const end = Math.min(first + REACH, sentences[lastStartingBy(sentences, source.start)]?.endToken ?? first);
  for (let index = first; index < end; index++) {
    const gender = OWN.get(tokens.lower(index));
    if (tokens.kind(index) !== "word" || quoted(tokens.start(index))) return undefined;
    if (!gender) continue;
    return isObjectHer(tokens, index) || mentions.within({ start: source.end, end: tokens.start(index) }).length > 0 ? undefined : gender;
  }
  return undefined;
}
