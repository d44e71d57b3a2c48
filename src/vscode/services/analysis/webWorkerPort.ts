import * as vscode from "vscode";
import type { WorkerPort, WorkerResponse } from "./workerProtocol.js";

/**
 * A web worker of the browser's extension host. The script comes as a blob, since the host may not load workers from the
 * extension's own address; the blob is let go only after the worker's first answer, because it is read late.
 */
export async function createWebWorkerPort(script: vscode.Uri): Promise<WorkerPort> {
  const source = await vscode.workspace.fs.readFile(script);
  const url = URL.createObjectURL(new Blob([new Uint8Array(source)], { type: "text/javascript" }));
  const worker = new Worker(url);
  return {
    post: (request) => worker.postMessage(request),
    listen(onResponse, onFailure) {
      worker.addEventListener("message", () => URL.revokeObjectURL(url), { once: true });
      worker.addEventListener("message", (event: MessageEvent<WorkerResponse>) => onResponse(event.data));
      worker.addEventListener("error", (event) => onFailure(new Error(event.message)));
    },
    dispose: () => worker.terminate(),
  };
}
