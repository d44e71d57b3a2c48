import * as vscode from "vscode";
import { listWords } from "../../../core/describe/translate.js";
import type { Status } from "../../../core/document/annotationDocument.js";
import { indexOf, type DocumentIndex } from "../../../core/document/documentIndex.js";
import { setSpeaker, setStatus, type ChosenSpeaker } from "../../../core/store/decisions.js";
import { editorWording } from "../../services/wording.js";
import { commands } from "../../ids.js";
import type { FeatureDependencies } from "../feature.js";
import { chooseSpeaker, speakerQuestion } from "../../gestures/chooseSpeaker.js";
import { copyCitations } from "./citation.js";
import { Gestures } from "../../gestures/gestures.js";
import type { StatementsMeant } from "../../gestures/meant.js";

/** Accept, reject, withdraw, change the speaker, copy: on what a card, a row, a key or the cursor means. */
export function registerDecisions(deps: FeatureDependencies): vscode.Disposable {
  const { decisions } = deps;
  const { l10n } = vscode;
  const gestures = new Gestures(deps);
  const done: Readonly<Record<Status, string>> = { accepted: l10n.t("Accepted"), rejected: l10n.t("Rejected"), proposed: l10n.t("Decision withdrawn") };
  const onStatements = (label: string, status: Status) => ({ uri, statements }: StatementsMeant): void => {
    decisions.decide({ uri, label, done: done[status], asked: statements, change: (document) => setStatus(document, statements, status) });
  };
  gestures.onStatements(commands.acceptStatement, onStatements(l10n.t("Accept Statement"), "accepted"));
  gestures.onStatements(commands.rejectStatement, onStatements(l10n.t("Reject Statement"), "rejected"));
  gestures.onStatements(commands.proposeAgain, onStatements(l10n.t("Withdraw Decision"), "proposed"));
  for (const [id, label, status] of [
    [commands.acceptMention, l10n.t("Accept Mention"), "accepted"],
    [commands.rejectMention, l10n.t("Reject Mention"), "rejected"],
    [commands.proposeMentionAgain, l10n.t("Withdraw Decision"), "proposed"],
  ] as const) {
    gestures.onMentions(id, ({ uri, mentions }) => decisions.decide({ uri, label, done: done[status], asked: [], change: (document) => setStatus(document, mentions, status) }));
  }
  gestures.onStatements(commands.changeSpeaker, (meant, value) => changeSpeaker(meant, value as ChosenSpeaker | undefined, deps));
  gestures.onStatements(commands.copyCitation, (meant) => copyCitations(meant, deps));
  return gestures;
}

/** One statement takes those along that lean on it; of several chosen ones just these change. */
async function changeSpeaker({ uri, statements }: StatementsMeant, given: ChosenSpeaker | undefined, { store, decisions }: FeatureDependencies): Promise<void> {
  const document = store.get(uri);
  const index = document && indexOf(document);
  const all = statements.map((id) => index?.statement(id)).filter((each) => each !== undefined);
  if (!index || all.length === 0) return;
  const chosen = given === undefined ? await chooseSpeaker(index, speakerQuestion(all)) : given;
  if (chosen === undefined) return;
  const scope = statements.length === 1 ? "chain" : "statement";
  decisions.decide({
    uri,
    label: vscode.l10n.t("Change Speaker"),
    done: describeChosen(index, chosen),
    asked: statements,
    change: (before) => statements.reduce((after, id) => setSpeaker(after, id, chosen, scope), before),
  });
}

function describeChosen(index: DocumentIndex, chosen: ChosenSpeaker): string {
  const { l10n } = vscode;
  if (chosen === null) return l10n.t("Unattributed");
  const ids = "entities" in chosen ? chosen.entities : "entity" in chosen ? [chosen.entity] : [];
  const names = "name" in chosen ? [chosen.name] : ids.map((id) => index.entity(id)?.name ?? "");
  return l10n.t("Speaker: {0}", listWords(names, editorWording()));
}
