// Made by scripts/buildLexicon.mjs from lexicon/titledNames.txt; do not edit.
export const entries: readonly string[] =
  "Count Basie\nDean Martin\nDr Dre\nDr. Dre\nEmir Kusturica\nJudge Judy\nLady Gaga\nMarine Le\nMother Teresa\nQueen Latifah\nSheikh Hasina\nSheikh Mujib\nSheikh Mujibur\nSheikh Rehana\nSultan Al".split("\n");
