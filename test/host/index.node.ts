import Mocha from "mocha";
import { patience } from "./patience.js";
import { runMocha } from "./runMocha.js";

/** Called by the Node extension host, in the browser-based VS Code and in the desktop's. */
export async function run(): Promise<void> {
  const mocha = new Mocha({ ui: "tdd", timeout: 20_000 * patience, reporter: "spec", grep: process.env["TESTS_GREP"] });
  mocha.suite.emit("pre-require", globalThis, "", mocha);
  await import("./suites.js");
  await runMocha(mocha);
}
