// Runs the suites in a real VS Code: node scripts/testHost/run.mjs [node] [web] — both where none is named.
import { resolve } from "node:path";
import { chromium } from "playwright-core";
import { buildAll } from "../../esbuild.mjs";
import { buildSuites, suitesPath } from "./buildSuites.mjs";
import { findBrowser } from "./findBrowser.mjs";
import { runSuites } from "./runSuites.mjs";
import { startServer } from "./startServer.mjs";

const wanted = process.argv.slice(2);
const hosts = wanted.length > 0 ? wanted : ["node", "web"];
await Promise.all([buildAll(), buildSuites()]);
const server = await startServer();
const browser = await chromium.launch(await findBrowser());
let failures = 0;
try {
  for (const host of hosts) {
    console.log(`\nVS Code, ${host} extension host`);
    const { passed, failed } = await runSuites(browser, server, { host, extension: resolve("."), suites: suitesPath[host] });
    console.log(`${host}: ${passed} passed, ${failed} failed`);
    failures += failed;
  }
} finally {
  await browser.close();
  server.stop();
}
process.exitCode = failures > 0 ? 1 : 0;
