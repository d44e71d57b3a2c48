import { readFileSync } from "node:fs";
import { loadGazetteer, type PackedGazetteer } from "../../../../src/core/places/packedGazetteer.js";

/** The gazetteer that is shipped, opened anew. */
export function openGazetteer(): Promise<PackedGazetteer> {
  return loadGazetteer(new Uint8Array(readFileSync("lexicon/gazetteer.bin")));
}
