import type { SpeakerChoice } from "../../../detect/findings.js";
import type { TextRange } from "../../../document/range.js";
import { lastStartingBy } from "../../../document/sortedRanges.js";
import { cueForms } from "../../../lexicon/cues.js";
import { nameWords, Word } from "../../../lexicon/nameWords.js";
import { auxiliaries, pastVerbs, prepositions } from "../../../lexicon/wordClasses.js";
import type { Article } from "../../../text/article.js";
import type { FoundEntity } from "../../foundEntity.js";
import type { MentionIndex } from "../mentionIndex.js";
import { isPossessive } from "../mentionForms.js";

/** Begins a clause that comes before the main one. */
const OPENING = /^(?:as|when|while|though|although|after|before|since|once|because|until)$/u;
/** Words of such a clause. */
const LONGEST = 50;
/** Words before the name in it. */
const LONGEST_TITLE = 6;

/**
 * "As school board president Paul Denning left the room, he said", "Though Mary Collins was asked to come, the actor said": whom a clause that opens the sentence
 * is about, where what speaks follows its comma.
 *
 * @param fits whether the pronoun or phrase may mean an entity
 */
export function openingSubject(article: Article, entities: readonly FoundEntity[], mentions: MentionIndex, source: TextRange, fits: (entity: FoundEntity) => boolean): SpeakerChoice | undefined {
  const { tokens, sentences } = article;
  const sentence = sentences[lastStartingBy(sentences, source.start)];
  const at = tokens.at(source.start);
  if (!sentence || !OPENING.test(tokens.lower(sentence.firstToken)) || tokens.text(at - 1) !== "," || at - sentence.firstToken > LONGEST) return undefined;
  // "After Ms. Hale, in May, said no, Mrs. Reed replied that, she said, …": whose clause is over long before
  for (let index = sentence.firstToken; index < at - 1; index++) if (tokens.text(index) === ",") return undefined;
  const [first] = mentions.within({ start: sentence.start, end: source.start });
  const person = first && entities[first.entity];
  if (!first || !person || person.type !== "person" || isPossessive(article, first)) return undefined;
  if (!isTitle(article, sentence.firstToken + 1, tokens.at(first.start))) return undefined;
  return fits(person) ? { entities: [first.entity], reason: "pronoun", evidence: [{ start: first.start, end: first.end }], confidence: 0.75, candidates: [] } : undefined;
}

/** True for what may stand before a name and belong to it: "the former", "school board president". */
function isTitle({ tokens }: Article, first: number, name: number): boolean {
  const lists = nameWords();
  if (first === name) return true;
  if (name - first > LONGEST_TITLE) return false;
  for (let index = first; index < name; index++) {
    const lower = tokens.lower(index);
    if (tokens.kind(index) !== "word" || prepositions.has(lower) || auxiliaries.has(lower) || pastVerbs.has(lower) || cueForms.has(lower)) return false;
  }
  return tokens.isCapitalized(name - 1) || (lists.facts(tokens.lower(name - 1).replace(/\.$/u, "")) & (Word.role | Word.roleModifier | Word.honorific)) !== 0;
}
