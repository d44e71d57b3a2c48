import * as vscode from "vscode";
import { DisposableStore } from "../../core/common/disposable.js";
import type { CommandId } from "../ids.js";
import type { FeatureDependencies } from "../features/feature.js";
import { followingSelection } from "./followSelection.js";
import {
  entitiesMeant,
  findingsMeant,
  listOf,
  mentionsMeant,
  selectionMeant,
  statementsMeant,
  type EntitiesMeant,
  type FindingsMeant,
  type MentionsMeant,
  type SelectionMeant,
  type StatementsMeant,
} from "./meant.js";

/**
 * Registers commands by what they are about, and tells a person what to do where that is missing. `value` is what a caller gives after
 * the article and the id, so that nothing needs to be asked.
 */
export class Gestures implements vscode.Disposable {
  private readonly owned = new DisposableStore();

  constructor(private readonly deps: FeatureDependencies) {}

  onStatements(id: CommandId, run: (meant: StatementsMeant, value: unknown) => unknown): void {
    this.register(id, statementsMeant, run, () => vscode.l10n.t("Put the cursor on a statement first."));
  }

  /** About one statement; of several rows nobody could tell which one is meant. */
  onStatement(id: CommandId, run: (meant: StatementsMeant, value: unknown) => unknown): void {
    this.onStatements(id, (meant, value) => (meant.statements.length === 1 ? run(meant, value) : this.tellOfSeveral()));
  }

  /** @param hint is told where the cursor is on nothing of the kind. */
  onEntities(id: CommandId, run: (meant: EntitiesMeant, value: unknown) => unknown, hint = vscode.l10n.t("Put the cursor on a name first.")): void {
    this.register(id, entitiesMeant, run, () => hint);
  }

  /** About one person, organization or place. */
  onEntity(id: CommandId, run: (meant: EntitiesMeant, value: unknown) => unknown, hint?: string): void {
    this.onEntities(id, (meant, value) => (meant.entities.length === 1 ? run(meant, value) : this.tellOfSeveral()), hint);
  }

  onMentions(id: CommandId, run: (meant: MentionsMeant, value: unknown) => unknown, hint = vscode.l10n.t("Put the cursor on a name, a place or a date first.")): void {
    this.register(id, mentionsMeant, run, () => hint);
  }

  /** About statements or mentions, whichever of these is meant. */
  onFindings(id: CommandId, run: (meant: FindingsMeant) => unknown): void {
    this.register(id, findingsMeant, run, () => vscode.l10n.t("Choose something in the lists first."));
  }

  /** About words that are selected in the article. */
  onSelection(id: CommandId, run: (selection: SelectionMeant, args: readonly unknown[]) => unknown): void {
    this.register(id, wordsMeant, (meant, args: readonly unknown[]) => followingSelection(meant, (selection) => run(selection, args)), () => vscode.l10n.t("Select the words in the article first."), (args) => args);
  }

  /** About the selection or, where nothing is selected, the cursor. */
  onPlace(id: CommandId, run: (selection: SelectionMeant, args: readonly unknown[]) => unknown): void {
    this.register(id, (_args, deps) => selectionMeant(deps), (meant, args: readonly unknown[]) => followingSelection(meant, (selection) => run(selection, args)), () => vscode.l10n.t("Open an article first."), (args) => args);
  }

  /** A command about the whole article. */
  add(command: vscode.Disposable): void {
    this.owned.add(command);
  }

  dispose(): void {
    this.owned.dispose();
  }

  private tellOfSeveral(): void {
    this.deps.decisions.tell(vscode.l10n.t("This is done for one at a time: choose a single row."));
  }

  private register<M, V = unknown>(
    id: CommandId,
    find: (args: readonly unknown[], deps: FeatureDependencies) => M | undefined,
    run: (meant: M, value: V) => unknown,
    missing: () => string,
    valueOf: (args: readonly unknown[]) => V = (args) => (typeof args[0] === "string" ? args[2] : undefined) as V,
  ): void {
    this.owned.add(
      vscode.commands.registerCommand(id, async (...given: unknown[]) => {
        const list = listOf(given[0]);
        const rows = list && (await this.deps.selectedRows.atFocus(list));
        if (rows?.length === 0) {
          this.deps.decisions.tell(vscode.l10n.t("Select a row of the list first."));
          return;
        }
        const args = rows ? [rows[0], rows] : given;
        const meant = find(args, this.deps);
        const act = (): unknown => meant && run(meant, valueOf(args));
        if (meant) await (list && rows ? this.deps.selectedRows.keepingFocus(list, rows, act) : act());
        else this.deps.decisions.tell(rows ? vscode.l10n.t("The key does nothing for this row.") : missing());
      }),
    );
  }
}

function wordsMeant(_args: readonly unknown[], deps: FeatureDependencies): SelectionMeant | undefined {
  const here = selectionMeant(deps);
  return here && here.range.start < here.range.end ? here : undefined;
}

/** A new id that no other person's addition has. */
export function randomId(kind: string): string {
  return `${kind}-${globalThis.crypto.randomUUID()}`;
}
