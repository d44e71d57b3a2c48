// A real VS Code without the desktop download: the npm package code-server carries the VS Code server and its workbench.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";

const codeServer = "code-server@4.139.1"; // VS Code 1.139.1
/** The server needs `module.registerHooks`; an older Node gets a newer one beside it, as a plain file in a package. */
const oldestNode = [22, 15];
const folder = resolve(".vscode-test/host");

/**
 * Installs the host into `.vscode-test/host` where it is missing (about half a minute, 800 MB).
 * @returns {{ node: string, serverMain: string }} the programs to start it with.
 */
export function installHost() {
  const vscode = join(folder, "node_modules/code-server/lib/vscode");
  const nodePackage = runsServer(process.versions.node) ? undefined : `node-${platformName()}@24`;
  const wanted = [codeServer, nodePackage].filter(Boolean).join(" ");
  const stamp = join(folder, "installed");
  if (!existsSync(stamp) || readFileSync(stamp, "utf8") !== wanted) {
    console.log(`installing ${wanted} into .vscode-test/host`);
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, "package.json"), '{ "private": true }\n');
    // scripts stay off: they would compile native modules, and the server works without them
    npm(["install", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error", ...wanted.split(" ")], folder);
    npm(["install", "--omit=dev", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"], vscode);
    writeFileSync(stamp, wanted);
  }
  const binary = process.platform === "win32" ? "bin/node.exe" : "bin/node";
  return {
    node: nodePackage ? join(folder, "node_modules", `node-${platformName()}`, binary) : process.execPath,
    serverMain: join(vscode, "out/server-main.js"),
  };
}

function runsServer(version) {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  return major > oldestNode[0] || (major === oldestNode[0] && minor >= oldestNode[1]);
}

function platformName() {
  return `${process.platform === "win32" ? "win" : process.platform}-${process.arch}`;
}

function npm(args, cwd) {
  const { status } = spawnSync("npm", args, { cwd, stdio: "inherit", shell: process.platform === "win32" });
  if (status !== 0) throw new Error(`npm ${args.join(" ")} failed in ${cwd}`);
}
