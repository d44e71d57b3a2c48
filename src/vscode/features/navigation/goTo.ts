import * as vscode from "vscode";
import { DisposableStore } from "../../../core/common/disposable.js";
import { indexOf, isMention, type DocumentIndex } from "../../../core/document/documentIndex.js";
import type { TextRange } from "../../../core/document/range.js";
import { commands } from "../../ids.js";
import type { FeatureDependencies } from "../feature.js";

/** Moves the cursor to annotations, and from statement to statement and mention to mention. */
export function registerGoTo({ articles, activeArticle }: FeatureDependencies): vscode.Disposable {
  const owned = new DisposableStore();
  const command = (id: string, run: (...args: never[]) => unknown): void => void owned.add(vscode.commands.registerCommand(id, run));

  const step = (choose: (index: DocumentIndex, from: TextRange) => TextRange | undefined) => (): void => {
    const { editor } = activeArticle;
    const document = editor && articles.shown(editor.document.uri);
    if (!document) return;
    const from = { start: editor.document.offsetAt(editor.selection.start), end: editor.document.offsetAt(editor.selection.end) };
    const target = choose(indexOf(document), from);
    if (target) select(editor, target);
  };

  command(commands.goToAnnotation, async (uri: string, id: string) => {
    const document = articles.document(uri);
    const annotations = document && articles.shown(document.uri);
    const annotation = annotations && indexOf(annotations).annotation(id);
    if (!annotation) return;
    const shown = vscode.window.visibleTextEditors.find((editor) => editor.document === document);
    select(await vscode.window.showTextDocument(document, { ...(shown?.viewColumn ? { viewColumn: shown.viewColumn } : {}), preserveFocus: false }), annotation);
  });
  command(commands.nextStatement, step((index, from) => next(statementStarts(index), from)));
  command(commands.previousStatement, step((index, from) => previous(statementStarts(index), from)));
  command(commands.nextMention, step((index, from) => next(mentionsLike(index, from), from)));
  command(commands.previousMention, step((index, from) => previous(mentionsLike(index, from), from)));
  return owned;
}

/** The first content of every statement, in document order. */
function statementStarts(index: DocumentIndex): TextRange[] {
  const firsts = index.statements.flatMap(({ quotes }) => quotes.filter(({ orphaned }) => orphaned !== true).slice(0, 1));
  return firsts.sort((a, b) => a.start - b.start);
}

/** Mentions of the entity at the cursor; of any entity where the cursor is on none. */
function mentionsLike(index: DocumentIndex, { start }: TextRange): readonly TextRange[] {
  const here = index.annotationsAt(start).find((annotation) => isMention(annotation) && annotation.entity !== undefined);
  return here?.entity === undefined ? index.annotations.filter(isMention) : index.mentions(here.entity);
}

/** The first range that starts behind the selection's start; from the last one on to the first. */
function next(ranges: readonly TextRange[], from: TextRange): TextRange | undefined {
  return ranges.find(({ start }) => start > from.start) ?? ranges[0];
}

function previous(ranges: readonly TextRange[], from: TextRange): TextRange | undefined {
  return ranges.findLast(({ start }) => start < from.start) ?? ranges.at(-1);
}

function select(editor: vscode.TextEditor, { start, end }: TextRange): void {
  const range = new vscode.Range(editor.document.positionAt(start), editor.document.positionAt(end));
  // the cursor stays at the start, where the eye begins to read
  editor.selection = new vscode.Selection(range.end, range.start);
  editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}
