import assert from "node:assert/strict";
import * as vscode from "vscode";
import type { AnnotationDocument } from "../../src/core/document/annotationDocument.js";
import { serializeSidecar } from "../../src/core/sidecar/serializeSidecar.js";
import type { AnnotationStore } from "../../src/core/store/annotationStore.js";
import { setStatus } from "../../src/core/store/decisions.js";
import { seed } from "./articles.js";
import { answeringMessages, answeringQuestions, type Asked } from "./messages.js";
import { annotationsOf, onRecord, pause, until } from "./onRecord.js";
import { acceptFirst, assertFitsEditor, closeAll, firstStatement, openCopy, readSidecar, save, sidecarOf, write } from "./sidecars.js";

/** A new article whose first statement was accepted after its sidecar was written. */
async function acceptedSinceSaving(): Promise<{ document: vscode.TextDocument; id: string; saved: AnnotationDocument; store: AnnotationStore }> {
  const document = await openCopy(seed);
  const { id } = firstStatement(await annotationsOf(document));
  await save();
  const saved = await readSidecar(document.uri);
  const { store } = await onRecord();
  store.change(document.uri.toString(), (annotations) => setStatus(annotations, [id], "accepted"));
  return { document, id, saved, store };
}

suite("sidecars that others write", () => {
  teardown(closeAll);

  test("what another program decided appears", async () => {
    const document = await openCopy(seed);
    const { id } = firstStatement(await annotationsOf(document));
    await save();
    const saved = await readSidecar(document.uri);
    await write(sidecarOf(document.uri), serializeSidecar(setStatus(saved, [id], "rejected")));
    const { articles, store } = await onRecord();
    await until("the decision appears", () => articles.annotations(document.uri)?.statements.find((statement) => statement.id === id)?.status === "rejected");
    assert.equal(store.isDirty(document.uri.toString()), false);
    await assertFitsEditor(document);
  });

  test("a file that is half written is waited for, and not taken for a damaged one", async () => {
    const document = await openCopy(seed);
    const [first, second] = (await annotationsOf(document)).statements.map(({ id }) => id);
    assert.ok(first && second);
    await save();
    const theirs = serializeSidecar(setStatus(await readSidecar(document.uri), [second], "rejected"));
    (await onRecord()).store.change(document.uri.toString(), (annotations) => setStatus(annotations, [first], "accepted"));
    const shown = await answeringMessages(async () => {
      await write(sidecarOf(document.uri), theirs.slice(0, theirs.length / 2));
      const saved = save();
      await write(sidecarOf(document.uri), theirs);
      await saved;
    });
    assert.deepEqual(shown, []);
    const statuses = new Map((await readSidecar(document.uri)).statements.map((statement) => [statement.id, statement.status]));
    assert.deepEqual([statuses.get(first), statuses.get(second)], ["accepted", "rejected"]);
  });

  test("decisions of both sides are joined", async () => {
    const document = await openCopy(seed);
    const [first, second] = (await annotationsOf(document)).statements.map(({ id }) => id);
    assert.ok(first && second);
    await save();
    const saved = await readSidecar(document.uri);
    const { articles, store } = await onRecord();
    const key = document.uri.toString();
    store.change(key, (annotations) => setStatus(annotations, [first], "accepted"));
    await write(sidecarOf(document.uri), serializeSidecar(setStatus(saved, [second], "rejected")));
    await save();
    const joined = new Map((await readSidecar(document.uri)).statements.map((statement) => [statement.id, statement.status]));
    assert.equal(joined.get(first), "accepted");
    assert.equal(joined.get(second), "rejected");
    assert.equal(articles.annotations(document.uri)?.statements.find(({ id }) => id === second)?.status, "rejected");
  });

  for (const [choice, expected] of [["Keep Mine", "accepted"], ["Keep Theirs", "rejected"]] as const) {
    test(`where both decided differently, a person is asked: ${choice}`, async () => {
      const { document, id, saved, store } = await acceptedSinceSaving();
      const shown = await answeringMessages(
        async () => {
          await write(sidecarOf(document.uri), serializeSidecar(setStatus(saved, [id], "rejected")));
          await save();
          await until("the choice is saved", () => !store.isDirty(document.uri.toString()));
        },
        ({ choices }) => (choices.includes(choice) ? choice : undefined),
      );
      assert.equal(shown.length, 1, "one question, whether saving or the watcher comes first");
      assert.match(shown[0]?.message ?? "", /one decision differs from yours/u);
      for (const { statements } of [await annotationsOf(document), await readSidecar(document.uri)]) {
        assert.equal(statements.find((statement) => statement.id === id)?.status, expected);
      }
    });
  }

  test("where both decided differently, both are shown side by side first where a person wants to compare", async () => {
    const document = await openCopy(seed);
    const { id } = firstStatement(await annotationsOf(document));
    await save();
    const theirs = serializeSidecar(setStatus(await readSidecar(document.uri), [id], "rejected"));
    const { store } = await onRecord();
    store.change(document.uri.toString(), (annotations) => setStatus(annotations, [id], "accepted"));
    let shownSides: readonly (string | undefined)[] = [];
    const shown = await answeringMessages(
      async () => {
        await write(sidecarOf(document.uri), theirs);
        await save();
        await until("the choice is saved", () => !store.isDirty(document.uri.toString()));
      },
      async ({ choices }) => {
        const compare = choices.find((choice) => choice === "Compare" && shownSides.length === 0);
        if (compare === undefined) return choices.find((choice) => choice === "Keep Mine");
        shownSides = [undefined];
        void until("both are shown", async () => {
          const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
          if (!(input instanceof vscode.TabInputTextDiff)) return false;
          shownSides = await Promise.all([input.original, input.modified].map(async (uri) => (await vscode.workspace.openTextDocument(uri)).getText()));
          return true;
        });
        return compare;
      },
    );
    const [left, right] = await until("both were shown", () => shownSides.length === 2 && shownSides);
    const [mine, others] = [left, right].map((side) => (side ?? "").split("\n"));
    assert.deepEqual(mine?.filter((line, at) => line !== others?.[at]), ["Mine, not saved yet", "    Status: accepted"]);
    assert.deepEqual(others?.filter((line, at) => line !== mine?.[at]), ["Theirs, in the file", "    Status: rejected"]);
    assert.doesNotMatch(left ?? "", /[{}]/u, "in words, not as JSON");
    assert.equal(shown.length, 2, "asked again after looking");
    assert.equal((await readSidecar(document.uri)).statements.find((statement) => statement.id === id)?.status, "accepted");
  });

  test("where both decided several things differently, a person may choose one by one", async () => {
    const document = await openCopy(seed);
    const ids = (await annotationsOf(document)).statements.slice(0, 2).map(({ id }) => id);
    await save();
    const saved = await readSidecar(document.uri);
    const { store } = await onRecord();
    store.change(document.uri.toString(), (annotations) => setStatus(annotations, ids, "accepted"));
    let asked: readonly Asked[] = [];
    await answeringMessages(
      async () => {
        asked = await answeringQuestions(
          async () => {
            await write(sidecarOf(document.uri), serializeSidecar(setStatus(saved, ids, "rejected")));
            await save();
            await until("the choice is saved", () => !store.isDirty(document.uri.toString()));
          },
          ({ title, labels }) => labels.find((label) => label.startsWith(title.startsWith("1 of 2") ? "Mine: accepted" : "Theirs: rejected")),
        );
      },
      ({ choices }) => choices.find((choice) => choice === "One by One…"),
    );
    assert.equal(asked.length, 2);
    const statuses = new Map((await readSidecar(document.uri)).statements.map((statement) => [statement.id, statement.status]));
    assert.deepEqual(ids.map((id) => statuses.get(id)).toSorted(), ["accepted", "rejected"]);
  });

  for (const answer of ["Keep Mine", "Keep Theirs"]) {
    test(`what they write while the question stands is asked about again, and not answered by ${answer}`, async () => {
      const document = await openCopy(seed);
      const [first = "", second = ""] = (await annotationsOf(document)).statements.map(({ id }) => id);
      await save();
      const saved = await readSidecar(document.uri);
      const { store } = await onRecord();
      store.change(document.uri.toString(), (annotations) => setStatus(annotations, [first, second], "accepted"));
      const shown = await answeringMessages(
        async (told) => {
          await write(sidecarOf(document.uri), serializeSidecar(setStatus(saved, [first], "rejected")));
          await save();
          await until("it is asked again", () => told.length > 1);
        },
        async ({ choices, message }) => {
          if (!message.includes("one decision")) return undefined;
          await write(sidecarOf(document.uri), serializeSidecar(setStatus(saved, [first, second], "rejected")));
          return choices.find((choice) => choice === answer);
        },
      );
      assert.match(shown.at(-1)?.message ?? "", /2 decisions differ from yours/u);
      const statuses = new Map((await readSidecar(document.uri)).statements.map(({ id, status }) => [id, status]));
      assert.deepEqual([statuses.get(first), statuses.get(second)], ["rejected", "rejected"], "nothing is written");
      assert.ok((await annotationsOf(document)).statements.filter(({ id }) => id === first || id === second).every(({ status }) => status === "accepted"));
      assert.equal(store.isDirty(document.uri.toString()), true);
    });
  }

  test("a question that was left open is not put again by saving the article, but by saving the annotations", async () => {
    const { document, id, saved } = await acceptedSinceSaving();
    const shown = await answeringMessages(async (told) => {
      await write(sidecarOf(document.uri), serializeSidecar(setStatus(saved, [id], "rejected")));
      await save();
      const asked = told.length;
      assert.ok(asked > 0);
      const edit = new vscode.WorkspaceEdit();
      edit.insert(document.uri, new vscode.Position(0, 0), "Update: ");
      await vscode.workspace.applyEdit(edit);
      await document.save();
      assert.equal(told.length, asked);
      await save();
    });
    assert.ok(shown.length >= 2);
    assert.equal((await readSidecar(document.uri)).statements.find((statement) => statement.id === id)?.status, "rejected");
  });

  test("where the sidecar is deleted, decisions count as unsaved again", async () => {
    const document = await openCopy(seed);
    await acceptFirst(document);
    // watchers pass over a file that comes and goes at once
    const watcher = vscode.workspace.createFileSystemWatcher("**/*.annotations.json");
    const created = new Promise((resolve) => {
      watcher.onDidCreate(resolve);
    });
    await save();
    await created;
    watcher.dispose();
    await vscode.workspace.fs.delete(sidecarOf(document.uri));
    const { store } = await onRecord();
    await until("the annotations are unsaved", () => store.isDirty(document.uri.toString()));
  });

  test("where the sidecar is deleted and comes back, as where git leaves a branch, nothing is unsaved; what was decided meanwhile is", async () => {
    const document = await openCopy(seed);
    await acceptFirst(document);
    await save();
    const { store } = await onRecord();
    const key = document.uri.toString();
    const bytes = await vscode.workspace.fs.readFile(sidecarOf(document.uri));
    for (const isDecidedMeanwhile of [false, true]) {
      await vscode.workspace.fs.delete(sidecarOf(document.uri));
      await until("the annotations are unsaved", () => store.isDirty(key));
      const [, second] = (await annotationsOf(document)).statements;
      if (isDecidedMeanwhile) store.change(key, (annotations) => setStatus(annotations, [second?.id ?? ""], "rejected"));
      await vscode.workspace.fs.writeFile(sidecarOf(document.uri), bytes);
      if (isDecidedMeanwhile) await pause(2000);
      else await until("nothing is unsaved", () => !store.isDirty(key));
    }
    assert.equal(store.isDirty(key), true);
  });

  test("where the sidecar is deleted and comes back, what was taken back since it was saved stays taken back", async () => {
    const document = await openCopy(seed);
    const id = await acceptFirst(document);
    await save();
    const { articles, store } = await onRecord();
    const key = document.uri.toString();
    const bytes = await vscode.workspace.fs.readFile(sidecarOf(document.uri));
    store.undo(key);
    const watcher = vscode.workspace.createFileSystemWatcher("**/*.annotations.json");
    const deleted = new Promise((resolve) => {
      watcher.onDidDelete(resolve);
    });
    // as soon as it was written its deletion may not be told
    await pause(1500);
    await vscode.workspace.fs.delete(sidecarOf(document.uri));
    await deleted;
    watcher.dispose();
    await pause(1500);
    await vscode.workspace.fs.writeFile(sidecarOf(document.uri), bytes);
    await pause(1500);
    assert.equal(articles.annotations(document.uri)?.statements.find((statement) => statement.id === id)?.status, "proposed");
    assert.equal(store.isDirty(key), true);
  });

  test("where the sidecar is deleted as soon as it is written, decisions count as unsaved again", async () => {
    const document = await openCopy(seed);
    await acceptFirst(document);
    await save();
    await vscode.workspace.fs.delete(sidecarOf(document.uri));
    const { store } = await onRecord();
    await until("the annotations are unsaved", () => store.isDirty(document.uri.toString()));
  });
});
