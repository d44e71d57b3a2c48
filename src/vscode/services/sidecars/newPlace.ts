/** What of an address tells where a file is; the editor's addresses are such. */
export interface Place<T> {
  readonly scheme: string;
  readonly authority: string;
  readonly path: string;
  with(change: { readonly path: string }): T;
}

export interface Rename<T> {
  readonly oldUri: T;
  readonly newUri: T;
}

/** Where a file is after files and folders were renamed; undefined where it stayed. */
export function newPlace<T extends Place<T>>(uri: T, renames: readonly Rename<T>[]): T | undefined {
  for (const { oldUri, newUri } of renames) {
    if (uri.scheme !== oldUri.scheme || uri.authority !== oldUri.authority) continue;
    if (uri.path === oldUri.path) return newUri;
    if (uri.path.startsWith(`${oldUri.path}/`)) return newUri.with({ path: newUri.path + uri.path.slice(oldUri.path.length) });
  }
  return undefined;
}
