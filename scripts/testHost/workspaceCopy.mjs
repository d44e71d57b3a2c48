import { cpSync, mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/**
 * Copies the seeds and the fixtures into a new temporary folder, so that no test ever writes into the repository.
 * @returns {{ folder: string, remove(): void }}
 */
export function copyWorkspace() {
  const parent = realpathSync(mkdtempSync(join(tmpdir(), "on-record-workspace-")));
  const folder = join(parent, "articles");
  cpSync("seeds", folder, { recursive: true });
  cpSync("test/fixtures/articles", join(folder, "fixtures"), { recursive: true });
  const remove = () => {
    process.off("exit", remove);
    rmSync(parent, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  };
  process.on("exit", remove);
  return { folder, remove };
}
