// Runs the tests that need no VS Code: node scripts/testUnit.mjs [folder or file…] [-- mocha options]
import { runTests } from "./runTests.mjs";

const args = process.argv.slice(2);
const cut = args.indexOf("--");
const chosen = cut < 0 ? args : args.slice(0, cut);
const { failed } = await runTests({
  name: "unit",
  paths: chosen.length > 0 ? chosen : ["test/unit", "test/golden", "test/manifest"],
  mochaOptions: cut < 0 ? [] : args.slice(cut + 1),
});
process.exitCode = failed > 0 ? 1 : 0;
