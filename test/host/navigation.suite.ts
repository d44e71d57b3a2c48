import assert from "node:assert/strict";
import * as vscode from "vscode";
import { openArticle, seed } from "./articles.js";
import { annotationsOf, positionOf } from "./onRecord.js";

suite("navigation", () => {
  let editor: vscode.TextEditor;
  let document: vscode.TextDocument;
  setup(async () => {
    editor = await openArticle(seed);
    ({ document } = editor);
    await annotationsOf(document);
  });

  const selected = (): string => document.getText(editor.selection);

  test("next and previous statement walk through the article and around its ends", async () => {
    editor.selection = new vscode.Selection(0, 0, 0, 0);
    await vscode.commands.executeCommand("onRecord.nextStatement");
    assert.equal(selected(), "the military alliance as 'counterproductive'");
    await vscode.commands.executeCommand("onRecord.nextStatement");
    assert.equal(selected(), "that Moscow and Beijing relations are at an all-time high");
    await vscode.commands.executeCommand("onRecord.previousStatement");
    await vscode.commands.executeCommand("onRecord.previousStatement");
    assert.match(selected(), /^“We spoke of connectivity/u);
  });

  test("next mention stays with the person at the cursor", async () => {
    const at = positionOf(document, "Sergey Lavrov");
    editor.selection = new vscode.Selection(at, at);
    await vscode.commands.executeCommand("onRecord.nextMention");
    assert.equal(selected(), "Lavrov");
  });

  test("go to definition leads to the first full mention", async () => {
    const [link] = await vscode.commands.executeCommand<vscode.LocationLink[]>("vscode.executeDefinitionProvider", document.uri, positionOf(document, "Lavrov remarked"));
    assert.ok(link);
    assert.equal(document.getText(link.targetRange), "Sergey Lavrov");
  });

  test("all references hold names and the phrases that stand for them", async () => {
    const locations = await vscode.commands.executeCommand<vscode.Location[]>("vscode.executeReferenceProvider", document.uri, positionOf(document, "Sergey Lavrov"));
    const words = locations.map(({ range }) => document.getText(range));
    assert.equal(words.filter((name) => name === "Lavrov").length, 3);
    assert.ok(words.includes("the Russian Foreign Minister"));
    assert.ok(words.includes("He"));
    assert.ok(!words.some((name) => name.includes("Jaishankar")));
  });

  test("occurrences of the same entity light up", async () => {
    const highlights = await vscode.commands.executeCommand<vscode.DocumentHighlight[]>("vscode.executeDocumentHighlights", document.uri, positionOf(document, "New Delhi"));
    assert.deepEqual(new Set(highlights.map(({ range }) => document.getText(range))), new Set(["New Delhi"]));
    assert.ok(highlights.length >= 4);
  });

  test("the outline lists statements with their speakers", async () => {
    const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>("vscode.executeDocumentSymbolProvider", document.uri);
    assert.equal(symbols.length, 14);
    assert.equal(symbols[0]?.detail, "Sergey Lavrov");
  });

  test("people and statements are workspace symbols", async () => {
    const symbols = await vscode.commands.executeCommand<vscode.SymbolInformation[]>("vscode.executeWorkspaceSymbolProvider", "jaishankar");
    assert.ok(symbols.some(({ name }) => name === "S Jaishankar"));
  });

  test("a quotation over several paragraphs folds", async () => {
    const content = [
      "Anna Berg, the keeper, said: “The light was never only a light. It was the reason why anybody lived out here.",
      "“When it went dark we all moved away, one after the other, and the houses fell in.”",
      "She now lives in Bergen. “I go back every summer,” she said. She does not plan to return for good.",
    ].join("\n\n");
    const story = await vscode.workspace.openTextDocument({ content });
    await vscode.window.showTextDocument(story);
    await annotationsOf(story);
    const folds = await vscode.commands.executeCommand<vscode.FoldingRange[]>("vscode.executeFoldingRangeProvider", story.uri);
    assert.ok(folds.some(({ start, end }) => start === 0 && end === 2));
  });
});
