// Runs the suites in desktop VS Code, which is downloaded where it is missing: node scripts/testHost/desktop.mjs
// npm test takes it instead of the browser-based Node host where VSCODE_TEST=desktop is set (on Linux with a display or under xvfb-run).
import { spawn } from "node:child_process";
import { resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { runTests } from "@vscode/test-electron";
import { suitesPath } from "./buildSuites.mjs";
import { readSuitesLine } from "./suitesLine.mjs";
import { copyWorkspace } from "./workspaceCopy.mjs";

/** @returns {Promise<{ passed: number, failed: number }>} */
export function runDesktop() {
  return new Promise((settle, fail) => {
    // a process of its own, because the downloaded program prints to this one's output
    const child = spawn(process.execPath, [fileURLToPath(import.meta.url)], { stdio: ["ignore", "pipe", "inherit"] });
    let result = { passed: 0, failed: 1 };
    let rest = "";
    child.stdout.on("data", (chunk) => {
      const lines = `${rest}${chunk}`.split(/\r?\n/u);
      rest = lines.pop() ?? "";
      for (const line of lines) {
        const { text, figures } = readSuitesLine(line);
        if (figures) result = figures;
        else if (text !== undefined) console.log(text);
      }
    });
    child.once("error", fail);
    child.once("exit", (code) => settle(code === 0 ? result : { ...result, failed: Math.max(1, result.failed) }));
  });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const workspace = copyWorkspace();
  await runTests({
    extensionDevelopmentPath: resolve("."),
    extensionTestsPath: resolve(suitesPath.node),
    launchArgs: [workspace.folder, "--disable-extensions", "--disable-workspace-trust", "--skip-welcome", "--no-sandbox"],
  });
  workspace.remove();
}
