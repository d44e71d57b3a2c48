import { createOutput } from "./io.js";
import { run } from "./run.js";
import { loadTools } from "./tools.js";

process.exitCode = await run(process.argv.slice(2), {
  input: process.stdin,
  output: createOutput(process.stdout),
  errors: createOutput(process.stderr),
  cwd: process.cwd(),
  loadTools: () => loadTools(new URL("gazetteer.bin", import.meta.url)),
});
