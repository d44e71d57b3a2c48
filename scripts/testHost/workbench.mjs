// The workbench's page: with which extension, in which extension host, on which folder, with which tests.
import { readFileSync } from "node:fs";
import { extname, join, normalize, resolve } from "node:path";

const served = "/dev-extension";
const contentTypes = { ".json": "application/json", ".js": "text/javascript", ".cjs": "text/javascript", ".svg": "image/svg+xml", ".png": "image/png" };

/**
 * The address of a workbench whose extension under development runs in the Node extension host.
 * @param {{ origin: string, port: number }} server
 * @param {{ folder: string, extension?: string, suites?: string, file?: string }} options absolute paths; `suites` without `.js`.
 */
export function workbenchUrl({ origin, port }, { folder, extension, suites, file }) {
  const remote = (path) => `vscode-remote://127.0.0.1:${port}${resolve(path)}`;
  const payload = [
    ...(extension ? [["extensionDevelopmentPath", remote(extension)]] : []),
    ...(suites ? [["extensionTestsPath", remote(suites)]] : []),
    ...(file ? [["openFile", remote(file)]] : []),
    ["skipWelcome", "true"],
    ["enableProposedApi", ""],
  ];
  return `${origin}/?folder=${encodeURIComponent(folder)}&payload=${encodeURIComponent(JSON.stringify(payload))}`;
}

/**
 * Makes pages of this browser context load the extension into the web worker host instead: the page's own configuration is
 * rewritten as it is served, and the extension's files come from the same origin, as its content security policy asks.
 * @param {import("playwright-core").BrowserContext} context
 * @param {{ extension: string, suites?: string }} options `suites` is a path inside the extension, without `.js` and without a dot.
 */
export async function useWebHost(context, { port }, { extension, suites }) {
  const at = (path) => ({ scheme: "http", authority: `127.0.0.1:${port}`, path });
  await context.route(
    (url) => url.pathname === "/",
    async (route) => {
      const response = await route.fetch();
      const body = (await response.text()).replace(/(id="vscode-workbench-web-configuration" data-settings=")([^"]*)"/u, (_, head, value) => {
        const settings = JSON.parse(value.replaceAll("&quot;", '"').replaceAll("&amp;", "&"));
        settings.developmentOptions = { ...settings.developmentOptions, extensions: [at(served)], ...(suites ? { extensionTestsPath: at(`${served}/${suites}`) } : {}) };
        return `${head}${JSON.stringify(settings).replaceAll("&", "&amp;").replaceAll('"', "&quot;")}"`;
      });
      await route.fulfill({ response, body });
    },
  );
  await context.route(`**${served}/**`, async (route) => {
    const path = normalize(decodeURIComponent(new URL(route.request().url()).pathname.slice(served.length)));
    try {
      await route.fulfill({ body: readFileSync(join(extension, path)), contentType: contentTypes[extname(path)] ?? "application/octet-stream" });
    } catch {
      await route.fulfill({ status: 404 });
    }
  });
}
