import assert from "node:assert/strict";
import { plain, themes, Workbench } from "./workbench.js";

const seed = "000_9d5f141c13717911.txt";

suite("reading an article in the workbench", () => {
  let workbench: Workbench;
  suiteSetup(async () => {
    workbench = await Workbench.open();
    await workbench.openFile(seed);
  });
  suiteTeardown(() => workbench.close());

  test("the article's first line is on the screen", async () => {
    assert.match(plain(await workbench.lines.first().innerText()), /date 2021-04-06 Downplaying reports/u);
    await workbench.placeOf("Downplaying reports");
  });

  for (const theme of Object.keys(themes) as (keyof typeof themes)[]) {
    test(`${theme} theme`, async () => {
      await workbench.useTheme(theme);
      await workbench.screenshot(`reading-${theme}`);
    });
  }
});
