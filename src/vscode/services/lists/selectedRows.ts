import * as vscode from "vscode";
import { rowToFocus, type TreeRow } from "./rowToFocus.js";

export type ListName = "statements" | "entities";

interface List {
  readonly selection: () => readonly TreeRow[];
  /** The rows of the highest level, as they are now. */
  readonly roots: () => readonly TreeRow[];
  /** Gives a row of this list the focus, and selects nothing. */
  readonly focus: (row: TreeRow) => Thenable<void>;
}

/** The rows of the lists that a key pressed there is about. */
export class SelectedRows {
  private readonly lists = new Map<ListName, List>();

  /** @param roots the rows of the highest level; every row that is in them is the view's own. */
  add<Row extends TreeRow>(name: ListName, view: vscode.TreeView<Row>, roots: () => readonly Row[]): void {
    this.lists.set(name, { selection: () => view.selection, roots, focus: (row) => view.reveal(row as Row, { focus: true, select: false }) });
  }

  /**
   * The selected rows where the focus is on one of them, else the row with the focus, as in the lists of the editor itself. The editor tells
   * an extension nothing of the focus, and arrow keys move that alone: so its row is selected, or no longer selected, for a moment.
   */
  async atFocus(name: ListName): Promise<readonly TreeRow[]> {
    const selected = this.selection(name);
    await vscode.commands.executeCommand("list.toggleSelection");
    const switched = this.selection(name);
    await vscode.commands.executeCommand("list.toggleSelection");
    const known = new Set(selected.map(({ id }) => id));
    const focused = switched.find(({ id }) => !known.has(id));
    return focused ? [focused] : selected;
  }

  /**
   * Runs what a key in a list is for. Where the rows that it is about leave their place, the next one has the focus: else the list has none,
   * and the arrow keys begin at its top.
   */
  async keepingFocus(name: ListName, rows: readonly TreeRow[], run: () => unknown): Promise<void> {
    const list = this.lists.get(name);
    const before = list?.roots() ?? [];
    await run();
    const last = rows.at(-1);
    const row = list && last && rowToFocus(last.id, before, list.roots());
    if (row) await list.focus(row);
  }

  private selection(name: ListName): readonly TreeRow[] {
    return [...(this.lists.get(name)?.selection() ?? [])];
  }
}
