import assert from "node:assert/strict";
import * as vscode from "vscode";
import { openArticle, seed } from "../host/articles.js";
import { annotationsOf } from "../host/onRecord.js";

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
  /^dist\/(extension\.node\.cjs|extension\.web\.js|worker\.js|gazetteer\.bin|tagger\.bin)$/u,
];

async function filesIn(folder: vscode.Uri, prefix = ""): Promise<string[]> {
  const entries = await vscode.workspace.fs.readDirectory(folder);
  const files: string[] = [];
  for (const [name, type] of entries) {
    if (type === vscode.FileType.Directory) files.push(...(await filesIn(vscode.Uri.joinPath(folder, name), `${prefix}${name}/`)));
    else files.push(prefix + name);
  }
  return files;
}

function installed(): vscode.Extension<unknown> {
  const extension = vscode.extensions.getExtension("on-record.on-record");
  if (!extension) throw new Error("the extension is not installed");
  return extension;
}

suite("the packed extension", () => {
  test("is the one that this window runs", () => {
    assert.match(installed().extensionUri.path, /\/extensions\/on-record\.on-record-/u);
  });

  test("holds what it needs and nothing else", async () => {
    const files = await filesIn(installed().extensionUri);
    assert.deepEqual(files.filter((file) => !expected.some((pattern) => pattern.test(file))), []);
    for (const needed of ["dist/extension.node.cjs", "dist/extension.web.js", "dist/worker.js", "dist/gazetteer.bin", "dist/tagger.bin", "package.nls.json"]) assert.ok(files.includes(needed), needed);
  });

  test("has pages whose pictures and links lead somewhere", async () => {
    for (const name of ["readme.md", "changelog.md"]) {
      const page = new TextDecoder().decode(await vscode.workspace.fs.readFile(vscode.Uri.joinPath(installed().extensionUri, name)));
      assert.match(page, /^# \w/u, name);
      assert.deepEqual([...page.matchAll(/\]\(([^)]*)\)/gu)].flatMap(([, target = ""]) => (target.startsWith("https://") ? [] : [target])), [], name);
      assert.doesNotMatch(page, /npm run/u, name);
    }
  });

  test("tells nothing about the sources' whereabouts", async () => {
    for (const name of ["extension.node.cjs", "extension.web.js", "worker.js"]) {
      const code = new TextDecoder().decode(await vscode.workspace.fs.readFile(vscode.Uri.joinPath(installed().extensionUri, "dist", name)));
      assert.doesNotMatch(code, /sourceMappingURL/u, name);
    }
  });

  test("reads an article and finds who said what", async () => {
    const { document } = await openArticle(seed);
    const { annotations, statements } = await annotationsOf(document);
    assert.ok(statements.length > 0);
    for (const type of ["quote", "speaker", "cue", "person", "place", "date"]) assert.ok(annotations.some((annotation) => annotation.type === type), type);
  });
});
