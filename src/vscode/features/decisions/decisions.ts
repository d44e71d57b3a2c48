import * as vscode from "vscode";
import { DisposableStore } from "../../../core/common/disposable.js";
import type { Status } from "../../../core/document/annotationDocument.js";
import { setStatus } from "../../../core/store/decisions.js";
import { commands, type CommandId } from "../../ids.js";
import type { FeatureDependencies } from "../feature.js";
import { changeSpeaker } from "./changeSpeaker.js";
import { copyCitations } from "./citation.js";
import { statementsMeant, type Meant } from "./statementsMeant.js";

/** Accept, reject, withdraw, change the speaker, copy: on the statements that a card, a row, a key or the cursor means. */
export function registerDecisions(deps: FeatureDependencies): vscode.Disposable {
  const { store } = deps;
  const owned = new DisposableStore();
  const onStatements = (id: CommandId, run: (meant: Meant) => unknown): void => {
    owned.add(
      vscode.commands.registerCommand(id, async (...args: unknown[]) => {
        const meant = statementsMeant(args, deps);
        if (meant) await run(meant);
        else vscode.window.setStatusBarMessage(vscode.l10n.t("Put the cursor on a statement first."), 4000);
      }),
    );
  };
  const decide = (status: Status) => ({ uri, statements }: Meant): void => {
    store.change(uri, (document) => setStatus(document, statements, status));
  };
  onStatements(commands.acceptStatement, decide("accepted"));
  onStatements(commands.rejectStatement, decide("rejected"));
  onStatements(commands.proposeAgain, decide("proposed"));
  onStatements(commands.changeSpeaker, (meant) => changeSpeaker(meant, deps));
  onStatements(commands.copyCitation, (meant) => copyCitations(meant, deps));
  return owned;
}
