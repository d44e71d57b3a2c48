import * as vscode from "vscode";
import { DisposableStore } from "../../../core/common/disposable.js";
import type { Note, Statement } from "../../../core/document/annotationDocument.js";
import { indexOf, type StatementParts } from "../../../core/document/documentIndex.js";
import { withinMarks } from "../../../core/describe/marks.js";
import { statementWords } from "../../../core/describe/statements.js";
import { shorten } from "../../../core/describe/translate.js";
import { isSame } from "../../../core/document/compareDocuments.js";
import { addNote, deleteNote, editNote } from "../../../core/store/decisionsAboutStatements.js";
import { commands, commentControllerId } from "../../ids.js";
import { Gestures, randomId } from "../../gestures/gestures.js";
import type { FeatureDependencies } from "../feature.js";

/** A remark as the editor shows it; it knows where it is kept. */
interface NoteComment extends vscode.Comment {
  readonly note: Note;
  readonly thread: NoteThread;
}

interface NoteThread {
  readonly statement: string;
  readonly uri: string;
  readonly view: vscode.CommentThread;
}

/** People's remarks on statements, shown and written as comments beside the words, kept with the annotations. */
export function registerNotes(deps: FeatureDependencies): vscode.Disposable {
  const { store, articles, decisions } = deps;
  const { l10n } = vscode;
  const owned = new DisposableStore();
  const controller = owned.add(vscode.comments.createCommentController(commentControllerId, l10n.t("Notes on Statements")));
  controller.options = { prompt: l10n.t("Write a Note…"), placeHolder: l10n.t("What should others know about this statement?") };
  const threads = new Map<string, NoteThread>();

  const open = (uri: string, parts: StatementParts): NoteThread | undefined => {
    const document = articles.document(uri);
    if (!document) return undefined;
    const key = keyOf(uri, parts.statement.id);
    const quote = parts.quotes.find(({ orphaned }) => orphaned !== true);
    // what is no longer in the text has its notes at the top
    const end = document.positionAt(quote?.end ?? 0);
    const range = new vscode.Range(end, end);
    let thread = threads.get(key);
    if (!thread) {
      thread = { statement: parts.statement.id, uri, view: controller.createCommentThread(document.uri, range, []) };
      threads.set(key, thread);
      thread.view.contextValue = "notes";
    }
    const words = withinMarks(shorten(statementWords(parts), 60));
    const label = quote ? l10n.t("Notes on “{0}”", words) : l10n.t("Notes on “{0}”, which is no longer in the text", words);
    // each time that it is told anew the comment is drawn anew
    if (thread.view.label !== label) thread.view.label = label;
    // where its words are gone it stays where it is, for somebody may be writing there
    if (quote && !thread.view.range?.isEqual(range)) thread.view.range = range;
    return thread;
  };

  const close = (key: string): void => {
    threads.get(key)?.view.dispose();
    threads.delete(key);
  };

  /** Shows what the store holds of an article, and nothing where it is closed. `isByOthers` where the person here did not change it. */
  const refresh = (uri: string, isByOthers: boolean): void => {
    const annotations = store.get(uri);
    const index = annotations && articles.shown(vscode.Uri.parse(uri)) ? indexOf(annotations) : undefined;
    const noted = new Map((annotations?.statements ?? []).filter(({ notes = [] }) => notes.length > 0).map((statement) => [keyOf(uri, statement.id), statement]));
    for (const [key, thread] of Array.from(threads)) {
      if (thread.uri !== uri || (index && (noted.has(key) || thread.view.comments.length === 0))) continue;
      if (index) showNotes(thread, []);
      // somebody may be writing a reply to what others deleted: nobody tells us
      if (!index || (!isByOthers && thread.view.comments.length === 0)) close(key);
    }
    for (const statement of noted.values()) {
      const parts = index?.statement(statement.id);
      const thread = parts && open(uri, parts);
      // the editor keeps it closed by itself; told so a moment later, it would close what is open by then
      if (thread) showNotes(thread, statement.notes ?? []);
    }
  };

  const threadOf = (view: vscode.CommentThread): NoteThread | undefined => [...threads.values()].find((thread) => thread.view === view);
  const decide = ({ uri, statement }: Pick<NoteThread, "uri" | "statement">, [label, done]: readonly [string, string], change: Parameters<typeof decisions.decide>[0]["change"]): void => {
    decisions.decide({ uri, label, done, asked: [statement], change });
  };
  const deleting = [l10n.t("Delete Note"), l10n.t("Note deleted")] as const;
  const statementOf = ({ uri, statement }: Pick<NoteThread, "uri" | "statement">): Statement | undefined => store.get(uri)?.statements.find(({ id }) => id === statement);
  const write = (thread: Pick<NoteThread, "uri" | "statement">, text: string): void => {
    const words = text.trim();
    const note: Note = { id: randomId("note"), text: words, created: new Date().toISOString() };
    if (words === "") return;
    if (statementOf(thread)) decide(thread, [l10n.t("Add Note"), l10n.t("Note added")], (before) => addNote(before, thread.statement, note));
    else void tellOfLost(words);
  };

  const gestures = owned.add(new Gestures(deps));
  gestures.onStatement(commands.addNote, async ({ uri, statements }, given) => {
    const annotations = store.get(uri);
    const parts = annotations && indexOf(annotations).statement(statements[0] ?? "");
    if (!parts) return;
    // the editor gives no way to put the cursor into a comment that an extension opens: a box of its own does not leave the keyboard
    const title = l10n.t("Note on “{0}”", withinMarks(shorten(statementWords(parts), 60)));
    const text = typeof given === "string" ? given : await vscode.window.showInputBox({ title, prompt: l10n.t("What should others know about this statement?"), ignoreFocusOut: true });
    if (text !== undefined) write({ uri, statement: parts.statement.id }, text);
  });
  owned.add(
    vscode.commands.registerCommand(commands.saveNote, ({ thread, text }: vscode.CommentReply) => {
      const known = threadOf(thread);
      if (known) write(known, text);
    }),
  );
  owned.add(
    vscode.commands.registerCommand(commands.editNote, (comment: NoteComment) => {
      const { view } = comment.thread;
      view.comments = view.comments.map((other) => (other === comment ? { ...comment, mode: vscode.CommentMode.Editing } : other));
    }),
  );
  owned.add(
    vscode.commands.registerCommand(commands.saveEditedNote, (comment: NoteComment) => {
      const { note, body, thread } = comment;
      const text = (typeof body === "string" ? body : body.value).trim();
      const present = statementOf(thread)?.notes?.find(({ id }) => id === note.id);
      stopWriting(comment);
      // what somebody else made of the note meanwhile stays, and so does what was written over it
      if (present?.text !== note.text) write(thread, text === note.text || text === present?.text ? "" : text);
      else if (text === "") decide(thread, deleting, (before) => deleteNote(before, thread.statement, note.id));
      else if (text !== note.text) decide(thread, [l10n.t("Edit Note"), l10n.t("Note changed")], (before) => editNote(before, thread.statement, note.id, text));
      refresh(thread.uri, false);
    }),
  );
  owned.add(
    vscode.commands.registerCommand(commands.cancelNote, (comment: NoteComment) => {
      stopWriting(comment);
      refresh(comment.thread.uri, false);
    }),
  );
  owned.add(
    vscode.commands.registerCommand(commands.deleteNote, ({ note, thread }: NoteComment) => {
      decide(thread, deleting, (before) => deleteNote(before, thread.statement, note.id));
    }),
  );
  // typing moves comments by itself
  owned.add(store.onDidChange(({ uri, origin }) => origin !== "edit" && refresh(uri, origin !== "person")));
  owned.add(articles.onDidChangeState((uri) => refresh(uri.toString(), true)));
  for (const uri of store.uris()) refresh(uri, true);
  return owned;
}

