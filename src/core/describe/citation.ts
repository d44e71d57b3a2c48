import type { StatementParts } from "../document/documentIndex.js";
import { describeDay } from "./dates.js";
import { describeKind, describeOccasion, describeSpeakers, statementWords } from "./statements.js";
import type { Wording } from "./translate.js";

/** What a citation tells of the article. */
export interface CitedArticle {
  readonly file: string;
  /** The line on which the words begin, from 1. */
  readonly line: number;
  readonly published?: string | null | undefined;
}

/** A statement as one writes it down: “words” — speaker, how, when and where (article, its day, line). */
export function cite(parts: StatementParts, { file, line, published }: CitedArticle, wording: Wording): string {
  const { t } = wording;
  const { statement } = parts;
  const words = statementWords(parts).replace(/\s+/gu, " ");
  const quoted = statement.kind === "direct" ? words : `[${words}]`;
  const kind = statement.kind === "direct" ? undefined : describeKind(statement.kind, wording);
  const source = [file, published ? describeDay(published, wording) : undefined, t("line {0}", line)].filter((part) => part !== undefined).join(", ");
  const who = [describeSpeakers(parts, wording), kind, describeOccasion(parts, wording)].filter((part) => part !== undefined).join(", ");
  return `${quoted} — ${who} (${source})`;
}
