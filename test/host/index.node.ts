import Mocha from "mocha";
import { runMocha } from "./runMocha.js";

/** Called by the Node extension host, in the browser-based VS Code and in the desktop's. */
export async function run(): Promise<void> {
  const mocha = new Mocha({ ui: "tdd", timeout: 20_000, reporter: "spec" });
  mocha.suite.emit("pre-require", globalThis, "", mocha);
  await import("./suites.js");
  await runMocha(mocha);
}
