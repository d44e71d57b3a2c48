import assert from "node:assert/strict";
import * as vscode from "vscode";
import { serializeSidecar } from "../../src/core/sidecar/serializeSidecar.js";
import { setStatus } from "../../src/core/store/decisions.js";
import { copyArticle, seed } from "./articles.js";
import { answeringMessages } from "./messages.js";
import { assertFitsEditor, closeAll, firstStatement, openInEditor, readSidecar, readText, save, sidecarOf, write } from "./sidecars.js";
import { annotationsOf, onRecord, until, withSetting } from "./onRecord.js";
import { beside, endWindow, forget, isDecided, keptOf, openDecided, rename } from "./windows.js";

async function deleteFiles(...uris: readonly vscode.Uri[]): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  for (const uri of uris) edit.deleteFile(uri, { recursive: true });
  assert.equal(await vscode.workspace.applyEdit(edit), true);
}

/** An article with one decision in its sidecar and a second one that is not saved. */
async function openPartlySaved(): Promise<{ readonly uri: vscode.Uri; readonly id: string; readonly second: string }> {
  const { document, id } = await openDecided();
  await save();
  const second = (await annotationsOf(document)).statements[1]?.id ?? "";
  await vscode.commands.executeCommand("onRecord.acceptStatement", document.uri.toString(), second);
  return { uri: document.uri, id, second };
}

