import * as vscode from "vscode";
import { DisposableStore } from "../../../core/common/disposable.js";
import { indexOf, isMention } from "../../../core/document/documentIndex.js";
import { dateCard } from "../../cards/dateCard.js";
import { entityCard } from "../../cards/entityCard.js";
import { renderCard } from "../../cards/renderCard.js";
import { commands, settings, views } from "../../ids.js";
import { onCursorAtRest } from "../../services/cursorAtRest.js";
import { editorWording } from "../../services/wording.js";
import type { FeatureDependencies } from "../feature.js";
import { entityRow } from "./entityRow.js";
import { buildEntityTree, type EntityNode, type EntityTree } from "./entityTree.js";
import { wordsAround, type WordsAround } from "./wordsAround.js";

/** The list of people, organizations, places and dates of the active article with their mentions. */
export function registerEntitiesView({ store, articles, activeArticle, selectedRows, configuration, inspection }: FeatureDependencies): vscode.Disposable {
  const owned = new DisposableStore();
  const changes = owned.add(new vscode.EventEmitter<void>());
  let tree: EntityTree | undefined;

  const currentTree = (): EntityTree | undefined => {
    const document = activeArticle.uri && articles.shown(activeArticle.uri);
    tree ??= document && buildEntityTree(indexOf(document));
    return tree;
  };

  const provider: vscode.TreeDataProvider<EntityNode> = {
    onDidChangeTreeData: changes.event,
    getChildren: (node) => (node ? (node.type === "mention" ? [] : [...node.children]) : [...(currentTree()?.roots ?? [])]),
    getParent: (node) => (node.type === "group" ? undefined : node.parent),
    getTreeItem(node) {
      const editor = activeArticle.editor;
      const lineOf = (offset: number): number | undefined => editor && editor.document.positionAt(offset).line + 1;
      const around = (start: number, end: number): WordsAround | undefined => editor && inLine(editor.document, start, end);
      return entityRow(activeArticle.uri?.toString() ?? "", node, { lineOf, around }, editorWording());
    },
    resolveTreeItem(item, node) {
      const uri = activeArticle.uri;
      const document = uri && articles.shown(uri);
      if (!document) return item;
      const index = indexOf(document);
      if (node.type === "entity") item.tooltip = renderCard(entityCard(uri.toString(), index, node.entity, editorWording()));
      else if (node.type === "mention" && node.annotation.type === "date") item.tooltip = renderCard(dateCard(uri.toString(), index, node.annotation, editorWording()));
      return item;
    },
  };
  inspection.trees.set(views.entities, provider);
  const view = owned.add(vscode.window.createTreeView(views.entities, { treeDataProvider: provider, showCollapseAll: true, canSelectMany: true }));

  selectedRows.add("entities", view, () => currentTree()?.roots ?? []);

  const refresh = (): void => {
    tree = undefined;
    changes.fire();
  };

  const follow = async ({ textEditor, selections, kind }: vscode.TextEditorSelectionChangeEvent): Promise<void> => {
    if (!view.visible || !configuration.get(settings.followCursor) || textEditor !== activeArticle.editor || kind === undefined) return;
    const document = articles.shown(textEditor.document.uri);
    const [selection] = selections;
    const mention = document && selection && indexOf(document).annotationsAt(textEditor.document.offsetAt(selection.active)).find(isMention);
    const row = mention && currentTree()?.mentions.get(mention.id);
    if (!row) return;
    const target = row.parent.type === "entity" ? row.parent : row;
    // several rows that a person selected stay selected
    if (view.selection.length < 2 && view.selection[0]?.id !== target.id) await view.reveal(target, { select: true, focus: false });
  };

  owned.add(activeArticle.onDidChange(refresh));
  owned.add(
    store.onDidChange(({ uri, origin, updated, removed }) => {
      if (uri !== activeArticle.uri?.toString()) return;
      if (origin !== "edit" || updated.length > 0 || removed.length > 0) refresh();
      else tree = undefined;
    }),
  );
  owned.add(onCursorAtRest(follow));
  owned.add(
    vscode.commands.registerCommand(commands.showEntity, async (uri: string, entityId: string) => {
      // a card may be of an article beside the one that has the focus
      const beside = vscode.window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri);
      if (beside && uri !== activeArticle.uri?.toString()) {
        await vscode.window.showTextDocument(beside.document, beside.viewColumn ? { viewColumn: beside.viewColumn } : {});
        refresh();
      }
      const item = currentTree()?.entities.get(entityId);
      if (item) await view.reveal(item, { select: true, focus: true, expand: true });
    }),
  );
  return owned;
}

/** Characters before and after a mention that are looked at for its row. */
const LONGEST_AROUND = 200;

/** A stretch with the words around it in its line, for a row that shows a mention. */
function inLine(document: vscode.TextDocument, start: number, end: number): WordsAround {
  const [from, to] = [document.positionAt(start), document.positionAt(end)];
  // a book may be one line
  const before = document.lineAt(from).text.slice(Math.max(0, from.character - LONGEST_AROUND), from.character);
  const after = document.lineAt(to).text.slice(to.character, to.character + LONGEST_AROUND);
  return wordsAround(before, document.getText(new vscode.Range(from, to)), after);
}
