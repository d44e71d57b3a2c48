import * as vscode from "vscode";

/** What a file system in memory does not do. */
export interface Limits {
  readonly isReadOnly?: boolean;
  /** False where files cannot be renamed, as in some virtual workspaces. */
  readonly canRename?: boolean;
  /** True where capital and small letters are the same in names, as on the disks of many computers. */
  readonly ignoresCase?: boolean;
  /** True for the paths of links. */
  readonly isLink?: (path: string) => boolean;
  /** True while nothing more fits on it: what is written then is cut off. */
  readonly isFull?: () => boolean;
  /** Waits before a file is read. */
  readonly beforeReading?: (path: string) => Promise<void>;
  /** Told of each file that is written. */
  readonly afterWriting?: (path: string) => void;
}

/** A virtual file system with one folder: the files by their paths. */
export class MemoryFiles implements vscode.FileSystemProvider {
  private readonly changes = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  readonly onDidChangeFile = this.changes.event;

  constructor(
    readonly files: Map<string, Uint8Array>,
    private readonly limits: Limits = {},
  ) {}

  watch(): vscode.Disposable {
    return new vscode.Disposable(() => undefined);
  }

  stat(uri: vscode.Uri): vscode.FileStat {
    if (uri.path === "/") return { type: vscode.FileType.Directory, ctime: 0, mtime: 0, size: 0 };
    const { length } = this.bytesOf(uri);
    const type = this.limits.isLink?.(uri.path) ? vscode.FileType.SymbolicLink : vscode.FileType.File;
    const stat = { type, ctime: 0, mtime: length, size: length };
    return this.limits.isReadOnly ? { ...stat, permissions: vscode.FilePermission.Readonly } : stat;
  }

  readDirectory(): [string, vscode.FileType][] {
    return [...this.files.keys()].map((path) => [path.slice(1), vscode.FileType.File]);
  }

  async readFile(uri: vscode.Uri): Promise<Uint8Array> {
    await this.limits.beforeReading?.(uri.path);
    return this.bytesOf(uri);
  }

  writeFile(uri: vscode.Uri, bytes: Uint8Array): void {
    this.assertWritable(uri);
    const isFull = this.limits.isFull?.() === true;
    const path = this.pathOf(uri);
    const type = this.files.has(path) ? vscode.FileChangeType.Changed : vscode.FileChangeType.Created;
    this.files.set(path, isFull ? bytes.slice(0, 100) : bytes);
    this.changes.fire([{ type, uri }]);
    if (isFull) throw new Error("no space left");
    this.limits.afterWriting?.(uri.path);
  }

  delete(uri: vscode.Uri): void {
    this.assertWritable(uri);
    if (this.files.delete(this.pathOf(uri))) this.changes.fire([{ type: vscode.FileChangeType.Deleted, uri }]);
  }

  rename(from: vscode.Uri, to: vscode.Uri): void {
    if (this.limits.canRename === false) throw vscode.FileSystemError.Unavailable("no renaming here");
    const bytes = this.bytesOf(from);
    this.delete(from);
    this.files.set(to.path, bytes);
    this.changes.fire([{ type: vscode.FileChangeType.Created, uri: to }]);
  }

  createDirectory(uri: vscode.Uri): void {
    this.assertWritable(uri);
  }

  /** The path of a file as the disk has it; that of a new one as it is given. */
  private pathOf({ path }: vscode.Uri): string {
    if (this.limits.ignoresCase !== true) return path;
    return [...this.files.keys()].find((known) => known.toLowerCase() === path.toLowerCase()) ?? path;
  }

  private bytesOf(uri: vscode.Uri): Uint8Array {
    const bytes = this.files.get(this.pathOf(uri));
    if (!bytes) throw vscode.FileSystemError.FileNotFound(uri);
    return bytes;
  }

  private assertWritable(uri: vscode.Uri): void {
    if (this.limits.isReadOnly) throw vscode.FileSystemError.NoPermissions(uri);
  }
}
