import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { copyWorkspace } from "./workspaceCopy.mjs";

const article = "000_9d5f141c13717911.txt";
const since = "Lavrov came on Monday. Lavrov left on Tuesday, said those who saw Lavrov.\n\n";

/** A copy of the seeds as a git repository: the first article was changed in the last commit; `windows.txt` too, and `then.txt` is what they were before. */
export function copyCommittedWorkspace() {
  const workspace = copyWorkspace();
  const path = (name) => join(workspace.folder, name);
  const git = (...args) => {
    const { status, error, stderr } = spawnSync("git", ["-c", "user.name=Test", "-c", "user.email=test@example.org", "-c", "commit.gpgsign=false", "-c", "core.autocrlf=false", ...args], { cwd: workspace.folder });
    if (status !== 0) throw new Error(`git ${args.join(" ")} failed: ${error ?? stderr}`);
  };
  const then = readFileSync(path(article), "utf8");
  for (const name of [article, "then.txt", "windows.txt"]) writeFileSync(path(name), then);
  git("init", "-q", "-b", "main");
  git("add", ".");
  git("commit", "-q", "-m", "then");
  for (const name of [article, "windows.txt"]) writeFileSync(path(name), since + then);
  git("commit", "-q", "-a", "-m", "now");
  return workspace;
}
