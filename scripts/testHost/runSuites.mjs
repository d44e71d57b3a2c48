import { resolve } from "node:path";
import { patience } from "../patience.mjs";
import { readSuitesLine } from "./suitesLine.mjs";
import { useWebHost, workbenchUrl } from "./workbench.mjs";
import { copyWorkspace } from "./workspaceCopy.mjs";

/** What the server always says without its native modules and without the internet: no cause of any failure. */
const hostTalk = /bindings file|native-watchdog|ServiceWorker|open-vsx|^(Creating a socket|Resolv|\[reconnection|\[AgentHost|\[AccountPolicy|Updating additional)/u;

/**
 * Runs the bundled mocha suites inside an extension host and prints how they go (everything with `VERBOSE=1`).
 * @param {import("playwright-core").Browser} browser
 * @param {Awaited<ReturnType<typeof import("./startServer.mjs").startServer>>} server
 * @param {{ host: "node" | "web", extension: string, suites: string, timeout?: number, workspace?: { folder: string, remove(): void } }} options `suites`: path of the bundle
 *   inside this repository without `.js`; `timeout` in milliseconds for the whole run.
 * @returns {Promise<{ passed: number, failed: number }>}
 */
export async function runSuites(browser, server, { host, extension, suites, timeout = 400_000 * patience, workspace = copyWorkspace() }) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const rest = [];
  let result;
  try {
    const page = await context.newPage();
    const ended = new Promise((settle) => {
      void page.exposeFunction("codeAutomationExit", settle);
      page.on("crash", () => settle("the page crashed"));
    });
    await page.exposeFunction("codeAutomationLog", (_type, args) => {
      const line = args.map(String).join(" ");
      const { text, figures } = readSuitesLine(line);
      if (figures) result = figures;
      else if (text !== undefined) console.log(text);
      else if (process.env.VERBOSE) console.log(line);
      else if (!hostTalk.test(line)) rest.push(line);
    });
    page.on("pageerror", (error) => rest.push(`page: ${error.message}`));
    const options = { folder: workspace.folder, extension, suites: resolve(suites) };
    if (host === "web") {
      await useWebHost(context, server, { extension, suites });
      await page.goto(workbenchUrl(server, { folder: workspace.folder }));
    } else {
      await page.goto(workbenchUrl(server, options));
    }
    const timer = setTimeout(() => page.evaluate((code) => codeAutomationExit(code), "time is up").catch(() => {}), timeout);
    const code = await ended;
    clearTimeout(timer);
    if (code === 0 && result) return result;
    console.error(`the ${host} extension host ended its tests with ${code}`);
    if (!result) {
      console.error([...rest.slice(-40), server.log().slice(-1500)].join("\n"));
      return { passed: 0, failed: 1 };
    }
    return { ...result, failed: Math.max(1, result.failed) };
  } finally {
    await context.close();
    workspace.remove();
  }
}
