import { Worker } from "node:worker_threads";
import type * as vscode from "vscode";
import type { WorkerPort, WorkerResponse } from "./workerProtocol.js";

/** A worker thread of the Node extension host. */
export async function createNodeWorkerPort(script: vscode.Uri): Promise<WorkerPort> {
  const worker = new Worker(script.fsPath);
  worker.unref();
  return {
    post: (request) => worker.postMessage(request),
    listen(onResponse, onFailure) {
      worker.on("message", (response: WorkerResponse) => onResponse(response));
      worker.on("error", (error) => onFailure(error instanceof Error ? error : new Error(String(error))));
    },
    dispose: () => void worker.terminate(),
  };
}
