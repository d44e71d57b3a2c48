import assert from "node:assert/strict";
import { plain, Workbench } from "./workbench.js";

const seed = "000_9d5f141c13717911.txt";

suite("correcting by keyboard alone", () => {
  let workbench: Workbench;
  suiteSetup(async () => {
    workbench = await Workbench.open();
    await workbench.openFile(seed);
    await workbench.signsOf("bilateral", "we have fixed that in our bilateral relations", ({ tints }) => tints.length > 0);
    await workbench.showContainer("On Record");
  });
  suiteTeardown(() => workbench.close());
  teardown(async function () {
    if (this.currentTest?.state === "failed") await workbench.screenshot(`failed-${this.currentTest.title.slice(0, 30)}`);
  });

  const press = async (...keys: readonly string[]): Promise<void> => {
    for (const key of keys) await workbench.page.keyboard.press(key);
  };
  /** What stands beside the title of a list. */
  const told = async (view: string): Promise<string> => plain((await workbench.page.locator(`.sidebar .pane-header[aria-label^="${view}"]`).first().textContent()) ?? "");
  let last = "";
  const untilTold = (what: RegExp): Promise<void> => workbench.until(() => `the title of the list tells ${String(what)} instead of ${last}`, async () => what.test((last = await told("Statements"))));

  test("several statements are selected in the list and accepted; undo there takes all back", async () => {
    await workbench.runCommand("On Record: Focus on Statements View");
    const list = workbench.page.locator(".sidebar .monaco-list").first();
    await workbench.until("the list has the keys", async () => list.evaluate((element) => element.contains(document.activeElement)));
    await press("Home", "ArrowDown");
    // arrow keys move the focus; the row is selected by its own key, the next ones join it
    for (const [index, key] of ["Control+Shift+Enter", "Shift+ArrowDown", "Shift+ArrowDown"].entries()) {
      const count = index + 1;
      await press(key);
      await workbench.until(`${count} rows are selected`, async () => (await list.locator(".monaco-list-row.selected").count()) === count);
    }
    await press("Alt+Shift+Enter");
    await untilTold(/3 of 14 reviewed · not saved/u);
    await press("Control+Z");
    await untilTold(/14 statements/u);
    assert.doesNotMatch(await told("Statements"), /not saved/u);
    await press("Control+Y");
    await untilTold(/3 of 14 reviewed · not saved/u);
    await press("Control+Z");
    await untilTold(/14 statements/u);
  });
});
