import { entries } from "../lexicon/abbreviations.generated.js";

const classes = new Map(
  entries.map((entry): [string, string[]] => {
    const [name = "", words = ""] = entry.split(" = ");
    return [name, words.split(" ")];
  }),
);

function alternatives(...names: readonly string[]): string {
  return names
    .flatMap((name) => classes.get(name) ?? [])
    .map((word) => word.replaceAll(".", String.raw`\.`))
    .join("|");
}

/**
 * Source of a regular expression (flag u) for an abbreviation with its full stop at the place where a word begins. Properties of characters stand in
 * square brackets, where ranges may take their place.
 */
export const ABBREVIATION_PATTERN = [
  // "U.S.", "a.m.", "e.g.", and "U.S" without its last stop
  String.raw`[\p{L}]\.(?:[\p{L}]\.)+(?![\p{L}\p{N}])`,
  String.raw`(?:[\p{Lu}]\.)+[\p{Lu}](?![\p{L}\p{N}.])`,
  // an initial before a name: "George W. Bush", "J. K. Rowling"
  String.raw`[\p{Lu}]\.(?=\s{0,2}[\p{Lu}])`,
  String.raw`(?:${alternatives("beforeName", "anywhere", "state")})\.(?=[\s,;:)\]”"’'—–-]|$)`,
  String.raw`(?:${alternatives("ambiguous")})\.(?=[,)]|\s{1,2}[\p{Ll}\p{N}])`,
].join("|");

const beforeName: ReadonlySet<string> = new Set(classes.get("beforeName"));

/** True for an abbreviation that no sentence ends with ("Mr.", "Gen.", "e.g."); `word` comes with its full stop. */
export function standsBeforeName(word: string): boolean {
  return beforeName.has(word.slice(0, -1));
}
