import { cueForms } from "../../../lexicon/cues.js";
import { compareRanges } from "../../../document/range.js";
import { firstEndingAfter } from "../../../document/sortedRanges.js";
import type { Article } from "../../../text/article.js";
import type { Attribution } from "../../findings.js";
import { isFree } from "./tagged.js";

/**
 * What it adds to the log odds of a learned statement that the rules have found the same contents and source, the same contents,
 * others that overlap, or nothing. Fitted on 60 training articles that the network has not learned from.
 */
const AGREEMENT = { same: 0.18, contents: 0.13, overlap: -0.06, none: -0.26 } as const;
/** Less sure statements are left out: most of them are wrong. Chosen on the same articles, where cues and sources agree best with the gold (0.2 to 0.3 tried). */
const LEAST = 0.23;
/** The same without a source. */
const LEAST_SOURCELESS = 0.45;

/** The learned statements, each as sure as it is beside the rules' view, without those that neither is sure of. What both find stays; a speaker whom only the rules see is theirs. */
export function weighAgainstRules(tagged: readonly Attribution[], byRule: readonly Attribution[]): Attribution[] {
  const known = new Map(byRule.map((attribution) => [keyOf(attribution), attribution]));
  const isUntouched = isFree(byRule.filter(({ cue }) => cue !== null));
  return tagged.flatMap((attribution) => {
    const { contents, cue, construction } = attribution;
    const twin = known.get(keyOf(attribution));
    const isSame = twin !== undefined && twin.source?.start === attribution.source?.start && twin.source?.end === attribution.source?.end;
    const agreement = isSame ? "same" : twin ? "contents" : contents.every(isUntouched) ? "none" : "overlap";
    const confidence = shifted(attribution.confidence, AGREEMENT[agreement]);
    const source = attribution.source ?? twin?.source ?? null;
    return isSame || confidence >= (source ? LEAST : LEAST_SOURCELESS) ? [{ contents, cue, source, construction, confidence }] : [];
  });
}

/** "who asked not to be named, said": the source begins before its relative clause, as the rules for the same contents and cue see it. */
export function withWholeSource({ text }: Article, attribution: Attribution, byRule: ReadonlyMap<number, Attribution>): Attribution {
  const { source, contents } = attribution;
  const whole = byRule.get(contents[0]?.start ?? -1)?.source;
  if (!source || !whole || !/^who\s/u.test(text.slice(source.start, source.start + 4))) return attribution;
  return whole.start < source.start && whole.end > source.start ? { ...attribution, source: whole } : attribution;
}

/** “…,” said Hollis. “…”: a further quotation that the rules give to the same cue, where no statement has claimed it. */
export function withFurtherQuotations({ text }: Article, tagged: readonly Attribution[], byRule: readonly Attribution[]): Attribution[] {
  const byCue = new Map(byRule.flatMap((attribution) => (attribution.cue ? [[attribution.cue.end, attribution] as const] : [])));
  // few have any
  let isUnclaimed: ReturnType<typeof isFree> | undefined;
  return tagged.map((attribution) => {
    const { contents, cue, source } = attribution;
    const rule = cue ? byCue.get(cue.end) : undefined;
    const isSame = rule?.source !== undefined && rule.source?.start === source?.start && rule.contents[0]?.start === contents[0]?.start;
    const further = isSame ? rule.contents.slice(1).filter((content) => /^["'“‘«„`]/u.test(text.slice(content.start, content.start + 1)) && (isUnclaimed ??= isFree(tagged))(content)) : [];
    return further.length > 0 ? { ...attribution, contents: [...contents, ...further].sort(compareRanges) } : attribution;
  });
}

/** Joins two who speak: “it is too late”, whereas the union called for …; "and" joins what one says as often. */
const OTHER_SPEAKER = /, (?:but|while|whereas|though|although) $/u;
const JOIN_LENGTH = 12;

/**
 * "… was too late, whereas the union called for a vote": what was said ends where, behind a comma and such a word, the rules see the next source and its verb
 * (in 26 of 31 such sentences of PolNeAR train).
 */
export function withoutNextClause({ text }: Article, tagged: readonly Attribution[], byRule: readonly Attribution[]): Attribution[] {
  const next = byRule.filter(({ source, cue, contents }) => source && cue && source.end < cue.start && OTHER_SPEAKER.test(text.slice(source.start - JOIN_LENGTH, source.start)) && contents.some(({ start }) => start > cue.start)).sort((a, b) => (a.source?.start ?? 0) - (b.source?.start ?? 0));
  if (next.length === 0) return [...tagged];
  const starts = next.map(({ source, cue }) => ({ start: source?.start ?? 0, end: cue?.end ?? 0 }));
  return tagged.map((attribution) => {
    const contents = attribution.contents.map((content) => {
      const inner = starts[firstEndingAfter(starts, content.start)];
      if (!inner || inner.start <= content.start || inner.end > content.end || (attribution.source?.start ?? 0) > content.start) return content;
      return { start: content.start, end: text.lastIndexOf(",", inner.start) };
    });
    return contents.some((content, index) => content !== attribution.contents[index]) ? { ...attribution, contents } : attribution;
  });
}

/** Rules that are less sure add nothing of their own. */
const LEAST_OF_RULES = 0.8;

/**
 * What only the rules have found, where no learned statement stands and the construction leaves no doubt: "according to", or a verb of
 * saying that takes a quotation as well as a clause ("said", "announced"; not "wrote that spot", "rules that bind").
 */
export function foundByRuleAlone({ tokens }: Article, byRule: readonly Attribution[], tagged: readonly Attribution[]): Attribution[] {
  const isUnclaimed = isFree(tagged);
  const isUnread = isFree(tagged.map((attribution) => ({ ...attribution, contents: attribution.cue ? [attribution.cue] : [] })));
  return byRule.filter(({ cue, contents, construction, confidence }) => {
    if (!cue || confidence < LEAST_OF_RULES || !isUnclaimed(cue) || !isUnread(cue) || !contents.every(isUnclaimed)) return false;
    return construction === "according to" || isSaying(tokens.lower(tokens.at(cue.end - 1)));
  });
}

function isSaying(word: string): boolean {
  return cueForms.get(word)?.some(({ cue: { mode, patterns } }) => mode === "speech" && patterns.has("quote") && patterns.has("bare")) === true;
}

function keyOf({ contents }: Attribution): string {
  return contents.map(({ start, end }) => `${start}-${end}`).join(" ");
}

/** A probability after a step in its log odds. */
function shifted(probability: number, step: number): number {
  return 1 / (1 + ((1 - probability) / Math.max(probability, Number.MIN_VALUE)) * Math.exp(-step));
}
