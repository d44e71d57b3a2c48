import assert from "node:assert/strict";
import * as vscode from "vscode";
import { seed } from "../host/articles.js";
import { answeringMessages } from "../host/messages.js";
import { annotationsOf, onRecord, until } from "../host/onRecord.js";
import { decided } from "./decided.js";

suite("after the crash", () => {
  test("every decision is there again, and still unsaved", async () => {
    const [folder] = vscode.workspace.workspaceFolders ?? [];
    assert.ok(folder);
    let document: vscode.TextDocument | undefined;
    const told = await answeringMessages(async (shown) => {
      document = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(folder.uri, seed));
      await vscode.window.showTextDocument(document);
      await annotationsOf(document);
      await until("all of it is offered", () => shown.length >= 2);
    });
    assert.ok(document);
    assert.ok(told.some(({ message }) => message === `4 unsaved decisions on ${seed} are back.`));
    // the one that is just being opened may count as not open yet
    assert.ok(told.some(({ message }) => /^Decisions on (?:one more article|2 more articles) were not saved\.$/u.test(message)));
    const { statements, entities } = await annotationsOf(document);
    assert.deepEqual(statements.map(({ status }) => status).filter((status) => status !== "proposed").toSorted(), ["accepted", "rejected"]);
    assert.deepEqual(statements.flatMap(({ notes = [] }) => notes).map(({ text }) => text), [decided.note]);
    assert.ok(entities.some(({ name }) => name === decided.name));
    const { store } = await onRecord();
    assert.ok(store.isDirty(document.uri.toString()));
  });

  test("once they are saved they are not offered again", async () => {
    const { activeTextEditor } = vscode.window;
    assert.ok(activeTextEditor);
    await vscode.commands.executeCommand("onRecord.saveAnnotations");
    const { store, journal } = await onRecord();
    assert.equal(store.isDirty(activeTextEditor.document.uri.toString()), false);
    await journal.settled();
    assert.equal(await journal.restore(activeTextEditor.document, activeTextEditor.document.getText(), undefined), undefined);
  });
});
