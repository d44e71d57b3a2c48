import assert from "node:assert/strict";
import * as vscode from "vscode";
import { openArticle, seed } from "../host/articles.js";
import { analyzed, onRecord } from "./extension.js";

/** All that a person downloads; the packer adds its own two files and writes some names in lower case. */
const expected = [
  /^\.vsixmanifest$/u,
  /^package\.json$/u,
  /^package\.nls(\.[\w-]+)?\.json$/u,
  /^(readme|changelog)\.md$/iu,
  /^(license|notice)(\.txt)?$/iu,
  /^l10n\/bundle\.l10n(\.[\w-]+)?\.json$/u,
  /^media\/[\w./-]+\.(svg|png|md)$/u,
  /^schemas\/[\w.-]+\.json$/u,
  /^dist\/(extension\.node\.cjs|extension\.web\.js|worker\.js|gazetteer\.bin)$/u,
];

async function filesIn(folder: vscode.Uri, prefix = ""): Promise<string[]> {
  const entries = await vscode.workspace.fs.readDirectory(folder);
  const nested = await Promise.all(
    entries.map(([name, type]) => (type === vscode.FileType.Directory ? filesIn(vscode.Uri.joinPath(folder, name), `${prefix}${name}/`) : [prefix + name])),
  );
  return nested.flat();
}

suite("the packed extension", () => {
  test("is the one that this window runs", () => {
    assert.equal(onRecord().extensionUri.path.includes("/extensions/"), true, onRecord().extensionUri.path);
  });

  test("holds what it needs and nothing else", async () => {
    const files = await filesIn(onRecord().extensionUri);
    assert.deepEqual(files.filter((file) => !expected.some((pattern) => pattern.test(file))), []);
    for (const needed of ["dist/extension.node.cjs", "dist/extension.web.js", "dist/worker.js", "dist/gazetteer.bin", "package.nls.json"]) assert.ok(files.includes(needed), needed);
  });

  test("tells nothing about the sources' whereabouts", async () => {
    for (const name of ["extension.node.cjs", "extension.web.js", "worker.js"]) {
      const code = new TextDecoder().decode(await vscode.workspace.fs.readFile(vscode.Uri.joinPath(onRecord().extensionUri, "dist", name)));
      assert.doesNotMatch(code, /sourceMappingURL/u, name);
    }
  });

  test("reads an article and finds who said what", async () => {
    const { document } = await openArticle(seed);
    const { annotations, statements } = await analyzed(document.uri);
    assert.ok(statements.length > 0);
    for (const type of ["quote", "speaker", "cue", "person", "place", "date"]) assert.ok(annotations.some((annotation) => annotation.type === type), type);
  });
});
