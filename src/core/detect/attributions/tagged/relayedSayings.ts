import { contains, type TextRange } from "../../../document/range.js";
import { lastStartingBy } from "../../../document/sortedRanges.js";
import { cueForms } from "../../../lexicon/cues.js";
import type { Article, Block } from "../../../text/article.js";
import type { Attribution } from "../../findings.js";

/** By which a paper or a record passes on what it has from others. */
const RELAYS = /^(?:according to|(?:(?:has|have|had) )?reported|reports?|as reported by)$/iu;
/** Those whom it counts speak as one. */
const COUNTS = /\b(?:polls?|polling|surveys?)\b/iu;
/** A cue with no more than an object tells of a deed as often ("called for attacks"). */
const LEAST_SURE = 0.75;
const SAYS = /^(?:sa(?:y|ys|id)|t(?:ell|ells|old)|stated?|states|confirm(?:s|ed)?|admit(?:s|ted)?|alleged?|alleges|claim(?:s|ed)?|den(?:y|ies|ied)|warn(?:s|ed)?|announced?|announces|insist(?:s|ed)?|acknowledged?|testif(?:ies|ied))$/u;
const OPENING_MARK = /^(?:["“«‘]|''?)/u;
const CLOSING_MARK = /[”"’'»]/u;

/** What the rules find in a part of a block, nothing else of the article looked at; asked for blocks in the article's order. */
export type ReadPart = (block: Block, part: TextRange) => readonly Attribution[];

/**
 * "The mayor said the bridge was safe, the Gazette reported", "According to the Gazette, the mayor said …": beside what the paper passes on, what the mayor has said.
 * A quotation is the mayor's alone; the paper tells that the mayor said it.
 *
 * @param attributions in document order
 */
export function withRelayedSayings(article: Article, attributions: readonly Attribution[], read: ReadPart): Attribution[] {
  return attributions.flatMap((attribution) => {
    const part = relayedPart(article, attribution);
    const block = part && article.blocks[lastStartingBy(article.blocks, part.start)];
    if (!part || !block || part.end > block.end) return [attribution];
    const said = read(block, part).find((inner) => isSaid(article, inner) && isWhole(article, inner, part));
    const [content] = attribution.contents;
    return said ? [content && content.end < part.end ? { ...attribution, contents: [part] } : attribution, said] : [attribution];
  });
}

/** The one clause that is passed on, "that" left out: the content, or with a quotation all that stands before who reports it. */
function relayedPart({ text, tokens }: Article, { contents, cue, source }: Attribution): TextRange | undefined {
  const [content, ...others] = contents;
  if (!cue || !source || !content || others.length > 0 || !RELAYS.test(text.slice(cue.start, cue.end)) || COUNTS.test(text.slice(source.start, source.end))) return undefined;
  const first = tokens.at(content.start);
  if (content.start >= cue.end) return tokens.lower(first) === "that" && tokens.start(first + 1) < content.end ? { start: tokens.start(first + 1), end: content.end } : content;
  let last = tokens.at(Math.min(cue.start, source.start)) - 1;
  if (tokens.text(last) === ",") last--;
  return last > first ? { start: content.start, end: Math.max(content.end, tokens.end(last)) } : undefined;
}

/** True for words in quotation marks, or told with a verb that is for speech alone: "found", "showed" and "added" are for much else. */
function isSaid({ text, tokens }: Article, { cue, contents, confidence }: Attribution): boolean {
  if (!cue || confidence < LEAST_SURE) return false;
  const verb = tokens.lower(tokens.at(cue.end - 1));
  const isQuoted = contents.some(({ start }) => OPENING_MARK.test(text.slice(start, start + 2)));
  return isQuoted ? cueForms.get(verb)?.some(({ cue: { mode } }) => mode !== "thought") === true : SAYS.test(verb);
}

/** True where who speaks is the subject of the whole clause, or stands behind the quotation that it begins with. */
function isWhole({ text }: Article, { source, cue, contents }: Attribution, part: TextRange): boolean {
  const [first] = contents;
  if (!source || !cue || !first || !contents.every((content) => contains(part, content))) return false;
  return source.start === part.start || (first.start === part.start && CLOSING_MARK.test(text.charAt(first.end - 1)));
}
