import assert from "node:assert/strict";
import { closeAtTheEnd, plain, Workbench } from "./workbench.js";

const seed = "000_9d5f141c13717911.txt";
const PEOPLE = "People, Places & Dates";

suite("correcting by keyboard alone", () => {
  let workbench: Workbench;
  suiteSetup(async () => {
    workbench = await Workbench.open();
    await workbench.openFile(seed);
    await workbench.signsOf("bilateral", "we have fixed that in our bilateral relations", ({ tints }) => tints.length > 0);
    await workbench.showContainer("On Record");
  });
  closeAtTheEnd(() => workbench);

  const startsOf = async (view: string): Promise<string[]> => (await workbench.rows(view).allInnerTexts()).map(plain);
  const isListed = async (view: string, start: string): Promise<boolean> => (await startsOf(view)).some((row) => row.startsWith(start));

  test("the words of a statement shrink and grow with the selection", async () => {
    await workbench.press("Control+1", "Control+Home", "F4");
    await workbench.until("a statement is selected", async () => (await workbench.cursor()).selected > 0);
    const { selected } = await workbench.cursor();
    // the cursor is at the start of what is selected
    for (const [key, length, words] of [["ArrowRight", selected - "the".length, " military alliance as"], ["ArrowLeft", selected, "the military alliance as"]] as const) {
      await workbench.press(`Control+Shift+${key}`);
      await workbench.until(`${length} letters are selected`, async () => (await workbench.cursor()).selected === length);
      await workbench.press("Alt+Shift+Q", "f");
      await workbench.until(`the list has “${words}…”`, () => isListed("Statements", words.trim()));
    }
    await workbench.untilTold(/1 of 14 reviewed · not saved/u);
    await workbench.press("Alt+Shift+Z", "Alt+Shift+Z");
    await workbench.untilTold(/14 statements$/u);
  });

  test("several statements are selected in the list and accepted; undo there takes all back", async () => {
    await workbench.focusList("Statements");
    await workbench.press("ArrowDown");
    await workbench.selectRows("Statements", 3);
    await workbench.press("Alt+Shift+Enter");
    await workbench.untilTold(/3 of 14 reviewed · not saved/u);
    await workbench.press("Control+Z");
    assert.doesNotMatch(await workbench.untilTold(/14 statements/u), /not saved/u);
    await workbench.press("Control+Y");
    await workbench.untilTold(/3 of 14 reviewed · not saved/u);
    await workbench.press("Control+Z");
    await workbench.untilTold(/14 statements/u);
  });

  for (const view of ["Statements", PEOPLE]) {
    test(`several rows of ${view} stay selected while the cursor walks through the article; one row follows it`, async () => {
      await workbench.focusList(view);
      await workbench.press("ArrowDown");
      await workbench.selectRows(view, 2);
      for (const words of ["Jaishankar affirmed", "Lavrov remarked"]) {
        await workbench.click(words);
        // a list that followed would have done so by then
        await workbench.page.waitForTimeout(500);
        await workbench.untilSelected(view, 2);
      }
      await workbench.focusList(view);
      await workbench.press("ArrowDown");
      await workbench.selectRows(view, 1);
      const selected = workbench.selectedRows(view);
      const before = await selected.innerText();
      await workbench.click("Jaishankar affirmed");
      await workbench.until("another row is selected", async () => (await selected.count()) === 1 && (await selected.innerText()) !== before);
    });
  }

  test("people are renamed and merged in their list", async () => {
    await workbench.focusList(PEOPLE);
    await workbench.press("ArrowDown");
    await workbench.selectRows(PEOPLE, 1);
    const name = "Sergey Lavrov";
    assert.match(plain(await workbench.selectedRows(PEOPLE).innerText()), new RegExp(`^${name}`, "u"));
    await workbench.press("F2");
    await workbench.answer("Somebody Renamed");
    await workbench.until("the new name is listed", () => isListed(PEOPLE, "Somebody Renamed"));
    await workbench.press("Control+Z");
    await workbench.until("the old name is back", async () => (await isListed(PEOPLE, name)) && !(await isListed(PEOPLE, "Somebody Renamed")));
    await workbench.focusList(PEOPLE);
    await workbench.press("ArrowDown");
    await workbench.selectRows(PEOPLE, 2);
    const merged = plain(await workbench.selectedRows(PEOPLE).nth(1).innerText()).split("\n")[0] ?? "";
    await workbench.press("Alt+Shift+Q", "g");
    await workbench.page.locator(".quick-input-widget:visible .monaco-list-row").first().waitFor();
    await workbench.press("Enter");
    await workbench.until("they are one", async () => !(await isListed(PEOPLE, merged)));
    await workbench.press("Control+Z");
    await workbench.until("they are two", () => isListed(PEOPLE, merged));
    await workbench.untilTold(/14 statements$/u);
  });
});
