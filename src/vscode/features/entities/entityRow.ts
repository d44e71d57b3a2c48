import * as vscode from "vscode";
import { describeDate, describeOpenDate } from "../../../core/describe/dates.js";
import { behindName } from "../../../core/describe/direction.js";
import { describePlace } from "../../../core/describe/places.js";
import { isDecided } from "../../../core/document/decided.js";
import type { Wording } from "../../../core/describe/translate.js";
import { commands } from "../../ids.js";
import { describeDecided, explainOrphans } from "../../services/orphanWords.js";
import type { EntityGroup, EntityGroupKind, EntityItem, EntityNode, MentionItem } from "./entityTree.js";
import type { WordsAround } from "./wordsAround.js";

/** What a row may ask of the text, while there is an editor with it: the line of an offset, from 1, and the words around a stretch. */
export interface RowText {
  lineOf(offset: number): number | undefined;
  around(start: number, end: number): WordsAround | undefined;
}

const ICONS: Readonly<Record<EntityGroupKind, string>> = { people: "person", organizations: "organization", places: "location", unnamed: "account", dates: "calendar", orphaned: "debug-disconnect", rejected: "circle-slash" };

/** A row of the view of people, places and dates. */
export function entityRow(uri: string, node: EntityNode, text: RowText, wording: Wording): vscode.TreeItem {
  switch (node.type) {
    case "group":
      return groupRow(node, wording);
    case "entity":
      return itemRow(uri, node, wording);
    case "mention":
      return mentionRow(uri, node, text, wording);
  }
}

function groupRow({ id, kind, children }: EntityGroup, wording: Wording): vscode.TreeItem {
  const { t } = wording;
  const labels: Readonly<Record<EntityGroupKind, string>> = {
    people: t("People"),
    organizations: t("Organizations"),
    unnamed: t("Unnamed sources"),
    places: t("Places"),
    dates: t("Dates"),
    orphaned: t("No longer in the text"),
    rejected: t("Rejected"),
  };
  const item = new vscode.TreeItem(labels[kind], kind === "rejected" ? vscode.TreeItemCollapsibleState.Collapsed : vscode.TreeItemCollapsibleState.Expanded);
  item.id = id;
  item.description = String(children.length);
  item.contextValue = "entityGroup";
  if (kind === "orphaned") {
    const decided = describeDecided(children.filter((child) => child.type === "mention" && isDecided(child.annotation)).length, wording);
    item.description = [item.description, decided].filter((part) => part !== undefined).join(" · ");
    item.tooltip = explainOrphans(wording);
    item.contextValue = "entityGroup-orphaned";
  }
  return item;
}

function itemRow(uri: string, { id, entity, statements, children, parent }: EntityItem, wording: Wording): vscode.TreeItem {
  const { t } = wording;
  const collapsible = children.length > 0 ? vscode.TreeItemCollapsibleState.Collapsed : vscode.TreeItemCollapsibleState.None;
  const item = new vscode.TreeItem(entity.name, collapsible);
  item.id = id;
  const what = entity.type === "place" ? describePlace(entity, wording) : entity.roles?.[0]?.text;
  const mentioned = children.length === 1 ? t("1 mention") : t("{0} mentions", children.length);
  const said = statements === 1 ? t("1 statement") : t("{0} statements", statements);
  const details = [what, ...(children.length > 0 ? [mentioned] : []), ...(statements > 0 ? [said] : [])].filter((part) => part !== undefined);
  item.description = behindName(entity.name, details);
  item.accessibilityInformation = { label: [entity.name, ...details].join(", ") };
  item.iconPath = new vscode.ThemeIcon(ICONS[parent.kind]);
  item.contextValue = `entity-${entity.type}`;
  const [first] = children;
  if (first) item.command = { command: commands.goToAnnotation, title: t("Go to First Mention"), arguments: [uri, first.annotation.id] };
  return item;
}

function mentionRow(uri: string, { id, annotation, parent }: MentionItem, text: RowText, wording: Wording): vscode.TreeItem {
  const { t } = wording;
  const isDate = annotation.type === "date";
  const isOrphaned = annotation.orphaned === true;
  // the words around the former place of an orphan tell nothing
  const around = isDate || isOrphaned ? undefined : text.around(annotation.start, annotation.end);
  const label: vscode.TreeItemLabel = around ? { label: around.text, highlights: [[around.start, around.end]] } : { label: annotation.text };
  const item = new vscode.TreeItem(label, vscode.TreeItemCollapsibleState.None);
  item.id = id;
  const at = isOrphaned ? undefined : text.lineOf(annotation.start);
  const line = at === undefined ? undefined : t("line {0}", at);
  const value = isDate ? (describeDate(annotation, wording) ?? describeOpenDate(annotation, wording) ?? annotation.value) : undefined;
  const decided = annotation.status === "accepted" && parent.type === "entity" ? t("accepted") : undefined;
  const details = [value, line, decided].filter((part) => part !== undefined);
  item.description = behindName(label.label, details);
  item.accessibilityInformation = { label: [label.label, ...details].join(", ") };
  if (parent.type === "group") item.iconPath = new vscode.ThemeIcon(ICONS[parent.kind]);
  item.contextValue = ["mention", annotation.type, annotation.status ?? "proposed", ...(isOrphaned ? ["orphaned"] : []), ...(annotation.origin === "user" ? ["byHand"] : [])].join("-");
  if (!isOrphaned) item.command = { command: commands.goToAnnotation, title: t("Go to Mention"), arguments: [uri, annotation.id] };
  return item;
}
