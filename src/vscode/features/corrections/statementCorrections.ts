import * as vscode from "vscode";
import type { StatementKind } from "../../../core/document/annotationDocument.js";
import { indexOf, isMention, type DocumentIndex, type StatementParts } from "../../../core/document/documentIndex.js";
import { overlaps, type TextRange } from "../../../core/document/range.js";
import { describeKind, describeSpeakers, statementWords } from "../../../core/describe/statements.js";
import { shorten } from "../../../core/describe/translate.js";
import { setSpeaker } from "../../../core/store/decisions.js";
import { addStatement, joinStatements, setKind, setPart, splitStatement, type ChosenPart, type StatementPart } from "../../../core/store/decisionsAboutStatements.js";
import { commands } from "../../ids.js";
import { editorWording } from "../../services/wording.js";
import { chooseSpeaker } from "../../gestures/chooseSpeaker.js";
import { Gestures, randomId } from "../../gestures/gestures.js";
import { namedFindings, selectionMeant, type SelectionMeant, type StatementsMeant } from "../../gestures/meant.js";
import type { FeatureDependencies } from "../feature.js";
import { ask, chooseAmong } from "../../gestures/chooseAmong.js";
import { nearestSpeakers, statementsAround } from "../../gestures/nearby.js";

const KINDS: readonly StatementKind[] = ["direct", "mixed", "indirect"];

/** What a person corrects about statements beside the speaker: kind, words, cue, when and where; splits, joins and adds some. */
export function registerStatementCorrections(deps: FeatureDependencies): vscode.Disposable {
  const { l10n } = vscode;
  const gestures = new Gestures(deps);
  gestures.onStatements(commands.changeKind, (meant, value) => changeKind(meant, value, deps));
  gestures.onStatement(commands.splitStatement, (meant, offset) => split(meant, offset, deps));
  gestures.onStatements(commands.joinStatements, (meant) => join(meant, deps));
  gestures.onSelection(commands.addStatement, (selection, [speaker]) => addFromSelection(selection, speaker, deps));
  const parts: readonly (readonly [typeof commands.setCue | typeof commands.setSource | typeof commands.setWhen | typeof commands.setWhere, StatementPart, string])[] = [
    [commands.setCue, "cue", l10n.t("Set Cue to Selection")],
    [commands.setSource, "speaker", l10n.t("Set Source Phrase to Selection")],
    [commands.setWhen, "when", l10n.t("Set Time to Selection")],
    [commands.setWhere, "where", l10n.t("Set Place to Selection")],
  ];
  for (const [id, part, label] of parts) gestures.onPlace(id, (selection, args) => setPartHere(selection, namedFindings(args), { part, label }, deps));
  return gestures;
}

async function changeKind({ uri, statements }: StatementsMeant, given: unknown, { store, decisions }: FeatureDependencies): Promise<void> {
  const { l10n } = vscode;
  const document = store.get(uri);
  const kinds = new Set(document?.statements.filter(({ id }) => statements.includes(id)).map(({ kind }) => kind));
  const choices = KINDS.map((kind) => ({ label: describeKind(kind, editorWording()), description: kinds.size === 1 && kinds.has(kind) ? l10n.t("now") : undefined, value: kind }));
  const kind = KINDS.find((each) => each === given) ?? (await ask(statements.length === 1 ? l10n.t("How are the words told?") : l10n.t("How are these {0} statements told?", statements.length), choices));
  if (kind) decisions.decide({ uri, label: l10n.t("Change Kind"), done: l10n.t("Kind: {0}", describeKind(kind, editorWording())), asked: statements, change: (before) => setKind(before, statements, kind) });
}

/** Splits at an offset that a card gives, else at the cursor, which must be within the statement's words. */
function split({ uri, statements }: StatementsMeant, given: unknown, deps: FeatureDependencies): void {
  const [statement] = statements;
  const annotations = deps.store.get(uri);
  const article = deps.articles.document(uri);
  if (statement === undefined || !annotations || !article) return;
  const here = selectionMeant(deps);
  // a card may be of an article that does not have the focus
  const at = typeof given === "number" ? given : here?.uri === uri ? here.cursor : -1;
  if (!indexOf(annotations).statement(statement)?.quotes.some(({ start, end }) => start < at && at < end)) {
    deps.decisions.tell(vscode.l10n.t("Put the cursor within the statement first, where it shall be split."));
    return;
  }
  const newId = randomId("statement");
  deps.decisions.decide({
    uri,
    label: vscode.l10n.t("Split Statement"),
    done: vscode.l10n.t("Statement split"),
    asked: [statement, newId, `${newId}-whole`],
    change: (before) => splitStatement(before, statement, at, newId, article.getText()),
  });
}

