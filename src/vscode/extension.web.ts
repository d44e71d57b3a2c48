import type * as vscode from "vscode";
import { activateShared, type OnRecordApi } from "./activate.js";
import { createWebWorkerPort } from "./services/analysis/webWorkerPort.js";
import { replaceByFileService } from "./services/sidecars/writeWhole.js";

export function activate(context: vscode.ExtensionContext): OnRecordApi {
  return activateShared(context, { createWorkerPort: createWebWorkerPort, replaceFile: replaceByFileService });
}
