import type * as vscode from "vscode";
import type { TextRange } from "../../core/document/range.js";

/** What is on the screen and what the editor's API does not show to anyone else: for tests. */
export class Inspection {
  /** What is painted in an article's editors, by the kind of painting; articles by URI. */
  readonly paintings = new Map<string, ReadonlyMap<string, readonly TextRange[]>>();
  /** The rows of each view, by its id. */
  readonly trees = new Map<string, vscode.TreeDataProvider<unknown>>();
  /** By what the lists choose the words that stand in the place of rows. */
  articleState = "";
  /** What the language status tells. */
  languageStatus = "";
  /** What is told of a home of the outlet that nobody knows; empty where there is none. */
  homeStatus = "";
  /** What it tells of an annotations file that cannot be read; empty where there is none. */
  refusal = "";
  /** What stands beside the title of each view, by its id. */
  readonly titles = new Map<string, string>();
  /** What stands above the rows of each view, by its id. */
  readonly messages = new Map<string, string>();
}
