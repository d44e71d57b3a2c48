import * as vscode from "vscode";
import type { DocumentIndex, StatementParts } from "../../core/document/documentIndex.js";
import { behindName } from "../../core/describe/direction.js";
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
  /** The words of each statement that is asked about. */
  readonly words: readonly string[];
  /** Id of the entity that is thought to speak now. */
  readonly current?: string | undefined;
  /** Ids of who else it may be, the likeliest first. */
  readonly likely: readonly string[];
}

/** Who speaks in statements that are there already: of several, whoever speaks in some of them is likely for all. */
export function speakerQuestion(statements: readonly StatementParts[]): SpeakerQuestion {
  const speakers = new Set(statements.map(({ statement }) => statement.entity ?? undefined));
  const [only] = speakers;
  const current = speakers.size === 1 ? only : undefined;
  const candidates = statements.flatMap(({ statement }) => (statement.candidates ?? []).map(({ entity }) => entity));
  const likely = [...(speakers.size === 1 ? [] : speakers), ...candidates].filter((id) => id !== undefined);
  return { words: statements.map(statementWords), current, likely: [...new Set(likely)] };
}

/** Asks who speaks: the likeliest first, then everyone in the article, then a new name, also one that is typed at once; undefined where the person does not say. */
export async function chooseSpeaker(index: DocumentIndex, question: SpeakerQuestion): Promise<ChosenSpeaker | undefined> {
  const { l10n } = vscode;
  const pick = vscode.window.createQuickPick<SpeakerItem>();
  const [words = "", ...others] = question.words;
  pick.title = others.length === 0 ? l10n.t("Who said “{0}”?", withinMarks(shorten(words, 60))) : l10n.t("Who made these {0} statements?", question.words.length);
  pick.placeholder = l10n.t("Choose the speaker, or type a new name");
  pick.matchOnDescription = true;
  const items = speakerItems(index, question);
  const show = (typed: string): void => {
    // not as its label: the editor lists first what begins with the typed words, and who types a surname means whoever bears it
    pick.items = typed === "" ? items : items.map((item) => (item.chosen === "new" ? { ...item, description: l10n.t("a new name: {0}", typed) } : item));
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
    const description = behindName(entity.name, [describeType(entity.type, wording), entity.roles?.[0]?.text, detail].filter((part) => part !== undefined));
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
