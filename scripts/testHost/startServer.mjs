import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { installHost } from "./installHost.mjs";

/** A quiet window: no welcome page, no chat, no updates; the articles' long lines wrapped as a reader wants them. */
const quietSettings = {
  "editor.wordWrap": "on",
  "workbench.startupEditor": "none",
  "workbench.secondarySideBar.defaultVisibility": "hidden",
  "chat.disableAIFeatures": true,
  "chat.commandCenter.enabled": false,
  "workbench.tips.enabled": false,
  "workbench.editor.useModal": "off",
  "telemetry.telemetryLevel": "off",
  "update.mode": "none",
  "extensions.autoCheckUpdates": false,
  "extensions.ignoreRecommendations": true,
  "git.enabled": false,
};

/**
 * Starts the VS Code server on the loopback only, with data folders that go with it.
 * @param {{ settings?: object, trustAll?: boolean, vsix?: string, linked?: string }} options `vsix` is installed first, as a person would;
 * `linked` is the folder of an extension for a person: it is there as if installed, and the test driver, which keeps every message and
 * question from popping up, stays off.
 * @returns {Promise<{ origin: string, port: number, settingsFile: string, log(): string, stop(): void }>}
 */
export async function startServer({ settings = {}, trustAll = true, vsix, linked } = {}) {
  const { node, serverMain } = installHost();
  const data = mkdtempSync(join(tmpdir(), "on-record-host-"));
  const settingsFile = join(data, "server/data/User/settings.json");
  mkdirSync(join(data, "server/data/User"), { recursive: true });
  writeFileSync(settingsFile, JSON.stringify({ ...quietSettings, ...settings }, null, 2));
  const folders = ["--server-data-dir", join(data, "server"), "--extensions-dir", join(data, "extensions"), "--accept-server-license-terms", "--disable-telemetry"];
  if (vsix) await installExtension(node, serverMain, vsix, folders);
  if (linked) linkExtension(linked, join(data, "extensions"));

  const port = await freePort();
  const trust = trustAll ? ["--disable-workspace-trust"] : [];
  // the test driver makes the workbench honour the development paths that a test puts into its address
  const driver = linked ? [] : ["--enable-smoke-test-driver"];
  const server = spawn(
    node,
    [serverMain, "--host", "127.0.0.1", "--port", String(port), "--without-connection-token", ...driver, ...trust, ...folders],
    { stdio: ["ignore", "pipe", "pipe"], detached: process.platform !== "win32" },
  );
  let output = "";
  const stop = () => {
    process.off("exit", stop).off("SIGINT", quit).off("SIGTERM", quit);
    if (server.exitCode === null && server.pid) endProcessGroup(server.pid);
    rmSync(data, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  };
  // a signal alone would end this process without its "exit", and leave the server behind
  process.on("exit", stop).on("SIGINT", quit).on("SIGTERM", quit);
  await new Promise((settle, fail) => {
    const read = (chunk) => {
      output += chunk;
      if (output.includes("Extension host agent listening")) settle();
    };
    server.stdout.on("data", read);
    server.stderr.on("data", read);
    server.once("error", fail);
    server.once("exit", (code) => fail(new Error(`the VS Code server ended with ${code}:\n${output}`)));
  });
  return { origin: `http://127.0.0.1:${port}`, port, settingsFile, log: () => output, stop };
}

function quit() {
  process.exit(130);
}

function linkExtension(folder, extensions) {
  mkdirSync(extensions, { recursive: true });
  symlinkSync(folder, join(extensions, "linked"), "junction");
}

function installExtension(node, serverMain, vsix, folders) {
  return new Promise((settle, fail) => {
    const installer = spawn(node, [serverMain, "--install-extension", vsix, ...folders], { stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    installer.stdout.on("data", (chunk) => (output += chunk));
    installer.stderr.on("data", (chunk) => (output += chunk));
    installer.once("error", fail);
    installer.once("exit", (code) => (code === 0 && output.includes("successfully installed") ? settle() : fail(new Error(`could not install ${vsix}:\n${output}`))));
  });
}

/** The server starts extension hosts of its own: they end with it. */
function endProcessGroup(pid) {
  try {
    if (process.platform === "win32") process.kill(pid);
    else process.kill(-pid, "SIGKILL");
  } catch (error) {
    if (error.code !== "ESRCH") throw error;
  }
}

function freePort() {
  return new Promise((settle, fail) => {
    const probe = createServer();
    probe.once("error", fail);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => settle(port));
    });
  });
}
