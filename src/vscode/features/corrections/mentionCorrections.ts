import * as vscode from "vscode";
import type { Annotation, Entity, MentionType, Timex } from "../../../core/document/annotationDocument.js";
import { describeDate } from "../../../core/describe/dates.js";
import { indexOf, type DocumentIndex } from "../../../core/document/documentIndex.js";
import { overlaps, rangeLength, type TextRange } from "../../../core/document/range.js";
import { timexOf } from "../../../core/document/timexValue.js";
import { withinMarks } from "../../../core/describe/marks.js";
import { shorten } from "../../../core/describe/translate.js";
import { splitMentions } from "../../../core/store/decisionsAboutEntities.js";
import { setWords } from "../../../core/store/decisionsAboutStatements.js";
import { addMention, setDateValue, setSpan, type NewMention } from "../../../core/store/decisionsAboutSpans.js";
import { describeType } from "../../../core/describe/types.js";
import { commands } from "../../ids.js";
import { editorWording } from "../../services/wording.js";
import { askForDate, type DateQuestion } from "../../gestures/askForDate.js";
import { Gestures, randomId } from "../../gestures/gestures.js";
import { namedFindings, type MentionsMeant, type SelectionMeant } from "../../gestures/meant.js";
import type { FeatureDependencies } from "../feature.js";
import { ask, chooseAmong, type Choice } from "../../gestures/chooseAmong.js";

/** What a person corrects about stretches of the text: their edges, mentions that are missing or of someone else, the day of a date. */
export function registerMentionCorrections(deps: FeatureDependencies): vscode.Disposable {
  const gestures = new Gestures(deps);
  gestures.onSelection(commands.fitToSelection, (selection, args) => fit(selection, namedFindings(args)[0], deps));
  gestures.onSelection(commands.addMention, (selection, [value]) => add(selection, value, deps));
  gestures.onMentions(commands.splitMention, (meant, value) => splitOff(meant, value, deps), nameHint());
  gestures.onMentions(commands.setDateValue, (meant, value) => setDate(meant, value, deps), dateHint());
  return gestures;
}

function nameHint(): string {
  return vscode.l10n.t("Put the cursor on the name of a person, an organization or a place first.");
}

function dateHint(): string {
  return vscode.l10n.t("Put the cursor on a date first.");
}

/** Extends or shrinks what the selection overlaps, the best match first; or what is named, which may be a statement. */
async function fit(selection: SelectionMeant, given: string | undefined, { decisions }: FeatureDependencies): Promise<void> {
  const { l10n } = vscode;
  const { uri, index, range } = selection;
  const newId = randomId("annotation");
  const label = l10n.t("Fit to Selection");
  if (given !== undefined && index.statement(given)) {
    decisions.decide({ uri, label, asked: [given, newId], change: (before) => setWords(before, given, selection.range, newId, selection.text) });
    return;
  }
  const touched = index.annotations.filter((annotation) => annotation.type !== "role" && overlaps(annotation, range)).sort((a, b) => share(b, range) - share(a, range));
  if (given === undefined && touched.length === 0) {
    decisions.tell(l10n.t("The selection touches no statement and no name. Add one from it instead."));
    return;
  }
  const choices = touched.map((annotation) => ({ label: shorten(annotation.text, 70), description: describePart(annotation), value: annotation.id }));
  const id = given ?? (await chooseAmong(l10n.t("What Shall the Selection Be?"), choices));
  if (id === undefined) return;
  const asked = [...index.statementsWith(id).map(({ statement }) => statement.id), newId];
  decisions.decide({ uri, label, asked, change: (before) => setSpan(before, id, selection.range, newId, selection.text) });
}

/** Part that two stretches share of what they cover together. */
function share(a: TextRange, b: TextRange): number {
  const shared = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  return shared / (rangeLength(a) + rangeLength(b) - shared);
}

function describePart({ type }: Annotation): string {
  const { l10n } = vscode;
  switch (type) {
    case "quote":
      return l10n.t("the words said");
    case "cue":
      return l10n.t("the cue");
    case "speaker":
      return l10n.t("the source phrase");
    case "date":
      return l10n.t("date");
    case "role":
      return l10n.t("role");
    default:
      return describeType(type, editorWording());
  }
}

type NewMentionKind = { readonly type: MentionType; readonly entity?: string };

async function add(selection: SelectionMeant, given: unknown, { articles, decisions }: FeatureDependencies): Promise<void> {
  const { l10n } = vscode;
  const { uri, index, range, text } = selection;
  const words = text.slice(range.start, range.end);
  const chosen = isKind(given) ? given : await ask(l10n.t("What Is “{0}”?", withinMarks(shorten(words, 60))), kindsOf(index, words));
  if (!chosen) return;
  const value = chosen.type === "date" && !isKind(given) ? await askForDate(articles, dateQuestion(words, "", index.document.source.published)) : undefined;
  const mention: NewMention = {
    newId: randomId("mention"),
    range: selection.range,
    type: chosen.type,
    ...(chosen.type === "date" ? {} : { entity: chosen.entity ?? { newId: randomId(chosen.type) } }),
    ...(value === undefined ? {} : { value, ...optionalTimex(value) }),
  };
  decisions.decide({ uri, label: l10n.t("Add Mention"), done: l10n.t("Type: {0}", describeType(chosen.type, editorWording())), asked: [], change: (before) => addMention(before, mention, selection.text) });
}

