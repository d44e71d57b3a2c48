import * as vscode from "vscode";
import type { DocumentIndex, StatementParts } from "../../core/document/documentIndex.js";
import { withinMarks } from "../../core/describe/marks.js";
import { statementWords } from "../../core/describe/statements.js";
import { shorten } from "../../core/describe/translate.js";
import type { ChosenSpeaker } from "../../core/store/decisions.js";
import { describeType } from "../../core/describe/types.js";
import { editorWording } from "../services/wording.js";
import { randomId } from "./gestures.js";

interface SpeakerItem extends vscode.QuickPickItem {
  readonly chosen?: ChosenSpeaker | "new";
}

/** What is known of who may speak. */
export interface SpeakerQuestion {
  /** The words that were said. */
  readonly words: string;
  /** Id of the entity that is thought to speak now. */
  readonly current?: string | undefined;
  /** Ids of who else it may be, the likeliest first. */
  readonly likely: readonly string[];
}

/** Who speaks in a statement that is there already. */
export function speakerQuestion(parts: StatementParts): SpeakerQuestion {
  const { statement } = parts;
  return { words: statementWords(parts), current: statement.entity ?? undefined, likely: (statement.candidates ?? []).map(({ entity }) => entity) };
}

/** Asks who speaks: the likeliest first, then everyone in the article, then a new name, also one that is typed at once; undefined where the person does not say. */
export async function chooseSpeaker(index: DocumentIndex, question: SpeakerQuestion): Promise<ChosenSpeaker | undefined> {
  const { l10n } = vscode;
  const pick = vscode.window.createQuickPick<SpeakerItem>();
  pick.title = l10n.t("Who said “{0}”?", withinMarks(shorten(question.words, 60)));
  pick.placeholder = l10n.t("Choose the speaker, or type a new name");
  pick.matchOnDescription = true;
  const items = speakerItems(index, question);
  const show = (typed: string): void => {
    pick.items = typed === "" ? items : items.map((item) => (item.chosen === "new" ? { ...item, label: typed } : item));
  };
  show("");
  const picked = await new Promise<SpeakerItem | undefined>((settle) => {
    pick.onDidChangeValue((typed) => show(typed.trim()));
    pick.onDidAccept(() => settle(pick.selectedItems[0]));
    pick.onDidHide(() => settle(undefined));
    pick.show();
  });
  const typed = pick.value.trim();
  pick.dispose();
  if (picked?.chosen !== "new") return picked?.chosen;
  return typed === "" ? askForName() : newSpeaker(typed);
}

function speakerItems(index: DocumentIndex, { current, likely }: SpeakerQuestion): SpeakerItem[] {
  const { l10n } = vscode;
  const wording = editorWording();
  const toItem = (id: string, detail?: string): SpeakerItem[] => {
    const entity = index.entity(id);
    if (!entity) return [];
    const description = [describeType(entity.type, wording), entity.roles?.[0]?.text, detail].filter((part) => part !== undefined).join(" · ");
    return [{ label: entity.name, description, chosen: { entity: id } }];
  };
  // whoever corrects a statement wants someone else: the present speaker stands below the candidates
  const first = [...likely.filter((id) => id !== current).flatMap((id) => toItem(id)), ...(current === undefined ? [] : toItem(current, l10n.t("now")))];
  const listed = new Set([current, ...likely]);
  const others = index.document.entities.filter(({ id, type }) => type !== "place" && !listed.has(id)).flatMap(({ id }) => toItem(id));
  const places = index.document.entities.filter(({ id, type }) => type === "place" && !listed.has(id)).flatMap(({ id }) => toItem(id));
  return [
    ...(first.length > 0 ? [separator(l10n.t("most likely")), ...first] : []),
    separator(l10n.t("in this article")),
    ...others,
    ...places,
    separator(l10n.t("other")),
    { label: l10n.t("Someone else…"), description: l10n.t("a new name"), alwaysShow: true, chosen: "new" },
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
  return name === undefined ? undefined : newSpeaker(name.trim());
}

function newSpeaker(name: string): ChosenSpeaker {
  return { name, newId: randomId("person") };
}
