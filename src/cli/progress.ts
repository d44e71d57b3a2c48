import type { TextOutput } from "./io.js";

const WIDTH = 24;

/** A bar on a terminal; nothing anywhere else, so that logs stay clean. */
export interface Progress {
  /** The part that is done, 0 to 1, and what is being done. */
  show(done: number, what: string): Promise<void>;
  /** Wipes the bar, before other lines are written. */
  clear(): Promise<void>;
}

export function createProgress(output: TextOutput): Progress {
  let shown = "";
  const draw = async (line: string): Promise<void> => {
    if (!output.isTerminal || line === shown) return;
    shown = line;
    await output.write(`\r\u001b[K${line}`);
  };
  return {
    show: (done, what) => {
      const full = Math.round(WIDTH * Math.min(1, done));
      return draw(`${"█".repeat(full)}${"░".repeat(WIDTH - full)} ${Math.floor(done * 100)} % ${printable(what)}`);
    },
    clear: () => draw(""),
  };
}

/** A name as it may be shown on a terminal: without control characters, which could steer it. */
export function printable(text: string): string {
  return text.replace(/\p{Cc}/gu, "?");
}
