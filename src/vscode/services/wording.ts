import * as vscode from "vscode";
import type { Wording } from "../../core/describe/translate.js";

/** Messages and formats in the editor's own language. */
export function editorWording(): Wording {
  // dates in the order of the day, month and year where the editor speaks plain English
  return { t: vscode.l10n.t, locale: vscode.env.language === "en" ? "en-GB" : vscode.env.language };
}
