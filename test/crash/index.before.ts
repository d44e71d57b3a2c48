import Mocha from "mocha";
import { patience } from "../host/patience.js";
import { runMocha } from "../host/runMocha.js";

/** Called by the Node extension host, which does not live to its end. */
export async function run(): Promise<void> {
  const mocha = new Mocha({ ui: "tdd", timeout: 30_000 * patience, reporter: "spec" });
  mocha.suite.emit("pre-require", globalThis, "", mocha);
  await import("./before.suite.js");
  await runMocha(mocha);
}
