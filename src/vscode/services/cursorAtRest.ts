import * as vscode from "vscode";
import { DisposableStore } from "../../core/common/disposable.js";

/** Whoever types a letter within this time types on. */
const PAUSE_MS = 200;

/**
 * Tells where the cursor went: at once where somebody moved it, and after a pause where it moves along because they type. To look up what
 * it is on takes an index of all annotations, and every letter asks for another one.
 */
export function onCursorAtRest(listener: (event: vscode.TextEditorSelectionChangeEvent) => unknown): vscode.Disposable {
  const owned = new DisposableStore();
  const typedAt = new WeakMap<vscode.TextDocument, number>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  owned.add(vscode.workspace.onDidChangeTextDocument(({ document }) => typedAt.set(document, performance.now())));
  owned.add(
    vscode.window.onDidChangeTextEditorSelection((event) => {
      clearTimeout(timer);
      const since = performance.now() - (typedAt.get(event.textEditor.document) ?? -Infinity);
      if (since > PAUSE_MS) listener(event);
      else timer = setTimeout(listener, PAUSE_MS, event);
    }),
  );
  owned.add({ dispose: () => clearTimeout(timer) });
  return owned;
}
