import * as vscode from "vscode";
import { fileName } from "./sidecarUri.js";
import { MESSAGE_MS } from "../statusMessages.js";

/** Writes annotations to a file that a person chose, and tells how it went. */
export async function writeCopy(target: vscode.Uri, text: string): Promise<void> {
  const { l10n, window, workspace } = vscode;
  try {
    await workspace.fs.writeFile(target, new TextEncoder().encode(text));
    window.setStatusBarMessage(l10n.t("Annotations saved to {0}", fileName(target)), MESSAGE_MS);
  } catch (error) {
    await window.showErrorMessage(l10n.t("{0} could not be written: {1}", fileName(target), error instanceof Error ? error.message : String(error)));
  }
}
