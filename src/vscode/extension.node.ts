import type * as vscode from "vscode";
import { activateShared, type OnRecordApi } from "./activate.js";
import { createNodeWorkerPort } from "./services/analysis/nodeWorkerPort.js";
import { replaceLocalFile } from "./services/sidecars/replaceLocalFile.js";
import { replaceByFileService, type ReplaceFile } from "./services/sidecars/writeWhole.js";

export function activate(context: vscode.ExtensionContext): OnRecordApi {
  return activateShared(context, { createWorkerPort: createNodeWorkerPort, replaceFile });
}

const replaceFile: ReplaceFile = (from, to) => (to.scheme === "file" ? replaceLocalFile(from.fsPath, to.fsPath) : replaceByFileService(from, to));
