// npm run bench: what reading costs, and how long the extension takes to start in a real VS Code. Asserts no time.
import { spawnSync } from "node:child_process";
import { cpSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { build } from "esbuild";
import { chromium } from "playwright-core";
import { buildAll } from "../esbuild.mjs";
import { findBrowser } from "./testHost/findBrowser.mjs";
import { runSuites } from "./testHost/runSuites.mjs";
import { startServer } from "./testHost/startServer.mjs";
import { wordPatterns } from "./wordPatterns.mjs";

const rounds = 5;
const shared = { bundle: true, logLevel: "warning" };
const node = { ...shared, platform: "node", format: "esm", target: "es2022", packages: "external", outExtension: { ".js": ".mjs" }, plugins: [wordPatterns] };
await Promise.all([
  buildAll({ production: true }),
  // split, so that a new process loads what it asks for
  build({ ...node, splitting: true, entryPoints: ["test/bench/main.ts", "test/bench/peak.ts", "test/bench/first.ts"], outdir: "out/bench" }),
  build({ ...shared, entryPoints: ["test/bench/activation.ts"], outfile: "out/bench/activation.js", platform: "browser", format: "cjs", external: ["vscode"] }),
]);
const { status } = spawnSync(process.execPath, ["--expose-gc", "out/bench/main.mjs"], { stdio: "inherit" });
if (status !== 0) process.exit(status ?? 1);

const activation = await measureActivation();
console.log("\nload and start of the extension in a fresh window (median; all)");
for (const [host, times] of Object.entries(activation)) console.log(`${host.padEnd(8)} ${median(times)} ms   ${times.join(" ")}`);
const report = JSON.parse(readFileSync("out/bench.json", "utf8"));
writeFileSync("out/bench.json", `${JSON.stringify({ ...report, activation }, null, 2)}\n`);

async function measureActivation() {
  // a copy that nothing starts but the measurement itself
  const extension = resolve("out/bench/extension");
  rmSync(extension, { recursive: true, force: true });
  for (const name of ["package.nls.json", "media", "dist"]) cpSync(name, `${extension}/${name}`, { recursive: true });
  cpSync("out/bench/activation.js", `${extension}/activation.js`);
  writeFileSync(`${extension}/package.json`, JSON.stringify({ ...JSON.parse(readFileSync("package.json", "utf8")), activationEvents: [] }));

  const times = { node: [], web: [] };
  const server = await startServer();
  const browser = await chromium.launch(await findBrowser());
  try {
    for (let round = 0; round < rounds; round++) {
      for (const host of ["node", "web"]) {
        const suites = host === "node" ? `${extension}/activation` : "activation";
        const { failed, activation: time } = await runSuites(browser, server, { host, extension, suites });
        if (failed > 0) throw new Error(`the extension did not start in the ${host} extension host`);
        times[host].push(Math.round(time));
      }
    }
  } finally {
    await browser.close();
    server.stop();
  }
  return times;
}

function median(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
}
