import { randomUUID } from "node:crypto";
import { mkdir, open, readFile, realpath, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { AppError, type ErrorCode } from "../core/common/errors.js";
import { decodeText, type DecodedText } from "./decodeText.js";
import { printable } from "./progress.js";

/** Longer articles are refused: five times a long book. */
export const LARGEST_ARTICLE = 32 * 1024 * 1024;

/** Reads a text file of whatever encoding. Throws `AppError`: file-not-found, unreadable-file, too-large, binary-file. */
export async function readTextFile(path: string, largest: number): Promise<DecodedText> {
  const bytes = await guard("unreadable-file", async () => {
    const info = await stat(path);
    if (info.isDirectory()) throw new AppError("unreadable-file", "This is a folder; name the files in it.");
    if (info.size > largest) throw new AppError("too-large", `The file has ${megabytes(info.size)}; at most ${megabytes(largest)} are read.`);
    return readFile(path);
  });
  const decoded = decodeText(bytes);
  if (!decoded.ok) throw decoded.error;
  return decoded.value;
}

/** Reads a text of whatever encoding from a stream to its end. Throws `AppError`: too-large, binary-file. */
export async function readTextStream(input: AsyncIterable<Uint8Array>, largest: number): Promise<DecodedText> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of input) {
    size += chunk.length;
    if (size > largest) throw new AppError("too-large", `More than ${megabytes(largest)} came; at most that is read.`);
    chunks.push(chunk);
  }
  const decoded = decodeText(Buffer.concat(chunks));
  if (!decoded.ok) throw decoded.error;
  return decoded.value;
}

/** As `readTextFile`, but undefined where there is no such file. */
export async function readTextFileIfThere(path: string, largest: number): Promise<string | undefined> {
  try {
    return (await readTextFile(path, largest)).text;
  } catch (error) {
    if (error instanceof AppError && error.code === "file-not-found") return undefined;
    throw error;
  }
}

/** Does something with a file; what fails is told with the file's name, as the person wrote it. */
export async function naming<T>(file: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    throw new AppError(error.code, `${printable(file)}: ${error.message}`, error.data);
  }
}

/** The bits of a file's mode by which anybody may write it. */
const WRITABLE = 0o222;

/** Writes a file whole or not at all: whoever reads it meanwhile, or after a crash, sees the old or the new text. Keeps its mode; what is write-protected stays as it is. */
export async function writeFileAtomic(path: string, text: string): Promise<void> {
  const code = "unwritable-file";
  await guard(code, async () => {
    // through a link, so that the file behind it is replaced and the link stays
    const target = await realpath(path).catch(() => path);
    const mode = await stat(target).then((info) => info.mode, () => undefined);
    // a folder that may be written to lets a protected file be replaced all the same
    if (mode !== undefined && (mode & WRITABLE) === 0) throw new AppError(code, "The file is write-protected.");
    // not by the name of the file, which may be as long as names can be
    const temporary = join(dirname(target), `.on-record.${randomUUID()}.tmp`);
    try {
      const file = await open(temporary, "wx", mode);
      try {
        await file.writeFile(text, "utf8");
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(temporary, target);
    } catch (error) {
      await rm(temporary, { force: true });
      throw error;
    }
  });
}

/** Makes a folder, and those above it that are not there. Throws `AppError`: unwritable-file. */
export async function makeFolder(path: string): Promise<void> {
  try {
    await guard("unwritable-file", () => makeFolders(path));
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    throw new AppError(error.code, `The folder ${path} cannot be made: ${error.message}`, error.data);
  }
}

/** Not by Node's `recursive`: where the parent is there and takes no folders, as `/proc`, that never ends. */
async function makeFolders(path: string): Promise<void> {
  const isFolder = await stat(path).then((info) => info.isDirectory(), () => false);
  if (isFolder) return;
  if (dirname(path) !== path) await makeFolders(dirname(path));
  await mkdir(path);
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: "There is no such folder.",
  EACCES: "Permission denied.",
  EPERM: "Permission denied.",
  EROFS: "The file system is read-only.",
  ENOSPC: "The disk is full.",
  ENOTDIR: "A part of the path is no folder.",
  EISDIR: "This is a folder.",
  EEXIST: "There is a file of this name.",
  ENAMETOOLONG: "The name is too long.",
};

async function guard<T>(code: ErrorCode, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof AppError || !(error instanceof Error)) throw error;
    const cause = "code" in error && typeof error.code === "string" ? error.code : "";
    const isMissing = cause === "ENOENT" && code === "unreadable-file";
    throw new AppError(isMissing ? "file-not-found" : code, isMissing ? "There is no such file." : (REASONS[cause] ?? error.message), { cause });
  }
}

function megabytes(bytes: number): string {
  return `${Math.ceil(bytes / 1024 / 1024)} MB`;
}
