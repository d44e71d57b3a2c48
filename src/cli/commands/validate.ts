import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { AppError } from "../../core/common/errors.js";
import { checkReferences } from "../../core/sidecar/checkReferences.js";
import { LONGEST_SIDECAR, parseSidecar } from "../../core/sidecar/parseSidecar.js";
import { EXIT, type ExitCode } from "../exitCodes.js";
import { readTextFile } from "../files.js";
import type { CommandIo } from "../io.js";
import { printable } from "../progress.js";

export const VALIDATE_HELP = `on-record validate SIDECAR… [--format text|json]
  Checks annotation files: JSON, schema, and that all references hold.
  --format FORMAT   text (default): one line a problem; json: one list for programs
`;

interface Report {
  readonly file: string;
  readonly valid: boolean;
  readonly problems: readonly { readonly severity: "error" | "warning"; readonly code: string; readonly message: string; readonly [data: string]: unknown }[];
}

/** Checks sidecars; a warning leaves a file valid. */
export async function runValidate(argv: readonly string[], io: CommandIo): Promise<ExitCode> {
  const { values, positionals } = parseArgs({ args: [...argv], allowPositionals: true, options: { format: { type: "string", default: "text" } } });
  if (positionals.length === 0) throw new AppError("wrong-usage", "Name the sidecars to check.");
  if (values.format !== "text" && values.format !== "json") throw new AppError("unknown-format", `There is no format "${values.format}"; choose text or json.`);
  const reports: Report[] = [];
  for (const file of positionals) {
    const report = await check(file, io.cwd);
    reports.push(report);
    if (values.format === "text") await io.output.write(toText(report));
  }
  if (values.format === "json") await io.output.write(`${JSON.stringify(reports, undefined, 2)}\n`);
  return reports.every(({ valid }) => valid) ? EXIT.ok : EXIT.badInput;
}

async function check(file: string, cwd: string): Promise<Report> {
  try {
    const { text } = await readTextFile(resolve(cwd, file), LONGEST_SIDECAR);
    const parsed = parseSidecar(text);
    if (!parsed.ok) throw parsed.error;
    const problems = checkReferences(parsed.value).map((problem) => ({ ...problem, code: "invalid-document" }));
    return { file, valid: true, problems };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { file, valid: false, problems: [{ severity: "error", code: error.code, message: error.message, ...error.data }] };
  }
}

function toText({ file, valid, problems }: Report): string {
  const lines = problems.map(({ severity, message }) => `${file}: ${severity}: ${message}`);
  if (valid) lines.push(`${file}: valid`);
  return lines.map((line) => `${printable(line)}\n`).join("");
}
