import type { TextRange } from "../../../document/range.js";
import { lastStartingBy } from "../../../document/sortedRanges.js";
import { auxiliaries, pastVerbs } from "../../../lexicon/wordClasses.js";
import { genderOf } from "../phrases/descriptions.js";
import type { SpeakerScene } from "../scene.js";
import type { HeOrShe } from "./heOrShe.js";

const OWN = /^(?:his|her|their|my)$/u;
/** Words between whose relative it is and the noun: "her older". */
const MOST_BETWEEN = 2;

/** "“…,” Cole said. Her brother nodded. “…,” he said": a relative of the pronoun's gender, who alone is the subject of the sentence before the words, up to the noun. */
export function kinBefore({ article: { tokens, sentences }, entities, mentions, quoted }: SpeakerScene, { word, source, contents }: HeOrShe): TextRange | undefined {
  const start = Math.min(source.start, contents[0]?.start ?? source.start);
  const own = sentences[lastStartingBy(sentences, start)];
  const before = sentences[lastStartingBy(sentences, start) - 1];
  if (!own || !before || own.block !== before.block || quoted(before.start) || !OWN.test(tokens.lower(before.firstToken))) return undefined;
  let noun = before.firstToken + 1;
  while (noun < before.firstToken + 1 + MOST_BETWEEN && genderOf(tokens.lower(noun)) === undefined) noun++;
  const verb = tokens.lower(noun + 1);
  if (genderOf(tokens.lower(noun)) !== word || !(auxiliaries.has(verb) || pastVerbs.has(verb) || /(?:ed|s)$/u.test(verb))) return undefined;
  const isAlone = mentions.within(before).every(({ entity }) => entities[entity]?.type !== "person");
  return isAlone ? tokens.span(before.firstToken, noun + 1) : undefined;
}
