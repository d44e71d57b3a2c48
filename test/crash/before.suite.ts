import assert from "node:assert/strict";
import * as vscode from "vscode";
import { seed } from "../host/articles.js";
import { annotationsOf, onRecord, pause } from "../host/onRecord.js";
import { patience } from "../host/patience.js";
import { acceptFirst } from "../host/sidecars.js";
import { decided, unopened } from "./decided.js";

suite("before the crash", () => {
  test("decisions are made, and nothing is saved", async () => {
    const [folder] = vscode.workspace.workspaceFolders ?? [];
    assert.ok(folder);
    const document = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(folder.uri, seed));
    await vscode.window.showTextDocument(document);
    const { statements, entities } = await annotationsOf(document);
    const uri = document.uri.toString();
    const [first, second, third] = statements;
    await vscode.commands.executeCommand("onRecord.acceptStatement", uri, first?.id);
    await vscode.commands.executeCommand("onRecord.rejectStatement", uri, second?.id);
    await vscode.commands.executeCommand("onRecord.addNote", uri, third?.id, decided.note);
    await vscode.commands.executeCommand("onRecord.renameEntity", uri, entities.find(({ name }) => name === "Putin")?.id, decided.name);
    const { store } = await onRecord();
    assert.ok(store.isDirty(uri));
    const other = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(folder.uri, unopened));
    await vscode.window.showTextDocument(other);
    await acceptFirst(other);
    // a person who reads on for a moment; nothing tells the extension that its end is near
    await pause(1000 * patience);
    console.log(`[suites] kill ${process.pid}`);
    await pause(15_000 * patience);
    assert.fail("the extension host is still there");
  });
});
