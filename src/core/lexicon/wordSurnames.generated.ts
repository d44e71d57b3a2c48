// Made by scripts/buildLexicon.mjs from lexicon/wordSurnames.txt; do not edit.
export const entries: readonly string[] =
  "Mount\nPower\nRamadan\nSteel".split("\n");
