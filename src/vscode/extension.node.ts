import type * as vscode from "vscode";
import { activateShared, type OnRecordApi } from "./activate.js";
import { createNodeWorkerPort } from "./services/nodeWorkerPort.js";

export function activate(context: vscode.ExtensionContext): OnRecordApi {
  return activateShared(context, { createWorkerPort: createNodeWorkerPort });
}
