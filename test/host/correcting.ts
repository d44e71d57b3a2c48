import assert from "node:assert/strict";
import * as vscode from "vscode";
import type { AnnotationDocument, Statement } from "../../src/core/document/annotationDocument.js";
import { openArticle, seed } from "./articles.js";
import { annotationsOf, positionOf, stored } from "./onRecord.js";

/** A copy of the seed in an editor, read and ready to be corrected. */
export class Correcting {
  readonly uri: string;

  private constructor(readonly editor: vscode.TextEditor) {
    this.uri = editor.document.uri.toString();
  }

  static async open(): Promise<Correcting> {
    const opened = new Correcting(await openArticle(seed));
    await annotationsOf(opened.editor.document);
    return opened;
  }

  now(): Promise<AnnotationDocument> {
    return stored(this.uri);
  }

  /** Selects words, the first ones or those within a longer piece of the article. */
  select(words: string, within = words): void {
    const { document } = this.editor;
    const start = document.getText().indexOf(words, document.offsetAt(positionOf(document, within)));
    assert.ok(start >= 0, words);
    this.editor.selection = new vscode.Selection(document.positionAt(start), document.positionAt(start + words.length));
  }

  putCursor(before: string): void {
    const at = positionOf(this.editor.document, before);
    this.editor.selection = new vscode.Selection(at, at);
  }

  /** The statement that says certain words. */
  async saying(words: string): Promise<Statement> {
    const { statements, annotations } = await this.now();
    const found = statements.find(({ quote, status }) => status !== "rejected" && quote.some((id) => annotations.find((part) => part.id === id)?.text.includes(words)));
    assert.ok(found, words);
    return found;
  }

  /** The words of an annotation. */
  async wordsOf(id: string | null | undefined): Promise<string | undefined> {
    return (await this.now()).annotations.find((part) => part.id === id)?.text;
  }
}
