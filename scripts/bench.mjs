// npm run bench: what reading costs, and how long the extension takes to start in a real VS Code. Asserts no time.
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { build } from "esbuild";
import { chromium } from "playwright-core";
import { buildAll } from "../esbuild.mjs";
import { findBrowser } from "./testHost/findBrowser.mjs";
import { runSuites } from "./testHost/runSuites.mjs";
import { startServer } from "./testHost/startServer.mjs";

const rounds = 5;
const shared = { bundle: true, sourcemap: "linked", logLevel: "warning" };
await Promise.all([
  buildAll({ production: true }),
  build({ ...shared, entryPoints: ["test/bench/main.ts"], outfile: "out/bench/main.mjs", platform: "node", format: "esm", target: "node20", packages: "external" }),
  build({ ...shared, entryPoints: ["test/bench/activation.ts"], outfile: "out/bench/activation.js", platform: "browser", format: "cjs", external: ["vscode"] }),
]);
const { status } = spawnSync(process.execPath, ["--expose-gc", "--enable-source-maps", "out/bench/main.mjs"], { stdio: "inherit" });
if (status !== 0) process.exit(status ?? 1);

const activation = { node: [], web: [] };
const server = await startServer();
const browser = await chromium.launch(await findBrowser());
try {
  for (let round = 0; round < rounds; round++) {
    for (const host of ["node", "web"]) {
      const result = await runSuites(browser, server, { host, extension: resolve("."), suites: "out/bench/activation" });
      if (result.failed > 0) throw new Error(`the extension did not start in the ${host} extension host`);
      activation[host].push(Number(result.activation.toFixed(1)));
    }
  }
} finally {
  await browser.close();
  server.stop();
}
console.log("\nstart of the extension in a fresh window (median, all)");
for (const [host, times] of Object.entries(activation)) console.log(`${host.padEnd(8)} ${median(times)} ms   ${times.join(" ")}`);
const report = JSON.parse(readFileSync("out/bench.json", "utf8"));
writeFileSync("out/bench.json", `${JSON.stringify({ ...report, activation }, null, 2)}\n`);

function median(times) {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)];
}
