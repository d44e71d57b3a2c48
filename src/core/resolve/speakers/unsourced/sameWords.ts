import type { Attribution, SpeakerChoice } from "../../../detect/findings.js";
import type { Article } from "../../../text/article.js";

/** Words at the head of a quotation by which it is looked for; shorter ones may be anybody's. */
const LEAST_WORDS = 4;
const CONFIDENCE = 0.85;
/** Places with the same few words that are kept, so that a text of one sentence said a thousand times takes linear time. */
const MOST_ALIKE = 8;

/** Where words are told by somebody who is known: from a token on, to the end of what was said. */
interface Told {
  readonly first: number;
  readonly end: number;
  /** Of the attribution. */
  readonly index: number;
}

/**
 * “Nobody asked us” / … / “Nobody asked us about the ferry,” Mary Collins said: a quotation without a source in a headline, a caption or a pull quote
 * repeats what the article elsewhere tells with its speaker.
 */
export function withSameWords(article: Article, attributions: readonly Attribution[], choices: readonly SpeakerChoice[]): SpeakerChoice[] {
  const open = new Map<number, { readonly first: number; readonly end: number; readonly head: string }>();
  attributions.forEach(({ source, cue, contents: [content] }, index) => {
    if (!content || source || cue || choices[index]?.entities.length !== 0) return;
    const first = article.tokens.at(content.start);
    open.set(index, { first, end: content.end, head: headFrom(article, first, content.end) });
  });
  if (open.size === 0) return [...choices];
  const told = toldWords(article, attributions, choices, new Set([...open.values()].map(({ head }) => head)));
  return choices.map((choice, index) => {
    const words = open.get(index);
    const same = words && told.get(words.head)?.find((other) => says(article, other, words.first, words.end));
    const speaker = same && choices[same.index];
    const at = same && attributions[same.index];
    const evidence = at?.source ?? at?.contents[0];
    return speaker ? { ...speaker, reason: "same words", evidence: evidence ? [{ start: evidence.start, end: evidence.end }] : [], confidence: Math.min(CONFIDENCE, speaker.confidence), candidates: [] } : choice;
  });
}

/** Where the few words of `heads` are told by somebody who is known. */
function toldWords(article: Article, attributions: readonly Attribution[], choices: readonly SpeakerChoice[], heads: ReadonlySet<string>): ReadonlyMap<string, readonly Told[]> {
  const { tokens } = article;
  const firsts = new Set([...heads].map((head) => head.split(" ")[0]));
  const told = new Map<string, Told[]>();
  attributions.forEach(({ contents }, index) => {
    if (choices[index]?.entities.length === 0) return;
    for (const { start, end } of contents) {
      for (let first = tokens.at(start); first < tokens.length && tokens.start(first) < end; first++) {
        if (!isWord(article, first) || !firsts.has(wordAt(article, first))) continue;
        const head = headFrom(article, first, end);
        if (head === "" || !heads.has(head)) continue;
        const known = told.get(head);
        if (!known) told.set(head, [{ first, end, index }]);
        else if (known.length < MOST_ALIKE) known.push({ first, end, index });
      }
    }
  });
  return told;
}

/** The first few words from a token on; "" where fewer stand before the end. */
function headFrom(article: Article, first: number, end: number): string {
  const words: string[] = [];
  for (let token = nextWord(article, first, end); token !== undefined; token = nextWord(article, token + 1, end)) {
    words.push(wordAt(article, token));
    if (words.length === LEAST_WORDS) return words.join(" ");
  }
  return "";
}

/** True where all words of a quotation, whatever marks stand between them, are told one after the other. */
function says(article: Article, told: Told, first: number, end: number): boolean {
  let other = nextWord(article, told.first, told.end);
  for (let token = nextWord(article, first, end); token !== undefined; token = nextWord(article, token + 1, end)) {
    if (other === undefined || wordAt(article, other) !== wordAt(article, token)) return false;
    other = nextWord(article, other + 1, told.end);
  }
  return true;
}

function nextWord(article: Article, from: number, end: number): number | undefined {
  const { tokens } = article;
  for (let token = from; token < tokens.length && tokens.start(token) < end; token++) if (isWord(article, token)) return token;
  return undefined;
}

function isWord({ tokens }: Article, token: number): boolean {
  return tokens.kind(token) === "word" || tokens.kind(token) === "number";
}

function wordAt({ tokens }: Article, token: number): string {
  return tokens.lower(token).replace("’", "'");
}
