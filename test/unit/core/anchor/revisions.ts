import { anchorDocument } from "../../../../src/core/anchor/anchorDocument.js";
import { describeDocument } from "../../../../src/core/anchor/describeDocument.js";
import type { Annotation, AnnotationDocument } from "../../../../src/core/document/annotationDocument.js";
import type { TextRange } from "../../../../src/core/document/range.js";
import { readArticles } from "./readArticles.js";
import { TrackedText } from "./trackedText.js";

/** Numbers from 0 up to a bound, the same every time. */
export type Random = (below: number) => number;

/** Every fourth word, the names, the quotes and the sentences of a text: what an analysis may have marked. */
export function spansOf(text: string): TextRange[] {
  const spans: TextRange[] = [];
  const add = (pattern: RegExp, keep = 1): void => {
    for (const [index, match] of [...text.matchAll(pattern)].entries()) if (index % keep === 0) spans.push({ start: match.index, end: match.index + match[0].length });
  };
  add(/\p{L}{2,}/gu, 4);
  add(/\p{Lu}\p{L}+(?: \p{Lu}\p{L}+)+/gu);
  add(/[“"][^“”"\n]+[”"]/gu);
  add(/[^.\n]{10,200}\.(?=\s)/gu, 2);
  return spans;
}

/** A document that marks spans of a text and nothing else. */
export function documentOf(text: string, spans: readonly TextRange[]): AnnotationDocument {
  const annotations = spans.map(({ start, end }, index): Annotation => ({ id: `a${index}`, type: "quote", start, end, text: text.slice(start, end), origin: "user" }));
  return describeDocument({ format: "on-record", version: 1, source: { file: "a.txt", length: text.length }, entities: [], annotations, statements: [] }, text);
}

/** A changed text, with the ranges of the first version that the change is about (all where it does not tell), and what now stands there twice, side by side. */
export interface Revision {
  readonly tracked: TrackedText;
  readonly about?: readonly TextRange[];
  readonly twice?: TextRange | undefined;
}

/** Kinds of changes that other people and programs make to an article. */
export const REVISIONS: Readonly<Record<string, (tracked: TrackedText, random: Random, spans: readonly TextRange[]) => Revision>> = {
  "line ends": (tracked) => ({ tracked: tracked.replaceAll(/\r?\n/gu, () => "\r\n") }),
  "lines joined": (tracked) => ({ tracked: tracked.replaceAll(/(?<!\n)\n(?!\n)/gu, () => " ") }),
  wrapping: (tracked, random) => {
    const width = 40 + random(50);
    let column = 0;
    return {
      tracked: tracked.replaceAll(/[ \n]+|[^ \n]+/gu, (word) => {
        if (word.includes("\n")) column = 0;
        else column += word.length;
        if (word !== " " || column < width) return word;
        column = 0;
        return "\n";
      }),
    };
  },
  "quote marks": (tracked) => {
    let isOpen = false;
    return {
      tracked: tracked.replaceAll(/[“”"]/gu, (mark) => {
        if (mark !== '"') return '"';
        isOpen = !isOpen;
        return isOpen ? "“" : "”";
      }).replaceAll(/['’‘]/gu, (mark) => (mark === "'" ? "’" : "'")),
    };
  },
  capitals: (tracked) => ({ tracked: tracked.replaceAll(/\p{Ll}/gu, (letter) => (letter.toUpperCase().length === 1 ? letter.toUpperCase() : letter)) }),
  "accents apart": (tracked) => ({ tracked: tracked.replaceAll(/[^\0-\x7F]/gu, (letter) => letter.normalize("NFD")) }),
  typewriter: (tracked) => {
    const typed: Readonly<Record<string, string>> = { "“": "``", "”": "''", "‘": "`", "’": "'", "—": "--", "–": "-", "…": "..." };
    return { tracked: tracked.replaceAll(/[“”‘’—–…]/gu, (mark) => typed[mark] ?? mark) };
  },
  references: (tracked) => {
    const names: Readonly<Record<string, string>> = { "&": "amp", '"': "quot", "“": "ldquo", "”": "rdquo", "‘": "lsquo", "’": "#8217", "—": "mdash", "–": "#x2013" };
    return { tracked: tracked.replaceAll(/[&"“”‘’—–]/gu, (mark) => `&${names[mark]};`) };
  },
  emphasis: (tracked, random) => {
    let changed = tracked;
    // last to first, so that the offsets of the others hold
    for (const match of [...tracked.text.matchAll(/\p{L}{4,}/gu)].filter(() => random(6) === 0).toReversed()) {
      const end = match.index + match[0].length;
      changed = changed.replace({ start: end, end }, "**").replace({ start: match.index, end: match.index }, "**");
    }
    return { tracked: changed };
  },
  "insertions elsewhere": (tracked, random, spans) => {
    const changed = withInsertions(tracked, random);
    return { tracked: changed, about: spans.filter((span) => !isParted(changed, span)) };
  },
  "insertions inside": (tracked, random, spans) => {
    const changed = withInsertions(tracked, random);
    return { tracked: changed, about: spans.filter((span) => isParted(changed, span)) };
  },
  "paragraph moved": (tracked, random) => {
    const all = paragraphsOf(tracked.text);
    const from = random(all.length);
    let to = random(all.length + 1);
    if (to === from || to === from + 1) to = from + 2 <= all.length ? from + 2 : 0;
    const range = all[from] ?? { start: 0, end: 0 };
    return { tracked: tracked.move(range, all[to]?.start ?? tracked.text.length), about: [range] };
  },
  "paragraph duplicated": (tracked, random) => {
    const { tracked: changed, range, isBeside } = duplicate(tracked, paragraphsOf(tracked.text), random);
    return { tracked: changed, about: isBeside ? beyond(tracked, range) : [range], twice: isBeside ? range : undefined };
  },
  "paragraph deleted": (tracked, random) => {
    const all = paragraphsOf(tracked.text);
    return { tracked: tracked.replace(all[random(all.length)] ?? { start: 0, end: 0 }, "") };
  },
  "sentence deleted": (tracked, random) => {
    const all = [...tracked.text.matchAll(/[^.\n]{10,300}\.(?=\s)/gu)];
    const match = all[random(all.length)];
    return { tracked: tracked.replace({ start: match?.index ?? 0, end: (match?.index ?? 0) + (match?.[0].length ?? 0) }, "") };
  },
  "sentence rewritten": (tracked, random) => {
    const all = [...tracked.text.matchAll(/[^.\n]{10,300}\.(?=\s)/gu)];
    const match = all[random(all.length)];
    return { tracked: tracked.replace({ start: match?.index ?? 0, end: (match?.index ?? 0) + (match?.[0].length ?? 0) }, inventedSentence(random)) };
  },
  "typos inside": (tracked, random, spans) => {
    // last to first, so that the offsets of the others hold
    const about = spans.filter(({ start, end }) => end - start >= 4).filter((_, index) => index % 7 === random(7)).toSorted((a, b) => b.start - a.start);
    let changed = tracked;
    let edge = Infinity;
    const touched: TextRange[] = [];
    for (const span of about) {
      if (span.end > edge) continue;
      const at = span.start + random(span.end - span.start - 1);
      const [first, second] = [tracked.text.charAt(at), tracked.text.charAt(at + 1)];
      if (!/\p{L}/u.test(first) || !/\p{L}/u.test(second)) continue;
      const kind = random(4);
      if (kind === 0) changed = changed.move({ start: at, end: at + 1 }, at + 2);
      else if (kind === 1) changed = changed.replace({ start: at, end: at + 1 }, "");
      else if (kind === 2) changed = changed.replace({ start: at + 1, end: at + 1 }, first);
      else changed = changed.replace({ start: at, end: at + 1 }, "x");
      edge = span.start;
      touched.push(span);
    }
    return { tracked: changed, about: touched };
  },
  "sentence moved": (tracked, random) => {
    const all = sentencesOf(tracked.text);
    const range = all[random(all.length)] ?? { start: 0, end: 0 };
    const ends = all.map(({ end }) => end).filter((end) => end < range.start || end > range.end);
    return { tracked: tracked.move(range, ends[random(ends.length)] ?? tracked.text.length), about: [range] };
  },
  "sentence copied elsewhere": (tracked, random) => {
    const all = sentencesOf(tracked.text);
    const range = all[random(all.length)] ?? { start: 0, end: 0 };
    const ends = all.map(({ end }) => end).filter((end) => end < range.start || end > range.end);
    const at = ends[random(ends.length)] ?? tracked.text.length;
    return { tracked: tracked.replace({ start: at, end: at }, tracked.text.slice(range.start, range.end)) };
  },
  "moved and edited": (tracked, random, spans) => inTurn(["insertions elsewhere", "paragraph moved", "sentence deleted", "quote marks", "wrapping"], tracked, random, spans),
  "duplicated and edited": (tracked, random, spans) => {
    const { tracked: changed, range, isBeside } = duplicate(tracked, paragraphsOf(tracked.text), random);
    const edited = inTurn(["insertions elsewhere", "wrapping", "quote marks", "typos inside"], changed, random, spans);
    return isBeside ? { ...edited, about: beyond(tracked, range), twice: range } : edited;
  },
  "older version kept": (tracked, random) => {
    const older = withInsertions(tracked, random).text;
    const revised = random(2) === 0 ? tracked : withInsertions(tracked, random);
    const at = random(2) === 0 ? 0 : revised.text.length;
    // which of the two it is nobody can tell
    return { tracked: revised.replace({ start: at, end: at }, `\n\n${older}\n\n`), about: [] };
  },
  "sentence copied and edited": (tracked, random, spans) => {
    const { tracked: changed, range, isBeside } = duplicate(tracked, sentencesOf(tracked.text), random);
    const edited = inTurn(["insertions elsewhere", "typos inside"], changed, random, spans);
    return isBeside ? { ...edited, about: beyond(tracked, range), twice: range } : { ...edited, about: [range] };
  },
  "short line copied and mistyped": (tracked, random) => {
    const lines = paragraphsOf(tracked.text).filter(({ start, end }) => end - start >= 8 && end - start <= 80);
    const range = lines[random(lines.length)] ?? { start: 0, end: 0 };
    const line = tracked.text.slice(range.start, range.end);
    const [copied, mistyped] = [random(2) === 0 ? range.start : range.end, random(2) === 0 ? range.start : range.end];
    const at = mistyped + random(line.trimEnd().length);
    const changed = tracked.replace({ start: copied, end: copied }, line).replace({ start: at, end: at + random(2) }, "xeao".charAt(random(4)));
    return { tracked: changed, about: beyond(tracked, range), twice: range };
  },
};

export interface Score {
  /** Spans of which words are left. */
  readonly asked: number;
  readonly found: number;
  /** Spans that came to other words than their own. */
  readonly wrong: number;
  /** Orphans of which nobody can tell which of two copies side by side they are. */
  readonly undecidable: number;
  readonly wrongOnes: readonly string[];
  readonly lostOnes: readonly string[];
}

/** What is measured: a kind of revision, what is known of the old text, and how many of its spans are marked. */
export interface Trial {
  readonly kind: string;
  readonly isBaseKnown: boolean;
  /** True where a person marked one to ten spans only, false where all that an analysis may have marked is known. */
  readonly isSparse: boolean;
  /** Revisions of each article. */
  readonly rounds: number;
  readonly seed: number;
}

/** Makes revisions of every article and anchors its spans again. */
export function scoreRevision({ kind, isBaseKnown, isSparse, rounds, seed }: Trial, texts: readonly string[] = readArticles()): Score {
  let [asked, found, wrong, undecidable] = [0, 0, 0, 0];
  const wrongOnes: string[] = [];
  const lostOnes: string[] = [];
  const random = randomNumbers(seed);
  for (const text of texts) {
    const all = spansOf(text);
    for (let round = 0; round < rounds; round++) {
      const chosen = isSparse ? Array.from({ length: 1 + random(10) }, () => all[random(all.length)] ?? { start: 0, end: 0 }) : all;
      const revision = REVISIONS[kind]?.(TrackedText.from(text), random, chosen);
      if (!revision) throw new Error(`there is no revision "${kind}"`);
      const { tracked, about, twice } = revision;
      const isAsked = ({ start, end }: TextRange): boolean => about === undefined || about.some((range) => range.start <= start && end <= range.end);
      // few spans would hardly ever be among those that the change is about
      const meant = isSparse && about !== undefined && !chosen.some(isAsked) ? all.filter(isAsked) : [];
      const spans = chosen.map((span, index) => (index % 2 === 0 ? (meant[random(meant.length)] ?? span) : span));
      const document = documentOf(text, spans);
      const anchored = anchorDocument(document, tracked.text, isBaseKnown ? text : undefined);
      for (const [index, annotation] of anchored.document.annotations.entries()) {
        const span = spans[index];
        if (!span) continue;
        const truth = tracked.whereIs(span);
        const isWhole = truth !== undefined && tracked.shared(truth, span) * 2 > span.end - span.start;
        const isAbout = isWhole && isAsked(span);
        if (isAbout) asked++;
        if (annotation.orphaned === true) {
          if (isWhole && twice && twice.start < span.end && span.start < twice.end) undecidable++;
          else if (isAbout) lostOnes.push(`${kind}: "${text.slice(span.start - 30, span.start)}[${text.slice(span.start, span.end)}]${text.slice(span.end, span.end + 30)}"`);
          continue;
        }
        const shared = tracked.shared(annotation, span);
        // of a letter that was typed twice either is the old one
        if (shared * 2 >= annotation.end - annotation.start) found += isAbout ? 1 : 0;
        else {
          wrong++;
          wrongOnes.push(`${kind}: "${text.slice(span.start, span.end)}" at ${span.start} came to "${annotation.text}" at ${annotation.start}, not ${truth?.start}`);
        }
      }
    }
  }
  return { asked, found, wrong, undecidable, wrongOnes, lostOnes };
}

function inTurn(kinds: readonly string[], tracked: TrackedText, random: Random, spans: readonly TextRange[]): Revision {
  return { tracked: kinds.reduce((changed, kind) => REVISIONS[kind]?.(changed, random, spans).tracked ?? changed, tracked) };
}

/** Puts in eight sentences, each behind another or behind words that were said. */
function withInsertions(tracked: TrackedText, random: Random): TrackedText {
  let changed = tracked;
  for (let count = 0; count < 8; count++) {
    const ends = [...changed.text.matchAll(/[.!?”"]\s+/gu)].map((match) => match.index + match[0].length);
    const at = ends[random(ends.length)] ?? 0;
    changed = changed.replace({ start: at, end: at }, `${inventedSentence(random)} `);
  }
  return changed;
}

function isParted(tracked: TrackedText, span: TextRange): boolean {
  const now = tracked.whereIs(span);
  return now !== undefined && now.end - now.start > span.end - span.start;
}

/** Puts a copy of one of some stretches before another, or at the end; `isBeside` where it stands right next to the stretch. */
function duplicate(tracked: TrackedText, all: readonly TextRange[], random: Random): { tracked: TrackedText; range: TextRange; isBeside: boolean } {
  const from = random(all.length);
  const range = all[from] ?? { start: 0, end: 0 };
  const to = random(all.length + 1);
  const at = all[to]?.start ?? tracked.text.length;
  return { tracked: tracked.replace({ start: at, end: at }, tracked.text.slice(range.start, range.end)), range, isBeside: to === from || to === from + 1 };
}

function beyond(tracked: TrackedText, { start, end }: TextRange): TextRange[] {
  return [{ start: 0, end: start }, { start: end, end: tracked.text.length }];
}

/** Sentences with the spaces before them. */
function sentencesOf(text: string): TextRange[] {
  return [...text.matchAll(/ ?[^.\n]{10,300}\.(?=\s)/gu)].map((match) => ({ start: match.index, end: match.index + match[0].length }));
}

/** Paragraphs with the line ends behind them. */
function paragraphsOf(text: string): TextRange[] {
  return [...text.matchAll(/[^\r\n]+(?:[\r\n]+|$)/gu)].map((match) => ({ start: match.index, end: match.index + match[0].length }));
}

const WORDS = "harbour lantern winter said council the of and river quietly Monday he she they report told minister under bright seven clerk ferry stone letter evening".split(" ");

function inventedSentence(random: Random): string {
  const words = Array.from({ length: 5 + random(10) }, () => WORDS[random(WORDS.length)] ?? "the").join(" ");
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}

/** Multiplication and a shift: good enough for choosing places, and the same on every machine. */
export function randomNumbers(seed: number): Random {
  let state = seed | 1;
  return (below) => {
    state = (Math.imul(state, 0x2c1b3c6d) + 0x297a2d39) | 0;
    const mixed = Math.imul(state ^ (state >>> 15), 0x85ebca6b);
    return ((mixed ^ (mixed >>> 13)) >>> 0) % Math.max(1, below);
  };
}
