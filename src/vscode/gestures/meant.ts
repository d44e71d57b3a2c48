import type * as vscode from "vscode";
import { indexOf, isMention, type DocumentIndex } from "../../core/document/documentIndex.js";
import type { TextRange } from "../../core/document/range.js";
import { trimRange } from "../../core/document/trimRange.js";
import type { FeatureDependencies } from "../features/feature.js";
import type { ListName } from "../services/lists/selectedRows.js";

// What a command's arguments mean: `(uri, id)` from a card or a code action, `(row, rows)` from a list's menu or a key in it, nothing from a
// key in the editor or the palette: then what is at the cursor.

/** The statements that a command is about. */
export interface StatementsMeant {
  readonly uri: string;
  readonly statements: readonly string[];
}

/** The entities that a command is about. */
export interface EntitiesMeant {
  readonly uri: string;
  readonly entities: readonly string[];
}

/** The mentions that a command is about. */
export interface MentionsMeant {
  readonly uri: string;
  readonly mentions: readonly string[];
}

/** The statements or mentions that a command is about. */
export interface FindingsMeant {
  readonly uri: string;
  readonly ids: readonly string[];
}

/**
 * The place in an article that a command is about. While a command asks something, its text may change: by a formatter as the editor loses
 * the focus, or by another program. Text, range and cursor are those of now, so take them when they are needed.
 */
export interface SelectionMeant {
  readonly uri: string;
  readonly editor: vscode.TextEditor;
  readonly index: DocumentIndex;
  readonly text: string;
  /** Without white space at its edges; empty where nothing is selected. */
  readonly range: TextRange;
  readonly cursor: number;
}

/** @returns undefined where no statement is meant. */
export function statementsMeant(args: readonly unknown[], deps: FeatureDependencies): StatementsMeant | undefined {
  const meant = idsMeant(args, deps, { idsOf: statementIds, atCursor: statementHere });
  return meant && { uri: meant.uri, statements: meant.ids };
}

/** @returns undefined where no entity is meant. */
export function entitiesMeant(args: readonly unknown[], deps: FeatureDependencies): EntitiesMeant | undefined {
  const meant = idsMeant(args, deps, {
    idsOf: entityIds,
    atCursor: ({ index, cursor }) => index.annotationsAt(cursor).find(({ entity, type }) => entity !== undefined && type !== "role")?.entity,
  });
  return meant && { uri: meant.uri, entities: meant.ids };
}

/** @returns undefined where no mention is meant. */
export function mentionsMeant(args: readonly unknown[], deps: FeatureDependencies): MentionsMeant | undefined {
  const meant = idsMeant(args, deps, {
    idsOf: mentionIds,
    atCursor: ({ index, cursor }) => index.annotationsAt(cursor).find(isMention)?.id,
  });
  return meant && { uri: meant.uri, mentions: meant.ids };
}

/** @returns undefined where neither a statement nor a mention is meant; nothing is meant by the cursor. */
export function findingsMeant(args: readonly unknown[], deps: FeatureDependencies): FindingsMeant | undefined {
  return idsMeant(args, deps, {
    idsOf: (row) => [...statementIds(row), ...mentionIds(row)],
    atCursor: () => undefined,
  });
}

/** The selection in the active article; undefined where the active editor shows none. */
export function selectionMeant({ articles, activeArticle }: FeatureDependencies): SelectionMeant | undefined {
  const { editor } = activeArticle;
  const annotations = editor && articles.shown(editor.document.uri);
  if (!annotations) return undefined;
  const { document, selection } = editor;
  const text = document.getText();
  const range = trimRange(text, { start: document.offsetAt(selection.start), end: document.offsetAt(selection.end) });
  return { uri: document.uri.toString(), editor, index: indexOf(annotations), text, range, cursor: document.offsetAt(selection.active) };
}

