import assert from "node:assert/strict";
import { Workbench } from "./workbench.js";

const article = "interview-water-engineer.md";

interface Sidecar {
  readonly statements: readonly { readonly status: string }[];
}

/** Decides on a statement, the first one or one further on, and saves. */
async function decideOn(workbench: Workbench, which: number, key: string): Promise<void> {
  await workbench.toStart();
  for (let count = 0; count < which; count++) await workbench.moveBy("F4");
  await workbench.until("a statement is selected", async () => (await workbench.cursor()).selected > 0);
  await workbench.press(key);
  await workbench.untilTold(/ · not saved$/u);
  await workbench.runCommand("On Record: Save Annotations");
}

suite("two windows on one folder", () => {
  const windows: Workbench[] = [];
  suiteSetup(async () => {
    for (let count = 0; count < 2; count++) {
      const workbench = await Workbench.open();
      windows.push(workbench);
      await workbench.showContainer("On Record");
      await workbench.openFile(article);
      await workbench.untilTold(/\d+ statements$/u);
    }
  });
  suiteTeardown(() => Promise.all(windows.map((workbench) => workbench.close())));
  teardown(async function () {
    if (this.currentTest?.state !== "failed") return;
    for (const [index, workbench] of windows.entries()) await workbench.screenshot(`failed-window-${index}`);
  });

  const statuses = (): string[] => ((windows[0]?.readJson(`${article}.annotations.json`) as Sidecar | undefined)?.statements ?? []).map(({ status }) => status).filter((status) => status !== "proposed").toSorted();
  const untilSaved = (...wanted: readonly string[]): Promise<void> | undefined => windows[0]?.until(() => `the sidecar holds ${wanted.join(", ")} instead of ${statuses().join(", ")}`, async () => JSON.stringify(statuses()) === JSON.stringify(wanted));

  test("what both decide and save is in the sidecar, whoever saves last", async () => {
    const [first, second] = windows;
    assert.ok(first && second);
    await decideOn(first, 1, "Alt+Shift+Enter");
    await untilSaved("accepted");
    await decideOn(second, 2, "Alt+Shift+Backspace");
    await untilSaved("accepted", "rejected");
    await second.untilTold(/2 of \d+ reviewed$/u);
    await decideOn(first, 3, "Alt+Shift+Enter");
    await untilSaved("accepted", "accepted", "rejected");
    await first.untilTold(/3 of \d+ reviewed$/u);
  });
});