/** Who has such a name already, then new ones of each kind, then everyone else. */
function kindsOf(index: DocumentIndex, words: string): Choice<NewMentionKind>[] {
  const { l10n } = vscode;
  const wording = editorWording();
  const wanted = words.toLowerCase();
  const named = index.document.entities.filter(({ type }) => type !== "group");
  const isNamed = ({ name, aliases = [] }: Entity): boolean => [name, ...aliases].some((each) => each.toLowerCase().includes(wanted) || wanted.includes(each.toLowerCase()));
  const toChoice = ({ id, type, name }: Entity): Choice<NewMentionKind> => ({
    label: name,
    description: l10n.t("{0} in this article", describeType(type, wording)),
    value: { type: type === "group" ? "person" : type, entity: id },
  });
  return [
    ...named.filter(isNamed).map(toChoice),
    { label: l10n.t("A person"), description: l10n.t("new"), value: { type: "person" } },
    { label: l10n.t("An organization"), description: l10n.t("new"), value: { type: "organization" } },
    { label: l10n.t("A place"), description: l10n.t("new"), value: { type: "place" } },
    { label: l10n.t("A date"), value: { type: "date" } },
    ...named.filter((entity) => !isNamed(entity)).map(toChoice),
  ];
}

function isKind(value: unknown): value is NewMentionKind {
  return typeof value === "object" && value !== null && "type" in value && typeof value.type === "string" && ["person", "organization", "place", "date"].includes(value.type);
}

/** The mentions become those of someone of their own; the statements of which they are the source come along. */
async function splitOff({ uri, mentions }: MentionsMeant, given: unknown, { store, decisions }: FeatureDependencies): Promise<void> {
  const { l10n } = vscode;
  const index = indexIn(store.get(uri));
  const [first] = mentions.map((id) => index?.annotation(id)).filter((mention) => mention?.entity !== undefined);
  const entity = index?.entity(first?.entity);
  if (!index || !first || !entity) {
    decisions.tell(nameHint());
    return;
  }
  const title = l10n.t("Split Off from {0}", entity.name);
  const name = typeof given === "string" ? given : await vscode.window.showInputBox({ title, prompt: l10n.t("Name of whom is meant here. The article itself is not changed."), value: first.text });
  if (name === undefined) return;
  const asked = index.statementsOf(entity.id).map(({ statement }) => statement.id);
  const newId = randomId(entity.type);
  decisions.decide({ uri, label: l10n.t("Split Off Mention"), asked, change: (before) => splitMentions(before, mentions, newId, name.trim() || first.text) });
}

async function setDate({ uri, mentions }: MentionsMeant, given: unknown, { store, articles, decisions }: FeatureDependencies): Promise<void> {
  const { l10n } = vscode;
  const index = indexIn(store.get(uri));
  const dates = mentions.map((id) => index?.annotation(id)).filter((mention) => mention !== undefined).filter(({ type }) => type === "date");
  const [date] = dates;
  if (!date) {
    decisions.tell(dateHint());
    return;
  }
  const question = dateQuestion(date.text, date.value, index?.document.source.published);
  const title = dates.length === 1 ? question.title : l10n.t("When Are These {0} Dates?", dates.length);
  const value = typeof given === "string" ? given : await askForDate(articles, { ...question, title });
  if (value === undefined || timexOf(value) === undefined) return;
  const timexFor = ({ timex }: Annotation): Timex | undefined => (timex === "SET" ? undefined : timexOf(value));
  const told = describeDate({ value }, editorWording()) ?? value;
  decisions.decide({ uri, label: l10n.t("Set Date"), done: l10n.t("Date: {0}", told), asked: [], change: (before) => dates.reduce((after, each) => setDateValue(after, each.id, value, timexFor(each)), before) });
}

function dateQuestion(words: string, value = "", today?: string | null): DateQuestion {
  const { l10n } = vscode;
  return {
    title: l10n.t("When Is “{0}”?", withinMarks(shorten(words, 60))),
    prompt: l10n.t("For example 6 April 2021, summer 2021, last Tuesday, two days, 2021-04-06, 2021-04-06T15:30"),
    // of what is open, the article's own words are nearer to an answer than a code
    value: value.includes("X") ? words : value,
    today,
    refusal: l10n.t("This is no date, time or length of time."),
  };
}

function optionalTimex(value: string): Pick<NewMention, "timex"> {
  const timex = timexOf(value);
  return timex === undefined ? {} : { timex };
}

function indexIn(document: Parameters<typeof indexOf>[0] | undefined): DocumentIndex | undefined {
  return document && indexOf(document);
}
