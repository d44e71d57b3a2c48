// Bundles the tests that need no VS Code and runs them with mocha: node scripts/testUnit.mjs [folder or file…] [-- mocha options]
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";

const args = process.argv.slice(2);
const cut = args.indexOf("--");
const chosen = cut < 0 ? args : args.slice(0, cut);
const mochaOptions = cut < 0 ? [] : args.slice(cut + 1);
const folders = chosen.length > 0 ? chosen : ["test/unit", "test/golden", "test/manifest"];
const entryPoints = folders.flatMap((path) => (path.endsWith(".ts") ? [path] : listTests(path)));
if (entryPoints.length === 0) {
  console.error(`no tests in ${folders.join(", ")}`);
  process.exit(1);
}
const outdir = "out/unit";
rmSync(outdir, { recursive: true, force: true });
await build({
  entryPoints,
  outdir,
  outbase: "test",
  bundle: true,
  splitting: true,
  format: "esm",
  platform: "node",
  target: "node20",
  packages: "external",
  outExtension: { ".js": ".mjs" },
  sourcemap: "linked",
  logLevel: "warning",
});
const { status } = spawnSync(
  process.execPath,
  ["--enable-source-maps", "node_modules/mocha/bin/mocha.js", "--ui", "tdd", "--timeout", "20000", ...mochaOptions, `${outdir}/**/*.test.mjs`],
  { stdio: "inherit" },
);
process.exit(status ?? 1);

function listTests(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true })
    .filter((name) => name.endsWith(".test.ts"))
    .map((name) => join(folder, name));
}
