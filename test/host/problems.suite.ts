import assert from "node:assert/strict";
import * as vscode from "vscode";
import { annotationsOf, onRecord, until, withSetting } from "./onRecord.js";

const content =
  "RIGA, May 3, 2022 - Mayor Ilze Kalna said the bridge would open in June.\n\n" +
  "“The council agreed on Monday, April 26, 2022,” Kalna told reporters on Tuesday in Riga. “Nothing can stop us now,” she added.\n";

/** What the Problems view lists of a document. */
function listed(document: vscode.TextDocument): vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(document.uri).filter(({ source }) => source === "On Record");
}

suite("problems", () => {
  let document: vscode.TextDocument;
  setup(async () => {
    document = await vscode.workspace.openTextDocument({ language: "plaintext", content });
    await vscode.window.showTextDocument(document);
    const { articles } = await onRecord();
    if (articles.state(document.uri) === "notArticle") await vscode.commands.executeCommand("onRecord.readAsArticle");
    await annotationsOf(document);
    await until("the problem is listed", () => listed(document).length > 0);
  });

  test("a weekday that contradicts its date is listed at its words, as information", () => {
    const [problem] = listed(document);
    assert.ok(problem);
    assert.equal(document.getText(problem.range), "Monday, April 26, 2022");
    assert.match(problem.message, /that day is a Tuesday/u);
    assert.equal(problem.severity, vscode.DiagnosticSeverity.Information);
  });

  test("its quick fixes set the date or leave it, and then it is settled", async () => {
    const [problem] = listed(document);
    assert.ok(problem);
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>("vscode.executeCodeActionProvider", document.uri, problem.range);
    const titles = actions.map(({ title }) => title);
    assert.ok(titles.includes("Set Date…"), titles.join(", "));
    // at the cursor, what corrects any date joins them, and nothing is offered twice
    const atCursor = await vscode.commands.executeCommand<vscode.CodeAction[]>("vscode.executeCodeActionProvider", document.uri, new vscode.Range(problem.range.start, problem.range.start));
    assert.deepEqual(atCursor.map(({ title }) => title).filter((title) => /Date|Monday/u.test(title)), ["Set Date…", "Leave “Monday, April 26, 2022” as It Is", "Reject “Monday, April 26, 2022”", "Set Date of Article…"]);
    const leave = actions.find(({ title }) => title.startsWith("Leave"))?.command;
    assert.ok(leave);
    await vscode.commands.executeCommand(leave.command, ...(leave.arguments ?? []));
    await until("nothing is listed", () => listed(document).length === 0);
    await vscode.commands.executeCommand("onRecord.undoAnnotationChange");
    await until("it is listed again", () => listed(document).length > 0);
  });

  test("they can be switched off and on", async () => {
    await withSetting("problems.enabled", false, () => until("nothing is listed", () => listed(document).length === 0));
    await until("they are listed again", () => listed(document).length > 0);
  });
});
