import * as vscode from "vscode";
import { DisposableStore } from "../../../core/common/disposable.js";
import type { ReviewProgress } from "../../../core/describe/review.js";
import { describeLegibility } from "../../../core/describe/legibility.js";
import type { Status } from "../../../core/document/annotationDocument.js";
import { indexOf } from "../../../core/document/documentIndex.js";
import { commands, contextKeys, settings, views } from "../../ids.js";
import type { GroupBy } from "../../services/configuration.js";
import { ManagedContextKey } from "../../services/contextKey.js";
import { onCursorAtRest } from "../../services/cursorAtRest.js";
import { editorWording } from "../../services/wording.js";
import type { FeatureDependencies } from "../feature.js";
import { speakerHues } from "../../services/speakerHues.js";
import { CitationDrag } from "./citationDrag.js";
import { statementRow, statementTooltip } from "./statementRow.js";
import { buildStatementTree, type StatementNode, type StatementTree } from "./statementTree.js";

/** The list of statements of the active article: grouped, filtered, in step with the cursor. */
export function registerStatementsView({ store, articles, activeArticle, selectedRows, configuration, review, sidecars, inspection }: FeatureDependencies): vscode.Disposable {
  const owned = new DisposableStore();
  const changes = owned.add(new vscode.EventEmitter<void>());
  const filterActive = owned.add(new ManagedContextKey<boolean>(contextKeys.filterActive));
  const listEmpty = owned.add(new ManagedContextKey<boolean>(contextKeys.listEmpty));
  const thoughtsShown = owned.add(new ManagedContextKey<boolean>(contextKeys.thoughtsShown));
  const groupByKey = owned.add(new ManagedContextKey<string>(contextKeys.groupBy));
  let filter = "";
  let statuses: ReadonlySet<Status> = new Set(STATUSES);
  let tree: StatementTree | undefined;

  const currentTree = (): StatementTree | undefined => {
    const document = activeArticle.uri && articles.shown(activeArticle.uri);
    tree ??= document && buildStatementTree(indexOf(document), { groupBy: configuration.get(settings.groupBy), filter, statuses });
    return tree;
  };

  const provider: vscode.TreeDataProvider<StatementNode> = {
    onDidChangeTreeData: changes.event,
    getChildren: (node) => (node ? (node.type === "group" ? [...node.children] : []) : [...(currentTree()?.roots ?? [])]),
    getParent: (node) => (node.type === "statement" ? node.parent : undefined),
    getTreeItem(node) {
      const document = activeArticle.uri && articles.shown(activeArticle.uri);
      return statementRow(activeArticle.uri?.toString() ?? "", node, document ? speakerHues(indexOf(document)) : new Map(), editorWording());
    },
    resolveTreeItem(item, node) {
      const document = activeArticle.uri && articles.shown(activeArticle.uri);
      if (node.type === "statement" && document) item.tooltip = statementTooltip(activeArticle.uri?.toString() ?? "", indexOf(document), node.parts, editorWording());
      return item;
    },
  };
  inspection.trees.set(views.statements, provider);
  const view = owned.add(
    vscode.window.createTreeView(views.statements, { treeDataProvider: provider, showCollapseAll: true, canSelectMany: true, dragAndDropController: new CitationDrag({ articles, activeArticle }) }),
  );

  selectedRows.add("statements", view, () => currentTree()?.roots ?? []);

  const refresh = (): void => {
    tree = undefined;
    const built = currentTree();
    const uri = activeArticle.uri?.toString();
    const isFiltered = filter !== "" || statuses.size < STATUSES.length;
    const count = built && uri !== undefined ? describeCount(built, isFiltered, review.progress(uri)) : "";
    const isUnsaved = activeArticle.uri !== undefined && (store.isDirty(activeArticle.uri.toString()) || sidecars.isRefused(activeArticle.uri));
    view.description = isUnsaved && count !== "" ? vscode.l10n.t("{0} · not saved", count) : count;
    inspection.titles.set(views.statements, view.description);
    const document = activeArticle.uri && articles.shown(activeArticle.uri);
    const legibility = document && activeArticle.editor && describeLegibility(document.source, activeArticle.editor.document.getText(), editorWording());
    const isEmpty = built?.items.size === 0;
    // where nothing matches, the welcome says so and offers the way out; a message would stand in its place
    if (isFiltered && built) view.message = isEmpty ? "" : vscode.l10n.t("Filter: {0}", [filter, ...describeStatuses(statuses)].filter((part) => part !== "").join(", "));
    else view.message = legibility ?? "";
    inspection.messages.set(views.statements, view.message);
    filterActive.set(isFiltered);
    listEmpty.set(isEmpty);
    groupByKey.set(configuration.get(settings.groupBy));
    thoughtsShown.set(configuration.get(settings.thoughts, activeArticle.uri));
    changes.fire();
  };

  const follow = async ({ textEditor, selections, kind }: vscode.TextEditorSelectionChangeEvent): Promise<void> => {
    if (!view.visible || !configuration.get(settings.followCursor) || textEditor !== activeArticle.editor || kind === undefined) return;
    const document = articles.shown(textEditor.document.uri);
    const [selection] = selections;
    const parts = document && selection && indexOf(document).statementAt(textEditor.document.offsetAt(selection.active));
    const item = parts && currentTree()?.items.get(parts.statement.id);
    // several rows that a person selected stay selected
    if (item && view.selection.length < 2 && view.selection[0]?.id !== item.id) await view.reveal(item, { select: true, focus: false });
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
  owned.add(configuration.onDidChange([settings.groupBy, settings.thoughts], refresh));
  owned.add(onCursorAtRest(follow));
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
      statuses = new Set(STATUSES);
      refresh();
    }),
  );
  owned.add(
    vscode.commands.registerCommand(commands.filterByStatus, async (given?: unknown) => {
      const chosen = Array.isArray(given) ? new Set(STATUSES.filter((status) => given.includes(status))) : await askForStatuses(statuses);
      if (!chosen) return;
      // nothing at all would leave the list empty
      statuses = chosen.size === 0 ? new Set(STATUSES) : chosen;
      refresh();
    }),
  );
  owned.add(vscode.commands.registerCommand(commands.showThoughts, () => configuration.set(settings.thoughts, true, activeArticle.uri)));
  owned.add(vscode.commands.registerCommand(commands.hideThoughts, () => configuration.set(settings.thoughts, false, activeArticle.uri)));
  owned.add(review.onDidChange(refresh));
  owned.add(sidecars.onDidRefuse(refresh));
  owned.add(sidecars.onDidClear(refresh));
  refresh();
  return owned;
}

