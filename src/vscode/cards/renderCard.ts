import * as vscode from "vscode";
import { commands } from "../ids.js";
import type { Card, CardLine, CardPart } from "./card.js";
import { inert } from "./inert.js";

/** Commands that a card may run; none of them writes a file. */
const CARD_COMMANDS: readonly string[] = [
  commands.goToAnnotation,
  commands.showEntity,
  commands.acceptStatement,
  commands.rejectStatement,
  commands.proposeAgain,
  commands.changeSpeaker,
  commands.copyCitation,
  commands.previousMention,
  commands.nextMention,
  commands.acceptMention,
  commands.rejectMention,
  commands.changeKind,
  commands.splitStatement,
  commands.joinStatements,
  commands.fitToSelection,
  commands.setCue,
  commands.setSource,
  commands.setWhen,
  commands.setWhere,
  commands.addNote,
  commands.renameEntity,
  commands.mergeEntities,
  commands.changeType,
  commands.choosePlace,
  commands.splitMention,
  commands.setDateValue,
  commands.setArticleDate,
];

/** Shows a card as Markdown in which no word of an article can act: not as Markdown, HTML, link, icon or command. */
export function renderCard({ title, lines, details, actions, lists = [] }: Card): vscode.MarkdownString {
  const blocks = [[title, ...lines], details, actions, lists].filter((block) => block.length > 0);
  const markdown = new vscode.MarkdownString(blocks.map((block) => block.map(renderLine).join("  \n")).join("\n\n---\n\n"));
  markdown.isTrusted = { enabledCommands: [...CARD_COMMANDS] };
  markdown.supportHtml = false;
  return markdown;
}

function renderLine(line: CardLine): string {
  return line.map(renderPart).join("");
}

function renderPart(part: CardPart): string {
  if (typeof part === "string") return inert(part);
  if ("strong" in part) return `**${inert(part.strong.trim())}**`;
  const args = encodeURIComponent(JSON.stringify(part.args));
  return `[${inert(part.words)}](command:${part.command}?${args.replace(/[()']/gu, (mark) => `%${mark.charCodeAt(0).toString(16)}`)})`;
}
