import { rmSync } from "node:fs";
import { resolve } from "node:path";
import { build } from "esbuild";
import { patience } from "../patience.mjs";

/** Paths without `.js`, and without a dot in the name: the web host would otherwise not add the extension. */
export const suitesPath = {
  node: "out/hostSuites/node",
  web: "out/hostSuites/web",
  beforeCrash: "out/hostSuites/beforeCrash",
  afterCrash: "out/hostSuites/afterCrash",
  package: "out/hostSuites/package",
  untrusted: "out/hostSuites/untrusted",
  git: "out/hostSuites/git",
};

/**
 * Bundles the same suites for both extension hosts, and those about the packed extension, a folder that is not trusted and one in git.
 * @param {string | undefined} grep the words of the tests that run; all where left out.
 */
export async function buildSuites(grep) {
  rmSync("out/hostSuites", { recursive: true, force: true });
  const shared = { bundle: true, format: "cjs", sourcemap: "inline", logLevel: "warning" };
  const chosen = { "process.env.TESTS_GREP": JSON.stringify(grep ?? ""), "process.env.PATIENCE": JSON.stringify(String(patience)) };
  const node = { ...shared, define: chosen, platform: "node", target: "node20", external: ["vscode", "mocha"] };
  await Promise.all([
    build({ ...node, entryPoints: ["test/host/index.node.ts"], outfile: `${suitesPath.node}.js` }),
    build({ ...node, entryPoints: ["test/crash/index.before.ts"], outfile: `${suitesPath.beforeCrash}.js` }),
    build({ ...node, entryPoints: ["test/crash/index.after.ts"], outfile: `${suitesPath.afterCrash}.js` }),
    build({ ...node, entryPoints: ["test/package/index.package.ts"], outfile: `${suitesPath.package}.js` }),
    build({ ...node, entryPoints: ["test/untrusted/index.untrusted.ts"], outfile: `${suitesPath.untrusted}.js` }),
    build({ ...node, entryPoints: ["test/git/index.git.ts"], outfile: `${suitesPath.git}.js` }),
    build({
      ...shared,
      entryPoints: ["test/web/index.web.ts"],
      outfile: `${suitesPath.web}.js`,
      platform: "browser",
      target: "es2022",
      external: ["vscode"],
      alias: { "node:assert/strict": resolve("test/web/assert.ts") },
      // without the last one a failed assertion would tell of a missing process instead of what differs
      define: { ...chosen, global: "globalThis", "process.env.NODE_DEBUG": "undefined", "process.stderr": "undefined" },
    }),
  ]);
}