function keyOf(uri: string, statement: string): string {
  return `${uri}\n${statement}`;
}

function commentsOf({ view }: NoteThread): readonly NoteComment[] {
  return view.comments as readonly NoteComment[];
}

/** True for a comment of which the note is being written anew. */
function isWritten({ mode }: NoteComment): boolean {
  return mode === vscode.CommentMode.Editing;
}

/** Leaves comments alone whose notes are as they were, and those that are being written anew, whatever others made of their notes meanwhile. */
function showNotes(thread: NoteThread, notes: readonly Note[]): void {
  const shown = new Map(commentsOf(thread).map((comment) => [comment.note.id, comment]));
  const comments = notes.map((note) => {
    const known = shown.get(note.id);
    shown.delete(note.id);
    return known && (isWritten(known) || isSame(known.note, note)) ? known : toComment(note, thread);
  });
  comments.push(...[...shown.values()].filter(isWritten));
  const isChanged = comments.length !== thread.view.comments.length || comments.some((comment, at) => comment !== thread.view.comments[at]);
  if (isChanged) thread.view.comments = comments;
}

function stopWriting({ note, thread }: NoteComment): void {
  thread.view.comments = commentsOf(thread).map((comment) => (comment.note.id === note.id ? toComment(comment.note, thread) : comment));
}

/** The statement went away while its note was written. */
async function tellOfLost(words: string): Promise<void> {
  const { l10n, window, env } = vscode;
  const copy = l10n.t("Copy Note");
  const chosen = await window.showWarningMessage(l10n.t("The statement is gone, so the note was not kept: “{0}”", withinMarks(shorten(words, 60))), copy);
  if (chosen === copy) await env.clipboard.writeText(words);
}

/** A remark's words are shown as they are written: no line of a stranger's sidecar acts. */
function toComment(note: Note, thread: NoteThread): NoteComment {
  const created = new Date(note.created);
  return {
    body: note.text,
    mode: vscode.CommentMode.Preview,
    author: { name: vscode.l10n.t("Note") },
    contextValue: "note",
    ...(Number.isNaN(created.getTime()) ? {} : { timestamp: created }),
    note,
    thread,
  };
}
