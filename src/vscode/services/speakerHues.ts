import { perObject } from "../../core/common/perObject.js";
import type { DocumentIndex } from "../../core/document/documentIndex.js";

/** Colors that stay apart for people with color blindness too; more of them would not. */
export const SPEAKER_HUES = 8;

/** The eight who say most, by the number of statements, then by who speaks first: entity id to 1…8. Asked for once a row. */
export const speakerHues = perObject((index: DocumentIndex): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const { entities } of index.statements) for (const { id } of entities) counts.set(id, (counts.get(id) ?? 0) + 1);
  // the sort is stable: whoever speaks first comes first among equals
  const ranked = [...counts].sort((a, b) => b[1] - a[1]).slice(0, SPEAKER_HUES);
  return new Map(ranked.map(([id], rank) => [id, rank + 1]));
});
