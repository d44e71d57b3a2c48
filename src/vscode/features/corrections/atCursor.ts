import * as vscode from "vscode";
import { DisposableStore } from "../../../core/common/disposable.js";
import { contextKeys } from "../../ids.js";
import { ManagedContextKey } from "../../services/contextKey.js";
import { selectionMeant } from "../../gestures/meant.js";
import type { FeatureDependencies } from "../feature.js";

/** Tells menus and keys what the cursor is on: "statement", "entity", "place", "date", several with spaces between. */
export function registerAtCursor(deps: FeatureDependencies): vscode.Disposable {
  const { activeArticle, store } = deps;
  const owned = new DisposableStore();
  const key = owned.add(new ManagedContextKey<string>(contextKeys.atCursor));
  const update = (): void => {
    const here = selectionMeant(deps);
    if (!here) {
      key.set("");
      return;
    }
    const annotations = here.index.annotationsAt(here.cursor);
    const kinds = new Set(annotations.map(({ type }) => type));
    key.set(
      [
        here.index.statementAt(here.cursor) ? "statement" : "",
        annotations.some(({ entity, type }) => entity !== undefined && type !== "role") ? "entity" : "",
        kinds.has("person") || kinds.has("organization") || kinds.has("place") ? "name" : "",
        kinds.has("place") ? "place" : "",
        kinds.has("date") ? "date" : "",
      ]
        .filter((kind) => kind !== "")
        .join(" "),
    );
  };
  owned.add(
    vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => {
      if (textEditor === activeArticle.editor) update();
    }),
  );
  owned.add(activeArticle.onDidChange(update));
  owned.add(
    store.onDidChange(({ uri, origin }) => {
      if (origin !== "edit" && uri === activeArticle.uri?.toString()) update();
    }),
  );
  update();
  return owned;
}
