import { readFile } from "node:fs/promises";
import { gunzipSync } from "node:zlib";
import { version } from "../../package.json";
import type { AnalysisTools } from "../core/analysis.js";
import { AppError } from "../core/common/errors.js";
import { loadGazetteer } from "../core/places/packedGazetteer.js";
import { loadTagger } from "../core/tagger/tagger.js";

export { version };

/** Where the tables of the analysis lie, beside the bundle. */
export interface TablePlaces {
  readonly gazetteer: URL;
  readonly tagger: URL;
}

/** Loads the tables of the analysis. Without the tagger's weights rules alone find the statements, which `warn` tells. */
export async function loadTools(places: TablePlaces, warn: (message: string) => Promise<void>): Promise<AnalysisTools> {
  const tools = { gazetteer: await loadGazetteer(await readTable(places.gazetteer), gunzip), generator: `on-record ${version}` };
  try {
    return { ...tools, tagger: await loadTagger(await readFile(places.tagger)) };
  } catch (error) {
    await warn(`Statements are found by rules alone, less surely than by what was learned: ${error instanceof Error ? error.message : String(error)}\n`);
    return tools;
  }
}

/** Node's own: its streams of the web take longer to load than the table. */
function gunzip(packed: Uint8Array): ArrayBuffer {
  return new Uint8Array(gunzipSync(packed)).buffer;
}

async function readTable(url: URL): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return new Uint8Array(await readFile(url));
  } catch (error) {
    throw new AppError("unreadable-file", `The table of places cannot be read, so the installation is not whole: ${String(error)}`);
  }
}
