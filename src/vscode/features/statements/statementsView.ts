import * as vscode from "vscode";
import { DisposableStore } from "../../../core/common/disposable.js";
import { indexOf } from "../../../core/document/documentIndex.js";
import { commands, contextKeys, settings, views } from "../../ids.js";
import type { GroupBy } from "../../services/configuration.js";
import { ManagedContextKey } from "../../services/contextKey.js";
import { editorWording } from "../../services/wording.js";
import type { FeatureDependencies } from "../feature.js";
import { speakerHues } from "../../services/speakerHues.js";
import { statementRow, statementTooltip } from "./statementRow.js";
import { buildStatementTree, type StatementNode, type StatementTree } from "./statementTree.js";

/** The list of statements of the active article: grouped, filtered, in step with the cursor. */
export function registerStatementsView({ store, articles, activeArticle, selectedStatements, configuration, inspection }: FeatureDependencies): vscode.Disposable {
  const owned = new DisposableStore();
  const changes = owned.add(new vscode.EventEmitter<void>());
  const filterActive = owned.add(new ManagedContextKey<boolean>(contextKeys.filterActive));
  const groupByKey = owned.add(new ManagedContextKey<string>(contextKeys.groupBy));
  let filter = "";
  let tree: StatementTree | undefined;

  const currentTree = (): StatementTree | undefined => {
    const document = activeArticle.uri && articles.annotations(activeArticle.uri);
    tree ??= document && buildStatementTree(indexOf(document), { groupBy: configuration.get(settings.groupBy), filter });
    return tree;
  };

  const provider: vscode.TreeDataProvider<StatementNode> = {
    onDidChangeTreeData: changes.event,
    getChildren: (node) => (node ? (node.type === "group" ? [...node.children] : []) : [...(currentTree()?.roots ?? [])]),
    getParent: (node) => (node.type === "statement" ? node.parent : undefined),
    getTreeItem(node) {
      const document = activeArticle.uri && articles.annotations(activeArticle.uri);
      return statementRow(activeArticle.uri?.toString() ?? "", node, document ? speakerHues(indexOf(document)) : new Map(), editorWording());
    },
    resolveTreeItem(item, node) {
      const document = activeArticle.uri && articles.annotations(activeArticle.uri);
      if (node.type === "statement" && document) item.tooltip = statementTooltip(activeArticle.uri?.toString() ?? "", indexOf(document), node.parts, editorWording());
      return item;
    },
  };
  inspection.trees.set(views.statements, provider);
  const view = owned.add(
    vscode.window.createTreeView(views.statements, { treeDataProvider: provider, showCollapseAll: true, canSelectMany: true, dragAndDropController: new CitationDrag() }),
  );

  owned.add(
    view.onDidChangeSelection(({ selection }) => {
      selectedStatements.ids = selection.filter(({ type }) => type === "statement").map(({ id }) => id);
    }),
  );

  const refresh = (): void => {
    tree = undefined;
    const built = currentTree();
    const uri = activeArticle.uri?.toString();
    const count = built ? describeCount(built, filter) : "";
    view.description = uri !== undefined && store.isDirty(uri) ? vscode.l10n.t("{0} · not saved", count) : count;
    view.message = filter === "" || !built ? "" : vscode.l10n.t("Filter: {0}", filter);
    filterActive.set(filter !== "");
    groupByKey.set(configuration.get(settings.groupBy));
    changes.fire();
  };

  const follow = async ({ textEditor, selections, kind }: vscode.TextEditorSelectionChangeEvent): Promise<void> => {
    if (!view.visible || !configuration.get(settings.followCursor) || textEditor !== activeArticle.editor || kind === undefined) return;
    const document = articles.annotations(textEditor.document.uri);
    const [selection] = selections;
    const parts = document && selection && indexOf(document).statementAt(textEditor.document.offsetAt(selection.active));
    const item = parts && currentTree()?.items.get(parts.statement.id);
    if (item && view.selection[0]?.id !== item.id) await view.reveal(item, { select: true, focus: false });
  };

  const group = (groupBy: GroupBy) => (): Promise<void> => configuration.set(settings.groupBy, groupBy);
  owned.add(activeArticle.onDidChange(refresh));
  owned.add(
    store.onDidChange(({ uri, origin, updated, removed }) => {
      // typing beside statements moves them and changes no row
      const isVisible = uri === activeArticle.uri?.toString();
      if (isVisible && (origin !== "edit" || updated.length > 0 || removed.length > 0)) refresh();
      else if (isVisible) tree = undefined;
    }),
  );
  owned.add(configuration.onDidChange([settings.groupBy], refresh));
  owned.add(vscode.window.onDidChangeTextEditorSelection((event) => void follow(event)));
  owned.add(vscode.commands.registerCommand(commands.groupBySpeaker, group("speaker")));
  owned.add(vscode.commands.registerCommand(commands.groupByPosition, group("position")));
  owned.add(vscode.commands.registerCommand(commands.groupByKind, group("kind")));
  owned.add(
    vscode.commands.registerCommand(commands.filterStatements, async (words?: string) => {
      const { l10n } = vscode;
      const prompt = l10n.t("Show only statements whose words, speaker or cue contain this");
      const answer = words ?? (await vscode.window.showInputBox({ title: l10n.t("Filter Statements"), prompt, value: filter }));
      if (answer === undefined) return;
      filter = answer.trim();
      refresh();
    }),
  );
  owned.add(
    vscode.commands.registerCommand(commands.clearFilter, () => {
      filter = "";
      refresh();
    }),
  );
  refresh();
  return owned;
}

function describeCount({ items, total }: StatementTree, filter: string): string {
  const { l10n } = vscode;
  if (filter !== "") return l10n.t("{0} of {1} statements", items.size, total);
  return total === 1 ? l10n.t("1 statement") : l10n.t("{0} statements", total);
}

/** Statements are dragged out as their words, to be dropped into a document. */
class CitationDrag implements vscode.TreeDragAndDropController<StatementNode> {
  readonly dragMimeTypes = ["text/plain"];
  readonly dropMimeTypes: readonly string[] = [];

  handleDrag(nodes: readonly StatementNode[], transfer: vscode.DataTransfer): void {
    const words = nodes.flatMap((node) => (node.type === "statement" ? node.parts.quotes.map(({ text }) => text) : []));
    transfer.set("text/plain", new vscode.DataTransferItem(words.join("\n")));
  }
}
