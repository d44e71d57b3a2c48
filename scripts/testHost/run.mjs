// Tests in a real VS Code: node scripts/testHost/run.mjs [node] [web] [crash] [ui] [package] [untrusted] [git] — all of them where none is named;
// with `--grep words` only the tests of these words run in node, web and ui.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { chromium } from "playwright-core";
import { buildAll } from "../../esbuild.mjs";
import { packageExtension } from "../package.mjs";
import { keepResult, runTests } from "../runTests.mjs";
import { buildSuites, suitesPath } from "./buildSuites.mjs";
import { runCrash } from "./runCrash.mjs";
import { runDesktop } from "./desktop.mjs";
import { copyCommittedWorkspace } from "./commitVersions.mjs";
import { findBrowser } from "./findBrowser.mjs";
import { patience } from "../patience.mjs";
import { runSuites } from "./runSuites.mjs";
import { startServer } from "./startServer.mjs";
import { workbenchUrl } from "./workbench.mjs";
import { copyWorkspace } from "./workspaceCopy.mjs";

const extension = resolve(".");

/** The parts in their order; each gives back its figures. */
const parts = {
  node: ({ browser, server }) =>
    process.env.VSCODE_TEST === "desktop" ? runDesktop() : runSuites(browser, server, { host: "node", extension, suites: suitesPath.node }),
  web: ({ browser, server }) => runSuites(browser, server, { host: "web", extension, suites: suitesPath.web }),
  crash: ({ browser, server }) => runCrash(browser, server, { extension }),
  ui: async ({ server, browserEndpoint }) => {
    const { folder, remove } = copyWorkspace();
    const tried = await startServer({ linked: extension });
    const env = { UI_BROWSER: browserEndpoint, UI_URL: workbenchUrl(server, { folder, extension }), UI_TRIED_URL: workbenchUrl(tried, { folder }) };
    const result = await runTests({ name: "ui", paths: ["test/ui"], env, timeout: 60_000 * patience, mochaOptions: grep ? ["--grep", grep] : [] });
    tried.stop();
    remove();
    return result;
  },
  package: async ({ browser }) => {
    const server = await startServer({ vsix: await packageExtension() });
    // tests run only for an extension under development: an empty one, beside the packed one
    const nothing = mkdtempSync(join(tmpdir(), "on-record-nothing-"));
    writeFileSync(join(nothing, "package.json"), JSON.stringify({ name: "nothing", publisher: "test", version: "0.0.0", engines: { vscode: "*" } }));
    const result = await runSuites(browser, server, { host: "node", extension: nothing, suites: suitesPath.package });
    rmSync(nothing, { recursive: true, force: true });
    server.stop();
    return result;
  },
  untrusted: async ({ browser }) => {
    // without the question, a new folder is not trusted
    const server = await startServer({ trustAll: false, settings: { "security.workspace.trust.startupPrompt": "never", "security.workspace.trust.banner": "never" } });
    const result = await runSuites(browser, server, { host: "node", extension, suites: suitesPath.untrusted });
    server.stop();
    return result;
  },
  git: async ({ browser }) => {
    const server = await startServer({ settings: { "git.enabled": true } });
    const result = await runSuites(browser, server, { host: "node", extension, suites: suitesPath.git, workspace: copyCommittedWorkspace() });
    server.stop();
    return result;
  },
};

const [wanted, grep] = readArguments(process.argv.slice(2));
await Promise.all([buildAll(), buildSuites(grep)]);
const server = await startServer();
// the suite about the screen runs in a process of its own, with this same browser
const browserServer = await chromium.launchServer(await findBrowser());
const browserEndpoint = browserServer.wsEndpoint();
const browser = await chromium.connect(browserEndpoint);
try {
  for (const [name, run] of Object.entries(parts)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    console.log(`\nVS Code, ${name}`);
    const result = await run({ server, browser, browserEndpoint });
    console.log(`${name}: ${result.passed} passed, ${result.failed} failed`);
    keepResult(name, result);
    if (result.failed > 0) process.exitCode = 1;
  }
} finally {
  await browserServer.close();
  server.stop();
}

/** The names of parts, and the words after `--grep`. */
function readArguments(args) {
  const at = args.indexOf("--grep");
  return at < 0 ? [args, undefined] : [args.toSpliced(at, 2), args[at + 1]];
}
