import { patience } from "../host/patience.js";
import { runMocha } from "../host/runMocha.js";

/** Called by the web worker extension host: the same suites, with mocha's browser build. */
export async function run(): Promise<void> {
  // not imported: its header would overwrite what this bundle exports
  require("mocha/mocha.js");
  mocha.setup({ ui: "tdd", timeout: 20_000 * patience, reporter: "spec", grep: process.env["TESTS_GREP"] });
  await import("../host/suites.js");
  await runMocha(mocha);
}
