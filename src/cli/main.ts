import { createOutput } from "./io.js";
import { run } from "./run.js";
import { loadTools } from "./tools.js";

const errors = createOutput(process.stderr);

process.exitCode = await run(process.argv.slice(2), {
  input: process.stdin,
  output: createOutput(process.stdout),
  errors,
  cwd: process.cwd(),
  loadTools: () => {
    const places = { gazetteer: new URL("gazetteer.bin", import.meta.url), tagger: new URL("tagger.bin", import.meta.url) };
    return loadTools(places, (message) => errors.write(message));
  },
});