suite("an article that is renamed or moved", () => {
  teardown(closeAll);

  // where a disk tells capitals from small letters the second is another name as well
  for (const name of ["renamed.txt", seed.toUpperCase()]) {
    test(`takes its sidecar along, and undo brings both back: ${name}`, async () => {
      const { document, id } = await openDecided();
      const { uri } = document;
      await save();
      const renamed = beside(uri, name);
      await rename(uri, renamed);
      await openInEditor(renamed);
      await until("the sidecar went along", async () => (await readText(sidecarOf(renamed))) !== undefined);
      assert.equal(await readText(sidecarOf(uri)), undefined);
      assert.ok(firstStatement(await readSidecar(renamed)).status === "accepted");
      await until("the decision is there under the new name", () => isDecided(renamed, id));
      await vscode.commands.executeCommand("undo");
      await until("both are back", async () => (await readText(uri)) !== undefined && (await readText(sidecarOf(uri))) !== undefined);
      await until("and gone from there", async () => (await readText(sidecarOf(renamed))) === undefined);
      await openInEditor(uri);
      await until("the decision is back", () => isDecided(uri, id));
    });
  }

  test("in a folder: sidecar and unsaved decisions go with the folder, and come back with it", async () => {
    const { uri, id, second } = await openPartlySaved();
    const { store, articles } = await onRecord();
    assert.equal(store.isDirty(uri.toString()), true);
    const folder = beside(uri);
    const moved = folder.with({ path: `${folder.path}-moved` });
    const there = vscode.Uri.joinPath(moved, seed);
    await rename(folder, moved);
    await openInEditor(there);
    await until("unsaved decisions are there", async () => (await isDecided(there, id)) && (await isDecided(there, second)));
    assert.equal(store.isDirty(there.toString()), true);
    assert.equal(store.get(uri.toString()), undefined);
    await articles.whenSettled(there);
    await save();
    assert.deepEqual((await readSidecar(there)).statements.filter(({ status }) => status === "accepted").map((statement) => statement.id), [id, second]);
    await rename(moved, folder);
    await openInEditor(uri);
    await until("the decisions are back", async () => (await isDecided(uri, id)) && (await isDecided(uri, second)));
  });

  test("unsaved decisions and their undo follow an article without sidecar", async () => {
    const { document, id } = await openDecided();
    const { uri } = document;
    const renamed = beside(uri, "renamed.txt");
    await rename(uri, renamed);
    await openInEditor(renamed);
    const { store } = await onRecord();
    await until("the decision is there", () => isDecided(renamed, id));
    assert.equal(store.isDirty(renamed.toString()), true);
    assert.equal(store.get(uri.toString()), undefined);
    store.undo(renamed.toString());
    assert.equal(await isDecided(renamed, id), false);
  });

  test("what was decided under the new name before the editor told of it stays, too", async () => {
    const { document, id } = await openDecided();
    const { uri } = document;
    const { store } = await onRecord();
    const renamed = beside(uri, "renamed.txt");
    const annotations = await annotationsOf(document);
    const second = annotations.statements[1]?.id ?? "";
    store.load(renamed.toString(), setStatus(annotations, [id], "proposed"));
    store.change(renamed.toString(), (before) => setStatus(before, [second], "rejected"));
    await rename(uri, renamed);
    await openInEditor(renamed);
    await until("both decisions are there", async () => (await isDecided(renamed, id)) && store.get(renamed.toString())?.statements.find((each) => each.id === second)?.status === "rejected");
    assert.equal(store.isDirty(renamed.toString()), true);
    await save();
    const statuses = new Map((await readSidecar(renamed)).statements.map((each) => [each.id, each.status]));
    assert.deepEqual([statuses.get(id), statuses.get(second)], ["accepted", "rejected"]);
  });

  test("followed at once by an edit and by saving: every decision is at its words", async () => {
    const { uri, id, second } = await openPartlySaved();
    const { store, articles } = await onRecord();
    const renamed = beside(uri, "renamed.txt");
    const edit = new vscode.WorkspaceEdit();
    edit.renameFile(uri, renamed);
    edit.insert(renamed, new vscode.Position(0, 0), "Correction. ");
    assert.equal(await vscode.workspace.applyEdit(edit), true);
    const shown = await openInEditor(renamed);
    await shown.save();
    await until("both decisions are there", async () => (await isDecided(renamed, id)) && (await isDecided(renamed, second)));
    await articles.whenSettled(renamed);
    await assertFitsEditor(shown);
    await save();
    assert.equal(store.isDirty(renamed.toString()), false);
    assert.equal(await readText(sidecarOf(uri)), undefined);
    assert.deepEqual((await readSidecar(renamed)).statements.filter(({ status }) => status === "accepted").map((each) => each.id), [id, second]);
  });

  test("what is kept for a crash follows too, and leaves nothing under the old name", async () => {
    const { document, id } = await openDecided();
    const { uri } = document;
    const text = (await readText(uri)) ?? "";
    const { store, journal, articles } = await onRecord();
    await journal.settled();
    const renamed = beside(uri, "renamed.txt");
    await rename(uri, renamed);
    await until("the decision is there", () => isDecided(renamed, id));
    await closeAll();
    await until("the article is closed", () => articles.state(renamed) === undefined);
    await journal.settled();
    // as after a crash: nothing is known but what is on the disk
    store.close(renamed.toString());
    await openInEditor(renamed);
    await until("the decision is restored", () => isDecided(renamed, id));
    await write(uri, text);
    const again = await annotationsOf(await openInEditor(uri));
    assert.ok(again.statements.every(({ status }) => status !== "accepted"));
    await journal.discard(renamed.toString());
  });

  test("what an earlier window left of an article that is not open goes with its folder, and undo brings it back", async () => {
    const { document, id } = await openDecided();
    const { uri } = document;
    const other = await copyArticle(seed);
    const { store, journal } = await onRecord();
    await endWindow(uri);
    const folder = beside(uri);
    const moved = folder.with({ path: `${folder.path}-moved` });
    const there = vscode.Uri.joinPath(moved, seed);
    const edit = new vscode.WorkspaceEdit();
    edit.renameFile(folder, moved);
    // the editor undoes what was done to the file that it shows
    edit.renameFile(other, beside(other, "renamed.txt"));
    assert.equal(await vscode.workspace.applyEdit(edit), true);
    await openInEditor(there);
    await until("the decision is there", () => isDecided(there, id));
    assert.equal(store.isDirty(there.toString()), true);
    await endWindow(there);
    await openInEditor(beside(other, "renamed.txt"));
    await vscode.commands.executeCommand("undo");
    await until("the folder is back", () => readText(uri));
    await openInEditor(uri);
    await until("the decision is back", () => isDecided(uri, id));
    await journal.discard(uri.toString());
  });

  test("does not push aside annotations that stand under its new name", async () => {
    const { document } = await openDecided();
    const { uri } = document;
    await save();
    const renamed = beside(uri, "renamed.txt");
    const other = '{ "kept": true }\n';
    await write(sidecarOf(renamed), other);
    await answeringMessages(async () => {
      await rename(uri, renamed);
      await openInEditor(renamed);
    });
    assert.equal(await readText(sidecarOf(renamed)), other);
    assert.notEqual(await readText(sidecarOf(uri)), undefined);
  });

  test("where annotations stand under its new name, a person may put its own in their place; those stay as a copy", async () => {
    const { document, id } = await openDecided();
    const { uri } = document;
    await save();
    const renamed = beside(uri, "renamed.txt");
    const other = await readSidecar(uri);
    const others = serializeSidecar({ ...other, statements: other.statements.map((statement) => ({ ...statement, status: "rejected" as const })) });
    await write(sidecarOf(renamed), others);
    const shown = await answeringMessages(
      async () => {
        await rename(uri, renamed);
        await openInEditor(renamed);
        await until("its own is there", async () => (await readText(sidecarOf(uri))) === undefined);
        await until("the decision is there", () => isDecided(renamed, id));
      },
      ({ choices }) => choices.find((choice) => choice === "Replace It"),
    );
    assert.equal(shown.filter(({ choices }) => choices.includes("Replace It")).length, 1);
    assert.equal(await readText(sidecarOf(renamed).with({ path: `${sidecarOf(renamed).path}.replaced` })), others);
  });

  test("by another program: annotations that were left where they are do not hide newer ones of the same text", async () => {
    const { document, id } = await openDecided();
    const { uri } = document;
    await save();
    const older = beside(uri, "older.txt");
    await vscode.workspace.fs.copy(sidecarOf(uri), sidecarOf(older));
    await closeAll();
    const moved = beside(uri, "elsewhere", "moved.txt");
    await vscode.workspace.fs.rename(uri, moved);
    const text = (await readText(sidecarOf(uri))) ?? "";
    await write(sidecarOf(uri), text);
    await answeringMessages(
      async () => {
        await openInEditor(moved);
        await until("the sidecar is there", () => readText(sidecarOf(moved)));
        await until("the decision is there", () => isDecided(moved, id));
      },
      ({ choices }) => choices.find((choice) => choice === "Move It Here"),
    );
    assert.equal(await readText(sidecarOf(uri)), undefined);
    assert.notEqual(await readText(sidecarOf(older)), undefined);
  });

  test("by another program: where the text is the same, its sidecar is found again and moved on consent", async () => {
    const { document, id } = await openDecided();
    const { uri } = document;
    await save();
    await closeAll();
    const moved = beside(uri, "elsewhere", "moved.txt");
    await vscode.workspace.fs.rename(uri, moved);
    const shown = await answeringMessages(
      async () => {
        await openInEditor(moved);
        await until("the sidecar is there", () => readText(sidecarOf(moved)));
        await until("the decision is there", () => isDecided(moved, id));
      },
      ({ choices }) => choices.find((choice) => choice === "Move It Here"),
    );
    assert.equal(shown.filter(({ choices }) => choices.includes("Move It Here")).length, 1);
    assert.equal(await readText(sidecarOf(uri)), undefined);
    await save();
    assert.equal((await readSidecar(moved)).source.file, "moved.txt");
  });

  for (const [name, change] of [
    ["whose text is another one", (text: string) => text.replace("Russia", "Russland")],
    ["whose article is still there", undefined],
  ] as const) {
    test(`no sidecar is offered ${name}`, async () => {
      const { document } = await openDecided();
      const { uri } = document;
      await save();
      await closeAll();
      const text = (await readText(uri)) ?? "";
      const other = beside(uri, "other.txt");
      await write(other, change ? change(text) : text);
      if (change) await vscode.workspace.fs.delete(uri);
      const shown = await answeringMessages(async () => {
        await annotationsOf(await openInEditor(other));
        await vscode.workspace.findFiles("**/*.annotations.json");
      });
      assert.deepEqual(shown, []);
      assert.equal(await readText(sidecarOf(other)), undefined);
    });
  }
});

