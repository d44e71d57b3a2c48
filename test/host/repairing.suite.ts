import assert from "node:assert/strict";
import * as vscode from "vscode";
import { setStatus } from "../../src/core/store/decisions.js";
import { parseSidecar } from "../../src/core/sidecar/parseSidecar.js";
import { serializeSidecar } from "../../src/core/sidecar/serializeSidecar.js";
import { copyArticle, seed } from "./articles.js";
import { answeringMessages, answeringQuestions, type Shown } from "./messages.js";
import { annotationsOf, onRecord, until } from "./onRecord.js";
import { acceptFirst, closeAll, openInEditor, readSidecar, readText, save, sidecarOf, write } from "./sidecars.js";

/** An article whose sidecar, with one accepted statement, was damaged while nobody had it open. */
async function damagedArticle(damage: (text: string) => string): Promise<{ uri: vscode.Uri; id: string; damaged: string }> {
  const document = await openInEditor(await copyArticle(seed));
  const id = await acceptFirst(document);
  await save();
  await closeAll();
  const damaged = damage((await readText(sidecarOf(document.uri))) ?? "");
  await write(sidecarOf(document.uri), damaged);
  const { articles } = await onRecord();
  await until("the article is closed", () => articles.state(document.uri) === undefined);
  return { uri: document.uri, id, damaged };
}

/** Opens the article, takes the offer to repair, and answers what comes next. */
function repairing(uri: vscode.Uri, answer: (shown: Shown) => string | undefined, whenAsked: () => Promise<void> = async () => {}): Promise<Shown[]> {
  return answeringMessages(
    async (shown) => {
      await annotationsOf(await openInEditor(uri));
      await until("the repair is offered", () => shown.some(({ choices }) => choices.some((choice) => choice.startsWith("Write"))));
      await whenAsked();
    },
    (shown) => (shown.choices.includes("Repair…") ? "Repair…" : answer(shown)),
  );
}

/** A file that is being replaced may be missing for a moment. */
async function isReadable(article: vscode.Uri): Promise<boolean> {
  return parseSidecar((await readText(sidecarOf(article))) ?? "").ok;
}

const cutOff = (text: string): string => text.slice(0, text.lastIndexOf('"reason"'));

/** One side of the comparison that is open, once it is. */
async function shownSide(side: "original" | "modified"): Promise<vscode.TextDocument> {
  const input = await until("the comparison is open", () => {
    const tab = vscode.window.tabGroups.activeTabGroup.activeTab;
    return tab?.input instanceof vscode.TabInputTextDiff ? tab.input : undefined;
  });
  return vscode.workspace.openTextDocument(input[side]);
}

