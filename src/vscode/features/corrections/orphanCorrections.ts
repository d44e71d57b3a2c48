import * as vscode from "vscode";
import { indexOf } from "../../../core/document/documentIndex.js";
import { setStatus } from "../../../core/store/decisions.js";
import { deleteFindings, reattach } from "../../../core/store/decisionsAboutSpans.js";
import { commands } from "../../ids.js";
import { Gestures } from "../../gestures/gestures.js";
import { selectionMeant } from "../../gestures/meant.js";
import type { FeatureDependencies } from "../feature.js";

/**
 * What is no longer in the text gets its place back, or goes for good, as does what a person added by hand. What the analysis finds in the
 * text would come back if it were deleted: it is rejected.
 */
export function registerOrphanCorrections(deps: FeatureDependencies): vscode.Disposable {
  const { store, decisions } = deps;
  const { l10n } = vscode;
  const gestures = new Gestures(deps);

  gestures.onFindings(commands.reattach, ({ uri, ids }) => {
    const here = selectionMeant(deps);
    if (here?.uri !== uri || here.range.start >= here.range.end) {
      decisions.tell(l10n.t("Select the words in the article first."));
      return;
    }
    const [id] = ids;
    const statement = here.index.statement(id ?? "");
    const orphan = statement ? statement.quotes.find(({ orphaned }) => orphaned === true) : here.index.annotation(id);
    if (orphan) decisions.decide({ uri, label: l10n.t("Attach to Selection"), asked: ids, change: (before) => reattach(before, orphan.id, here.range, here.text) });
  });

  gestures.onFindings(commands.deleteFinding, ({ uri, ids }) => {
    const document = store.get(uri);
    const index = document && indexOf(document);
    const areStatements = ids.some((id) => index?.statement(id));
    const areGone = document !== undefined && deleteFindings(document, ids) !== document;
    const label = areGone ? (areStatements ? l10n.t("Delete Statement") : l10n.t("Delete Mention")) : areStatements ? l10n.t("Reject Statement") : l10n.t("Reject Mention");
    decisions.decide({ uri, label, asked: ids, change: (before) => setStatus(deleteFindings(before, ids), ids, "rejected") });
  });
  return gestures;
}
