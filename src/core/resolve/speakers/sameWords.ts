import type { Attribution, SpeakerChoice } from "../../detect/findings.js";
import type { Article } from "../../text/article.js";

/** Words at the head of a quotation by which it is looked for; shorter ones may be anybody's. */
const LEAST_WORDS = 4;
const CONFIDENCE = 0.85;

/** What was said by somebody who is known, as its words. */
interface Told {
  readonly words: readonly string[];
  /** Which of the words is meant. */
  readonly at: number;
  readonly index: number;
}

/**
 * “Nobody asked us” / … / “Nobody asked us about the ferry,” Mary Collins said: a quotation without a source in a headline, a caption or a pull quote
 * repeats what the article elsewhere tells with its speaker.
 */
export function withSameWords(article: Article, attributions: readonly Attribution[], choices: readonly SpeakerChoice[]): SpeakerChoice[] {
  const open = new Map<number, readonly string[]>();
  attributions.forEach(({ source, cue, contents: [content] }, index) => {
    if (!content || source || cue || choices[index]?.entities.length !== 0) return;
    const words = wordsIn(article, content);
    if (words.length >= LEAST_WORDS) open.set(index, words);
  });
  if (open.size === 0) return [...choices];
  const told = toldWords(article, attributions, choices, new Set([...open.values()].map((words) => headOf(words, 0))));
  return choices.map((choice, index) => {
    const words = open.get(index);
    const same = words && told.get(headOf(words, 0))?.find((other) => words.every((word, nth) => other.words[other.at + nth] === word));
    const speaker = same && choices[same.index];
    const at = same && attributions[same.index];
    const evidence = at?.source ?? at?.contents[0];
    return speaker ? { ...speaker, reason: "same words", evidence: evidence ? [{ start: evidence.start, end: evidence.end }] : [], confidence: Math.min(CONFIDENCE, speaker.confidence), candidates: [] } : choice;
  });
}

/** Where the few words of `heads` are told by somebody who is known. */
function toldWords(article: Article, attributions: readonly Attribution[], choices: readonly SpeakerChoice[], heads: ReadonlySet<string>): ReadonlyMap<string, readonly Told[]> {
  const firsts = new Set([...heads].map((head) => head.split(" ")[0]));
  const told = new Map<string, Told[]>();
  attributions.forEach(({ contents }, index) => {
    if (choices[index]?.entities.length === 0) return;
    for (const content of contents) {
      const words = wordsIn(article, content);
      for (let at = 0; at + LEAST_WORDS <= words.length; at++) {
        const head = firsts.has(words[at]) ? headOf(words, at) : "";
        if (!heads.has(head)) continue;
        const known = told.get(head);
        if (!known) told.set(head, [{ words, at, index }]);
        else if (known.length < MOST_ALIKE) known.push({ words, at, index });
      }
    }
  });
  return told;
}

/** Places with the same few words that are kept, so that a text of one sentence said a thousand times takes linear time. */
const MOST_ALIKE = 8;

function headOf(words: readonly string[], at: number): string {
  return words.slice(at, at + LEAST_WORDS).join(" ");
}

function wordsIn({ text }: Article, { start, end }: { readonly start: number; readonly end: number }): string[] {
  return text.slice(start, end).replace(/[’]/gu, "'").toLowerCase().match(/[\p{L}\p{N}]+(?:'\p{L}+)?/gu) ?? [];
}
