import assert from "node:assert/strict";
import * as vscode from "vscode";
import type { AnnotationDocument } from "../../src/core/document/annotationDocument.js";
import { textHash } from "../../src/core/document/textHash.js";
import { serializeSidecar } from "../../src/core/sidecar/serializeSidecar.js";
import { seed } from "../host/articles.js";
import { annotationsOf, until } from "../host/onRecord.js";
import { closeAll, openInEditor, readText, sidecarOf, write } from "../host/sidecars.js";

function inFolder(name: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  assert.ok(folder);
  return vscode.Uri.joinPath(folder, name);
}

/** A sidecar by another program for a text: the third Lavrov in it was accepted, and nothing tells what stands around. */
function sidecarFor(text: string, file: string): AnnotationDocument {
  let start = -1;
  for (let count = 0; count < 3; count++) start = text.indexOf("Lavrov", start + 1);
  return {
    format: "on-record",
    version: 1,
    source: { file, sha256: textHash(text), length: text.length },
    entities: [{ id: "person-lavrov", type: "person", name: "Sergey Lavrov" }],
    annotations: [{ id: "third", type: "person", start, end: start + "Lavrov".length, text: "Lavrov", entity: "person-lavrov", status: "accepted" }],
    statements: [],
  };
}

/** Opens an article that has such a sidecar; where the accepted mention is in it, by what follows. */
async function placeIn(name: string, of: string): Promise<string | undefined> {
  const uri = inFolder(name);
  await write(sidecarOf(uri), serializeSidecar(sidecarFor(of, name)));
  const document = await openInEditor(uri);
  const mention = (await annotationsOf(document)).annotations.find(({ id }) => id === "third");
  assert.ok(mention);
  return mention.orphaned ? undefined : document.getText().slice(mention.start, mention.end + " remarked".length);
}

suite("an article with versions in git", () => {
  teardown(closeAll);

  test("that changed since its sidecar was written: the version that it was written for tells where everything is", async () => {
    const then = (await readText(inFolder("then.txt"))) ?? "";
    assert.equal(await placeIn(seed, then), "Lavrov remarked");
  });

  test("whose line ends git keeps otherwise", async () => {
    const then = ((await readText(inFolder("then.txt"))) ?? "").replaceAll("\n", "\r\n");
    assert.equal(await placeIn("windows.txt", then), "Lavrov remarked");
  });

  test("that was never committed as the sidecar has it: what cannot be told apart is lost, not guessed", async () => {
    const then = (await readText(inFolder("then.txt"))) ?? "";
    assert.equal(await placeIn("then.txt", `Lavrov.\n${then}`), undefined);
  });

  test("is compared with the last commit", async () => {
    const document = await openInEditor(inFolder("then.txt"));
    await annotationsOf(document);
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, document.positionAt(document.getText().length), '\n\n"The bridge will open in May," said Putin.\n');
    await vscode.workspace.applyEdit(edit);
    await vscode.commands.executeCommand("onRecord.compareAnnotations", "lastCommit");
    const sides = await until("a comparison is open", () => {
      const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
      return input instanceof vscode.TabInputTextDiff ? [input.original, input.modified] : undefined;
    });
    const [before, now] = await Promise.all(sides.map(async (uri) => (await vscode.workspace.openTextDocument(uri)).getText()));
    assert.doesNotMatch(before ?? "", /The bridge will open/u);
    assert.match(now ?? "", /The bridge will open in May/u);
  });
});
