import * as vscode from "vscode";

type Show = (message: string, ...choices: string[]) => Promise<string | undefined>;

/** Messages that came up while something ran. */
export interface Shown {
  readonly message: string;
  readonly choices: readonly string[];
}

/**
 * Runs something while messages are answered instead of shown.
 * @param answer the choice for a message; undefined closes it.
 * @returns what was told until the run ended.
 */
export async function answeringMessages(run: (shown: readonly Shown[]) => Promise<void>, answer: (shown: Shown) => string | undefined | Promise<string | undefined> = () => undefined): Promise<Shown[]> {
  const window = vscode.window as unknown as Record<(typeof KINDS)[number], Show>;
  const originals = KINDS.map((kind) => [kind, window[kind]] as const);
  const shown: Shown[] = [];
  for (const [kind] of originals) {
    window[kind] = async (message, ...choices) => {
      shown.push({ message, choices });
      return answer({ message, choices });
    };
  }
  try {
    await run(shown);
  } finally {
    for (const [kind, original] of originals) window[kind] = original;
  }
  return shown;
}

const KINDS = ["showInformationMessage", "showWarningMessage", "showErrorMessage"] as const;
