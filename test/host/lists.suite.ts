import assert from "node:assert/strict";
import * as vscode from "vscode";
import { openArticle, seed } from "./articles.js";
import { annotationsOf, onRecord, painted, until, withSetting } from "./onRecord.js";
import { rowOf } from "./rows.js";

interface Row {
  readonly label: string;
  readonly description: string;
  readonly id: string;
  readonly children: readonly Row[];
}

/** All rows of a view, as they are shown. */
async function rows(view: string): Promise<Row[]> {
  const { inspection } = await onRecord();
  const provider = inspection.trees.get(view);
  if (!provider) throw new Error(`there is no view ${view}`);
  const read = async (node?: unknown): Promise<Row[]> => {
    const children = (await provider.getChildren(node)) ?? [];
    return Promise.all(
      children.map(async (child) => {
        const item = await provider.getTreeItem(child);
        const label = typeof item.label === "string" ? item.label : (item.label?.label ?? "");
        return { label, description: String(item.description ?? ""), id: item.id ?? "", children: await read(child) };
      }),
    );
  };
  return read();
}

/** How many statements are listed. */
async function count(): Promise<number> {
  return (await rows("onRecord.statements")).flatMap(({ children }) => children).length;
}

suite("statements view", () => {
  test("statements are grouped by speaker, with counts", async () => {
    const { document } = await openArticle(seed);
    await annotationsOf(document);
    const groups = await rows("onRecord.statements");
    assert.deepEqual(groups.map(({ label }) => label), ["Sergey Lavrov", "S Jaishankar"]);
    assert.deepEqual(groups.map(({ children }) => children.length), [8, 6]);
    assert.match(groups[0]?.description ?? "", /^8 · .*Foreign Minister/u);
    assert.match(groups[0]?.children[2]?.label ?? "", /^"No, we have fixed that in our bilateral relations/u);
    assert.match(groups[0]?.children[2]?.description ?? "", /^said · Tuesday,? 6 April 2021, New Delhi$/u);
  });

  test("in order of the article, and by kind", async () => {
    const { document } = await openArticle(seed);
    await annotationsOf(document);
    await withSetting("trees.groupBy", "position", async () => {
      const list = await until("the list is flat", async () => {
        const all = await rows("onRecord.statements");
        return all.length === 14 && all;
      });
      assert.match(list[0]?.description ?? "", /^Sergey Lavrov · termed/u);
    });
    await withSetting("trees.groupBy", "kind", async () => {
      const groups = await until("kinds are groups", async () => {
        const all = await rows("onRecord.statements");
        return all.length === 3 && all;
      });
      assert.deepEqual(groups.map(({ label, children }) => [label, children.length]), [
        ["In their own words", 4],
        ["Partly quoted", 4],
        ["Reported", 6],
      ]);
    });
  });

  test("the filter keeps what matches and can be cleared", async () => {
    const { document } = await openArticle(seed);
    await annotationsOf(document);
    await vscode.commands.executeCommand("onRecord.filterStatements", "appetite");
    const filtered = await rows("onRecord.statements");
    assert.deepEqual(filtered.map(({ label, children }) => [label, children.length]), [["S Jaishankar", 1]]);
    const { inspection } = await onRecord();
    assert.equal(inspection.messages.get("onRecord.statements"), "Filter: appetite");
    await vscode.commands.executeCommand("onRecord.filterStatements", "no such words");
    // a message would keep the editor from showing that nothing matches, and how to clear the filter
    assert.deepEqual([await rows("onRecord.statements"), inspection.messages.get("onRecord.statements")], [[], ""]);
    await vscode.commands.executeCommand("onRecord.clearFilter");
    assert.equal((await rows("onRecord.statements")).flatMap(({ children }) => children).length, 14);
  });

  test("thoughts are listed and painted only where a person wants to see them", async () => {
    const { document } = await openArticle("profile-lighthouse-keeper.txt");
    const annotations = await annotationsOf(document);
    const thoughts = annotations.statements.filter(({ mode }) => mode === "thought");
    assert.ok(thoughts.length > 0);
    const cueOf = (id: unknown): string => annotations.annotations.find((annotation) => annotation.id === id)?.text ?? "";
    const [cue = ""] = thoughts.map((thought) => cueOf(thought.cue));
    const spoken = annotations.statements.length - thoughts.length;
    await until("only what was said is listed", async () => (await count()) === spoken);
    assert.ok(!(await painted(document, "cue")).includes(cue));
    await vscode.commands.executeCommand("onRecord.showThoughts");
    await until("thoughts are listed too", async () => (await count()) === spoken + thoughts.length);
    await until("thoughts are painted too", async () => (await painted(document, "cue")).includes(cue));
    await vscode.commands.executeCommand("onRecord.hideThoughts");
    await until("only what was said is listed again", async () => (await count()) === spoken);
  });

  test("rows keep their ids when the article is analysed again", async () => {
    const { document } = await openArticle(seed);
    const before = await annotationsOf(document);
    const ids = (await rows("onRecord.statements")).flatMap(({ children }) => children.map(({ id }) => id));
    await vscode.commands.executeCommand("onRecord.analyzeAgain");
    const { store } = await onRecord();
    await until("it was analysed again", () => store.get(document.uri.toString()) !== before);
    assert.deepEqual((await rows("onRecord.statements")).flatMap(({ children }) => children.map(({ id }) => id)), ids);
  });
});

suite("people, places and dates view", () => {
  test("entities with their mentions, dates with their values", async () => {
    const { document } = await openArticle(seed);
    await annotationsOf(document);
    const groups = await rows("onRecord.entities");
    assert.deepEqual(groups.map(({ label }) => label), ["People", "Organizations", "Places", "Dates"]);
    const [people, , places, dates] = groups;
    assert.deepEqual(people?.children.map(({ label }) => label).sort(), ["Putin", "S Jaishankar", "Sergey Lavrov"]);
    assert.ok(places?.children.some(({ label, description }) => label === "New Delhi" && description.includes("India")));
    assert.ok(dates?.children.some(({ label, description }) => label === "Tuesday morning" && description.includes("the morning of Tuesday")));
  });
});

suite("both lists", () => {
  test("stay while a preview beside the article has the focus, and are empty where the article is closed", async () => {
    const { document } = await openArticle(seed);
    await annotationsOf(document);
    const before = await rows("onRecord.entities");
    const day = await rowOf("onRecord.entities", "Tuesday morning");
    const preview = vscode.window.createWebviewPanel("test", "preview", vscode.ViewColumn.Beside);
    await until("the preview has the focus", () => vscode.window.activeTextEditor === undefined);
    assert.equal(await count(), 14);
    assert.deepEqual(await rows("onRecord.entities"), before);
    preview.dispose();
    await vscode.commands.executeCommand("workbench.action.closeAllEditors");
    await until("nothing is listed", async () => (await rows("onRecord.entities")).length === 0);
    const { inspection } = await onRecord();
    const stale = await inspection.trees.get("onRecord.entities")?.getTreeItem(day);
    assert.doesNotMatch(String(stale?.description), /line/u, "a row that is drawn once more names no line of a text that is not there");
  });
});

suite("decisions", () => {
  test("accepting marks the annotations unsaved; withdrawing takes it back", async () => {
    const { document } = await openArticle(seed);
    const { statements } = await annotationsOf(document);
    const { store } = await onRecord();
    const uri = document.uri.toString();
    const [first] = statements;
    assert.ok(first);
    assert.equal(store.isDirty(uri), false);
    await vscode.commands.executeCommand("onRecord.acceptStatement", uri, first.id);
    assert.equal(store.get(uri)?.statements.find(({ id }) => id === first.id)?.status, "accepted");
    assert.equal(store.isDirty(uri), true);
    await vscode.commands.executeCommand("onRecord.proposeAgain", uri, first.id);
    assert.equal(store.get(uri)?.statements.find(({ id }) => id === first.id)?.status, "proposed");
  });

  test("a rejected statement leaves the text and its group, and is not proposed again", async () => {
    const { document } = await openArticle(seed);
    const before = await annotationsOf(document);
    const { store } = await onRecord();
    const uri = document.uri.toString();
    const [first] = before.statements;
    assert.ok(first);
    await vscode.commands.executeCommand("onRecord.rejectStatement", uri, first.id);
    const groups = await rows("onRecord.statements");
    assert.deepEqual(groups.map(({ label, children }) => [label, children.length]), [
      ["Sergey Lavrov", 7],
      ["S Jaishankar", 6],
      ["Rejected", 1],
    ]);
    const rejected = store.get(uri);
    await vscode.commands.executeCommand("onRecord.analyzeAgain");
    await until("it was analysed again", () => store.get(uri) !== rejected);
    assert.equal(store.get(uri)?.statements.length, before.statements.length);
  });

  test("a citation is copied for the statement at the cursor", async () => {
    const editor = await openArticle(seed);
    await annotationsOf(editor.document);
    const at = editor.document.positionAt(editor.document.getText().indexOf("appetite"));
    editor.selection = new vscode.Selection(at, at);
    await vscode.commands.executeCommand("onRecord.copyCitation");
    const citation = await vscode.env.clipboard.readText();
    assert.match(citation, /^\[that India and Russia noted an “appetite for greater investment” in each other\] — S Jaishankar, partly quoted/u);
    assert.match(citation, /6 April 2021, line \d+\)$/u);
  });
});
