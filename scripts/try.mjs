// npm run try: opens seeds/ in a real VS Code with the extension loaded; --browser takes the browser-based one in any case.
import { spawnSync } from "node:child_process";
import { createServer } from "node:http";
import { resolve } from "node:path";
import { installPackages } from "./installPackages.mjs";

const extension = resolve(".");
const seeds = resolve("seeds");
const first = resolve("seeds/000_9d5f141c13717911.txt");

installPackages();
const { buildAll } = await import("../esbuild.mjs");
await buildAll();
if (process.argv.includes("--browser") || !openDesktop()) await openBrowserBased();

/** @returns {boolean} false where there is no `code` command. */
function openDesktop() {
  const shell = process.platform === "win32";
  const { status } = spawnSync("code", ["--new-window", `--extensionDevelopmentPath=${extension}`, seeds, first], { stdio: "inherit", shell });
  return status === 0;
}

async function openBrowserBased() {
  const { startServer } = await import("./testHost/startServer.mjs");
  const { workbenchUrl } = await import("./testHost/workbench.mjs");
  const server = await startServer({ linked: extension });
  const location = workbenchUrl(server, { folder: seeds, file: first });
  // a short address to click or to type; the workbench's own says which file to open and is long
  const door = createServer((_, response) => response.writeHead(302, { location }).end());
  await new Promise((settle) => door.listen(0, "127.0.0.1", settle));
  console.log(`\nOn Record is ready: open http://127.0.0.1:${door.address().port}/ in a browser.\nPress Ctrl+C to stop.`);
}
