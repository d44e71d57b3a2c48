import type { Findings } from "../detect/findings.js";
import type { Attribution, Quotation } from "../detect/findings.js";
import type { Factuality, StatementKind, StatementMode } from "../document/annotationDocument.js";
import type { TextRange } from "../document/range.js";
import { firstEndingAfter } from "../document/sortedRanges.js";
import { PROSPECT } from "../detect/attributions/cues.js";
import { cueForms, type CueVerb } from "../lexicon/cues.js";
import { adverbs, auxiliaries, irrealis, negations } from "../lexicon/wordClasses.js";
import type { Article } from "../text/article.js";
import { ModeFinder } from "./circumstances/modes.js";
import type { FoundEntity } from "./foundEntity.js";
import { OccasionFinder } from "./circumstances/occasions.js";
import type { ResolvedSpeakers } from "./speakers.js";

/** How, when and where something was said. `when` and `where` are the ranges of a date and a place mention. */
export interface Circumstances {
  readonly kind: StatementKind;
  readonly mode: StatementMode;
  readonly factuality: Factuality;
  readonly when: TextRange | null;
  readonly where: TextRange | null;
}

/** Kind, mode, factuality, when and where of each attribution, in the same order. `published` is the day of the article, where it is known. */
export function findCircumstances(article: Article, attributions: readonly Attribution[], entities: readonly FoundEntity[], found: Findings, speakers: ResolvedSpeakers, published = ""): Circumstances[] {
  const marked = found.quotations.filter((quotation) => quotation.depth === 0 && (quotation.role === "speech" || quotation.role === "scare") && !isOfHeadline(article, quotation, found.quotations)).flatMap(({ parts }) => parts);
  const modes = new ModeFinder(article, [...entities, ...speakers.unnamed]);
  const occasions = new OccasionFinder(article, attributions, found);
  const toCome = new Set<number | undefined>(found.dates.filter(({ value }) => isLater(value, published)).map(({ start }) => start));
  return attributions.map((attribution, index) => {
    const verb = cueVerb(article, attribution.cue);
    const mode = modes.find(attribution, speakers.choices[index], verb);
    const factuality = factualityOf(article, attribution, verb);
    const occasion = occasions.find(index, speakers.choices[index]?.entities[0], mode !== "thought" && !isPresent(article, attribution.cue));
    return {
      kind: attribution.construction === "label" || attribution.construction === "introduced block" ? "direct" : kindOf(article, attribution, marked),
      mode,
      factuality,
      // "It closes in June after they voted": nobody tells what was said on a day to come
      when: factuality !== "hypothetical" && toCome.has(occasion.when?.start) ? null : occasion.when,
      // "In Spain, the company hopes to grow": no place where it hopes
      where: mode === "thought" ? null : occasion.where,
    };
  });
}

/** A day or month after that of the article. */
function isLater(value: string, published: string): boolean {
  const [day] = /^\d{4}-\d{2}(?:-\d{2})?(?!\d)/u.exec(value) ?? [];
  return day !== undefined && published !== "" && day > published.slice(0, day.length);
}

/** A headline with a full stop at its end is read as a paragraph. */
const HEADLINE_TOKENS = 30;
/** The share of its longer words that begin with one. */
const CAPITALS = 0.8;

/** `Banks Plan ‘Brutal’ Cuts`: where what people say stands in double marks, the single ones of a headline in capitals are the editor's, who seldom repeats words as they were said. */
function isOfHeadline({ blocks, text }: Article, { marks, block }: Quotation, all: readonly Quotation[]): boolean {
  if (marks !== "single") return false;
  const first = blocks.findIndex(({ firstToken, endToken }) => firstToken < endToken);
  const headline = blocks[first];
  if (block !== first || !headline || headline.endToken - headline.firstToken > HEADLINE_TOKENS || headline.endSentence - headline.firstSentence > 1) return false;
  const long = text.slice(headline.start, headline.end).match(/\p{L}{4,}/gu) ?? [];
  if (long.filter((word) => /^\p{Lu}/u.test(word)).length < CAPITALS * long.length) return false;
  return all.some((other) => other.marks === "double" && other.block > first && / /u.test(text.slice(other.start, other.end)));
}

/** `direct`: all words stand within quotation marks; `indirect`: none; else `mixed`. */
function kindOf({ text }: Article, { contents }: Attribution, marked: readonly TextRange[]): StatementKind {
  let quoted = false;
  let bare = false;
  for (const content of contents) {
    let from = content.start;
    for (let index = firstEndingAfter(marked, content.start); index < marked.length; index++) {
      const range = marked[index];
      if (!range || range.start >= content.end) break;
      quoted = true;
      bare ||= /[\p{L}\p{N}]/u.test(text.slice(from, Math.max(from, range.start)));
      from = Math.max(from, range.end);
    }
    bare ||= /[\p{L}\p{N}]/u.test(text.slice(from, content.end));
  }
  return quoted ? (bare ? "mixed" : "direct") : "indirect";
}

/** The verb of a cue, whatever auxiliaries and adverbs the cue holds. */
function cueVerb({ tokens }: Article, cue: TextRange | null): CueVerb | undefined {
  if (!cue) return undefined;
  for (let index = tokens.at(cue.end - 1); index >= 0 && tokens.start(index) >= cue.start; index--) {
    // "shot back" is no support
    if (tokens.lower(index) === "back" && tokens.start(index) > cue.start && !auxiliaries.has(tokens.lower(index - 1)) && !adverbs.has(tokens.lower(index - 1))) continue;
    const forms = cueForms.get(tokens.lower(index));
    const fitting = forms?.find(({ cue: { particle } }) => particle === undefined || particle === tokens.lower(index + 1));
    if (fitting) return fitting.cue;
  }
  return undefined;
}

/** "says", "denies": what holds at no particular time. */
function isPresent({ tokens }: Article, cue: TextRange | null): boolean {
  return cue !== null && cueForms.get(tokens.lower(tokens.at(cue.end - 1)))?.some(({ forms }) => forms.has("third person")) === true;
}

/** Words before the cue in which a negation or "would" belongs to it. */
const GROUP = 4;
/** "Nobody has claimed that it is safe", "None of them said so". */
const NOBODY = /^(?:nobody|none|neither)$/u;

function factualityOf({ text, tokens }: Article, { cue, source, contents }: Attribution, verb: CueVerb | undefined): Factuality {
  if (!cue) return "asserted";
  const last = tokens.at(cue.end - 1);
  const from = Math.max(0, tokens.at(cue.start) - GROUP, source && source.end <= cue.start ? tokens.at(source.end) : 0);
  const first = source && source.end <= cue.start ? from : tokens.at(cue.start);
  let hypothetical = source !== null && /^(?:if|unless)$/u.test(tokens.lower(tokens.at(source.start) - 1));
  let denials = (verb?.verb === "deny" ? 1 : 0) + (source && NOBODY.test(tokens.lower(tokens.at(source.start))) ? 1 : 0);
  const [content] = contents;
  // “And it went out less,” she would add: so she used to
  const isHabit = content !== undefined && content.end <= cue.start && /^["“‘'«]/u.test(text.slice(content.start, content.start + 1));
  for (let index = first; index <= last; index++) {
    const lower = tokens.lower(index);
    if (negations.has(lower)) denials++;
    hypothetical ||= (irrealis.has(lower) && !(isHabit && lower === "would")) || tokens.text(index) === "may" || PROSPECT.test(lower);
  }
  // "did not deny" is no denial
  return denials % 2 === 1 ? "denied" : hypothetical ? "hypothetical" : "asserted";
}

