import assert from "node:assert/strict";
import { Workbench } from "./workbench.js";

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

  test("several statements are selected in the list and accepted; undo there takes all back", async () => {
    await workbench.runCommand("On Record: Focus on Statements View");
    const list = workbench.page.locator(".sidebar .monaco-list").first();
    await workbench.until("the list has the keys", async () => list.evaluate((element) => element.contains(document.activeElement)));
    await workbench.press("Home", "ArrowDown");
    // arrow keys move the focus; the row is selected by its own key, the next ones join it
    for (const [index, key] of ["Control+Shift+Enter", "Shift+ArrowDown", "Shift+ArrowDown"].entries()) {
      const count = index + 1;
      await workbench.press(key);
      await workbench.until(`${count} rows are selected`, async () => (await list.locator(".monaco-list-row.selected").count()) === count);
    }
    await workbench.press("Alt+Shift+Enter");
    await workbench.untilTold(/3 of 14 reviewed · not saved/u);
    await workbench.press("Control+Z");
    assert.doesNotMatch(await workbench.untilTold(/14 statements/u), /not saved/u);
    await workbench.press("Control+Y");
    await workbench.untilTold(/3 of 14 reviewed · not saved/u);
    await workbench.press("Control+Z");
    await workbench.untilTold(/14 statements/u);
  });
});
