/** Adds items at the end of a list. `list.push(...items)` throws where there are a hundred thousand of them. */
export function pushAll<T>(list: T[], items: Iterable<T>): void {
  for (const item of items) list.push(item);
}
