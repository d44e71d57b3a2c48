/** The classes of a word list whose entries are "name = words", by name; see scripts/buildLexicon.mjs. */
export function readClasses(entries: readonly string[]): ReadonlyMap<string, readonly string[]> {
  return new Map(
    entries.map((entry) => {
      const [name = "", list = ""] = entry.split(" = ");
      return [name, list.split(" ")] as const;
    }),
  );
}
