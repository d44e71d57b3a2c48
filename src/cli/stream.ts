import type { AnalysisTools } from "../core/analysis.js";
import { analyze } from "../core/analyze.js";
import { describeDocument } from "../core/anchor/describeDocument.js";
import { AppError } from "../core/common/errors.js";
import { serializeLine } from "../core/sidecar/serializeSidecar.js";
import type { ArticleInput } from "../core/text/article.js";
import { toAnalysisFailure } from "./analysisFailure.js";
import { toArticleFormat } from "./articleFormat.js";
import { EXIT, type ExitCode } from "./exitCodes.js";
import type { CommandIo } from "./io.js";
import { readLines, type Line } from "./lines.js";

const LONGEST_LINE = 64 * 1024 * 1024;

/**
 * Reads one article a line and answers each with one annotation document a line, in order, as it goes: one article at a time is in
 * memory, and nothing is read while the reader is slow. A line that is no article is answered by an error record in its place.
 */
export async function runStream(io: CommandIo, tools: AnalysisTools): Promise<ExitCode> {
  let code: ExitCode = EXIT.ok;
  for await (const line of readLines(io.input, LONGEST_LINE)) {
    const { answer, isGood } = answerLine(line, tools);
    if (!isGood) code = EXIT.badInput;
    await io.output.write(`${answer}\n`);
  }
  return code;
}

function answerLine(line: Line, tools: AnalysisTools): { answer: string; isGood: boolean } {
  let id: string | null = null;
  try {
    const value = parseLine(line);
    if (typeof value["id"] === "string") id = value["id"];
    const input = toInput(value);
    return { answer: serializeLine(describeDocument(analyze(input, tools), input.text)), isGood: true };
  } catch (error) {
    const { code, message } = error instanceof AppError ? error : toAnalysisFailure(error);
    const record = { format: "on-record-error", version: 1, line: line.number, id, code, message };
    return { answer: JSON.stringify(record), isGood: false };
  }
}

function parseLine({ number, bytes }: Line): Record<string, unknown> {
  if (!bytes) throw new AppError("too-large", `The line is longer than ${LONGEST_LINE} bytes.`);
  let text: string;
  try {
    // a byte order mark at the head of the stream is no part of the JSON; `TextDecoder` drops it
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new AppError("invalid-stream-line", "The line is not UTF-8.");
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new AppError("invalid-json", text.trim() === "" ? "The line is empty." : `Line ${number} is no JSON.`);
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw new AppError("invalid-stream-line", "The line is no JSON object.");
  return value as Record<string, unknown>;
}

function toInput({ id, text, published, file, language, home }: Record<string, unknown>): ArticleInput {
  if (typeof id !== "string") throw new AppError("invalid-stream-line", '"id" is not a string.');
  if (typeof text !== "string") throw new AppError("invalid-stream-line", '"text" is not a string.');
  if (published !== undefined && published !== null && !isDay(published)) throw new AppError("invalid-stream-line", '"published" is neither a day (YYYY-MM-DD) nor null.');
  if (file !== undefined && file !== null && typeof file !== "string") throw new AppError("invalid-stream-line", '"file" is not a string.');
  if (language !== undefined && language !== null && typeof language !== "string") throw new AppError("invalid-stream-line", '"language" is not a string.');
  if (home !== undefined && home !== null && typeof home !== "string") throw new AppError("invalid-stream-line", '"home" is not a string.');
  return {
    id,
    text,
    ...(isDay(published) ? { published } : {}),
    ...(typeof file === "string" && file !== "" ? { file, format: toArticleFormat(file) } : {}),
    ...(typeof language === "string" ? { language } : {}),
    ...(typeof home === "string" ? { home } : {}),
  };
}

function isDay(value: unknown): value is string {
  if (typeof value !== "string" || !/^\d{4}-\d{2}-\d{2}$/u.test(value)) return false;
  const time = Date.parse(`${value}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(value);
}
