import Mocha from "mocha";
import { runMocha } from "../host/runMocha.js";

/** Called by the Node extension host, in a new window on the same folder. */
export async function run(): Promise<void> {
  const mocha = new Mocha({ ui: "tdd", timeout: 30_000, reporter: "spec" });
  mocha.suite.emit("pre-require", globalThis, "", mocha);
  await import("./after.suite.js");
  await runMocha(mocha);
}
