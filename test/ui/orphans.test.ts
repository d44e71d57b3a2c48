import assert from "node:assert/strict";
import { rmSync, writeFileSync } from "node:fs";
import { closeAtTheEnd, plain, Workbench } from "./workbench.js";

const PEOPLE = "People, Places & Dates";
const LOST = "No longer in the text";
const name = "bridge-opening.txt";
const article = `RIGA, May 3, 2022 - Mayor Ilze Kalna said on Tuesday the bridge would open in June.

"We are ready, and nothing can stop us now," Kalna told reporters in Riga.

"It took longer than we thought," she added.
`;
const rewritten = `TALLINN, May 4, 2022 - Deputy mayor Kaarel Tamm said on Wednesday that the tram would run again.

"We thought it took longer," Tamm told journalists in Tallinn.
`;

suite("what another program took out of an article, by keyboard and mouse", () => {
  let workbench: Workbench;
  suiteSetup(async () => {
    workbench = await Workbench.open();
    writeFileSync(workbench.pathOf(name), article);
    await workbench.openFile(name);
    await workbench.showContainer("On Record");
    await workbench.until("statements are listed", () => isListed("Statements", '"We are ready'));
    await workbench.focusRow("Statements", '"We are ready');
    await workbench.press("Alt+Shift+Enter");
    await workbench.untilTold(/1 of 3 reviewed · not saved/u);
    await workbench.runCommand("On Record: Save Annotations");
    await workbench.untilTold(/1 of 3 reviewed$/u);
    writeFileSync(workbench.pathOf(name), rewritten);
    await workbench.until("they are listed as lost", async () => (await isListed("Statements", LOST)) && (await isListed(PEOPLE, LOST)));
  });
  suiteTeardown(() => {
    for (const file of [name, `${name}.annotations.json`]) rmSync(workbench.pathOf(file), { force: true });
  });
  closeAtTheEnd(() => workbench);

  const startsOf = async (view: string): Promise<string[]> => (await workbench.rows(view).allInnerTexts()).map(plain);
  const isListed = async (view: string, start: string): Promise<boolean> => (await startsOf(view)).some((row) => row.startsWith(start));

  test("the key Delete deletes one of them, and the whole group; undo brings them back", async () => {
    const before = await workbench.articleText();
    await workbench.focusRow("Statements", '"It took longer');
    await workbench.press("Delete");
    await workbench.until("one is gone", async () => !(await isListed("Statements", '"It took longer')) && (await isListed("Statements", '"We are ready')));
    await workbench.press("Control+Z");
    await workbench.until("it is back", () => isListed("Statements", '"It took longer'));
    await workbench.focusRow("Statements", LOST);
    await workbench.press("Delete");
    await workbench.until("all are gone", async () => !(await isListed("Statements", LOST)));
    await workbench.press("Control+Z");
    await workbench.until("all are back", () => isListed("Statements", '"We are ready'));
    assert.equal(await workbench.articleText(), before);
  });

  test("the button of the group leaves what was decided, in both lists", async () => {
    const group = workbench.rows("Statements", LOST).first();
    const button = group.locator('.action-label[aria-label^="Delete Undecided"]');
    await workbench.until("the button is pressed", async () => {
      // rows that are drawn again lose the pointer, and the button with it
      await group.hover();
      await workbench.screenshot("lost");
      return button.click({ timeout: 3000 }).then(() => true, () => false);
    });
    await workbench.until("only what was decided is left", async () => (await isListed("Statements", '"We are ready')) && !(await isListed("Statements", '"It took longer')) && !(await isListed(PEOPLE, "Ilze Kalna")));
    await workbench.focusList("Statements");
    await workbench.press("Control+Z");
    await workbench.until("all are back", async () => (await isListed("Statements", '"It took longer')) && (await isListed(PEOPLE, "Ilze Kalna")));
  });

  test("one of them is attached to the selected words by key, from its row and from the article", async () => {
    const words = "We thought it took longer";
    const select = async (): Promise<void> => {
      const [start, end] = [await workbench.placeOf("We", words), await workbench.placeOf("longer", words)];
      await workbench.page.mouse.dblclick(start.x, start.y);
      await workbench.page.keyboard.down("Shift");
      await workbench.page.mouse.click(end.x, end.y);
      await workbench.page.keyboard.up("Shift");
      await workbench.until("words are selected", async () => (await workbench.cursor()).selected > 15);
    };
    await select();
    await workbench.focusRow("Statements", '"It took longer');
    await workbench.press("Alt+Shift+Q", "h");
    await workbench.until("it has a place", async () => !(await isListed("Statements", '"It took longer')));
    await workbench.press("Control+Z");
    await workbench.until("it has none", () => isListed("Statements", '"It took longer'));
    await workbench.press("Control+1");
    await select();
    await workbench.press("Alt+Shift+Q", "h");
    await workbench.answer("It took longer");
    await workbench.until("it has a place", async () => !(await isListed("Statements", '"It took longer')));
    await workbench.press("Alt+Shift+Z");
    await workbench.until("it has none", () => isListed("Statements", '"It took longer'));
  });
});
