// The product's own core for the scripts beside this one, bundled from its source, so that there is one definition of everything.
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** What `exports` names ("export { x } from "./file.js";" lines, seen from src/core), with `tools` to analyse with: the gazetteer and, where it is asked for, the tagger. */
export async function openCore(exports, { tagger = true } = {}) {
  const contents = `${exports}
    export { loadGazetteer } from "./places/packedGazetteer.js";
    export { loadTagger } from "./tagger/tagger.js";`;
  const { outputFiles } = await build({ stdin: { contents, resolveDir: join(root, "src/core") }, bundle: true, format: "esm", platform: "node", write: false });
  const core = await import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString("base64")}`);
  const table = (file) => new Uint8Array(readFileSync(join(root, file)));
  const tools = { gazetteer: await core.loadGazetteer(table("lexicon/gazetteer.bin")), generator: "training", ...(tagger ? { tagger: await core.loadTagger(table("models/tagger.bin")) } : {}) };
  return { core, tools };
}

/** The gold folder that `--data` names; without it the script ends and says how it is called. */
export function goldFolder(script) {
  const at = process.argv.indexOf("--data");
  const folder = at < 0 ? undefined : process.argv[at + 1];
  if (folder) return folder;
  console.error(`node training/${script} --data GOLD`);
  process.exit(2);
}

/** The records of a JSON Lines file; empty lines are passed over. */
export function readRecords(file) {
  return readFileSync(file, "utf8").split("\n").filter((line) => line.trim() !== "").map((line) => JSON.parse(line));
}

/** What a generator of steps gives back at its end. */
export function last(steps) {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
