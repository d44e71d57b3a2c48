import * as vscode from "vscode";

export type ListName = "statements" | "entities";

interface Row {
  readonly id: string;
}

/** The rows of the lists that a key pressed there is about. */
export class SelectedRows {
  private readonly lists = new Map<ListName, vscode.TreeView<Row>>();

  add(name: ListName, list: vscode.TreeView<Row>): void {
    this.lists.set(name, list);
  }

  /**
   * The selected rows where the focus is on one of them, else the row with the focus, as in the lists of the editor itself. The editor tells
   * an extension nothing of the focus, and arrow keys move that alone: so its row is selected, or no longer selected, for a moment.
   */
  async atFocus(name: ListName): Promise<readonly Row[]> {
    const selected = this.selection(name);
    await vscode.commands.executeCommand("list.toggleSelection");
    const switched = this.selection(name);
    await vscode.commands.executeCommand("list.toggleSelection");
    const known = new Set(selected.map(({ id }) => id));
    const focused = switched.find(({ id }) => !known.has(id));
    return focused ? [focused] : selected;
  }

  private selection(name: ListName): readonly Row[] {
    return [...(this.lists.get(name)?.selection ?? [])];
  }
}
