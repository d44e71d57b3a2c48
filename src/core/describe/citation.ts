import { isOrphaned, type StatementParts } from "../document/documentIndex.js";
import { describeDay } from "./dates.js";
import { quoted } from "./marks.js";
import { describeKind, describeOccasion, describeSpeakers, statementWords } from "./statements.js";
import type { Wording } from "./translate.js";

/** What a citation tells of the article. */
export interface CitedArticle {
  readonly file: string;
  readonly published?: string | null | undefined;
  /** The line, from 1, on which an offset lies. */
  lineOf(offset: number): number;
}

/** A statement as one writes it down: “words” — speaker, how, when and where (article, its day, line). What is no longer in the text is on no line. */
export function cite(parts: StatementParts, article: CitedArticle, wording: Wording): string {
  const { t } = wording;
  const { statement } = parts;
  const words = (statement.kind === "direct" ? parts.quotes.map(({ text }) => quoted(text)).join(" … ") : `[${statementWords(parts)}]`).replace(/\s+/gu, " ");
  const kind = statement.kind === "direct" ? undefined : describeKind(statement.kind, wording);
  const line = isOrphaned(parts) ? undefined : t("line {0}", article.lineOf(parts.range.start));
  const source = [article.file, article.published ? describeDay(article.published, wording) : undefined, line].filter((part) => part !== undefined).join(", ");
  const who = [describeSpeakers(parts, wording), kind, describeOccasion(parts, wording)].filter((part) => part !== undefined).join(", ");
  return `${words} — ${who} (${source})`;
}