/** In the order of a review. */
const STATUSES: readonly Status[] = ["proposed", "accepted", "rejected"];

function describeStatus(status: Status): string {
  const { l10n } = vscode;
  switch (status) {
    case "proposed":
      return l10n.t("to review");
    case "accepted":
      return l10n.t("accepted");
    case "rejected":
      return l10n.t("rejected");
  }
}

/** Empty where all are shown. */
function describeStatuses(shown: ReadonlySet<Status>): string[] {
  return shown.size === STATUSES.length ? [] : STATUSES.filter((status) => shown.has(status)).map(describeStatus);
}

async function askForStatuses(shown: ReadonlySet<Status>): Promise<ReadonlySet<Status> | undefined> {
  const items = STATUSES.map((status) => ({ label: describeStatus(status), picked: shown.has(status), status }));
  const picked = await vscode.window.showQuickPick(items, { title: vscode.l10n.t("Which Statements Are Shown?"), canPickMany: true });
  return picked && new Set(picked.map(({ status }) => status));
}

function describeCount({ items, total }: StatementTree, isFiltered: boolean, { reviewed, total: reviewable }: ReviewProgress): string {
  const { l10n } = vscode;
  if (isFiltered) return l10n.t("{0} of {1} statements", items.size, total);
  if (reviewed > 0 && reviewable > 0) return l10n.t("{0} of {1} reviewed", reviewed, reviewable);
  return total === 1 ? l10n.t("1 statement") : l10n.t("{0} statements", total);
}
