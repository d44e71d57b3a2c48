import assert from "node:assert/strict";
import * as vscode from "vscode";
import { serializeSidecar } from "../../src/core/sidecar/serializeSidecar.js";
import { setStatus } from "../../src/core/store/decisions.js";
import { answeringMessages, answeringQuestions } from "./messages.js";
import { annotationsOf, onRecord, until } from "./onRecord.js";
import { acceptFirst, closeAll, openInEditor, readSidecar, readText, save, sidecarOf, write } from "./sidecars.js";
import { beside, endWindow, forget, isDecided, keptOf, openDecided } from "./windows.js";

function pathOf(uri: vscode.Uri): string {
  return vscode.workspace.asRelativePath(uri);
}

async function openUntitled(content: string): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument({ language: "plaintext", content });
  await vscode.window.showTextDocument(document);
  await annotationsOf(document);
  return document;
}

suite("decisions that an earlier window left unsaved", () => {
  teardown(closeAll);

  test("are found by the text where another program renamed the article meanwhile, once", async () => {
    const { document, id } = await openDecided();
    const { uri } = document;
    await endWindow(uri);
    const moved = beside(uri, "elsewhere", "moved.txt");
    await vscode.workspace.fs.rename(uri, moved);
    const told = await answeringMessages(async (shown) => {
      await openInEditor(moved);
      await until("the decision is there", () => isDecided(moved, id));
      await until("it is told", () => shown.length > 0);
    });
    assert.deepEqual([told[0]?.message, told[0]?.choices], ["1 unsaved decision on moved.txt is back.", ["Save Annotations", "Discard"]]);
    assert.equal(await keptOf(uri), false);
    await forget(moved);
  });

  test("stay with their article while it is there, whoever has the same text", async () => {
    const { document, id } = await openDecided();
    const { uri } = document;
    await endWindow(uri);
    const twin = beside(uri, "twin.txt");
    await vscode.workspace.fs.copy(uri, twin);
    await annotationsOf(await openInEditor(twin));
    assert.equal(await isDecided(twin, id), false);
    assert.equal(await keptOf(uri), true);
    await forget(uri, twin);
  });

  test("on an article that gave way to a renamed one wait for their text", async () => {
    const replaced = await openDecided();
    const text = (await readText(replaced.document.uri)) ?? "";
    await endWindow(replaced.document.uri);
    const mover = await openDecided();
    await endWindow(mover.document.uri);
    const target = replaced.document.uri;
    const edit = new vscode.WorkspaceEdit();
    edit.renameFile(mover.document.uri, target, { overwrite: true });
    assert.equal(await vscode.workspace.applyEdit(edit), true);
    const { journal } = await onRecord();
    await until("both are kept", async () => (await journal.kept()).filter(({ article }) => article === target.toString()).length === 2);
    await openInEditor(target);
    await until("the mover's decision is there", () => isDecided(target, mover.id));
    const again = beside(target, "again.txt");
    await write(again, text);
    await openInEditor(again);
    await until("the other one is there too", () => isDecided(again, replaced.id));
    await forget(target, again);
  });

  test("are listed: one on an article that is there is opened, one on an article that is gone is let go on request", async () => {
    const { journal } = await onRecord();
    for (const { article, file } of await journal.kept()) await journal.discard(article, file);
    const [there, gone] = [await openDecided(), await openDecided()];
    for (const { document } of [there, gone]) await endWindow(document.uri);
    await vscode.workspace.fs.delete(gone.document.uri);
    const show = (pick: vscode.Uri, answer?: string): Promise<void> =>
      answeringMessages(
        async () => {
          const [asked] = await answeringQuestions(async () => vscode.commands.executeCommand("onRecord.showUnsaved"), () => pathOf(pick));
          assert.deepEqual(asked?.labels.toSorted(), [pathOf(there.document.uri), pathOf(gone.document.uri)].toSorted());
        },
        ({ choices }) => (answer !== undefined && choices.includes(answer) ? answer : undefined),
      ).then(() => undefined);
    await show(gone.document.uri);
    assert.equal(await keptOf(gone.document.uri), true);
    await show(there.document.uri);
    await until("the decision is back", () => isDecided(there.document.uri, there.id));
    await show(gone.document.uri, "Discard");
    assert.equal(await keptOf(gone.document.uri), false);
    await forget(there.document.uri);
  });

  test("come back again where that window ends without saving, too", async () => {
    const { document, id } = await openDecided();
    const { uri } = document;
    await save();
    const second = (await annotationsOf(document)).statements[1]?.id ?? "";
    await vscode.commands.executeCommand("onRecord.rejectStatement", uri.toString(), second);
    const { articles } = await onRecord();
    for (let window = 0; window < 3; window++) {
      await endWindow(uri);
      await openInEditor(uri);
      await until("the article is read", () => articles.state(uri) === "ready");
      const statuses = new Map(articles.annotations(uri)?.statements.map((statement) => [statement.id, statement.status]));
      assert.deepEqual([statuses.get(id), statuses.get(second)], ["accepted", "rejected"], `window ${window}`);
    }
    await forget(uri);
  });

  test("do not push aside what someone else decided meanwhile: saving asks", async () => {
    const { document, id } = await openDecided();
    const { uri } = document;
    const { store } = await onRecord();
    const theirs = serializeSidecar(setStatus((await annotationsOf(document)), [id], "rejected"));
    await endWindow(uri);
    await write(sidecarOf(uri), theirs);
    await openInEditor(uri);
    await until("the decision is back", () => isDecided(uri, id));
    assert.equal(store.isDirty(uri.toString()), true);
    const shown = await answeringMessages(save, ({ choices }) => choices.find((choice) => choice === "Keep Theirs"));
    assert.match(shown.at(-1)?.message ?? "", /one decision differs from yours/u);
    assert.equal((await readSidecar(uri)).statements.find((statement) => statement.id === id)?.status, "rejected");
    await forget(uri);
  });

  test("are joined with what another program wrote while their article was closed", async () => {
    const { document, id } = await openDecided();
    const { uri } = document;
    const { store, articles } = await onRecord();
    await save();
    const [second, third] = (await readSidecar(uri)).statements.slice(1).map((statement) => statement.id);
    assert.ok(second && third);
    await vscode.commands.executeCommand("onRecord.acceptStatement", uri.toString(), second);
    await closeAll();
    await until("the article is closed", () => articles.state(uri) === undefined);
    await write(sidecarOf(uri), serializeSidecar(setStatus(await readSidecar(uri), [third], "rejected")));
    await openInEditor(uri);
    await until("what they decided appears", () => store.get(uri.toString())?.statements.find((statement) => statement.id === third)?.status === "rejected");
    assert.equal((await isDecided(uri, id)) && (await isDecided(uri, second)), true);
    assert.equal(store.isDirty(uri.toString()), true);
    await forget(uri);
  });

  test("are saved or let go where they are offered", async () => {
    for (const [choice, isSaved] of [["Save Annotations", true], ["Discard", false]] as const) {
      const { document, id } = await openDecided();
      const { uri } = document;
      await endWindow(uri);
      const { store } = await onRecord();
      await answeringMessages(
        async (shown) => {
          await openInEditor(uri);
          await until("it is told", () => shown.length > 0);
          await until("it is done", async () => store.get(uri.toString()) !== undefined && !store.isDirty(uri.toString()) && (await isDecided(uri, id)) === isSaved);
        },
        ({ choices }) => choices.find((each) => each === choice),
      );
      assert.equal((await readText(sidecarOf(uri))) !== undefined, isSaved);
      await forget(uri);
    }
  });

  test("come back and follow their article whatever characters are in its name", async () => {
    const { document } = await openDecided();
    const odd = beside(document.uri, "50% of #1 & naïve cafe\u0301 [draft] ‘quoted’.txt");
    await vscode.workspace.fs.copy(document.uri, odd);
    const id = await acceptFirst(await openInEditor(odd));
    await endWindow(odd);
    await openInEditor(odd);
    await until("the decision is back", () => isDecided(odd, id));
    const moved = beside(document.uri, "100% of #2?.txt");
    const edit = new vscode.WorkspaceEdit();
    edit.renameFile(odd, moved);
    assert.equal(await vscode.workspace.applyEdit(edit), true);
    await openInEditor(moved);
    await until("it is there under the new name", () => isDecided(moved, id));
    await save();
    assert.equal((await readSidecar(moved)).statements.find((statement) => statement.id === id)?.status, "accepted");
    await forget(odd, moved, document.uri);
  });

  test("are let go together with what was decided since only where a person says so once more", async () => {
    const { document, id } = await openDecided();
    const { uri } = document;
    const second = (await annotationsOf(document)).statements[1]?.id ?? "";
    await endWindow(uri);
    const { store, articles } = await onRecord();
    let answers = ["Discard", undefined];
    let hasGoneOn = false;
    const shown = await answeringMessages(
      async (told) => {
        await openInEditor(uri);
        await until("it is told", () => told.length > 0);
        // of what nobody decided nothing was kept: it is there again once the article is read
        await articles.whenSettled(uri);
        await vscode.commands.executeCommand("onRecord.acceptStatement", uri.toString(), second);
        hasGoneOn = true;
        await until("it is asked once more", () => told.length > 1);
      },
      async ({ choices }) => {
        await until("more is decided", () => hasGoneOn);
        const [wanted, ...rest] = answers;
        answers = rest;
        return choices.find((choice) => choice === wanted);
      },
    );
    assert.deepEqual(shown.at(-1)?.choices, ["Discard All"]);
    assert.equal(store.isDirty(uri.toString()), true);
    assert.deepEqual([await isDecided(uri, id), await isDecided(uri, second)], [true, true]);
    await forget(uri);
  });

  test("on an article that gives way to one that is open and renamed wait for their text, too", async () => {
    const replaced = await openDecided();
    const text = (await readText(replaced.document.uri)) ?? "";
    await endWindow(replaced.document.uri);
    const mover = await openDecided();
    const target = replaced.document.uri;
    const edit = new vscode.WorkspaceEdit();
    edit.renameFile(mover.document.uri, target, { overwrite: true });
    assert.equal(await vscode.workspace.applyEdit(edit), true);
    const { journal } = await onRecord();
    await until("the mover's decision is there", () => isDecided(target, mover.id));
    await until("both are kept", async () => (await journal.kept()).filter(({ article }) => article === target.toString()).length === 2);
    const again = beside(target, "again.txt");
    await write(again, text);
    await openInEditor(again);
    await until("the other one is there too", () => isDecided(again, replaced.id));
    await forget(target, again);
  });

  test("on an untitled article follow it into its file though saving puts its line ends in order", async () => {
    const files = vscode.workspace.getConfiguration("files");
    await files.update("insertFinalNewline", true, vscode.ConfigurationTarget.Global);
    try {
      const uri = beside((await openDecided()).document.uri, "from-untitled.txt");
      const document = await vscode.workspace.openTextDocument(uri.with({ scheme: "untitled" }));
      await vscode.languages.setTextDocumentLanguage(document, "plaintext");
      const editor = await vscode.window.showTextDocument(document);
      await editor.edit((builder) => builder.insert(new vscode.Position(0, 0), "RIGA, May 5, 2022 - “We will rebuild the port,” Mayor Ada Brown said on Monday. “It will take two years.”\n\nShe added that the state would pay for most of it."));
      const { articles, store, journal } = await onRecord();
      await until("it is read", () => articles.state(document.uri) === "ready" && (articles.annotations(document.uri)?.statements.length ?? 0) > 0);
      const id = await acceptFirst(document);
      assert.equal(await document.save(), true);
      await until("the file has its line end", async () => (await readText(uri))?.endsWith("it.\n"));
      await until("the decision is there", () => isDecided(uri, id));
      assert.equal(store.isDirty(uri.toString()), true);
      await journal.settled();
      assert.deepEqual((await journal.kept()).filter(({ article }) => article.endsWith("from-untitled.txt")).map(({ article }) => article), [uri.toString()]);
      await forget(uri);
    } finally {
      await files.update("insertFinalNewline", undefined, vscode.ConfigurationTarget.Global);
    }
  });

  test("as they were taken back after the article was closed", async () => {
    const { document, id } = await openDecided();
    const { uri } = document;
    const { store, journal, articles } = await onRecord();
    const second = (await annotationsOf(document)).statements[1]?.id ?? "";
    await vscode.commands.executeCommand("onRecord.rejectStatement", uri.toString(), second);
    await journal.settled();
    await closeAll();
    await until("the article is closed", () => articles.state(uri) === undefined);
    // as by the button of a message that still stands
    store.undo(uri.toString());
    await endWindow(uri);
    await openInEditor(uri);
    await until("the first decision is there", () => isDecided(uri, id));
    await articles.whenSettled(uri);
    assert.equal(articles.annotations(uri)?.statements.find((statement) => statement.id === second)?.status, "proposed");
    await forget(uri);
  });

  for (const isSameWindow of [true, false]) {
    test(`on an untitled article wait for its text where ${isSameWindow ? "the next one" : "one of the next window"} has its name`, async () => {
      const { journal, store, articles } = await onRecord();
      for (const { article, file } of await journal.kept()) await journal.discard(article, file);
      const first = `RIGA, May 3, 2022 - “We will rebuild the bridge,” Mayor Ada Brown said on Monday. “It will take two years.”\n\nShe added that the state would pay for most of it.\n`;
      const second = `OSLO, June 9, 2021 - “No ferry sails before noon,” Captain Odd Lie told reporters on Tuesday. “The harbour is closed.”\n\nHe said that passengers could wait on board.\n`;
      const document = await openUntitled(first);
      const { uri } = document;
      const id = await acceptFirst(document);
      await journal.settled();
      await vscode.commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
      await until("it is closed", () => document.isClosed && articles.state(uri) === undefined);
      if (!isSameWindow) store.close(uri.toString());
      const next = await openUntitled(second);
      assert.deepEqual([next.uri.toString(), next.getText()], [uri.toString(), second], "the name is given again");
      assert.ok((await annotationsOf(next)).annotations.every(({ orphaned }) => !orphaned), "nothing of the other one is there");
      await acceptFirst(next);
      await journal.settled();
      assert.equal((await journal.kept()).length, 2);
      const file = beside((await openDecided()).document.uri, "bridge.txt");
      await write(file, first);
      await openInEditor(file);
      await until("the decision is back where its text is", () => isDecided(file, id));
      await vscode.window.showTextDocument(next);
      await vscode.commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
      await forget(file, uri);
    });
  }
});
