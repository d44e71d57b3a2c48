import type * as vscode from "vscode";
import { DisposableStore } from "../../../core/common/disposable.js";
import { contextKeys } from "../../ids.js";
import { ManagedContextKey } from "../../services/contextKey.js";
import { onCursorAtRest } from "../../services/cursorAtRest.js";
import { selectionMeant } from "../../gestures/meant.js";
import type { FeatureDependencies } from "../feature.js";

/** Tells menus and keys what the cursor is on ("statement", "entity", "place", "date", several with spaces between), and whether the article has orphans. */
export function registerAtCursor(deps: FeatureDependencies): vscode.Disposable {
  const { activeArticle, store } = deps;
  const owned = new DisposableStore();
  const key = owned.add(new ManagedContextKey<string>(contextKeys.atCursor));
  const hasOrphans = owned.add(new ManagedContextKey<boolean>(contextKeys.hasOrphans));
  const count = (): void => {
    const uri = activeArticle.uri?.toString();
    hasOrphans.set((uri === undefined ? undefined : store.get(uri))?.annotations.some(({ orphaned }) => orphaned === true) === true);
  };
  const update = (): void => {
    const here = selectionMeant(deps);
    if (!here) {
      key.set("");
      return;
    }
    const annotations = here.index.annotationsAt(here.cursor);
    const statement = here.index.statementAt(here.cursor)?.statement;
    const kinds = new Set(annotations.map(({ type }) => type));
    key.set(
      [
        statement ? "statement" : "",
        statement?.status === "accepted" ? "accepted" : "",
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
    onCursorAtRest(({ textEditor }) => {
      if (textEditor === activeArticle.editor) update();
    }),
  );
  owned.add(
    activeArticle.onDidChange(() => {
      count();
      update();
    }),
  );
  owned.add(
    store.onDidChange(({ uri, origin, updated, removed }) => {
      if (uri !== activeArticle.uri?.toString()) return;
      if (origin !== "edit" || updated.length + removed.length > 0) count();
      if (origin !== "edit") update();
    }),
  );
  count();
  update();
  return owned;
}
