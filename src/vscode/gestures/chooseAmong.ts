import * as vscode from "vscode";

/** One of the things that a person may choose. */
export interface Choice<T> {
  readonly label: string;
  readonly description?: string | undefined;
  readonly value: T;
}

/** Asks which one is meant, the likeliest first; a single one is not asked for. Undefined where the person does not say. */
export async function chooseAmong<T>(title: string, choices: readonly Choice<T>[]): Promise<T | undefined> {
  if (choices.length <= 1) return choices[0]?.value;
  return ask(title, choices);
}

/** Asks even where there is one answer only. */
export async function ask<T>(title: string, choices: readonly Choice<T>[]): Promise<T | undefined> {
  const items = choices.map(({ label, description, value }) => ({ label, ...(description === undefined ? {} : { description }), value }));
  const picked = await vscode.window.showQuickPick(items, { title, matchOnDescription: true });
  return picked?.value;
}
