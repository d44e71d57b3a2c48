import assert from "node:assert/strict";
import * as vscode from "vscode";
import { openArticle, seed } from "../host/articles.js";
import { annotationsOf, painted, positionOf } from "../host/onRecord.js";
import { acceptFirst, readSidecar, save } from "../host/sidecars.js";

suite("a workspace that is not trusted", () => {
  test("articles are read and shown as in any other", async () => {
    assert.equal(vscode.workspace.isTrusted, false);
    const { document } = await openArticle(seed);
    assert.ok((await annotationsOf(document)).statements.length > 0);
    assert.ok((await painted(document, "direct")).length > 0);
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>("vscode.executeHoverProvider", document.uri, positionOf(document, "Sergey Lavrov"));
    assert.ok(hovers.length > 0);
  });

  test("decisions are saved when a person saves", async () => {
    const { document } = await openArticle(seed);
    const id = await acceptFirst(document);
    await save();
    assert.equal((await readSidecar(document.uri)).statements.find((statement) => statement.id === id)?.status, "accepted");
  });
});
