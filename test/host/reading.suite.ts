import assert from "node:assert/strict";
import * as vscode from "vscode";
import { copyArticle, openArticle, seed } from "./articles.js";
import { annotationsOf, onRecord, painted, until, withSetting } from "./onRecord.js";

async function open(content: string, language = "plaintext"): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument({ content, language });
  await vscode.window.showTextDocument(document);
  return document;
}

suite("a long article", () => {
  test("tells how far it is read, and of another state only where there is one", async () => {
    const { articles } = await onRecord();
    const paragraph = "“We will rebuild the bridge,” Mayor Ada Brown said on Monday. She added that the state would pay for most of it.";
    const [states, progress]: [string[], number[]] = [[], []];
    const document = await vscode.workspace.openTextDocument({ content: Array.from({ length: 1000 }, () => paragraph).join("\n\n"), language: "plaintext" });
    const key = document.uri.toString();
    const listeners = [
      articles.onDidChangeState((uri) => uri.toString() === key && states.push(articles.state(uri) ?? "")),
      articles.onDidProgress((uri) => uri.toString() === key && progress.push(articles.progress(uri))),
    ];
    await vscode.window.showTextDocument(document);
    await annotationsOf(document);
    for (const listener of listeners) listener.dispose();
    // lists and highlights are drawn anew with each state
    assert.deepEqual(states.filter((state, at) => state !== states[at - 1]), ["analyzing", "ready"]);
    assert.ok(states.length <= 3, states.join(" "));
    assert.ok(progress.length > 0, `told ${progress.length} times`);
  });
});

suite("the home of the outlet", () => {
  test("that is no place is told beside the language, and one that is known is not", async () => {
    const { inspection } = await onRecord();
    const { document } = await openArticle(seed);
    await annotationsOf(document);
    await withSetting("articles.home", "Nowherestead on Sea", async () => {
      await until("it is told", () => inspection.homeStatus === "Home: no place is known as “Nowherestead on Sea”");
    });
    await until("it is told no longer", () => inspection.homeStatus === "");
    await withSetting("articles.home", "Springfield, Missouri", async () => {
      await annotationsOf(document);
      assert.equal(inspection.homeStatus, "");
    });
  });
});