/** A statement whose words are selected stands before a shorter one that they hold or touch. */
function statementHere({ index, range, cursor }: SelectionMeant): string | undefined {
  const selected = index.annotationsAt(cursor).find(({ type, start, end }) => type === "quote" && start === range.start && end === range.end);
  const parts = (selected && index.statementsWith(selected.id)[0]) ?? index.statementAt(cursor);
  return parts?.statement.id;
}

/** Ids of the statements or mentions that a card or rows name beside the place in the article that a command is about. */
export function namedFindings(args: readonly unknown[]): readonly string[] {
  const [, second] = args;
  return typeof second === "string" ? [second] : rowsIn(args).flatMap((row) => [...statementIds(row), ...mentionIds(row)]);
}

interface Reading {
  /** Ids behind a row. */
  idsOf(row: unknown): readonly string[];
  atCursor(here: SelectionMeant): string | undefined;
}

function idsMeant(args: readonly unknown[], deps: FeatureDependencies, { idsOf, atCursor }: Reading): { readonly uri: string; readonly ids: readonly string[] } | undefined {
  const [first, second] = args;
  if (typeof first === "string" && typeof second === "string") return { uri: first, ids: [second] };
  const uri = deps.activeArticle.uri?.toString();
  if (uri === undefined) return undefined;
  const rows = rowsIn(args);
  const idHere = (): readonly string[] => {
    const here = selectionMeant(deps);
    const id = here && atCursor(here);
    return id === undefined ? [] : [id];
  };
  const ids = rows.length > 0 ? rows.flatMap(idsOf) : idHere();
  return ids.length > 0 ? { uri, ids: [...new Set(ids)] } : undefined;
}

function rowsIn([first, second]: readonly unknown[]): readonly unknown[] {
  return (Array.isArray(second) && second.length > 0 ? second : [first]).filter(isRow);
}

/** The list that a key was pressed in; undefined for other arguments. */
export function listOf(argument: unknown): ListName | undefined {
  if (typeof argument !== "object" || argument === null || !("from" in argument)) return undefined;
  return argument.from === "statements" || argument.from === "entities" ? argument.from : undefined;
}

interface Row {
  readonly type: string;
  readonly id?: unknown;
  readonly children?: readonly unknown[];
  readonly entity?: { readonly id: string };
  readonly annotation?: { readonly id: string; readonly entity?: string };
  /** Of a group of statements. */
  readonly of?: unknown;
  /** Of a group of people, places or dates. */
  readonly kind?: unknown;
}

function isRow(row: unknown): row is Row {
  return typeof row === "object" && row !== null && "type" in row && typeof row.type === "string";
}

/** Ids behind a row of the statements view; of a group all that are in it. */
export function statementIds(row: unknown): string[] {
  if (!isRow(row)) return [];
  if (row.type === "statement" && typeof row.id === "string") return [row.id];
  return row.type === "group" ? (row.children ?? []).flatMap(statementIds) : [];
}

/** Ids of the entities behind a row of either view: whoever is listed, is mentioned, or says the statements of a group. */
export function entityIds(row: unknown): string[] {
  if (!isRow(row)) return [];
  const id = row.type === "group" ? speakerOf(row.of) : row.type === "entity" ? row.entity?.id : row.type === "mention" ? row.annotation?.entity : undefined;
  return id === undefined ? [] : [id];
}

function speakerOf(of: unknown): string | undefined {
  const speaker: unknown = typeof of === "object" && of !== null && "speaker" in of ? of.speaker : undefined;
  return typeof speaker === "object" && speaker !== null && "id" in speaker && typeof speaker.id === "string" ? speaker.id : undefined;
}

/** Ids of the mentions behind a row of that view; of an entity all of its mentions, of the group of orphans all that are in it. */
export function mentionIds(row: unknown): string[] {
  if (!isRow(row)) return [];
  if (row.type === "mention" && row.annotation) return [row.annotation.id];
  return row.type === "entity" || (row.type === "group" && row.kind === "orphaned") ? (row.children ?? []).flatMap(mentionIds) : [];
}
