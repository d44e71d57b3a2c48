import assert from "node:assert/strict";
import { closeAtTheEnd, plain, Workbench } from "./workbench.js";

const seed = "000_9d5f141c13717911.txt";

suite("reviewing an article by keyboard alone", () => {
  let workbench: Workbench;
  suiteSetup(async () => {
    workbench = await Workbench.open();
    await workbench.openFile(seed);
    await workbench.signsOf("bilateral", "we have fixed that in our bilateral relations", ({ tints }) => tints.length > 0);
  });
  closeAtTheEnd(() => workbench);

  /** What the status bar tells of the review. */
  const told = async (): Promise<string> => plain(await workbench.page.locator(".statusbar-item", { hasText: "reviewed" }).first().innerText().catch(() => ""));
  const press = (keys: string): Promise<void> => workbench.page.keyboard.press(keys);
  const untilTold = (what: RegExp): Promise<void> => workbench.until(() => `the status bar tells ${String(what)}`, async () => what.test(await told()));

  test("single keys accept, reject, skip and undo, and none of them is typed", async () => {
    await press("Control+Home");
    const before = await workbench.articleText();
    await press("Alt+Shift+Q");
    await press("v");
    await untilTold(/0 of 14 reviewed/u);
    await press("a");
    await untilTold(/1 of 14 reviewed/u);
    await press("x");
    for (const key of ["Shift+A", "Shift+R", "Shift+x", "7", "Shift+7", ",", ".", ";", "Shift+;", "'", "[", "]", "/", "Shift+/", "-", "=", "\\", "`", "Space", "Shift+Space", "Enter", "Tab", "Backspace", "Shift+Delete"]) await press(key);
    // what another key helps to type, such as AltGr
    const keyboard = await workbench.page.context().newCDPSession(workbench.page);
    for (const [key, code] of [["@", "KeyQ"], ["€", "KeyE"], ["ł", "KeyL"], ["[", "Digit8"]] as const) {
      await keyboard.send("Input.dispatchKeyEvent", { type: "keyDown", key, code, text: key });
      await keyboard.send("Input.dispatchKeyEvent", { type: "keyUp", key, code });
    }
    assert.match(await told(), /1 of 14 reviewed/u, "none of these decides");
    await press("r");
    await untilTold(/2 of 14 reviewed/u);
    await press("u");
    await untilTold(/1 of 14 reviewed/u);
    await press("s");
    await workbench.screenshot("review");
    for (let count = 2; count <= 14; count++) {
      await press("a");
      await untilTold(new RegExp(`${count} of 14 reviewed`, "u"));
    }
    await press("Control+Home");
    await workbench.until("the start of the article is shown", async () => (await workbench.articleText()).startsWith(before.slice(0, 40)));
    assert.equal(await workbench.articleText(), before, "the article is as it was");
  });

  test("the speaker is changed from the keyboard, and a note is written into which the keys are typed", async () => {
    await press("Control+Home");
    await press("F4");
    await press("c");
    const pick = workbench.page.locator(".quick-input-widget:visible");
    await pick.waitFor();
    await pick.locator(".monaco-list-row").first().waitFor();
    await workbench.page.keyboard.type("Jaishankar");
    // before a new person of that surname
    await workbench.until("he is the first in the list", async () => plain(await pick.locator(".monaco-list-row").first().innerText()).startsWith("S Jaishankar"));
    await press("Enter");
    await pick.waitFor({ state: "hidden" });
    await untilTold(/S Jaishankar/u);
    // nobody of that name is in the article
    await press("c");
    await pick.waitFor();
    await workbench.page.keyboard.type("Anna Ozola");
    await pick.locator(".monaco-list-row", { hasText: "Anna Ozola" }).waitFor();
    await press("Enter");
    await pick.waitFor({ state: "hidden" });
    await untilTold(/Anna Ozola/u);
    await press("n");
    await pick.waitFor();
    await workbench.page.keyboard.type("ask for a transcript, surely");
    await press("Enter");
    await pick.waitFor({ state: "hidden" });
    assert.match(await workbench.hoverCard("alliance", "the military alliance as"), /ask for a transcript, surely/u);
    await workbench.screenshot("review-note");
  });

  test("Escape ends the review, and the keys type again", async () => {
    await press("Control+Home");
    await press("F4");
    const before = await workbench.articleText();
    await press("Escape");
    await workbench.until("the review is over", async () => (await workbench.page.locator(".statusbar-item", { hasText: "of 14 reviewed:" }).count()) === 0);
    await press("Control+Home");
    await workbench.page.keyboard.type("a");
    await workbench.until("the letter is in the article", async () => (await workbench.articleText()).startsWith(`a${before.slice(0, 20)}`));
    await press("Control+Z");
    await workbench.until("the letter is gone", async () => (await workbench.articleText()).startsWith(before.slice(0, 20)));
  });

  test("the decisions are saved from the palette", async () => {
    await workbench.runCommand("On Record: Save Annotations");
    await workbench.page.locator(".statusbar-item", { hasText: "Annotations saved" }).first().waitFor();
  });
});
