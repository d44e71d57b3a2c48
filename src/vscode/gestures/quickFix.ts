import * as vscode from "vscode";
import type { CommandId } from "../ids.js";

/** A code action that runs a command. */
export function quickFix(title: string, command: CommandId, ...args: readonly unknown[]): vscode.CodeAction {
  const made = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  made.command = { command, title, arguments: [...args] };
  return made;
}
