import * as vscode from "vscode";
import { indexOf, type DocumentIndex, type StatementParts } from "../../../core/document/documentIndex.js";
import { statementWords } from "../../../core/describe/statements.js";
import { shorten } from "../../../core/describe/translate.js";
import { setSpeaker, type ChosenSpeaker } from "../../../core/store/decisions.js";
import { describeType } from "../../cards/entityCard.js";
import { editorWording } from "../../services/wording.js";
import type { FeatureDependencies } from "../feature.js";
import type { Meant } from "./statementsMeant.js";

interface SpeakerItem extends vscode.QuickPickItem {
  readonly chosen?: ChosenSpeaker | "new";
}

/** Asks who really speaks: the likeliest candidates first, then everyone in the article, then a new name. */
export async function changeSpeaker({ uri, statements }: Meant, { store }: FeatureDependencies): Promise<void> {
  const document = store.get(uri);
  const index = document && indexOf(document);
  const [parts] = statements.map((id) => index?.statement(id)).filter((each) => each !== undefined);
  if (!index || !parts) return;
  const { l10n } = vscode;
  const picked = await vscode.window.showQuickPick(speakerItems(index, parts), {
    title: l10n.t("Who said “{0}”?", shorten(statementWords(parts), 60)),
    placeHolder: l10n.t("Choose the speaker"),
    matchOnDescription: true,
  });
  if (picked?.chosen === undefined) return;
  const chosen = picked.chosen === "new" ? await askForName() : picked.chosen;
  if (chosen === undefined) return;
  store.change(uri, (before) => statements.reduce((after, id) => setSpeaker(after, id, chosen), before));
}

function speakerItems(index: DocumentIndex, { statement }: StatementParts): SpeakerItem[] {
  const { l10n } = vscode;
  const wording = editorWording();
  const toItem = (id: string, detail?: string): SpeakerItem[] => {
    const entity = index.entity(id);
    if (!entity) return [];
    const description = [describeType(entity.type, wording), entity.roles?.[0]?.text, detail].filter((part) => part !== undefined).join(" · ");
    return [{ label: entity.name, description, chosen: { entity: id } }];
  };
  const candidates = (statement.candidates ?? []).map(({ entity }) => entity);
  const current = statement.entity ?? undefined;
  const first = [...(current === undefined ? [] : toItem(current, l10n.t("now"))), ...candidates.filter((id) => id !== current).flatMap((id) => toItem(id))];
  const listed = new Set([current, ...candidates]);
  const others = index.document.entities.filter(({ id, type }) => type !== "place" && !listed.has(id)).flatMap(({ id }) => toItem(id));
  const places = index.document.entities.filter(({ id, type }) => type === "place" && !listed.has(id)).flatMap(({ id }) => toItem(id));
  return [
    ...(first.length > 0 ? [separator(l10n.t("most likely")), ...first] : []),
    separator(l10n.t("in this article")),
    ...others,
    ...places,
    separator(l10n.t("other")),
    { label: l10n.t("Someone else…"), description: l10n.t("a new name"), chosen: "new" },
    { label: l10n.t("The article does not say"), chosen: null },
  ];
}

function separator(label: string): SpeakerItem {
  return { label, kind: vscode.QuickPickItemKind.Separator };
}

async function askForName(): Promise<ChosenSpeaker | undefined> {
  const { l10n } = vscode;
  const name = await vscode.window.showInputBox({
    title: l10n.t("Name of the Speaker"),
    prompt: l10n.t("The article itself is not changed."),
    validateInput: (value) => (value.trim() === "" ? l10n.t("Give a name.") : undefined),
  });
  return name === undefined ? undefined : { name: name.trim(), newId: `person-${globalThis.crypto.randomUUID()}` };
}
