// Bundles tests that run in plain Node and runs them with mocha in a process of their own.
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { patience } from "./patience.mjs";
import { wordPatterns } from "./wordPatterns.mjs";

/**
 * @param {{ name: string, paths: string[], env?: object, mochaOptions?: string[], timeout?: number }} options `name` of the part;
 *   `paths`: folders and `.test.ts` files; `timeout` of one test in milliseconds.
 * @returns {Promise<{ passed: number, failed: number }>}
 */
export async function runTests({ name, paths, env = {}, mochaOptions = [], timeout = 20_000 * patience }) {
  const entryPoints = paths.flatMap((path) => (path.endsWith(".ts") ? [path] : listTests(path)));
  if (entryPoints.length === 0) {
    console.error(`no tests in ${paths.join(", ")}`);
    return { passed: 0, failed: 1 };
  }
  const outdir = `out/${name}`;
  rmSync(outdir, { recursive: true, force: true });
  await build({
    entryPoints,
    outdir,
    outbase: "test",
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    target: "es2022",
    packages: "external",
    outExtension: { ".js": ".mjs" },
    sourcemap: "linked",
    logLevel: "warning",
    // what is tested is what is shipped
    plugins: [wordPatterns],
  });
  const figures = resultsFile(name);
  rmSync(figures, { force: true });
  const args = ["--enable-source-maps", "node_modules/mocha/bin/mocha.js", "--ui", "tdd", "--timeout", String(timeout), "--require", "./scripts/fixedSeed.mjs", "--reporter", "scripts/countingReporter.mjs"];
  const status = await run(process.execPath, [...args, ...mochaOptions, `${outdir}/**/*.test.mjs`], { ...process.env, ...env, RESULTS_FILE: figures });
  if (!existsSync(figures)) return { passed: 0, failed: 1 };
  const result = JSON.parse(readFileSync(figures, "utf8"));
  return status === 0 ? result : { ...result, failed: Math.max(1, result.failed) };
}

/** Where the figures of one part are kept for the sum over all parts. */
function resultsFile(name) {
  mkdirSync("out/results", { recursive: true });
  return `out/results/${name}.json`;
}

/** Keeps the figures of a part that did not run in mocha's own process. */
export function keepResult(name, result) {
  writeFileSync(resultsFile(name), JSON.stringify(result));
}

function run(command, args, env) {
  return new Promise((settle, fail) => {
    const child = spawn(command, args, { stdio: "inherit", env });
    child.once("error", fail);
    child.once("exit", (code) => settle(code ?? 1));
  });
}

function listTests(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true })
    .filter((name) => name.endsWith(".test.ts"))
    .map((name) => join(folder, name));
}
