import { version } from "../../package.json";
import type { AnalysisTools } from "../core/analyze.js";
import type { Gazetteer } from "../core/places/gazetteer.js";

export { version };

const NO_PLACES: Gazetteer = { find: () => [], longest: () => 0 };

/** The tables of the analysis. */
export async function loadTools(): Promise<AnalysisTools> {
  return { gazetteer: NO_PLACES, generator: `on-record ${version}` };
}
