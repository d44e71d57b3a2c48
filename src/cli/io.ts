import type { AnalysisTools } from "../core/analysis.js";

/** The outside world of a command, so that a test can run it in memory. */
export interface CommandIo {
  /** Standard input. */
  readonly input: AsyncIterable<Uint8Array>;
  readonly output: TextOutput;
  readonly errors: TextOutput;
  /** Folder that relative paths start from. */
  readonly cwd: string;
  /** Loads tables once they are needed: help and validation do without. */
  loadTools(): Promise<AnalysisTools>;
}

/** Where text goes. */
export interface TextOutput {
  readonly isTerminal: boolean;
  /** Resolves once more may be written; waits while the reader is slow. Rejects with `BrokenPipe` once the reader has gone. */
  write(text: string): Promise<void>;
}

/** The reader of an output has gone (`on-record … | head`): there is no one to work for, and nothing went wrong. */
export class BrokenPipe extends Error {
  override readonly name = "BrokenPipe";
}

/** An output over a stream of Node. */
export function createOutput(stream: NodeJS.WritableStream & { readonly isTTY?: boolean }): TextOutput {
  // every failure reaches the callback of a write; without a listener, Node would end the process first
  stream.on("error", () => undefined);
  return {
    isTerminal: stream.isTTY === true,
    write: (text) => new Promise((resolve, reject) => stream.write(text, (error) => (error ? reject(toFailure(error)) : resolve()))),
  };
}

function toFailure(error: NodeJS.ErrnoException): Error {
  return error.code === "EPIPE" || error.code === "ERR_STREAM_DESTROYED" ? new BrokenPipe("the reader has gone") : error;
}
