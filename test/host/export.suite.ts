import assert from "node:assert/strict";
import * as vscode from "vscode";
import { FORMATS } from "../../src/core/formats/index.js";
import { parseSidecar } from "../../src/core/sidecar/parseSidecar.js";
import { openArticle, seed } from "./articles.js";
import { answeringMessages, answeringQuestions } from "./messages.js";
import { annotationsOf, onRecord, pause } from "./onRecord.js";
import { closeAll, readText, sidecarOf } from "./sidecars.js";

async function exported(format: string, target: vscode.Uri): Promise<string> {
  const shown = await answeringMessages(async () => {
    await vscode.commands.executeCommand("onRecord.exportAnnotations", format, target);
  });
  assert.equal(shown.length, 1);
  assert.deepEqual(shown[0]?.choices, ["Open"]);
  return (await readText(target)) ?? "";
}

suite("exporting annotations", () => {
  teardown(closeAll);

  for (const { id, extension } of FORMATS) {
    test(`${id}: writes the file, and no sidecar`, async () => {
      const { document } = await openArticle(seed);
      const { statements, annotations } = await annotationsOf(document);
      const text = await exported(id, document.uri.with({ path: `${document.uri.path}.out.${extension}` }));
      assert.ok(text.endsWith("\n"));
      const words = annotations.find((annotation) => annotation.id === statements[0]?.quote[0])?.text.slice(1, 20) ?? "?";
      assert.ok(text.includes(words), words);
      assert.equal(await readText(sidecarOf(document.uri)), undefined);
    });
  }

  test("what most people want is offered first, each with a line that says what it is for", async () => {
    const { document } = await openArticle(seed);
    await annotationsOf(document);
    const [asked] = await answeringQuestions(async () => {
      await vscode.commands.executeCommand("onRecord.exportAnnotations");
    }, () => undefined);
    assert.deepEqual(asked?.labels, ["Fact sheet (Markdown)", "Table of statements (CSV)", "JSON Lines", "Annotations file (JSON)"]);
  });

  test("where there is no article, that is told before anything is asked", async () => {
    const json = await vscode.workspace.openTextDocument({ language: "json", content: "{}" });
    for (const isOpen of [false, true]) {
      if (isOpen) await vscode.window.showTextDocument(json);
      const shown = await answeringMessages(async () => {
        await vscode.commands.executeCommand("onRecord.exportAnnotations");
      });
      assert.deepEqual(shown.map(({ message, choices }) => [message, choices]), [["Open an article first, then export its annotations.", ["Open File…"]]]);
    }
    await vscode.commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
  });

  test("offsets refer to the stored text", async () => {
    const { document } = await openArticle("fixtures/edges/mixed-line-ends.txt");
    await annotationsOf(document);
    const text = await exported("sidecar", document.uri.with({ path: `${document.uri.path}.out.json` }));
    const parsed = parseSidecar(text);
    assert.ok(parsed.ok);
    const stored = (await readText(document.uri)) ?? "";
    for (const { start, end, text: words } of parsed.value.annotations) assert.equal(stored.slice(start, end), words);
  });

  test("an untitled article too", async () => {
    const { document: saved } = await openArticle(seed);
    const document = await vscode.workspace.openTextDocument({ language: "plaintext", content: saved.getText() });
    await vscode.window.showTextDocument(document);
    await annotationsOf(document);
    const text = await exported("markdown", saved.uri.with({ path: `${saved.uri.path}.facts.md` }));
    assert.match(text, /## Statements/u);
    await vscode.commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
  });

  test("an exported copy is not offered to another article as its lost annotations", async () => {
    const { document } = await openArticle(seed);
    await annotationsOf(document);
    await exported("sidecar", document.uri.with({ path: `${document.uri.path}.copy.annotations.json` }));
    const shown = await answeringMessages(async () => {
      const other = await openArticle(seed);
      await annotationsOf(other.document);
      await pause(1500);
    });
    assert.deepEqual(shown, []);
  });

  test("an unknown format writes nothing", async () => {
    const { document } = await openArticle(seed);
    await annotationsOf(document);
    const target = document.uri.with({ path: `${document.uri.path}.xyz` });
    await vscode.commands.executeCommand("onRecord.exportAnnotations", "xyz", target);
    assert.equal(await readText(target), undefined);
    assert.equal((await onRecord()).store.isDirty(document.uri.toString()), false);
  });
});
