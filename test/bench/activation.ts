import * as vscode from "vscode";

/** Run inside a fresh window: how long the extension takes to load and to start, in milliseconds. */
export async function run(): Promise<void> {
  const extension = vscode.extensions.all.find(({ packageJSON }) => (packageJSON as { name?: string }).name === "on-record");
  if (!extension) throw new Error("the extension is not here");
  if (extension.isActive) throw new Error("the extension started before anything was opened");
  const start = performance.now();
  await extension.activate();
  console.log(`[suites] ${JSON.stringify({ passed: 1, failed: 0, activation: performance.now() - start })}`);
}
