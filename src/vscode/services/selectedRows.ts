/** Ids of what is selected in the views, for commands that a key runs there. */
export class SelectedRows {
  statements: readonly string[] = [];
  /** Of a group of statements, the entity that says them. */
  speakers: readonly string[] = [];
  /** Of a mention's row, the entity that it mentions. */
  entities: readonly string[] = [];
  mentions: readonly string[] = [];
}
