/** Ids of the statements that are selected in the view, for commands that a key runs there. */
export class SelectedStatements {
  ids: readonly string[] = [];
}
