// The browser that shows the workbench: the pinned one from a package where it runs, else the one that is installed.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";

const installed = {
  linux: ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/usr/bin/microsoft-edge"],
  darwin: ["/Applications/Google Chrome.app/Contents/MacOS/Google Chrome", "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge"],
  win32: ["C:/Program Files/Google/Chrome/Application/chrome.exe", "C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe"],
};

/**
 * Finds a browser that starts; `CHROMIUM` names another one.
 * @returns {Promise<{ executablePath: string, env: Record<string, string>, args: string[] }>} what Playwright's launch takes.
 * @throws where no browser starts on this machine.
 */
export async function findBrowser() {
  const candidates = [
    async () => process.env.CHROMIUM && { executablePath: process.env.CHROMIUM, env: {} },
    unpackBrowser,
    ...(installed[process.platform] ?? []).map((executablePath) => async () => existsSync(executablePath) && { executablePath, env: {} }),
  ];
  for (const candidate of candidates) {
    const found = await candidate();
    if (!found) continue;
    const env = { ...process.env, ...found.env };
    if (spawnSync(found.executablePath, ["--version", "--no-sandbox"], { env, timeout: 20_000 }).status !== 0) continue;
    return { executablePath: found.executablePath, env, args: browserArguments };
  }
  throw new Error("No Chromium, Chrome or Edge starts on this machine; name one in the environment variable CHROMIUM.");
}

const browserArguments = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  // newer browsers would block the web socket of a page that a test has rewritten
  "--disable-features=LocalNetworkAccessChecks",
];

/** Unpacks the headless Chromium of a development dependency, with the libraries and fonts that a bare machine lacks. */
async function unpackBrowser() {
  if (process.platform !== "linux" || process.arch !== "x64") return undefined;
  const folder = resolve(".vscode-test/chromium");
  const executablePath = join(folder, "chromium");
  if (!existsSync(executablePath)) {
    const parts = `${folder}-${process.pid}`;
    mkdirSync(parts, { recursive: true });
    // the package unpacks into the temporary folder, and its libraries only where it believes to be on a cloud function
    const before = { TMPDIR: process.env.TMPDIR, AWS_EXECUTION_ENV: process.env.AWS_EXECUTION_ENV };
    Object.assign(process.env, { TMPDIR: parts, AWS_EXECUTION_ENV: "nodejs20.x" });
    const library = process.env.LD_LIBRARY_PATH;
    const { default: chromium } = await import("@sparticuz/chromium");
    await chromium.executablePath();
    restore({ ...before, LD_LIBRARY_PATH: library });
    rmSync(folder, { recursive: true, force: true });
    renameSync(parts, folder);
  }
  const libraries = [join(folder, "al2023/lib"), process.env.LD_LIBRARY_PATH].filter(Boolean).join(":");
  return { executablePath, env: { LD_LIBRARY_PATH: libraries } };
}

function restore(variables) {
  for (const [name, value] of Object.entries(variables)) {
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  }
}
