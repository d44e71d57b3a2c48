// Made by scripts/buildLexicon.mjs from lexicon/particles.txt; do not edit.
export const entries: readonly string[] =
  "da\ndas\nde\ndegli\ndei\ndel\ndella\ndelle\nden\nder\ndes\ndi\ndo\ndos\ndu\ne\nel\nla\nlas\nle\nles\nlo\nlos\nsan\nten\nter\nvan\nvande\nvander\nvon\nzu\nzum\nzur\ny\nap\nbin\nibn\nbint\nal\nul\nud\nur\naf\nav\nzur\nabu\nben\nbar\nst\nte\nní\nnic\nuí\ngiolla\nni\nui".split("\n");
