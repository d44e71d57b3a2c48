import assert from "node:assert/strict";
import * as vscode from "vscode";
import { setSpeaker } from "../../src/core/store/decisions.js";
import { serializeSidecar } from "../../src/core/sidecar/serializeSidecar.js";
import { copyArticle, openArticle, seed } from "./articles.js";
import { answeringMessages } from "./messages.js";
import { annotationsOf, onRecord, until } from "./onRecord.js";
import { closeAll, firstStatement, openInEditor, readSidecar, readText, save, sidecarOf, write } from "./sidecars.js";

const added = "“We will open a second office in Pune by the winter,” Lavrov said on Monday.\n";

/** The lines that stand on one side only of the comparison that is open. */
async function shownDifferences(): Promise<{ title: string; before: string[]; now: string[] }> {
  const { label, input } = await until("a comparison is open", () => {
    const tab = vscode.window.tabGroups.activeTabGroup.activeTab;
    return tab?.input instanceof vscode.TabInputTextDiff ? { label: tab.label, input: tab.input } : undefined;
  });
  const [before, now] = await Promise.all([input.original, input.modified].map(async (uri) => (await vscode.workspace.openTextDocument(uri)).getText().split("\n")));
  assert.ok(before && now);
  return { title: label, before: before.filter((line) => !now.includes(line)), now: now.filter((line) => !before.includes(line)) };
}

/** Stands in for the git extension, whose repository holds `files` by their paths. */
async function withGit<T>(files: ReadonlyMap<string, string>, run: () => Promise<T>): Promise<T> {
  const extensions = vscode.extensions as { getExtension(id: string): unknown };
  const original = extensions.getExtension;
  const show = async (_ref: string, path: string): Promise<string> => files.get(path) ?? Promise.reject(new Error("not in the commit"));
  const git = { enabled: true, getAPI: () => ({ getRepository: () => ({ show }) }) };
  extensions.getExtension = (id) => (id === "vscode.git" ? { activate: async () => git } : original.call(extensions, id));
  try {
    return await run();
  } finally {
    extensions.getExtension = original;
  }
}

async function compareWithLastCommit(): Promise<void> {
  await vscode.commands.executeCommand("onRecord.compareAnnotations", "lastCommit");
}

suite("comparing annotations", () => {
  teardown(closeAll);

  test("with another article: a statement that was added stands on one side alone", async () => {
    const other = await copyArticle(seed);
    const { document } = await openArticle(seed);
    await write(document.uri, `${(await readText(document.uri)) ?? ""}\n${added}`);
    await until("the editor has it", () => document.getText().includes("Pune"));
    await vscode.commands.executeCommand("onRecord.compareAnnotations", other);
    const { title, before, now } = await shownDifferences();
    assert.equal(title, `Statements of ${vscode.workspace.asRelativePath(other)} and ${vscode.workspace.asRelativePath(document.uri)}`, "two files of one name are told with their folders");
    assert.deepEqual(before, []);
    assert.equal(now.length, 2, now.join("\n"));
    assert.match(now[0] ?? "", /Lavrov.* · in their own words/u);
    assert.match(now[1] ?? "", /a second office in Pune/u);
    // the lists do not offer to read a comparison as an article, which nothing would come of
    const { inspection } = await onRecord();
    await until("the comparison is in front", () => inspection.articleState === "none");
  });

  test("with another article: its decisions count, from its sidecar", async () => {
    const other = await openInEditor(await copyArticle(seed));
    const { id } = firstStatement(await annotationsOf(other));
    await save();
    await write(sidecarOf(other.uri), serializeSidecar(setSpeaker(await readSidecar(other.uri), id, { name: "Anna Ozola", newId: "person-x" })));
    await closeAll();
    await openArticle(seed);
    await vscode.commands.executeCommand("onRecord.compareAnnotations", other.uri);
    const { before } = await shownDifferences();
    assert.equal(before.length, 1);
    assert.match(before[0] ?? "", /^Anna Ozola/u);
  });

  test("a file that cannot be read is told", async () => {
    const { document } = await openArticle(seed);
    await annotationsOf(document);
    const shown = await answeringMessages(async () => {
      await vscode.commands.executeCommand("onRecord.compareAnnotations", vscode.Uri.joinPath(document.uri, "..", "nothing.txt"));
    });
    assert.equal(shown.length, 1);
    assert.match(shown[0]?.message ?? "", /nothing\.txt could not be read/u);
  });
});

suite("comparing annotations with the last commit", () => {
  teardown(closeAll);

  test("shows what was said differently then; in the browser, that there is no git", async () => {
    const { document } = await openArticle(seed);
    await annotationsOf(document);
    const then = document.getText().replace("bilateral relations adopted", "mutual relations adopted");
    const shown = await answeringMessages(() => withGit(new Map([[document.uri.fsPath, then]]), async () => vscode.commands.executeCommand("onRecord.compareAnnotations", "lastCommit")));
    if (document.uri.scheme !== "file") {
      assert.match(shown[0]?.message ?? "", /git is not available here/u);
      return;
    }
    const { title, before, now } = await shownDifferences();
    assert.match(title, /last commit and now/u);
    assert.ok(before.some((line) => line.includes("mutual relations")), before.join("\n"));
    assert.ok(now.some((line) => line.includes("bilateral relations")), now.join("\n"));
  });

  test("an article that is not committed yet, or in no repository, is told so", async () => {
    const { document } = await openArticle(seed);
    await annotationsOf(document);
    const [none] = await answeringMessages(compareWithLastCommit);
    assert.match(none?.message ?? "", /no repository/u);
    const [uncommitted] = await answeringMessages(() => withGit(new Map(), compareWithLastCommit));
    assert.match(uncommitted?.message ?? "", document.uri.scheme === "file" ? /is not in the last commit/u : /git is not available/u);
  });
});
