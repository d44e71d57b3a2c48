import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { FORMATS } from "../../src/core/formats/index.js";
import { commands } from "../../src/vscode/ids.js";

interface Manifest {
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly title: string }[];
    readonly keybindings: readonly { readonly command: string; readonly key: string }[];
    readonly configuration: { readonly properties: Readonly<Record<string, { readonly default?: unknown; readonly enum?: readonly string[] }>> };
  };
  readonly scripts: Readonly<Record<string, string>>;
}

const { contributes, scripts }: Manifest = JSON.parse(readFileSync("package.json", "utf8"));
const words: Readonly<Record<string, string>> = JSON.parse(readFileSync("package.nls.json", "utf8"));
const readme = readFileSync("README.md", "utf8");
const docs = readdirSync("docs").map((name) => `docs/${name}`);
const pages = ["README.md", "CONTRIBUTING.md", "CHANGELOG.md", "seeds/README.md", "schemas/README.md", "lexicon/gazetteer.md", ...docs];

/** Words of a page that is read in five minutes. */
const FIVE_MINUTES = 1200;

/** The rows of all tables of a page, or of those below a heading of it, as trimmed cells, without their heads. */
function rowsOf(page: string, heading?: string): string[][] {
  const lines = readFileSync(page, "utf8").split("\n");
  const from = heading === undefined ? 0 : lines.indexOf(`## ${heading}`);
  assert.ok(from >= 0, heading);
  const next = lines.findIndex((line, at) => at > from && line.startsWith("## "));
  const part = heading === undefined || next < 0 ? lines.slice(from) : lines.slice(from, next);
  // a head is what the line of dashes follows
  const rows = part.filter((line, at) => line.startsWith("|") && !/^\|[ :|-]+$/u.test(line) && !/^\|[ :|-]+$/u.test(part[at + 1] ?? ""));
  return rows.map((line) => line.split("|").slice(1, -1).map((cell) => cell.trim()));
}

/** What stands in marks of code. */
function codeOf(cell: string): string[] {
  return [...cell.matchAll(/`([^`]+)`/gu)].map(([, code = ""]) => code);
}

/** "alt+shift+j" as README writes it: "Alt+Shift+J". */
function keyName(key: string): string {
  return key.split("+").map((part) => part.charAt(0).toUpperCase() + part.slice(1)).join("+");
}

/** Every key that a command has, by its title; what is told in words, as it has every key that types, has none. */
function keysByTitle(): Map<string, string[]> {
  return new Map(
    contributes.commands.map(({ command, title }) => {
      const bindings = contributes.keybindings.filter((binding) => binding.command === command && command !== commands.reviewHint);
      return [words[title.slice(1, -1)] ?? title, [...new Set(bindings.map(({ key }) => keyName(key)))].toSorted()];
    }),
  );
}

function assertSettings(rows: readonly string[][]): void {
  for (const [key = "", meaning = "", value = ""] of rows) {
    const setting = contributes.configuration.properties[codeOf(key)[0] ?? ""];
    assert.ok(setting, key);
    // lists and objects are told in words
    if (typeof setting.default !== "object") assert.deepEqual(codeOf(value), [JSON.stringify(setting.default)], key);
    if (setting.enum) assert.deepEqual(codeOf(meaning).toSorted(), setting.enum.toSorted(), key);
  }
}

suite("the pages tell what is there", () => {
  test("every command with its keys, and no other", () => {
    const told = rowsOf("docs/commands.md").map(([title = "", , keys = ""]) => [title, codeOf(keys).toSorted()] as const);
    assert.equal(new Set(told.map(([title]) => title)).size, told.length);
    assert.deepEqual(Object.fromEntries(told), Object.fromEntries(keysByTitle()));
  });

  test("every setting, and no other, with its default and choices", () => {
    const rows = rowsOf("docs/settings.md");
    assert.deepEqual(rows.flatMap(([key = ""]) => codeOf(key)).toSorted(), Object.keys(contributes.configuration.properties).toSorted());
    assertSettings(rows);
  });

  test("every format with what it is for and leaves out", () => {
    const told = rowsOf("docs/files.md", "Exports").map(([id = "", ...rest]) => [...codeOf(id), ...rest]);
    const there = FORMATS.map(({ id, extension, purpose, cannotCarry }) => [id, `\`.${extension}\``, purpose, cannotCarry.length > 0 ? cannotCarry.join(", ") : "nothing"]);
    assert.deepEqual(told, there);
  });

  test("README.md: keys, settings and formats are what they are", () => {
    const keys = new Set([...keysByTitle().values()].flat());
    const told = rowsOf("README.md", "Correct it").map(([, key = ""]) => codeOf(key));
    assert.ok(told.length > 10);
    for (const [key = ""] of told) assert.ok(keys.has(key), key);
    assertSettings(rowsOf("README.md", "Settings"));
    assert.deepEqual(rowsOf("README.md", "Save and export").flatMap(([id = ""]) => codeOf(id)), FORMATS.map(({ id }) => id));
  });

  test("README.md is read in five minutes, and leads to all that stands in docs/", () => {
    const count = readme.split(/\s+/u).length;
    assert.ok(count <= FIVE_MINUTES, `${count} words`);
    assert.deepEqual(docs.filter((page) => !readme.includes(`](${page})`)), []);
  });
});

suite("the pages for people", () => {
  for (const page of pages) {
    const text = readFileSync(page, "utf8");

    test(`${page}: links and pictures lead to files that are there`, () => {
      const targets = [...text.matchAll(/\]\((?!https?:|#)([^)#\s]+)/gu)].map(([, target = ""]) => target);
      assert.deepEqual(targets.filter((target) => !existsSync(join(dirname(page), target))), []);
    });

    test(`${page}: every npm script that it names is there`, () => {
      const named = [...text.matchAll(/`npm run ([\w:]+)/gu)].map(([, name = ""]) => name);
      assert.deepEqual(named.filter((name) => !(name in scripts)), []);
    });
  }

  test("pictures are small enough to be loaded at once", () => {
    for (const [, picture = ""] of readme.matchAll(/!\[[^\]]*\]\(([^)]+)\)/gu)) assert.ok(statSync(picture).size < 250_000, picture);
  });
});
