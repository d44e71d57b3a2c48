// Packs the reviewed word lists for the core, which reads no files: lexicon/NAME.txt -> src/core/lexicon/NAME.generated.ts
// node scripts/buildLexicon.mjs [--check]   (--check writes nothing and fails where a table is stale)
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));

/** Every word list with the path and the text of its table. */
function lexiconTables() {
  const folder = join(root, "lexicon");
  return readdirSync(folder)
    .filter((name) => name.endsWith(".txt"))
    .sort()
    .map((name) => ({
      list: `lexicon/${name}`,
      table: `src/core/lexicon/${basename(name, ".txt")}.generated.ts`,
      source: toTable(name, readFileSync(join(folder, name), "utf8")),
    }));
}

function toTable(name, text) {
  const entries = text
    .split(/\r?\n/u)
    .map((line) => line.replace(/(^|\s)#.*$/u, "").trim())
    .filter((line) => line !== "");
  return `// Made by scripts/buildLexicon.mjs from lexicon/${name}; do not edit.\nexport const entries: readonly string[] =\n  ${JSON.stringify(entries.join("\n"))}.split("\\n");\n`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const stale = lexiconTables().filter(({ table, source }) => !existsSync(join(root, table)) || readFileSync(join(root, table), "utf8") !== source);
  if (process.argv.includes("--check")) {
    for (const { list, table } of stale) console.error(`${table} is stale: run node scripts/buildLexicon.mjs after changing ${list}`);
    process.exit(stale.length > 0 ? 1 : 0);
  }
  for (const { table, source } of stale) writeFileSync(join(root, table), source);
}
