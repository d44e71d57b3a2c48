// Builds everything that runs into dist/: node esbuild.mjs [--production] [--watch]
import { copyFileSync, mkdirSync, rmSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { build, context } from "esbuild";
import { wordPatterns } from "./scripts/wordPatterns.mjs";

/** What every bundle shares. A package carries no source maps; while developing they make stack traces readable. */
function shared(production) {
  return {
    bundle: true,
    minify: production,
    sourcemap: production ? false : "linked",
    // Node.js 20 knows all of it; for a target of its own, expressions with \p{…} would be made anew at every use
    target: "es2022",
    legalComments: "none",
    logLevel: "warning",
    external: ["vscode"],
    plugins: [wordPatterns],
  };
}

/** Libraries in the older module form ask for Node's built-ins by `require`, which an ES module has to make for them. */
const cliHead = `#!/usr/bin/env node\nimport { createRequire } from "node:module";\nconst require = createRequire(import.meta.url);`;

/** The bundles in the order of a reader's interest: the two extension hosts, their common worker, the command line. */
export function bundles({ production = false } = {}) {
  const common = shared(production);
  return [
    { ...common, entryPoints: ["src/vscode/extension.node.ts"], outfile: "dist/extension.node.cjs", platform: "node", format: "cjs" },
    { ...common, entryPoints: ["src/vscode/extension.web.ts"], outfile: "dist/extension.web.js", platform: "browser", format: "cjs" },
    // one worker for both hosts: a script without imports, which finds out at run time where it is
    { ...common, entryPoints: ["src/vscode/worker.ts"], outfile: "dist/worker.js", platform: "browser", format: "cjs", external: ["node:worker_threads"] },
    { ...common, entryPoints: ["src/cli/main.ts"], outfile: "dist/cli.mjs", platform: "node", format: "esm", banner: { js: cliHead } },
  ];
}

/** Tables that the bundles read at run time, from where they are kept to where they are read. */
const data = { "lexicon/gazetteer.bin": "dist/gazetteer.bin", "models/tagger.bin": "dist/tagger.bin" };

function prepareFolder() {
  rmSync("dist", { recursive: true, force: true });
  mkdirSync("dist");
  for (const [from, to] of Object.entries(data)) copyFileSync(from, to);
}

/** Builds all bundles afresh. */
export async function buildAll(options) {
  prepareFolder();
  await Promise.all(bundles(options).map((bundle) => build(bundle)));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const options = { production: process.argv.includes("--production") };
  if (process.argv.includes("--watch")) {
    prepareFolder();
    for (const bundle of bundles(options)) await (await context(bundle)).watch();
    console.log("watching; press Ctrl+C to stop");
  } else {
    await buildAll(options);
  }
}
