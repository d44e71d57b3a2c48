// npm run package: builds for production and packs what .vscodeignore allows into out/on-record-VERSION.vsix.
import { mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import vsce from "@vscode/vsce";

/** More would be a mistake, such as a model or a map that does not belong into the package. */
const largestPackage = 5_250_000;

/**
 * Packs the extension; `vscode:prepublish` builds it first, so dist/ holds a production build afterwards.
 * @returns {Promise<string>} the package's absolute path.
 */
export async function packageExtension() {
  const { name, version } = JSON.parse(readFileSync("package.json", "utf8"));
  const packagePath = resolve(`out/${name}-${version}.vsix`);
  mkdirSync("out", { recursive: true });
  const [readmePath, changelogPath] = ["README.md", "CHANGELOG.md"].map(writePage);
  await vsce.createVSIX({ cwd: resolve("."), packagePath, readmePath, changelogPath, dependencies: false, allowMissingRepository: true, rewriteRelativeLinks: false, skipLicense: true });
  const { size } = statSync(packagePath);
  if (size > largestPackage) throw new Error(`the package has ${size} bytes, more than ${largestPackage}`);
  return packagePath;
}

/**
 * Writes a page as the editor shows it to whoever has installed the package: without pictures and links of this repository, which lead
 * nowhere there, and without what only a clone of it can do.
 * @returns {string} the path of the page.
 */
function writePage(name) {
  const page = readFileSync(name, "utf8")
    .replace(/^## Try it\n.*?(?=^## )/msu, "")
    .replaceAll(/^!\[[^\]]*\]\((?!https:)[^)]*\)\n\n/gmu, "")
    // sentences that only lead to pages of docs/
    .replaceAll(/(?<=^|\. )(?:\[[^\]]*\]\(docs\/[^)]*\)(?: · )?)+[^.\n]*(?:\.|$)/gmu, "")
    .replaceAll(/\[([^\]]*)\]\((?!https:)[^)]*\)/gu, "$1");
  const path = `out/${name}`;
  writeFileSync(path, page);
  return path;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) await packageExtension();
