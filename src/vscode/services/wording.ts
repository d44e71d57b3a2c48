import * as vscode from "vscode";
import { localeOf, type Wording } from "../../core/describe/translate.js";

/** Messages and formats in the editor's own language, or all of them in English where there is no translation. */
export function editorWording(): Wording {
  return { t: vscode.l10n.t, locale: localeOf(vscode.env.language, vscode.l10n.bundle !== undefined) };
}
