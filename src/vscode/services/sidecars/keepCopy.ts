import * as vscode from "vscode";

/** Copies of damaged or replaced sidecars that are kept of one article. */
const MOST_COPIES = 100;

/** Copies a sidecar beside it, under a name that nothing has and that is no sidecar's. */
export async function keepCopy(sidecar: vscode.Uri, why: "damaged" | "replaced"): Promise<vscode.Uri> {
  for (let number = 1; ; number++) {
    const copy = sidecar.with({ path: `${sidecar.path}.${number === 1 ? "" : `${number}.`}${why}` });
    try {
      await vscode.workspace.fs.copy(sidecar, copy, { overwrite: false });
      return copy;
    } catch (error) {
      if (!(error instanceof vscode.FileSystemError && error.code === "FileExists") || number >= MOST_COPIES) throw error;
    }
  }
}
