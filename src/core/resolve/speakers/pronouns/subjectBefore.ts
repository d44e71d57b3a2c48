import type { SpeakerChoice } from "../../../detect/findings.js";
import { contains } from "../../../document/range.js";
import { lastStartingBy } from "../../../document/sortedRanges.js";
import { nameWords, Word } from "../../../lexicon/nameWords.js";
import type { SpeakerScene } from "../scene.js";
import { agreesWith, type HeOrShe } from "./heOrShe.js";

/** Begins a clause about what stands before it, or one that is a thing itself. */
const RELATIVE = /^(?:which|what|whom|who|where|that)$/u;
/** Words that may stand before the name at a sentence's head: "The former Governor". */
const MOST_BEFORE = 6;

/** "Governor Novak has been blamed for his ruling, which he calls a mistake": in a relative clause of a sentence that begins with somebody and names no other, whoever it begins with. */
export function subjectBefore({ article: { sentences, tokens }, entities, mentions }: SpeakerScene, pronoun: HeOrShe): SpeakerChoice | undefined {
  const { source, contents } = pronoun;
  const at = tokens.at(source.start);
  const sentence = sentences[lastStartingBy(sentences, source.start)];
  if (!sentence || !RELATIVE.test(tokens.lower(tokens.text(at - 1) === "," ? at - 2 : at - 1))) return undefined;
  const people = mentions.within({ start: sentence.start, end: source.start }).filter(({ entity }) => entities[entity]?.type === "person");
  const [first] = people;
  if (!first || !agreesWith(pronoun, entities[first.entity]) || contents.some((content) => contains(content, first))) return undefined;
  const isAlone = people.every(({ entity }) => entity === first.entity || !agreesWith(pronoun, entities[entity]));
  const name = tokens.at(first.start);
  const isHead = name - sentence.firstToken <= MOST_BEFORE && tokensBetween(sentence.firstToken, name).every((index) => isTitleWord(tokens.lower(index)) || tokens.isCapitalized(index));
  return isAlone && isHead ? { entities: [first.entity], reason: "pronoun", evidence: [{ start: first.start, end: first.end }], confidence: 0.7, candidates: [] } : undefined;
}

function tokensBetween(first: number, end: number): number[] {
  return Array.from({ length: Math.max(0, end - first) }, (_, index) => first + index);
}

/** "the", "former", "mayor". */
function isTitleWord(lower: string): boolean {
  return lower === "the" || lower === "." || (nameWords().facts(lower) & (Word.role | Word.roleModifier | Word.honorific)) !== 0;
}
