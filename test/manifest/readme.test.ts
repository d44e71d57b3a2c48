import assert from "node:assert/strict";
import { existsSync, readFileSync, statSync } from "node:fs";
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
const pages = ["README.md", "CONTRIBUTING.md", "CHANGELOG.md", "seeds/README.md", "schemas/README.md", "lexicon/gazetteer.md"];
const readme = readFileSync("README.md", "utf8");

/** The rows of the table below a heading, as trimmed cells, without the head. */
function rowsBelow(heading: string): string[][] {
  const lines = readme.split("\n");
  const from = lines.indexOf(`## ${heading}`);
  assert.ok(from >= 0, heading);
  const to = lines.findIndex((line, at) => at > from && line.startsWith("## "));
  const rows = lines.slice(from, to).filter((line) => line.startsWith("|")).map((line) => line.split("|").slice(1, -1).map((cell) => cell.trim()));
  return rows.slice(2);
}

/** What stands in marks of code. */
function codeOf(cell: string): string[] {
  return [...cell.matchAll(/`([^`]+)`/gu)].map(([, code = ""]) => code);
}

/** "alt+shift+j" as README writes it: "Alt+Shift+J". */
function keyName(key: string): string {
  return key.split("+").map((part) => part.charAt(0).toUpperCase() + part.slice(1)).join("+");
}

suite("README.md tells what is there", () => {
  test("every command with its keys, and no other", () => {
    const told = rowsBelow("Commands").map(([title = "", , keys = ""]) => `${title}: ${codeOf(keys).toSorted().join(", ")}`);
    const there = contributes.commands.map(({ command, title }) => {
      // told in words: it has every key that types
      const bindings = contributes.keybindings.filter((binding) => binding.command === command && command !== commands.reviewHint);
      const keys = new Set(bindings.map(({ key }) => keyName(key)));
      return `${words[title.slice(1, -1)] ?? title}: ${[...keys].toSorted().join(", ")}`;
    });
    assert.deepEqual(told.toSorted(), there.toSorted());
  });

  test("every setting, and no other", () => {
    const told = rowsBelow("Settings").flatMap(([key = ""]) => codeOf(key));
    assert.deepEqual(told.toSorted(), Object.keys(contributes.configuration.properties).toSorted());
  });

  test("the settings' defaults and choices", () => {
    for (const [key = "", meaning = "", value = ""] of rowsBelow("Settings")) {
      const setting = contributes.configuration.properties[codeOf(key)[0] ?? ""];
      // lists and objects are told in words
      if (typeof setting?.default !== "object") assert.deepEqual(codeOf(value), [JSON.stringify(setting?.default)], key);
      if (setting?.enum) assert.deepEqual(codeOf(meaning).toSorted(), setting.enum.toSorted(), key);
    }
  });

  test("every format", () => {
    assert.deepEqual(rowsBelow("Annotations files").flatMap(([id = ""]) => codeOf(id)), FORMATS.map(({ id }) => id));
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
