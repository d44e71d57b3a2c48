import { resolve } from "node:path";
import { suitesPath } from "./buildSuites.mjs";
import { patience } from "../patience.mjs";
import { runSuites } from "./runSuites.mjs";
import { readSuitesLine } from "./suitesLine.mjs";
import { workbenchUrl } from "./workbench.mjs";
import { copyWorkspace } from "./workspaceCopy.mjs";

/**
 * Ends the extension host's process in the middle of a person's work, and looks for that work in a new window on the same folder.
 * @returns {Promise<{ passed: number, failed: number }>}
 */
export async function runCrash(browser, server, { extension }) {
  const workspace = copyWorkspace();
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  try {
    const page = await context.newPage();
    const lines = [];
    const told = new Promise((settle) => {
      void page.exposeFunction("codeAutomationExit", () => settle(undefined));
      void page.exposeFunction("codeAutomationLog", (_type, args) => {
        const { text } = readSuitesLine(args.map(String).join(" "));
        if (text !== undefined) lines.push(text);
        const pid = /^kill (\d+)$/u.exec(text ?? "")?.[1];
        if (pid) settle(Number(pid));
      });
    });
    await page.goto(workbenchUrl(server, { folder: workspace.folder, extension, suites: resolve(suitesPath.beforeCrash) }));
    const timer = setTimeout(() => page.evaluate(() => codeAutomationExit()).catch(() => {}), 90_000 * patience);
    const pid = await told;
    clearTimeout(timer);
    if (pid === undefined) {
      console.error(["nothing was there to be ended", ...lines].join("\n"));
      return { passed: 0, failed: 1 };
    }
    process.kill(pid, "SIGKILL");
    await context.close();
    return await runSuites(browser, server, { host: "node", extension, suites: suitesPath.afterCrash, workspace });
  } finally {
    await context.close();
    workspace.remove();
  }
}
