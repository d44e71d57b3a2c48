import { contains } from "../../../document/range.js";
import { cueForms } from "../../../lexicon/cues.js";
import { passives } from "../../../lexicon/wordClasses.js";
import { sentenceAt, type Article } from "../../../text/article.js";
import type { Attribution } from "../../findings.js";
import { phraseAt } from "../phrases.js";
import type { Scene } from "../scene.js";

/** Participles before what something is called, beside the cues that take an object. */
const NAMING = /^(?:called|dubbed|deemed|branded|labell?ed|termed|nicknamed|considered|declared|pronounced|judged)$/u;
/** Articles and the like between such a verb and the quotation: "called a “disgrace”". */
const ARTICLE = /^(?:an?|the|his|her|their|its)$/u;
/** Tokens of an agent between "by" and "as" at most. */
const AGENT_LENGTH = 12;

/** `a storm deemed “unsurvivable” by forecasters`, `was described as “a death trap” by residents`: whoever stands behind "by" has called it so. */
export function findAgent(scene: Scene, at: number): boolean {
  const { pieces } = scene;
  if (pieces[at]?.kind !== "quotation" || pieces[at + 1]?.lower !== "by" || pieces[at + 1]?.opens) return false;
  let verb = ARTICLE.test(pieces[at - 1]?.lower ?? "") ? at - 2 : at - 1;
  const isAs = pieces[verb]?.lower === "as";
  if (isAs) verb--;
  const lower = pieces[verb]?.lower ?? "";
  const source = phraseAt(pieces, at + 2, true);
  const content = { first: at, end: at + 1 };
  if (!source || scene.isClaimed(content) || !(isAs ? isDone(lower) : NAMING.test(lower))) return false;
  const first = passives.has(pieces[verb - 1]?.lower ?? "") ? verb - 1 : verb;
  scene.add({ contents: [content], cue: { first, end: verb + 1 }, source, construction: "according to", confidence: 0.8 });
  return true;
}

/** A participle of saying that takes an object: "described", "hailed". */
function isDone(lower: string): boolean {
  return NAMING.test(lower) || cueForms.get(lower)?.some(({ cue, forms }) => forms.has("participle") && cue.patterns.has("object")) === true;
}

/** `A man described by police as “armed”`: behind such a participle "by" tells the source, not what stands before it. */
export function withAgent(article: Article, attribution: Attribution): Attribution {
  const { tokens } = article;
  const { source, cue, contents } = attribution;
  const sentence = cue && sentenceAt(article, cue.start);
  if (!cue || !sentence || (source && source.start > cue.start)) return attribution;
  const last = tokens.at(cue.end - 1);
  const by = tokens.lower(last) === "by" ? last : last + 1;
  if (tokens.lower(by) !== "by" || !isDone(tokens.lower(by - 1))) return attribution;
  let end = by + 1;
  while (end < sentence.endToken && end <= by + AGENT_LENGTH && tokens.kind(end) === "word" && tokens.lower(end) !== "as") end++;
  if (tokens.lower(end) !== "as" || end === by + 1) return attribution;
  const agent = tokens.span(by + 1, end);
  const [content] = contents;
  // "as" may open the content or stand before it
  const follows = content !== undefined && (content.start === tokens.start(end) || content.start === tokens.start(end + 1));
  return follows && !contents.some((range) => contains(range, agent)) ? { ...attribution, source: agent, cue: { start: cue.start, end: tokens.end(by - 1) } } : attribution;
}
