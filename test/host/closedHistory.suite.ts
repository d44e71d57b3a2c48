import assert from "node:assert/strict";
import * as vscode from "vscode";
import { seed } from "./articles.js";
import { onRecord, until } from "./onRecord.js";
import { closeAll, firstStatement, openInEditor, readSidecar, readText, save, write } from "./sidecars.js";
import { beside, isDecided, openDecided, rename } from "./windows.js";

suite("what can be undone", () => {
  teardown(closeAll);

  test("follows an article whose decisions are saved, there and back", async () => {
    const { document, id } = await openDecided();
    const { uri } = document;
    const { store } = await onRecord();
    await save();
    const renamed = beside(uri, "renamed.txt");
    await rename(uri, renamed);
    await openInEditor(renamed);
    await until("the decision can be undone", async () => (await isDecided(renamed, id)) && store.canUndo(renamed.toString()));
    await vscode.commands.executeCommand("onRecord.undoAnnotationChange");
    assert.equal(await isDecided(renamed, id), false);
    await save();
    assert.notEqual(firstStatement(await readSidecar(renamed)).status, "accepted");
    await rename(renamed, uri);
    await openInEditor(uri);
    await until("it can be made again", () => store.canRedo(uri.toString()));
    await vscode.commands.executeCommand("onRecord.redoAnnotationChange");
    assert.equal(await isDecided(uri, id), true);
    await save();
  });

  test("follows one that is closed, in its folder, as long as nobody changes its text", async () => {
    const { document, id } = await openDecided();
    const { uri } = document;
    const { store, articles } = await onRecord();
    await save();
    await closeAll();
    await until("the article is closed", () => articles.state(uri) === undefined);
    const folder = beside(uri);
    const moved = folder.with({ path: `${folder.path}-moved` });
    const there = vscode.Uri.joinPath(moved, seed);
    await rename(folder, moved);
    await openInEditor(there);
    await until("the decision can be undone", async () => (await isDecided(there, id)) && store.canUndo(there.toString()));
    await closeAll();
    await until("the article is closed", () => articles.state(there) === undefined);
    await write(there, `Update. ${(await readText(there)) ?? ""}`);
    await openInEditor(there);
    await until("the decision is there", () => isDecided(there, id));
    await articles.whenSettled(there);
    assert.equal(store.canUndo(there.toString()), false);
  });
});
