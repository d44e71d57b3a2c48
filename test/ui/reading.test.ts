import assert from "node:assert/strict";
import { contrast } from "./contrast.js";
import { closeAtTheEnd, themeNames, Workbench } from "./workbench.js";

const seed = "000_9d5f141c13717911.txt";

suite("reading an article in the workbench", () => {
  let workbench: Workbench;
  suiteSetup(async () => {
    workbench = await Workbench.open();
    await workbench.openFile(seed);
  });
  closeAtTheEnd(() => workbench);

  test("what was found is marked without any command, each kind by a sign of its own", async () => {
    await workbench.signsOf("bilateral", "we have fixed that in our bilateral relations", ({ tints }) => tints.length > 0);
    await workbench.signsOf("positively", "assess positively the economic", ({ underline }) => underline === "dotted");
    await workbench.signsOf("remarked", "Lavrov remarked that his talks", ({ italic }) => italic);
    await workbench.signsOf("Lavrov", "Lavrov remarked that his talks", ({ underline }) => underline === "solid");
    await workbench.signsOf("Putin", "Putin's message", ({ linesBelow }) => linesBelow.includes("solid"));
    await workbench.signsOf("Treaty", "North Atlantic Treaty Organization", ({ linesBelow }) => linesBelow.includes("double"));
    await workbench.signsOf("Delhi", "in New Delhi. READ", ({ linesBelow }) => linesBelow.includes("dotted"));
    await workbench.signsOf("Tuesday", "on Tuesday morning", ({ linesBelow }) => linesBelow.includes("dashed"));
  });

  test("words outside all findings stay as they are", async () => {
    const { tints, frames, linesBelow, underline, italic } = await workbench.signsOf("held", "held delegation-level talks", () => true);
    assert.deepEqual({ tints, frames, linesBelow, underline, italic }, { tints: [], frames: [], linesBelow: [], underline: "none", italic: false });
  });

  test("the lists show who said what, and whom and what the article names", async () => {
    await workbench.showContainer("On Record");
    await workbench.rows("Statements", "Sergey Lavrov").first().waitFor();
    await workbench.rows("Statements", "No, we have fixed that").waitFor();
    await workbench.rows("Statements", "S Jaishankar").first().waitFor();
    await workbench.rows("People, Places & Dates", "New Delhi").waitFor();
    await workbench.screenshot("lists");
  });

  test("a statement in the list leads to its words", async () => {
    await workbench.rows("Statements", "No, we have fixed that").click();
    await workbench.until("the quotation is selected", async () => {
      const { line, selected } = await workbench.cursor();
      return line === 3 && selected > 200;
    });
  });

  test("F4 goes from statement to statement, Shift+F4 back", async () => {
    await workbench.click("Downplaying");
    await workbench.until("the cursor is there", async () => {
      const { line, selected } = await workbench.cursor();
      return line === 1 && selected === 0;
    });
    const start = await workbench.cursor();
    await workbench.moveBy("F4");
    const first = await workbench.cursor();
    assert.ok(first.line === 1 && first.column > start.column);
    await workbench.moveBy("F4");
    const second = await workbench.cursor();
    assert.ok(second.line > first.line || second.column > first.column);
    await workbench.moveBy("Shift+F4");
    assert.deepEqual(await workbench.cursor(), first);
  });

  test("a card tells who someone is", async () => {
    const card = await workbench.hoverCard("Lavrov", "Minister Sergey Lavrov during");
    assert.match(card, /Sergey Lavrov · person/u);
    assert.match(card, /Russia Foreign Minister/u);
    await workbench.screenshot("card-person");
  });

  test("a card tells who said something, when and where, and why we think so", async () => {
    const card = await workbench.hoverCard("fixed", "we have fixed that in our");
    assert.match(card, /Sergey Lavrov “said” · in their own words/u);
    assert.match(card, /6 April 2021 · Where: New Delhi/u);
    assert.match(card, /the surname/u);
    await workbench.screenshot("card-statement");
  });

  test("the command switches the marks off and on", async () => {
    await workbench.runCommand("On Record: Toggle Highlights");
    await workbench.signsOf("bilateral", "we have fixed that in our bilateral relations", ({ tints }) => tints.length === 0);
    await workbench.runCommand("On Record: Toggle Highlights");
    await workbench.signsOf("bilateral", "we have fixed that in our bilateral relations", ({ tints }) => tints.length > 0);
  });

  for (const theme of themeNames) {
    test(`the marks can be seen in the ${theme} theme`, async () => {
      await workbench.useTheme(theme);
      const cue = await workbench.signsOf("remarked", "Lavrov remarked that his talks", ({ italic }) => italic);
      assert.ok(contrast(cue.color, cue.editorBackground) >= 4.5, `${cue.color} on ${cue.editorBackground}`);
      await workbench.signsOf("bilateral", "we have fixed that in our bilateral relations", ({ tints }) => tints.length > 0);
      await workbench.screenshot(`reading-${theme}`);
    });
  }

  test("a statement that is dragged into a document is a citation there", async () => {
    const { page } = workbench;
    await workbench.runCommand("File: New Untitled Text File");
    await page.locator(".tab.active", { hasText: "Untitled-1" }).waitFor();
    await workbench.runCommand("View: Move Editor into Next Group");
    await workbench.press("Control+1");
    await workbench.rows("Statements", "No, we have fixed that").waitFor();
    await workbench.rows("Statements", "No, we have fixed that").dragTo(page.locator(".editor-group-container").nth(1).locator(".view-lines"));
    await workbench.until("it is there", async () => {
      const words = await page.locator(".editor-group-container").nth(1).locator(".view-lines").innerText();
      return /No, we have fixed that.* — Sergey Lavrov, .*line 3\)/su.test(words.replaceAll(/[\s\u00a0]+/gu, " "));
    });
    await page.keyboard.press("Control+Z");
  });
});
