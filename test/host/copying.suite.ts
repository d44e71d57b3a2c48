import assert from "node:assert/strict";
import * as vscode from "vscode";
import { seed } from "./articles.js";
import { annotationsOf, until } from "./onRecord.js";
import { closeAll, openInEditor, readSidecar, readText, save, sidecarOf } from "./sidecars.js";
import { beside, isDecided, openDecided } from "./windows.js";

/** Makes files in the editor, in one step. */
async function create(...files: readonly (readonly [uri: vscode.Uri, text: string])[]): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  for (const [uri, text] of files) edit.createFile(uri, { contents: new TextEncoder().encode(text) });
  assert.equal(await vscode.workspace.applyEdit(edit), true);
}

async function acceptedIn(article: vscode.Uri): Promise<string[]> {
  return (await readSidecar(article)).statements.filter(({ status }) => status === "accepted").map(({ id }) => id);
}

suite("a copy of an article", () => {
  teardown(closeAll);

  test("that is made in the editor gets a sidecar of its own", async () => {
    const { document, id } = await openDecided();
    const { uri } = document;
    await save();
    const copy = beside(uri, "copies", "story copy.txt");
    await create([copy, (await readText(uri)) ?? ""]);
    await until("it has a sidecar", () => readText(sidecarOf(copy)));
    const { source, statements } = await readSidecar(copy);
    assert.equal(source.file, "story copy.txt");
    assert.deepEqual(statements, (await readSidecar(uri)).statements);
    await openInEditor(copy);
    await until("the decision is there", () => isDecided(copy, id));
  });

  test("of several that are made at once each gets its own", async () => {
    const { document, id } = await openDecided();
    const { uri } = document;
    await save();
    const text = (await readText(uri)) ?? "";
    const second = beside(uri, "second.txt");
    await vscode.workspace.fs.writeFile(second, new TextEncoder().encode(`${text}And more.\n`));
    const [, other] = (await annotationsOf(await openInEditor(second))).statements;
    await vscode.commands.executeCommand("onRecord.acceptStatement", second.toString(), other?.id);
    await save();
    const copies = [beside(uri, "copies", "one.txt"), beside(uri, "copies", "two.txt"), beside(uri, "copies", "three.txt")] as const;
    await create([copies[0], text], [copies[1], `${text}And more.\n`], [copies[2], `${text}And less.\n`]);
    for (const copy of copies.slice(0, 2)) await until("it has a sidecar", () => readText(sidecarOf(copy)));
    assert.deepEqual([await acceptedIn(copies[0]), await acceptedIn(copies[1])], [[id], [other?.id]]);
    assert.equal(await readText(sidecarOf(copies[2])), undefined);
  });

  test("another file that is made gets none", async () => {
    const { document } = await openDecided();
    const { uri } = document;
    await save();
    const text = (await readText(uri)) ?? "";
    const others = [beside(uri, "longer.txt"), beside(uri, "empty.txt")] as const;
    await create([others[0], `${text}More.\n`]);
    await create([others[1], ""]);
    await create([beside(uri, "copy.txt"), text]);
    await until("the copy has one", () => readText(sidecarOf(beside(uri, "copy.txt"))));
    for (const other of others) assert.equal(await readText(sidecarOf(other)), undefined);
  });

  test("with its sidecar shows the decisions, and tells its own name once it is saved", async () => {
    const { document, id } = await openDecided();
    const { uri } = document;
    await save();
    const copy = beside(uri, "copy.txt");
    await vscode.workspace.fs.copy(uri, copy);
    await vscode.workspace.fs.copy(sidecarOf(uri), sidecarOf(copy));
    await openInEditor(copy);
    await until("the decision is there", () => isDecided(copy, id));
    assert.equal((await readSidecar(copy)).source.file, seed);
    await save();
    assert.equal((await readSidecar(copy)).source.file, "copy.txt");
    assert.equal((await readSidecar(uri)).source.file, seed);
  });
});
