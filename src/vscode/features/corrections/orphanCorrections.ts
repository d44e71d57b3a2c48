import * as vscode from "vscode";
import { describeSpeakers, statementWords } from "../../../core/describe/statements.js";
import { shorten } from "../../../core/describe/translate.js";
import { indexOf, isMention, isOrphaned, type DocumentIndex } from "../../../core/document/documentIndex.js";
import { setStatus } from "../../../core/store/decisions.js";
import { deleteFindings, deleteOrphans, reattach } from "../../../core/store/decisionsAboutSpans.js";
import { chooseAmong, type Choice } from "../../gestures/chooseAmong.js";
import { Gestures } from "../../gestures/gestures.js";
import { namedFindings, type SelectionMeant } from "../../gestures/meant.js";
import { commands } from "../../ids.js";
import { editorWording } from "../../services/wording.js";
import type { FeatureDependencies } from "../feature.js";

/**
 * What is no longer in the text gets its place back, or goes for good, as does what a person added by hand. What the analysis finds in the
 * text would come back if it were deleted: it is rejected.
 */
export function registerOrphanCorrections(deps: FeatureDependencies): vscode.Disposable {
  const { store, activeArticle, decisions } = deps;
  const { l10n } = vscode;
  const gestures = new Gestures(deps);

  gestures.onSelection(commands.reattach, (selection, args) => attach(selection, namedFindings(args)[0], deps));

  gestures.onFindings(commands.deleteFinding, ({ uri, ids }) => {
    const document = store.get(uri);
    const index = document && indexOf(document);
    const areStatements = ids.some((id) => index?.statement(id));
    const areGone = document !== undefined && deleteFindings(document, ids) !== document;
    const label = areGone ? (areStatements ? l10n.t("Delete Statement") : l10n.t("Delete Mention")) : areStatements ? l10n.t("Reject Statement") : l10n.t("Reject Mention");
    decisions.decide({ uri, label, asked: ids, change: (before) => setStatus(deleteFindings(before, ids), ids, "rejected") });
  });

  gestures.add(
    vscode.commands.registerCommand(commands.deleteUndecided, () => {
      const uri = activeArticle.uri?.toString();
      const asked = (uri === undefined ? undefined : store.get(uri))?.statements.map(({ id }) => id) ?? [];
      if (uri !== undefined) decisions.decide({ uri, label: l10n.t("Delete Undecided"), asked, change: (before) => deleteOrphans(before, "undecided") });
    }),
  );
  return gestures;
}

/** Gives the named finding the selected words, or asks which of those that are lost has them. */
async function attach(selection: SelectionMeant, given: string | undefined, { decisions }: FeatureDependencies): Promise<void> {
  const { l10n } = vscode;
  const { uri, index, range, text } = selection;
  const lost = lostFindings(index, text.slice(range.start, range.end));
  if (given === undefined && lost.length === 0) {
    decisions.tell(l10n.t("Nothing is missing from the text."));
    return;
  }
  const id = given ?? (await chooseAmong(l10n.t("Which of These Are the Selected Words?"), lost));
  if (id === undefined) return;
  const statement = index.statement(id);
  const orphan = statement ? statement.quotes.find(({ orphaned }) => orphaned === true) : index.annotation(id);
  if (orphan) decisions.decide({ uri, label: l10n.t("Attach to Selection"), asked: [id], change: (before) => reattach(before, orphan.id, selection.range, selection.text) });
}

/** Statements and mentions without a place, those with the same words first. */
function lostFindings(index: DocumentIndex, words: string): Choice<string>[] {
  const { document } = index;
  const said = document.statements.flatMap(({ id, status, replacedBy }) => {
    const parts = index.statement(id);
    if (!parts || !isOrphaned(parts) || status === "rejected" || replacedBy !== undefined) return [];
    return [{ words: statementWords(parts), description: describeSpeakers(parts, editorWording()), value: id }];
  });
  const mentions = document.annotations.filter((annotation) => isMention(annotation) && annotation.orphaned === true && annotation.status !== "rejected");
  const mentioned = mentions.map(({ id, text }) => ({ words: text, description: vscode.l10n.t("mention"), value: id }));
  const all = [...said, ...mentioned];
  const isSame = (choice: { readonly words: string }): boolean => choice.words === words;
  return [...all.filter(isSame), ...all.filter((choice) => !isSame(choice))].map((choice) => ({ label: shorten(choice.words, 70), description: choice.description, value: choice.value }));
}
