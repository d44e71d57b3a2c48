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

/** A question that a list or a box puts. */
export interface Asked {
  readonly title: string;
  /** What a list offers; empty for a box. */
  readonly labels: readonly string[];
  /** What stands in a box at first. */
  readonly value?: string;
}

interface Item {
  readonly label: string;
  readonly description?: string;
  readonly kind?: vscode.QuickPickItemKind;
}

/**
 * Runs something while lists and boxes are answered instead of shown.
 * @param answer the label of a choice, or what is written into a box; undefined leaves it.
 * @returns what was asked until the run ended.
 */
export async function answeringQuestions(run: () => Promise<void>, answer: (asked: Asked) => string | undefined | Promise<string | undefined>): Promise<Asked[]> {
  const window = vscode.window as unknown as { showQuickPick: unknown; createQuickPick: unknown; showInputBox: unknown };
  const { showQuickPick, createQuickPick, showInputBox } = window;
  const questions: Asked[] = [];
  window.showQuickPick = async (items: readonly Item[], { title = "" }: vscode.QuickPickOptions = {}): Promise<Item | undefined> => {
    const choices = items.filter(({ kind }) => kind !== vscode.QuickPickItemKind.Separator);
    const asked = { title, labels: choices.map(({ label }) => label) };
    questions.push(asked);
    const label = await answer(asked);
    return choices.find((choice) => choice.label === label);
  };
  window.createQuickPick = () => new AnsweredPick((title, labels) => {
    questions.push({ title, labels });
    return answer({ title, labels });
  });
  window.showInputBox = async ({ title = "", value = "" }: vscode.InputBoxOptions = {}): Promise<string | undefined> => {
    const asked = { title, labels: [], value };
    questions.push(asked);
    return answer(asked);
  };
  try {
    await run();
  } finally {
    window.showQuickPick = showQuickPick;
    window.createQuickPick = createQuickPick;
    window.showInputBox = showInputBox;
  }
  return questions;
}

/** A list that can be typed into, answered instead of shown: what is no choice is typed, and the choice that is then described by these words taken. */
class AnsweredPick {
  title = "";
  value = "";
  items: readonly Item[] = [];
  selectedItems: readonly Item[] = [];
  private readonly listeners = { value: [] as ((typed: string) => void)[], accept: [] as (() => void)[], hide: [] as (() => void)[] };

  constructor(private readonly ask: (title: string, labels: readonly string[]) => string | undefined | Promise<string | undefined>) {}

  readonly onDidChangeValue = (listener: (typed: string) => void): unknown => this.listeners.value.push(listener);
  readonly onDidAccept = (listener: () => void): unknown => this.listeners.accept.push(listener);
  readonly onDidHide = (listener: () => void): unknown => this.listeners.hide.push(listener);

  show(): void {
    void this.beAnswered();
  }

  dispose(): void {
    this.items = [];
  }

  private async beAnswered(): Promise<void> {
    const choices = (): readonly Item[] => this.items.filter(({ kind }) => kind !== vscode.QuickPickItemKind.Separator);
    const answer = await this.ask(this.title, choices().map(({ label }) => label));
    const isTyped = answer !== undefined && !choices().some(({ label }) => label === answer);
    if (isTyped) {
      this.value = answer;
      for (const listener of this.listeners.value) listener(answer);
    }
    this.selectedItems = choices().filter(({ label, description }) => (isTyped ? description?.endsWith(answer) : label === answer));
    for (const listener of this.selectedItems.length > 0 ? this.listeners.accept : this.listeners.hide) listener();
  }
}

/** Runs something; gives back what the status bar told for a while meanwhile. */
export async function readingStatusBar(run: (told: readonly string[]) => Promise<void>): Promise<string[]> {
  const window = vscode.window as unknown as { setStatusBarMessage(text: string): vscode.Disposable };
  const original = window.setStatusBarMessage;
  const told: string[] = [];
  window.setStatusBarMessage = (text) => {
    told.push(text);
    return new vscode.Disposable(() => undefined);
  };
  try {
    await run(told);
  } finally {
    window.setStatusBarMessage = original;
  }
  return told;
}
