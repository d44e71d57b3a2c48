import Mocha from "mocha";
import { runMocha } from "../host/runMocha.js";

/** Called by the Node extension host, which does not live to its end. */
export async function run(): Promise<void> {
  const mocha = new Mocha({ ui: "tdd", timeout: 30_000, reporter: "spec" });
  mocha.suite.emit("pre-require", globalThis, "", mocha);
  await import("./before.suite.js");
  await runMocha(mocha);
}
