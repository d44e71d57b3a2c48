import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

/** Installs the development packages where they are missing; uses nothing but Node and npm. */
export function installPackages() {
  // npm writes this file when it is through
  if (existsSync("node_modules/.package-lock.json")) return;
  console.log("installing the development packages (npm ci)");
  const { status } = spawnSync("npm", ["ci", "--no-audit", "--no-fund"], { stdio: "inherit", shell: process.platform === "win32" });
  if (status !== 0) process.exit(status ?? 1);
}
