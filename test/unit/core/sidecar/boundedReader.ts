import { Worker } from "node:worker_threads";
import { build } from "esbuild";

const MEGABYTE = 1024 * 1024;
/** What an empty thread with the reader in it needs, in megabytes. */
const EMPTY = 8;

export interface Reading {
  /** For each text: how `parseSidecar` and `salvageSidecar` end. */
  readonly ends: readonly string[];
  /** Processor time of all threads, in milliseconds. */
  readonly took: number;
}

/** Reads files in a thread of its own, in which V8 gives no more memory than a multiple of the longest file's size. */
export class BoundedReader {
  private constructor(private readonly code: string) {}

  static async create(): Promise<BoundedReader> {
    const { outputFiles } = await build({
      stdin: { contents: THREAD, resolveDir: "src/core/sidecar", loader: "ts" },
      bundle: true,
      write: false,
      format: "cjs",
      platform: "node",
      logLevel: "warning",
    });
    return new BoundedReader(outputFiles[0]?.text ?? "");
  }

  /** Rejects with the code `ERR_WORKER_OUT_OF_MEMORY` where more than `multiple` times the longest file was in use at one time. */
  async read(files: readonly Uint8Array[], multiple: number): Promise<Reading> {
    const longest = files.reduce((most, { length }) => Math.max(most, length), 0);
    const maxOldGenerationSizeMb = EMPTY + Math.ceil((multiple * longest) / MEGABYTE);
    const before = process.cpuUsage();
    const ends = await new Promise<readonly string[]>((settle, fail) => {
      // bytes lie outside of the memory that is measured
      const worker = new Worker(this.code, { eval: true, workerData: files, resourceLimits: { maxOldGenerationSizeMb, maxYoungGenerationSizeMb: 2 } });
      worker.once("message", settle);
      worker.once("error", fail);
    });
    const { user, system } = process.cpuUsage(before);
    return { ends, took: (user + system) / 1000 };
  }
}

const THREAD = `
  import { parentPort, workerData } from "node:worker_threads";
  import { parseSidecar } from "./parseSidecar.js";
  import { salvageSidecar } from "./salvageSidecar.js";

  const end = (result) => (result.ok ? "read" : result.error.code);
  const read = (bytes) => {
    const text = new TextDecoder().decode(bytes);
    // one after the other: what the first one read is let go
    const parsed = end(parseSidecar(text));
    return parsed + ", " + end(salvageSidecar(text, { file: "article.txt", preferred: "ours" }));
  };
  parentPort.postMessage(workerData.map(read));
`;
