import type { MessagePort } from "node:worker_threads";
import type { WorkerRequest } from "./services/workerProtocol.js";
import { createAnalysisWorker } from "./worker.js";

// the bundle is CommonJS: `require` is there in a worker thread and not in a web worker
declare const require: undefined | ((name: "node:worker_threads") => { readonly parentPort: MessagePort | null });

const parentPort = typeof require === "function" ? require("node:worker_threads").parentPort : null;
if (parentPort) {
  const handle = createAnalysisWorker((response) => parentPort.postMessage(response));
  parentPort.on("message", (request: WorkerRequest) => handle(request));
} else {
  const handle = createAnalysisWorker((response) => globalThis.postMessage(response));
  globalThis.onmessage = (event: MessageEvent<WorkerRequest>) => handle(event.data);
}