suite("which files are articles", () => {
  test("a list of requirements is left alone", async () => {
    const { articles } = await onRecord();
    const document = await open("requests==2.31.0\nnumpy>=1.26\npandas~=2.1\n# for tests\npytest==8.0.0\n");
    assert.equal(await until("it was looked at", () => articles.state(document.uri)), "notArticle");
  });

  test("a person can have any file read, and undo that", async () => {
    const { articles } = await onRecord();
    const document = await open("name: a list\n- said Ann\n- said Ben\n");
    await until("it was looked at", () => articles.state(document.uri) === "notArticle");
    await vscode.commands.executeCommand("onRecord.readAsArticle");
    await annotationsOf(document);
    await vscode.commands.executeCommand("onRecord.doNotReadAsArticle");
    assert.equal(articles.state(document.uri), "notArticle");
    assert.deepEqual(await painted(document, "person"), []);
  });

  test("where something was decided and not saved: nothing of it is shown, and it comes back with the reading", async () => {
    const { articles, store, inspection } = await onRecord();
    const { document } = await openArticle(seed);
    const [statement] = (await annotationsOf(document)).statements;
    assert.ok(statement);
    const key = document.uri.toString();
    await vscode.commands.executeCommand("onRecord.acceptStatement", key, statement.id);
    await vscode.commands.executeCommand("onRecord.doNotReadAsArticle");
    const rows = async (view: string): Promise<number> => ((await inspection.trees.get(view)?.getChildren()) ?? []).length;
    assert.deepEqual([await rows("onRecord.statements"), await rows("onRecord.entities"), await painted(document, "person"), await painted(document, "direct")], [0, 0, [], []]);
    assert.deepEqual(vscode.languages.getDiagnostics(document.uri), []);
    await vscode.commands.executeCommand("onRecord.readAsArticle");
    await until("it is read", () => articles.state(document.uri) === "ready");
    assert.equal(store.get(key)?.statements.find(({ id }) => id === statement.id)?.status, "accepted");
    assert.ok((await rows("onRecord.statements")) > 0);
    await vscode.commands.executeCommand("onRecord.undoAnnotationChange");
  });

  test("an article that grows over the maximum length is no longer shown as one, and says so", async () => {
    const { articles, inspection } = await onRecord();
    const { document } = await openArticle(seed);
    await annotationsOf(document);
    await withSetting("articles.maximumLength", 1000, async () => {
      const edit = new vscode.WorkspaceEdit();
      edit.insert(document.uri, new vscode.Position(0, 0), "A new first line.\n\n");
      await vscode.workspace.applyEdit(edit);
      await until("it says so", () => inspection.articleState === "tooLong");
      assert.deepEqual(await inspection.trees.get("onRecord.statements")?.getChildren(), []);
      assert.deepEqual(await painted(document, "person"), []);
    });
    await until("it is read again", () => articles.state(document.uri) === "ready");
  });

  test("an excluded article is left alone as long as the glob is set", async () => {
    const { document } = await openArticle(seed);
    await annotationsOf(document);
    const { articles } = await onRecord();
    await withSetting("articles.exclude", ["**/000_*"], async () => {
      await until("it is left alone", () => articles.state(document.uri) === "notArticle");
    });
    await annotationsOf(document);
  });

  test("a text over the maximum length says so and is read on demand", async () => {
    await withSetting("articles.maximumLength", 1000, async () => {
      const { articles } = await onRecord();
      const { document } = await openArticle(seed);
      await until("it is too long", () => articles.state(document.uri) === "tooLong");
      await vscode.commands.executeCommand("onRecord.readAsArticle");
      await annotationsOf(document);
    });
  });

  test("letters that were lost are told until the file is read in its own encoding", async () => {
    const { inspection } = await onRecord();
    const told = (): string => inspection.messages.get("onRecord.statements") ?? "";
    const uri = await copyArticle("fixtures/edges/windows-1252.txt");
    const document = await vscode.workspace.openTextDocument(uri);
    await vscode.window.showTextDocument(document);
    await annotationsOf(document);
    assert.match(told(), /Some letters show as \uFFFD/u);
    await vscode.workspace.openTextDocument(uri, { encoding: "windows1252" });
    await until("nothing is lost any more", () => told() === "");
  });

  test("the lists stay with the article while the log has the focus, as long as it is open", async () => {
    const { inspection } = await onRecord();
    const { document } = await openArticle(seed);
    await annotationsOf(document);
    await until("it is read", () => inspection.articleState === "ready");
    await vscode.commands.executeCommand("onRecord.showLog");
    await vscode.commands.executeCommand("workbench.panel.output.focus");
    await until("the log has the focus", () => vscode.window.activeTextEditor?.document.uri.scheme === "output");
    assert.equal(inspection.articleState, "ready");
    await vscode.commands.executeCommand("workbench.action.closeAllEditors");
    await until("there is no article any more", () => inspection.articleState === "none");
    await vscode.commands.executeCommand("workbench.action.closePanel");
  });

  test("a note that grows into an article is read then", async () => {
    const { articles } = await onRecord();
    const document = await open("");
    await until("it was looked at", () => articles.state(document.uri) === "notArticle");
    const story = "The mayor spoke to reporters on Monday.\n\n“We will rebuild the bridge,” Mayor Ada Brown said. “It will take two years.”\n\nShe added that the state would pay for most of it. Work begins in May.\n";
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(0, 0), story);
    await vscode.workspace.applyEdit(edit);
    const { statements } = await annotationsOf(document);
    assert.ok(statements.length >= 2);
  });
});
