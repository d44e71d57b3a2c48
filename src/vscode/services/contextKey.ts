import * as vscode from "vscode";
import type { ContextKey } from "../ids.js";

/** A context key that tells the editor only of changes. */
export class ManagedContextKey<T extends string | boolean> implements vscode.Disposable {
  private value: T | undefined;

  constructor(private readonly key: ContextKey) {}

  set(value: T): void {
    if (this.value === value) return;
    this.value = value;
    void vscode.commands.executeCommand("setContext", this.key, value);
  }

  dispose(): void {
    this.value = undefined;
    void vscode.commands.executeCommand("setContext", this.key, undefined);
  }
}
