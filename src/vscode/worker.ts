import type { MessagePort } from "node:worker_threads";
import { createAnalysisWorker } from "./services/analysisWorker.js";
import type { WorkerRequest, WorkerResponse } from "./services/workerProtocol.js";

declare const require: (name: "node:worker_threads") => { readonly parentPort: MessagePort | null };

const scope = globalThis as { postMessage?: (response: WorkerResponse) => void; onmessage?: (event: { readonly data: WorkerRequest }) => void };
if (scope.postMessage) {
  const { postMessage } = scope;
  const handle = createAnalysisWorker((response) => postMessage(response));
  scope.onmessage = ({ data }) => handle(data);
} else {
  // a worker thread of Node has no global of that name
  const { parentPort } = require("node:worker_threads");
  const handle = createAnalysisWorker((response) => parentPort?.postMessage(response));
  parentPort?.on("message", (request: WorkerRequest) => handle(request));
}
