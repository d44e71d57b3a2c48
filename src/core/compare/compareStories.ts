import { normalizeText } from "../anchor/normalizedText.js";
import { PieceIndex } from "../anchor/pieceIndex.js";
import { similarity } from "../anchor/similarity.js";
import { statementWords } from "../describe/statements.js";
import type { AnnotationDocument } from "../document/annotationDocument.js";
import { indexOf, type StatementParts } from "../document/documentIndex.js";

/** One statement in two versions of a story; a side is absent where that version has none. */
export interface ComparedStatement {
  readonly before: StatementParts | undefined;
  readonly after: StatementParts | undefined;
  readonly change: "same" | "added" | "removed" | "changed";
  /** What differs in a changed one. */
  readonly differs: readonly ("words" | "speaker" | "kind")[];
}

/** Statements whose words are less alike are two. */
const ALIKE_FROM = 0.55;
/** Candidates that are compared with one statement, and code units of a piece that proposes one. */
const COMPARED_AT_MOST = 8;
const PIECE_SIZE = 8;

/**
 * Aligns the statements of two versions of a story, which may be two texts: equal words first, then the most alike. In the order of the
 * later version, what was removed behind what stood before it. White space and the form of marks do not count. Rejected ones are left out.
 */
export function compareStories(before: AnnotationDocument, after: AnnotationDocument): ComparedStatement[] {
  const old = indexOf(before).statements;
  const present = indexOf(after).statements;
  const pairs = pairStatements(old.map(wordsOf), present.map(wordsOf));
  const partner = new Map([...pairs].map(([to, from]) => [from, to]));
  const compared: ComparedStatement[] = [];
  const addRemoved = (index: number): void => {
    for (let at = index; at < old.length && !partner.has(at); at++) compared.push({ before: old[at], after: undefined, change: "removed", differs: [] });
  };
  addRemoved(0);
  for (const [index, parts] of present.entries()) {
    const from = pairs.get(index);
    const earlier = from === undefined ? undefined : old[from];
    if (!earlier || from === undefined) compared.push({ before: undefined, after: parts, change: "added", differs: [] });
    else {
      const differs = differences(earlier, parts);
      compared.push({ before: earlier, after: parts, change: differs.length > 0 ? "changed" : "same", differs });
      addRemoved(from + 1);
    }
  }
  return compared;
}

/** Later index -> earlier index, each once. */
function pairStatements(old: readonly string[], present: readonly string[]): Map<number, number> {
  const pairs = new Map<number, number>();
  const used = new Set<number>();
  const exact = new Map<string, number[]>();
  for (const [index, words] of old.entries()) exact.set(words, [...(exact.get(words) ?? []), index]);
  for (const [index, words] of present.entries()) {
    const from = exact.get(words)?.shift();
    if (from === undefined) continue;
    pairs.set(index, from);
    used.add(from);
  }
  // one text of all the earlier words, so that pieces find the statements that hold them
  const starts: number[] = [];
  let text = "";
  for (const words of old) {
    starts.push(text.length);
    text += `${words}\n`;
  }
  const pieces = new PieceIndex(text, PIECE_SIZE);
  const proposals = present.flatMap((words, index) => (pairs.has(index) ? [] : candidates(words, pieces, starts).map((from) => ({ index, from, score: used.has(from) ? 0 : similarity(old[from] ?? "", words) }))));
  for (const { index, from, score } of proposals.sort((a, b) => b.score - a.score)) {
    if (score < ALIKE_FROM || pairs.has(index) || used.has(from)) continue;
    pairs.set(index, from);
    used.add(from);
  }
  return pairs;
}

function candidates(words: string, pieces: PieceIndex, starts: readonly number[]): number[] {
  const votes = new Map<number, number>();
  for (let at = 0; at + PIECE_SIZE <= words.length; at += PIECE_SIZE / 2) {
    for (const place of pieces.places(words, at)) {
      let low = 0;
      let high = starts.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((starts[middle] ?? 0) <= place) low = middle + 1;
        else high = middle;
      }
      votes.set(low - 1, (votes.get(low - 1) ?? 0) + 1);
    }
  }
  return [...votes].sort(([, a], [, b]) => b - a).slice(0, COMPARED_AT_MOST).map(([index]) => index);
}

function wordsOf(parts: StatementParts): string {
  return normalizeText(statementWords(parts).trim()).text;
}

function differences(before: StatementParts, after: StatementParts): ("words" | "speaker" | "kind")[] {
  return [
    ...(wordsOf(before) === wordsOf(after) ? [] : (["words"] as const)),
    ...(speakersOf(before) === speakersOf(after) ? [] : (["speaker"] as const)),
    ...(before.statement.kind === after.statement.kind ? [] : (["kind"] as const)),
  ];
}

/** By name: ids of two documents have nothing to do with each other. */
function speakersOf({ entities }: StatementParts): string {
  return entities.map(({ name }) => name.normalize("NFC").toLowerCase()).sort().join("\n");
}
