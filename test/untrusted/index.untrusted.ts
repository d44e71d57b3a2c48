import Mocha from "mocha";
import { runMocha } from "../host/runMocha.js";

/** Called by the Node extension host of a window whose folder nobody trusts. */
export async function run(): Promise<void> {
  const mocha = new Mocha({ ui: "tdd", timeout: 20_000, reporter: "spec" });
  mocha.suite.emit("pre-require", globalThis, "", mocha);
  await import("./untrusted.suite.js");
  await runMocha(mocha);
}
