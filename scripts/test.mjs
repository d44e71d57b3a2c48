// npm test: everything, on a machine that has Node and npm alone. Only Node's own modules until the packages are there.
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { installPackages } from "./installPackages.mjs";

/** What comes first decides what later steps can tell: a failed step counts as one failure and the others still run. */
const steps = [
  { name: "build", command: ["node", "esbuild.mjs"] },
  { name: "lint", command: ["npm", "run", "--silent", "lint"] },
  { name: "type check", command: ["npm", "run", "--silent", "check"] },
  { name: "unit, golden and manifest tests", command: ["node", "scripts/testUnit.mjs"], parts: ["unit"] },
  { name: "tests in VS Code", command: ["node", "scripts/testHost/run.mjs"], parts: ["node", "web", "crash", "ui", "package", "untrusted", "git"] },
];

installPackages();
rmSync("out/results", { recursive: true, force: true });
let stepsFailed = 0;
for (const { name, command, parts = [] } of steps) {
  console.log(`\n── ${name}`);
  const status = run(command);
  // a part that left no figures never came to its end
  const silent = parts.filter((part) => !existsSync(`out/results/${part}.json`));
  const failures = parts.some((part) => !silent.includes(part) && figuresOf(`${part}.json`).failed > 0);
  if (silent.length > 0) console.error(`no result of: ${silent.join(", ")}`);
  stepsFailed += Math.max(silent.length, status !== 0 && !failures ? 1 : 0);
  if (status !== 0) console.error(`failed: ${name}`);
}

const figures = existsSync("out/results") ? readdirSync("out/results").map(figuresOf) : [];
const passed = figures.reduce((sum, part) => sum + part.passed, 0);
const failed = figures.reduce((sum, part) => sum + part.failed, stepsFailed);
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;

function figuresOf(file) {
  return JSON.parse(readFileSync(`out/results/${file}`, "utf8"));
}

function run([program, ...args]) {
  const { status } = spawnSync(program === "node" ? process.execPath : program, args, { stdio: "inherit", shell: program === "npm" && process.platform === "win32" });
  return status ?? 1;
}
