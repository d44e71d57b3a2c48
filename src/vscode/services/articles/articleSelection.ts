import * as vscode from "vscode";
import { looksLikeArticle } from "../../../core/text/articleKind.js";
import { settings } from "../../ids.js";
import type { Configuration } from "../configuration.js";

/** File systems of people's files that may be read-only. */
const SCHEMES: ReadonlySet<string> = new Set(["file", "untitled", "vscode-remote", "vscode-vfs", "vscode-userdata", "memfs", "vscode-test-web"]);
const LANGUAGES: ReadonlySet<string> = new Set(["plaintext", "markdown"]);
const CHOICES_KEY = "onRecord.articleChoices";
/** Choices remembered for a workspace; the oldest are forgotten first. */
const MAXIMUM_CHOICES = 1000;

/** Decides which files are articles: a person's choice for the file first, then the globs, then the look of the text. */
export class ArticleSelection {
  constructor(
    private readonly configuration: Configuration,
    private readonly memory: vscode.Memento,
  ) {}

  isArticle(document: vscode.TextDocument): boolean {
    if (!isPersons(document.uri)) return false;
    const choice = this.choices()[document.uri.toString()];
    if (choice !== undefined) return choice;
    if (this.matches(document, settings.exclude)) return false;
    if (this.matches(document, settings.include)) return true;
    if (!this.configuration.get(settings.detect, document.uri) || !LANGUAGES.has(document.languageId)) return false;
    return looksLikeArticle({ text: document.getText(SAMPLE), file: document.uri.path, languageId: document.languageId }).isArticle;
  }

  /** True where a person asked to read this very file, however long it is. */
  isChosen(uri: vscode.Uri): boolean {
    return this.choices()[uri.toString()] === true;
  }

  /** Remembers a person's choice for one file. */
  async choose(uri: vscode.Uri, read: boolean): Promise<void> {
    const key = uri.toString();
    const others = Object.entries(this.choices()).filter(([other]) => other !== key);
    const entries = [...others, [key, read] as const];
    await this.memory.update(CHOICES_KEY, Object.fromEntries(entries.slice(-MAXIMUM_CHOICES)));
  }

  private choices(): Readonly<Record<string, boolean>> {
    return this.memory.get<Record<string, boolean>>(CHOICES_KEY, {});
  }

  private matches(document: vscode.TextDocument, key: typeof settings.include | typeof settings.exclude): boolean {
    return this.configuration.get(key, document.uri).some((pattern) => vscode.languages.match({ pattern }, document) > 0);
  }
}

/** True for documents that people write or read: files that can be written, wherever they are, and files of the workspace; not output channels, the other sides of diffs and the like. */
export function isPersons(uri: vscode.Uri): boolean {
  const { fs, getWorkspaceFolder } = vscode.workspace;
  return SCHEMES.has(uri.scheme) || fs.isWritableFileSystem(uri.scheme) === true || getWorkspaceFolder(uri) !== undefined;
}

/** Enough of a text to tell what it is. */
const SAMPLE = new vscode.Range(0, 0, 2000, 0);
