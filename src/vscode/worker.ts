import type { MessagePort } from "node:worker_threads";
import { createAnalysisWorker } from "./services/analysis/analysisWorker.js";
import type { WorkerRequest, WorkerResponse } from "./services/analysis/workerProtocol.js";

declare const require: (name: "node:worker_threads") => { readonly parentPort: MessagePort | null };

if (typeof globalThis.postMessage === "function") {
  const handle = createAnalysisWorker((response: WorkerResponse) => globalThis.postMessage(response));
  globalThis.addEventListener("message", ({ data }: MessageEvent<WorkerRequest>) => handle(data));
} else {
  // a worker thread of Node has no global of that name
  const { parentPort } = require("node:worker_threads");
  const handle = createAnalysisWorker((response) => parentPort?.postMessage(response));
  parentPort?.on("message", (request: WorkerRequest) => handle(request));
}
