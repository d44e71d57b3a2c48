import { readFile } from "node:fs/promises";
import { version } from "../../package.json";
import type { AnalysisTools } from "../core/analyze.js";
import { AppError } from "../core/common/errors.js";
import { loadGazetteer } from "../core/places/packedGazetteer.js";

export { version };

/** The tables of the analysis; `gazetteer` is where the packed gazetteer lies, beside the bundle. */
export async function loadTools(gazetteer: URL): Promise<AnalysisTools> {
  return { gazetteer: await loadGazetteer(await readTable(gazetteer)), generator: `on-record ${version}` };
}

async function readTable(url: URL): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return new Uint8Array(await readFile(url));
  } catch (error) {
    throw new AppError("unreadable-file", `The table of places cannot be read, so the installation is not whole: ${String(error)}`);
  }
}