suite("deleting an article", () => {
  teardown(closeAll);

  for (const [choice, isKept] of [["Delete", false], ["Keep", true], [undefined, true]] as const) {
    test(`asks once what becomes of its sidecar: ${choice ?? "no answer"}`, async () => {
      const { document } = await openDecided();
      const { uri } = document;
      await save();
      const shown = await answeringMessages(
        async (told) => {
          await deleteFiles(uri);
          await until("the question is put", () => told.length > 0);
          if (!isKept) await until("the sidecar is gone", async () => (await readText(sidecarOf(uri))) === undefined);
        },
        () => choice,
      );
      assert.equal(shown.filter(({ message }) => message.includes("annotations file")).length, 1);
      assert.equal((await readText(sidecarOf(uri))) !== undefined, isKept);
    });
  }

  test("where it always goes too: nothing is asked", () =>
    withSetting("sidecar.deleteWithArticle", "always", async () => {
      const { document } = await openDecided();
      await save();
      const shown = await answeringMessages(() => deleteFiles(document.uri));
      await until("the sidecar is gone", async () => (await readText(sidecarOf(document.uri))) === undefined);
      assert.deepEqual(shown, []);
    }));

  test("where it always goes too: undo brings both back", () =>
    withSetting("sidecar.deleteWithArticle", "always", async () => {
      const { document } = await openDecided();
      const { uri } = document;
      await save();
      const sidecar = await readText(sidecarOf(uri));
      const other = await copyArticle(seed);
      const edit = new vscode.WorkspaceEdit();
      edit.deleteFile(uri);
      // the editor undoes what was done to the file that it shows
      edit.renameFile(other, beside(other, "renamed.txt"));
      assert.equal(await vscode.workspace.applyEdit(edit), true);
      await until("the sidecar is gone", async () => (await readText(sidecarOf(uri))) === undefined);
      await openInEditor(beside(other, "renamed.txt"));
      await vscode.commands.executeCommand("undo");
      await until("both are back", async () => (await readText(uri)) !== undefined && (await readText(sidecarOf(uri))) === sidecar);
    }));

  test("asks nothing about an article without decisions, or where both are deleted", async () => {
    const document = await openInEditor(await copyArticle(seed));
    await annotationsOf(document);
    const other = await openDecided();
    await save();
    const shown = await answeringMessages(async () => {
      await deleteFiles(document.uri);
      await deleteFiles(other.document.uri, sidecarOf(other.document.uri));
    });
    assert.deepEqual(shown, []);
  });

  for (const [choice, isKept] of [["Delete", false], ["Keep", true]] as const) {
    test(`asks what becomes of decisions that were not saved: ${choice}`, async () => {
      const { document, id } = await openDecided();
      const { uri } = document;
      const { journal } = await onRecord();
      const text = (await readText(uri)) ?? "";
      await journal.settled();
      const shown = await answeringMessages(
        async (told) => {
          await deleteFiles(uri);
          await until("the question is put", () => told.length > 0);
          await until("it is answered", async () => (await keptOf(uri)) === isKept);
        },
        () => choice,
      );
      assert.deepEqual(shown.map(({ message }) => message), [`${seed} was deleted. Delete the decisions on it that were not saved too?`]);
      // this window has them still, for the deletion may be undone
      await write(uri, text);
      await openInEditor(uri);
      await until("the decision is back", () => isDecided(uri, id));
      await journal.settled();
      assert.equal(await keptOf(uri), true);
      await forget(uri);
    });
  }

  test("in its folder: one question for all decisions that were not saved", async () => {
    const { document } = await openDecided();
    const { uri } = document;
    const { journal } = await onRecord();
    await journal.settled();
    const shown = await answeringMessages(
      async (told) => {
        await deleteFiles(beside(uri));
        await until("the question is put", () => told.length > 0);
        await until("nothing is kept", async () => !(await keptOf(uri)));
      },
      () => "Delete",
    );
    assert.equal(shown.length, 1);
    await forget(uri);
  });
});
