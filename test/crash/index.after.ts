import Mocha from "mocha";
import { patience } from "../host/patience.js";
import { runMocha } from "../host/runMocha.js";

/** Called by the Node extension host, in a new window on the same folder. */
export async function run(): Promise<void> {
  const mocha = new Mocha({ ui: "tdd", timeout: 30_000 * patience, reporter: "spec" });
  mocha.suite.emit("pre-require", globalThis, "", mocha);
  await import("./after.suite.js");
  await runMocha(mocha);
}
