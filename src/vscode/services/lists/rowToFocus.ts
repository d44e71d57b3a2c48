/** A row of a list with the rows below it. */
export interface TreeRow {
  readonly id: string;
  readonly children?: readonly TreeRow[];
}

interface Place {
  readonly row: TreeRow;
  readonly parent: TreeRow | undefined;
  readonly siblings: readonly TreeRow[];
}

/** Stands closed until somebody opens it. */
const REJECTED = "group:rejected";

/**
 * The row that has the keys after one with the focus was decided about: itself where it went to another place in sight, else the next one
 * beside it, the one before it, or what it was in; the first row where none of these is left. Undefined where it stays where it is.
 */
export function rowToFocus(id: string, before: readonly TreeRow[], after: readonly TreeRow[]): TreeRow | undefined {
  const [old, now] = [placesIn(before), placesIn(after)];
  const isStill = (row: TreeRow, parent: TreeRow | undefined): boolean => {
    const place = now.get(row.id);
    return place !== undefined && place.parent?.id === parent?.id;
  };
  let place = old.get(id);
  if (!place || isStill(place.row, place.parent)) return undefined;
  const moved = now.get(id);
  if (moved && moved.parent?.id !== REJECTED) return moved.row;
  while (place) {
    const { row, parent, siblings }: Place = place;
    const at = siblings.indexOf(row);
    const beside = [...siblings.slice(at + 1), ...siblings.slice(0, at).toReversed()].find((sibling) => isStill(sibling, parent));
    if (beside) return now.get(beside.id)?.row;
    place = parent && old.get(parent.id);
    if (place && isStill(place.row, place.parent)) return now.get(place.row.id)?.row;
  }
  return after[0];
}

function placesIn(roots: readonly TreeRow[]): ReadonlyMap<string, Place> {
  const places = new Map<string, Place>();
  const add = (siblings: readonly TreeRow[], parent: TreeRow | undefined): void => {
    for (const row of siblings) {
      places.set(row.id, { row, parent, siblings });
      if (row.children) add(row.children, row);
    }
  };
  add(roots, undefined);
  return places;
}
