import Mocha from "mocha";
import { patience } from "../host/patience.js";
import { runMocha } from "../host/runMocha.js";

/** Called by the Node extension host of a window whose folder is a git repository. */
export async function run(): Promise<void> {
  const mocha = new Mocha({ ui: "tdd", timeout: 20_000 * patience, reporter: "spec" });
  mocha.suite.emit("pre-require", globalThis, "", mocha);
  await import("./git.suite.js");
  await runMocha(mocha);
}
