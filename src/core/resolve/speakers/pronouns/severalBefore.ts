import type { Article } from "../../../text/article.js";
import type { TextRange } from "../../../document/range.js";
import type { FoundEntity } from "../../foundEntity.js";
import type { Conversation, Turn } from "../conversation.js";
import { isOnePerson, isSeveral, isSomebody } from "../phrases/descriptions.js";

/**
 * Whom "they" or "it" tells again among those who have just spoken, in this block or the one before; "they" also behind one who spoke for the several
 * ("Residents demand … . “…,” a resident said. They …").
 */
export function severalBefore(article: Article, entities: readonly FoundEntity[], conversation: Conversation, block: number, pronoun: string): Turn | undefined {
  if (pronoun !== "they" && pronoun !== "it") return undefined;
  const isMeant = ({ entities: [entity, ...others], at }: Turn): boolean => (pronoun === "they" && others.length > 0) || isGroup(article, entities, entity, pronoun, at);
  const [last, before] = conversation.recent(2);
  // "“…,” the experts said." and, one paragraph further on, "“…,” they said"
  const reach = pronoun === "they" && last?.direct === true && isSeveral(article, last.at) ? 2 : 1;
  if (!last || last.block < block - reach) return undefined;
  if (isMeant(last)) return last;
  const isOfThem = (last.entities[0] ?? 0) >= entities.length && isOnePerson(article, last.at);
  return pronoun === "they" && isOfThem && before && before.block >= last.block - 1 && isMeant(before) ? before : undefined;
}

/** A place that has just spoken stands for its government, which is "it"; somebody without a name is not, and is not "they" either. */
function isGroup(article: Article, entities: readonly FoundEntity[], entity: number | undefined, pronoun: string, at: TextRange): boolean {
  const type = entity === undefined ? undefined : entities[entity]?.type;
  if (type === undefined && (pronoun === "it" ? isSomebody(article, at) || isSeveral(article, at) : isOnePerson(article, at))) return false;
  return entity !== undefined && (entity >= entities.length || type === "organization" || (type === "place" && pronoun === "it"));
}
