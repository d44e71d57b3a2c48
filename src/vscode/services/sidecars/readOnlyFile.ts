/** A file that must not be replaced, since it is read-only itself. */
export class ReadOnlyFile extends Error {
  override readonly name = "ReadOnlyFile";
}