suite("repairing an annotations file", () => {
  teardown(closeAll);

  test("what can be read is shown first, and written on consent; the damaged file stays as a copy", async () => {
    const { uri, id, damaged } = await damagedArticle(cutOff);
    const sidecar = sidecarOf(uri);
    const shown = await repairing(
      uri,
      ({ choices }) => choices.find((choice) => choice === "Write Repaired File"),
      async () => {
        await until("it is written", () => isReadable(uri));
        const { articles } = await onRecord();
        await until("the decision is back", () => articles.annotations(uri)?.statements.find((statement) => statement.id === id)?.status === "accepted");
      },
    );
    assert.equal(shown.length, 2);
    assert.match(shown[1]?.message ?? "", /statements in .* can be read\. 1 is decided\. 1 finding is damaged and left out\. Nothing is lost: .* stays beside it as a copy/u);
    assert.equal(await readText(sidecar.with({ path: `${sidecar.path}.damaged` })), damaged);
    assert.ok((await readSidecar(uri)).statements.some((statement) => statement.id === id && statement.status === "accepted"));
    await openInEditor(uri);
    await save();
    assert.ok((await readSidecar(uri)).statements.length > 1);
  });

  test("nothing is written without consent, and what was decided is shown in words", async () => {
    const { uri, damaged } = await damagedArticle(cutOff);
    await repairing(uri, () => undefined);
    assert.equal(await readText(sidecarOf(uri)), damaged);
    assert.equal(await readText(sidecarOf(uri).with({ path: `${sidecarOf(uri).path}.damaged` })), undefined);
    const words = await until("what can be read is shown", () => {
      const tab = vscode.window.tabGroups.activeTabGroup.activeTab;
      return tab?.input instanceof vscode.TabInputText && tab.input.uri.scheme === "on-record-decisions" ? tab.input.uri : undefined;
    });
    const shown = await vscode.workspace.openTextDocument(words);
    assert.deepEqual([shown.languageId, vscode.languages.getDiagnostics(words)], ["plaintext", []]);
    assert.match(shown.getText(), /^What can be read of [^\n]+\n\n[^\n]+\n {4}Status: accepted\n {4}Speaker: [^]+\n\nWhat nobody decided is found again as the article is read\.$/u);
  });

  test("both files are shown side by side on request, and it is asked again", async () => {
    const { uri } = await damagedArticle(cutOff);
    let asked = 0;
    await repairing(
      uri,
      ({ choices }) => (++asked === 1 ? choices.find((choice) => choice === "Compare Files") : undefined),
      async () => {
        await until("it is asked again", () => asked > 1);
      },
    );
    assert.equal((await shownSide("original")).uri.toString(), sidecarOf(uri).toString());
    assert.match((await shownSide("modified")).getText(), /"status": "accepted"/u);
  });

  test("a file that changed while the question stood is left alone", async () => {
    const { uri } = await damagedArticle(cutOff);
    const healed = "somebody else is at work here";
    const shown = await answeringMessages(
      async (told) => {
        await annotationsOf(await openInEditor(uri));
        await until("it was told that the file was left alone", () => told.some(({ message }) => /changed meanwhile/u.test(message)));
      },
      async ({ choices }) => {
        if (choices.includes("Repair…")) return "Repair…";
        const consent = choices.find((choice) => choice === "Write Repaired File");
        // answered only once the other program has written
        if (consent !== undefined) await write(sidecarOf(uri), healed);
        return consent;
      },
    );
    assert.ok(shown.length >= 3);
    assert.equal(await readText(sidecarOf(uri)), healed);
  });

  for (const [choice, expected] of [["Write, Keeping Ours", "accepted"], ["Write, Keeping Theirs", "rejected"]] as const) {
    test(`a merge conflict: both sides are joined, and where they differ a person chooses: ${choice}`, async () => {
      const { uri, id } = await damagedArticle((text) => text);
      const saved = await readSidecar(uri);
      const other = saved.statements[1]?.id ?? "";
      const [ours, theirs] = [saved, setStatus(setStatus(saved, [id], "rejected"), [other], "accepted")].map(serializeSidecar);
      const conflict = `<<<<<<< HEAD\n${ours ?? ""}=======\n${theirs ?? ""}>>>>>>> reviews\n`;
      await write(sidecarOf(uri), conflict);
      await repairing(
        uri,
        ({ choices }) => choices.find((offered) => offered === choice),
        async () => {
          await until("it is written", () => isReadable(uri));
        },
      );
      assert.match((await shownSide("original")).getText(), /^Ours\n[^]+ {4}Status: accepted\n/u);
      assert.match((await shownSide("modified")).getText(), /^Theirs\n[^]+ {4}Status: rejected\n/u);
      const statuses = new Map((await readSidecar(uri)).statements.map((statement) => [statement.id, statement.status]));
      assert.equal(statuses.get(id), expected);
      assert.equal(statuses.get(other), "accepted");
    });
  }

  test("a merge conflict: a person may choose one by one, and is asked again where they stop on the way", async () => {
    const { uri } = await damagedArticle((text) => text);
    const saved = await readSidecar(uri);
    const ids = saved.statements.slice(0, 2).map(({ id }) => id);
    const [ours, theirs] = [setStatus(saved, ids, "accepted"), setStatus(saved, ids, "rejected")].map(serializeSidecar);
    await write(sidecarOf(uri), `<<<<<<< HEAD\n${ours ?? ""}=======\n${theirs ?? ""}>>>>>>> reviews\n`);
    let questions = 0;
    let messages: readonly Shown[] = [];
    const asked = await answeringQuestions(
      async () => {
        messages = await repairing(
          uri,
          ({ choices }) => choices.find((offered) => offered === "One by One…"),
          async () => {
            await until("it is written", () => isReadable(uri));
          },
        );
      },
      // the first time the second question is left open
      ({ title, labels }) => (++questions === 2 ? undefined : labels.find((label) => label.startsWith(title.startsWith("1 of 2") ? "Theirs: rejected" : "Ours: accepted"))),
    );
    assert.equal(asked.length, 4);
    assert.match(messages.at(-1)?.message ?? "", /they differ on 2 decisions/u);
    const statuses = new Map((await readSidecar(uri)).statements.map((statement) => [statement.id, statement.status]));
    assert.deepEqual(ids.map((id) => statuses.get(id)), ["rejected", "accepted"]);
  });

  test("where nothing is to be repaired, that is told with what else may be done", async () => {
    for (const [content, words] of [['{ "format": "on-record", "version": 99 }', /newer version of On Record\. Update On Record/u], ["dear diary", /Nothing in .* can be read; it is left as it is\. Restore it from a copy/u]] as const) {
      const uri = await copyArticle(seed);
      await write(sidecarOf(uri), content);
      const shown = await answeringMessages(async (told) => {
        await annotationsOf(await openInEditor(uri));
        await until("it is told", () => told.length > 0);
        await vscode.commands.executeCommand("onRecord.repairAnnotationsFile");
      });
      assert.match(shown.at(-1)?.message ?? "", words);
      assert.equal(await readText(sidecarOf(uri)), content);
    }
  });

  test("is not offered for a newer version, nor where nothing can be read", async () => {
    for (const content of ['{ "format": "on-record", "version": 99 }', "dear diary"]) {
      const uri = await copyArticle(seed);
      await write(sidecarOf(uri), content);
      const [first] = await answeringMessages(async (shown) => {
        await annotationsOf(await openInEditor(uri));
        await until("it is told", () => shown.length > 0);
      });
      assert.deepEqual(first?.choices, ["Open Annotations File", "Save a Copy As…"]);
    }
  });
});
