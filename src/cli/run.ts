import { AppError } from "../core/common/errors.js";
import { ANALYZE_HELP, runAnalyze } from "./commands/analyze.js";
import { ANCHOR_HELP, runAnchor } from "./commands/anchor.js";
import { runValidate, VALIDATE_HELP } from "./commands/validate.js";
import { EXIT, type ExitCode } from "./exitCodes.js";
import { BrokenPipe, type CommandIo } from "./io.js";
import { version } from "./tools.js";

const HELP = `on-record ${version} - who said what, where and when in news articles

${ANALYZE_HELP}
${VALIDATE_HELP}
${ANCHOR_HELP}
on-record --help      this text
on-record --version   the version

Exit codes:
  0  all went well (also where the reader of the output went away)
  1  some input could not be read, analysed or written, or is not valid, or annotations have no place; everything else was done
  2  wrong usage
`;

/** The command line as a function: `argv` without node and script. Never throws; resolves with the exit code. */
export async function run(argv: readonly string[], io: CommandIo): Promise<ExitCode> {
  try {
    return await runCommand(argv, io);
  } catch (error) {
    if (error instanceof BrokenPipe) return EXIT.ok;
    const isUsage = error instanceof AppError ? error.code === "wrong-usage" || error.code === "unknown-format" : isArgumentError(error);
    const message = error instanceof Error ? error.message : String(error);
    await io.errors.write(`on-record: ${message}\n${isUsage ? "Try: on-record --help\n" : ""}`).catch(() => undefined);
    return isUsage ? EXIT.wrongUsage : EXIT.badInput;
  }
}

async function runCommand(argv: readonly string[], io: CommandIo): Promise<ExitCode> {
  const [command, ...rest] = argv;
  if (command === undefined) throw new AppError("wrong-usage", "Name a command: analyze, anchor or validate.");
  // options end at "--": what follows is a file, however it is called
  const options = argv.slice(0, argv.includes("--") ? argv.indexOf("--") : argv.length);
  if (command === "help" || options.includes("--help") || options.includes("-h")) {
    await io.output.write(HELP);
    return EXIT.ok;
  }
  switch (command) {
    case "--version":
      await io.output.write(`${version}\n`);
      return EXIT.ok;
    case "analyze":
      return runAnalyze(rest, io);
    case "anchor":
      return runAnchor(rest, io);
    case "validate":
      return runValidate(rest, io);
    default:
      throw new AppError("wrong-usage", `There is no command "${command}".`);
  }
}

/** What `parseArgs` throws for options that it does not know. */
function isArgumentError(error: unknown): boolean {
  return error instanceof TypeError && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS");
}