/** Joins the chosen statements; a single one with those that are selected in the text too, else with the next one. */
function join({ uri, statements }: StatementsMeant, deps: FeatureDependencies): void {
  const { store, decisions } = deps;
  const document = store.get(uri);
  if (!document) return;
  const joined = statements.length > 1 ? statements : withNeighbours(indexOf(document), statements[0], selectionMeant(deps)?.range);
  const newId = randomId("statement");
  decisions.decide({ uri, label: vscode.l10n.t("Join Statements"), done: vscode.l10n.t("Statements joined"), asked: [...joined, newId], change: (before) => joinStatements(before, joined, newId) });
}

function withNeighbours(index: DocumentIndex, id: string | undefined, selection: TextRange | undefined): string[] {
  const order = [...index.statements].sort((a, b) => (a.quotes[0]?.start ?? 0) - (b.quotes[0]?.start ?? 0));
  const selected = selection ? order.filter(({ quotes }) => quotes.some((quote) => overlaps(quote, selection))) : [];
  const at = order.findIndex(({ statement }) => statement.id === id);
  const chosen = selected.length > 1 ? selected : order.slice(Math.max(0, at), at + 2);
  return chosen.map(({ statement }) => statement.id);
}

/** Adds the statement and asks whose it is: one step for both; whoever does not say gets an unattributed statement. */
async function addFromSelection(selection: SelectionMeant, given: unknown, { decisions }: FeatureDependencies): Promise<void> {
  const { uri, index, text, range } = selection;
  const newId = randomId("statement");
  const question = { words: [text.slice(range.start, range.end)], likely: nearestSpeakers(index, range) };
  const speaker = typeof given === "string" ? { entity: given } : await chooseSpeaker(index, question);
  decisions.decide({
    uri,
    label: vscode.l10n.t("Add Statement"),
    done: vscode.l10n.t("Statement added"),
    asked: [newId],
    change(before) {
      const added = addStatement(before, { newId, range: selection.range }, selection.text);
      return speaker === undefined ? added : setSpeaker(added, newId, speaker, "statement");
    },
  });
}

/** Sets a part of the statements that are named, else of the one that the selection is near to; without a selection to the date or the place at the cursor. */
async function setPartHere(selection: SelectionMeant, given: readonly string[], { part, label }: { readonly part: StatementPart; readonly label: string }, { decisions }: FeatureDependencies): Promise<void> {
  const { uri, index, cursor } = selection;
  const { l10n } = vscode;
  const type = part === "when" ? "date" : part === "where" ? "place" : part;
  const here = index.annotationsAt(cursor).find((annotation) => annotation.type === type);
  const isSelected = selection.range.start < selection.range.end;
  if (!isSelected && (!here || !isMention(here))) {
    decisions.tell(l10n.t("Select the words in the article first."));
    return;
  }
  const newId = randomId(part);
  const around = statementsAround(index, isSelected || !here ? selection.range : here, selection.text);
  if (given.length === 0 && around.length === 0) {
    decisions.tell(l10n.t("There is no statement near the selection."));
    return;
  }
  const answer = given.length > 0 ? undefined : await chooseAmong(l10n.t("Of Which Statement?"), around.map(toChoice));
  const statements = answer === undefined ? given : [answer];
  if (statements.length === 0) return;
  const chosen: ChosenPart = isSelected || !here ? { range: selection.range, newId } : { annotation: here.id };
  decisions.decide({ uri, label, asked: statements, change: (before) => statements.reduce((after, id) => setPart(after, id, part, chosen, selection.text), before) });
}

function toChoice(parts: StatementParts): { readonly label: string; readonly description: string; readonly value: string } {
  return { label: shorten(statementWords(parts), 70), description: describeSpeakers(parts, editorWording()), value: parts.statement.id };
}
