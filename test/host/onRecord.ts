import assert from "node:assert/strict";
import * as vscode from "vscode";
import type { AnnotationDocument } from "../../src/core/document/annotationDocument.js";
import type { OnRecordApi } from "../../src/vscode/activate.js";
import { patience } from "./patience.js";

/** The extension under test; activated by opening an article, at the latest by this. */
export async function onRecord(): Promise<OnRecordApi> {
  const extension = vscode.extensions.getExtension<OnRecordApi>("on-record.on-record");
  if (!extension) throw new Error("the extension is not installed");
  return extension.activate();
}

/** Waits until `find` gives something; rejects with `what` after ten seconds, or longer where the tests are patient. */
export async function until<T>(what: string, find: () => T | undefined | false | Promise<T | undefined | false>): Promise<T> {
  const end = Date.now() + 10_000 * patience;
  for (;;) {
    const found = await find();
    if (found !== undefined && found !== false) return found;
    if (Date.now() > end) throw new Error(`waited in vain until ${what}`);
    await pause(25);
  }
}

export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}

/** The annotations of an article once it has been read. */
export async function annotationsOf(document: vscode.TextDocument): Promise<AnnotationDocument> {
  const { articles } = await onRecord();
  return until(`${document.uri.path} is read`, () => (articles.state(document.uri) === "ready" ? articles.annotations(document.uri) : undefined));
}

/** Where words stand in a document; the nth time that they do, from 1. */
export function positionOf(document: vscode.TextDocument, words: string, occurrence = 1): vscode.Position {
  let at = -1;
  for (let count = 0; count < occurrence; count++) at = document.getText().indexOf(words, at + 1);
  if (at < 0) throw new Error(`“${words}” is not in the article ${occurrence} times`);
  return document.positionAt(at);
}

/** The words of what is painted in a way ("direct", "person", …). */
export async function painted(document: vscode.TextDocument, paint: string): Promise<string[]> {
  const { inspection } = await onRecord();
  const ranges = inspection.paintings.get(document.uri.toString())?.get(paint) ?? [];
  return ranges.map(({ start, end }) => document.getText().slice(start, end));
}

/** Sets a setting for the time of one test. */
export async function withSetting<T>(key: string, value: unknown, run: () => Promise<T>): Promise<T> {
  const section = vscode.workspace.getConfiguration("onRecord");
  await section.update(key, value, vscode.ConfigurationTarget.Global);
  try {
    return await run();
  } finally {
    await section.update(key, undefined, vscode.ConfigurationTarget.Global);
  }
}

/** Runs one of the extension's commands as a key, a row's menu or a card does. */
export async function runCommand(command: string, ...args: readonly unknown[]): Promise<void> {
  await vscode.commands.executeCommand(`onRecord.${command}`, ...args);
}

/** The annotations that are kept of an article now. */
export async function stored(uri: string): Promise<AnnotationDocument> {
  const { store } = await onRecord();
  const document = store.get(uri);
  assert.ok(document);
  return document;
}
