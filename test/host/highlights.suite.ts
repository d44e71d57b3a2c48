import assert from "node:assert/strict";
import * as vscode from "vscode";
import { openArticle, seed } from "./articles.js";
import { annotationsOf, onRecord, painted, until, withSetting } from "./onRecord.js";

suite("highlights", () => {
  test("the seed is painted by kind without any command", async () => {
    const { document } = await openArticle(seed);
    await annotationsOf(document);
    const direct = await painted(document, "direct");
    assert.ok(direct.some((words) => words.startsWith('"No, we have fixed that') && words.endsWith('military alliance,"')), "a direct quotation with its marks");
    assert.ok(direct.includes("“energetic and forward-looking”"), "the quoted words of a partly quoted statement");
    const reported = await painted(document, "reported");
    assert.ok(reported.includes("that they assess positively the economic cooperation in each other and even noted new opportunities in the Russian far east"));
    assert.ok((await painted(document, "speaker")).includes("Russia Foreign Minister Sergey Lavrov"));
    assert.ok((await painted(document, "cue")).includes("affirmed"));
    assert.ok((await painted(document, "person")).includes("S Jaishankar"));
    assert.ok((await painted(document, "organization")).includes("North Atlantic Treaty Organization"));
    assert.ok((await painted(document, "place")).includes("Vladivostok"));
    assert.ok((await painted(document, "date")).includes("Tuesday morning"));
  });

  test("a kind that is switched off is not painted, and comes back", async () => {
    const { document } = await openArticle(seed);
    await annotationsOf(document);
    await withSetting("highlights.kinds", { places: false }, async () => {
      await until("places are gone", async () => (await painted(document, "place")).length === 0);
      assert.ok((await painted(document, "person")).length > 0, "other kinds stay");
    });
    await until("places are back", async () => (await painted(document, "place")).length > 0);
  });

  test("the command for one kind toggles and is remembered in the settings", async () => {
    const { document } = await openArticle(seed);
    await annotationsOf(document);
    try {
      await vscode.commands.executeCommand("onRecord.chooseHighlights", "dates");
      assert.equal(vscode.workspace.getConfiguration("onRecord").get<Record<string, boolean>>("highlights.kinds")?.["dates"], false);
      await until("dates are gone", async () => (await painted(document, "date")).length === 0);
      await vscode.commands.executeCommand("onRecord.chooseHighlights", "dates");
      await until("dates are back", async () => (await painted(document, "date")).length > 0);
    } finally {
      await vscode.workspace.getConfiguration("onRecord").update("highlights.kinds", undefined, vscode.ConfigurationTarget.Global);
    }
  });

  test("by speaker, the words of one speaker share a color", async () => {
    const { document } = await openArticle(seed);
    await annotationsOf(document);
    await withSetting("highlights.colorBy", "speaker", async () => {
      const first = await until("speakers are painted", async () => {
        const words = await painted(document, "speaker1");
        return words.length > 0 && words;
      });
      assert.ok(first.some((words) => words.startsWith('"No, we have fixed')));
      const second = await painted(document, "speaker2");
      assert.ok(second.some((words) => words.startsWith("“We spoke of connectivity")));
    });
  });

  test("an editor that comes back to the front is painted at once", async () => {
    const { document } = await openArticle(seed);
    const annotations = await annotationsOf(document);
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ content: "Another file." }));
    await vscode.window.showTextDocument(document);
    const { store } = await onRecord();
    assert.equal(store.get(document.uri.toString()), annotations, "nothing was analysed again");
    assert.ok((await painted(document, "person")).length > 0);
  });
});
