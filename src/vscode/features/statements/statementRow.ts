import * as vscode from "vscode";
import type { StatementKind } from "../../../core/document/annotationDocument.js";
import { behindName } from "../../../core/describe/direction.js";
import { isDecided } from "../../../core/document/decided.js";
import { isOrphaned, type DocumentIndex, type StatementParts } from "../../../core/document/documentIndex.js";
import { cueWords, describeKind, describeManner, describeOccasion, describeSpeakers, statementWords } from "../../../core/describe/statements.js";
import { shorten, type Wording } from "../../../core/describe/translate.js";
import { renderCard } from "../../cards/renderCard.js";
import { statementCard } from "../../cards/statementCard.js";
import { colors, commands, type ColorId } from "../../ids.js";
import { describeDecided, explainOrphans } from "../../services/orphanWords.js";
import type { StatementGroup, StatementItem, StatementNode } from "./statementTree.js";

/** Characters of a statement's words that a row shows; the view itself cuts what does not fit. */
const LABEL_LENGTH = 80;

const KIND_ICONS: Readonly<Record<StatementKind, string>> = { direct: "quote", mixed: "comment-discussion", indirect: "comment" };

/** A row of the statements view. `hues` tells which speakers have a color of their own. */
export function statementRow(uri: string, node: StatementNode, hues: ReadonlyMap<string, number>, wording: Wording): vscode.TreeItem {
  return node.type === "group" ? groupRow(node, hues, wording) : itemRow(uri, node, hues, wording);
}

/** The hover card of a statement, made only when a person asks for it. */
export function statementTooltip(uri: string, index: DocumentIndex, parts: StatementParts, wording: Wording): vscode.MarkdownString {
  return renderCard(statementCard(uri, index, parts, wording));
}

function groupRow(group: StatementGroup, hues: ReadonlyMap<string, number>, wording: Wording): vscode.TreeItem {
  const { label, icon, role, color } = describeGroup(group, hues, wording);
  const collapsed = group.of === "rejected" ? vscode.TreeItemCollapsibleState.Collapsed : vscode.TreeItemCollapsibleState.Expanded;
  const item = new vscode.TreeItem(label, collapsed);
  item.id = group.id;
  const count = String(group.children.length);
  const { t } = wording;
  const decided = group.of === "orphaned" ? describeDecided(group.children.filter(({ parts }) => isDecided(parts.statement)).length, wording) : undefined;
  item.description = behindName(label, [count, role, decided].filter((part) => part !== undefined));
  if (group.of === "orphaned") item.tooltip = explainOrphans(wording);
  item.iconPath = new vscode.ThemeIcon(icon, color && new vscode.ThemeColor(color));
  item.contextValue = typeof group.of === "object" && "speaker" in group.of ? "statementGroup-speaker" : group.of === "orphaned" ? "statementGroup-orphaned" : "statementGroup";
  const statements = group.children.length === 1 ? t("1 statement") : t("{0} statements", group.children.length);
  item.accessibilityInformation = { label: [label, role, statements, decided].filter((part) => part !== undefined).join(", ") };
  return item;
}

interface GroupWords {
  readonly label: string;
  readonly icon: string;
  readonly role?: string | undefined;
  readonly color?: ColorId | undefined;
}

function describeGroup({ of, name, children }: StatementGroup, hues: ReadonlyMap<string, number>, wording: Wording): GroupWords {
  const { t } = wording;
  if (typeof of === "object") {
    if ("kind" in of) return { label: capitalize(describeKind(of.kind, wording)), icon: KIND_ICONS[of.kind] };
    const { speaker } = of;
    const icon = speaker.type === "person" ? "person" : speaker.type === "group" ? "account" : speaker.type === "place" ? "location" : "organization";
    return { label: speaker.name, icon, role: speaker.roles?.[0]?.text, color: hueColor(hues.get(speaker.id)) };
  }
  switch (of) {
    case "joint":
      return { label: children[0] ? describeSpeakers(children[0].parts, wording) : (name ?? ""), icon: "organization" };
    case "unattributed":
      return { label: t("Unattributed"), icon: "question", color: colors.unattributed };
    case "orphaned":
      return { label: t("No longer in the text"), icon: "debug-disconnect" };
    case "rejected":
      return { label: t("Rejected"), icon: "circle-slash" };
  }
}

function itemRow(uri: string, { parts, parent }: StatementItem, hues: ReadonlyMap<string, number>, wording: Wording): vscode.TreeItem {
  const { statement, quotes } = parts;
  const words = shorten(statementWords(parts), LABEL_LENGTH);
  const item = new vscode.TreeItem(words, vscode.TreeItemCollapsibleState.None);
  item.id = statement.id;
  const isListedBySpeaker = typeof parent?.of === "object" && "speaker" in parent.of;
  const details = [
    isListedBySpeaker ? undefined : describeSpeakers(parts, wording),
    // "denied" once where that is the word itself
    ...new Set([cueWords(parts), ...describeManner(parts, wording)]),
    describeOccasion(parts, wording),
    statement.status === "accepted" ? wording.t("accepted") : undefined,
    describeNotes(statement.notes?.length ?? 0, wording),
  ].filter((part) => part !== undefined);
  item.description = behindName(words, details);
  item.iconPath = statement.status === "accepted" ? new vscode.ThemeIcon("check") : new vscode.ThemeIcon(KIND_ICONS[statement.kind], rowColor(parts, hues));
  item.contextValue = ["statement", statement.status ?? "proposed", ...(isOrphaned(parts) ? ["orphaned"] : []), ...(statement.origin === "user" ? ["byHand"] : [])].join("-");
  item.accessibilityInformation = { label: [words, describeKind(statement.kind, wording), ...details].join(", ") };
  const [first] = quotes;
  if (first && !isOrphaned(parts)) item.command = { command: commands.goToAnnotation, title: wording.t("Go to Statement"), arguments: [uri, first.id] };
  return item;
}

function describeNotes(count: number, { t }: Wording): string | undefined {
  if (count === 0) return undefined;
  return count === 1 ? t("1 note") : t("{0} notes", count);
}

function rowColor({ entities }: StatementParts, hues: ReadonlyMap<string, number>): vscode.ThemeColor | undefined {
  const [speaker] = entities;
  const color = speaker ? hueColor(hues.get(speaker.id)) : colors.unattributed;
  return color && new vscode.ThemeColor(color);
}

function hueColor(hue: number | undefined): ColorId | undefined {
  return hue === undefined ? undefined : (`onRecord.speaker${hue}` as ColorId);
}

function capitalize(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
