import { onRecord, runCommand } from "./onRecord.js";

/** Runs one on several rows of a list, as its menu does. */
export async function runOn(rows: readonly unknown[], command: string): Promise<void> {
  await runCommand(command, rows[0], rows);
}

export type View = "onRecord.statements" | "onRecord.entities";

export async function children(view: View, row?: unknown): Promise<readonly unknown[]> {
  const { inspection } = await onRecord();
  return (await inspection.trees.get(view)?.getChildren(row)) ?? [];
}

export async function labelOf(view: View, row: unknown): Promise<string> {
  const { inspection } = await onRecord();
  const label = (await inspection.trees.get(view)?.getTreeItem(row))?.label ?? "";
  return typeof label === "string" ? label : label.label;
}

/** The row of a list whose label holds some words. */
export async function rowOf(view: View, words: string, row?: unknown): Promise<unknown> {
  for (const child of await children(view, row)) {
    if ((await labelOf(view, child)).includes(words)) return child;
    const found = await rowOf(view, words, child);
    if (found !== undefined) return found;
  }
  return undefined;
}
