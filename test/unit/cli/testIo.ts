import { BrokenPipe, type CommandIo, type TextOutput } from "../../../src/cli/io.js";

export interface TestIo extends CommandIo {
  outputText(): string;
  errorText(): string;
  /** How many pieces of input were asked for. */
  readCount(): number;
}

interface TestIoOptions {
  readonly cwd?: string;
  readonly input?: readonly (string | Uint8Array)[];
  readonly isTerminal?: boolean;
  /** The reader goes away after this many writes. */
  readonly writesUntilGone?: number;
}

/** The outside world of a command in memory, with an analysis that knows no places. */
export function createTestIo({ cwd = ".", input = [], isTerminal = false, writesUntilGone = Infinity }: TestIoOptions = {}): TestIo {
  const output: string[] = [];
  const errors: string[] = [];
  let reads = 0;
  async function* pieces(): AsyncGenerator<Uint8Array> {
    for (const piece of input) {
      reads++;
      yield typeof piece === "string" ? new TextEncoder().encode(piece) : piece;
    }
  }
  return {
    input: pieces(),
    output: collect(output, false, writesUntilGone),
    errors: collect(errors, isTerminal, Infinity),
    cwd,
    loadTools: async () => ({ gazetteer: { find: () => [], longest: () => 0 }, generator: "on-record test" }),
    outputText: () => output.join(""),
    errorText: () => errors.join(""),
    readCount: () => reads,
  };
}

function collect(texts: string[], isTerminal: boolean, writesUntilGone: number): TextOutput {
  return {
    isTerminal,
    write: async (text) => {
      if (texts.length >= writesUntilGone) throw new BrokenPipe("gone");
      texts.push(text);
    },
  };
}
