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
    await workbench.toStart();
    await workbench.press("F4");
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

  test("a key in a list is about the row with the focus, or the selected ones where it is among them", async () => {
    const [first, second] = ["the military alliance as", "that Moscow and Beijing"];
    await workbench.focusRow("Statements", first);
    await workbench.selectRows("Statements", 1);
    await workbench.focusRow("Statements", second);
    await workbench.selectRows("Statements", 1);
    await workbench.press("ArrowUp", "Alt+Shift+Backspace");
    await workbench.until("the row with the focus is rejected", async () => (await isListed("Statements", "Rejected")) && !(await isListed("Statements", first)));
    assert.ok(await isListed("Statements", second), "the selected row is as it was");
    // else the keys would begin at the top of the list
    const focused = workbench.page.locator(".sidebar .monaco-list:focus .monaco-list-row.focused");
    await workbench.until("the next row has the focus", async () => plain(await focused.first().innerText().catch(() => "")).startsWith(second));
    await workbench.press("Control+Z");
    await workbench.until("it is back", () => isListed("Statements", first));
    await workbench.focusRow("Statements", first);
    await workbench.selectRows("Statements", 2);
    await workbench.press("Alt+Shift+Enter");
    await workbench.untilTold(/2 of 14 reviewed · not saved/u);
    await workbench.untilSelected("Statements", 2);
    await workbench.press("Control+Z");
    await workbench.untilTold(/14 statements$/u);
  });

  test("the key Delete in a list rejects what is in the text, and never touches the article", async () => {
    const before = await workbench.articleText();
    const words = "the military alliance as";
    await workbench.focusRow("Statements", words);
    await workbench.press("Delete");
    await workbench.untilTold(/1 of 14 reviewed · not saved/u);
    await workbench.until("it is among the rejected", async () => (await isListed("Statements", "Rejected")) && !(await isListed("Statements", words)));
    await workbench.press("Control+Z");
    await workbench.until("it is back", () => isListed("Statements", words));
    await workbench.untilTold(/14 statements$/u);
    assert.equal(await workbench.articleText(), before);
  });

  test("the key Delete in a list deletes what was added by hand", async () => {
    const before = await workbench.articleText();
    await workbench.press("Control+1", "Control+Home", "Control+Shift+ArrowRight");
    await workbench.until("a word is selected", async () => (await workbench.cursor()).selected > 0);
    await workbench.press("Alt+Shift+Q", "m");
    await workbench.answer("A person");
    await workbench.until("the person is listed", () => isListed(PEOPLE, "date"));
    await workbench.focusRow(PEOPLE, "date");
    await workbench.press("Delete");
    await workbench.until("the person is gone", async () => !(await isListed(PEOPLE, "date")));
    assert.ok(!(await isListed(PEOPLE, "Rejected")), "what nothing found needs no rejecting");
    await workbench.press("Control+Z", "Control+Z");
    await workbench.untilTold(/14 statements$/u);
    assert.equal(await workbench.articleText(), before);
  });

  test("the keys of a list do nothing while its box to find rows is typed in", async () => {
    await workbench.focusRow("Statements", "the military alliance as");
    await workbench.selectRows("Statements", 1);
    await workbench.press("Control+Alt+F");
    const box = workbench.page.locator(".sidebar .monaco-tree-type-filter input").first();
    await workbench.until("the box has the keys", () => box.evaluate((input) => input === document.activeElement));
    await workbench.page.keyboard.type("military");
    await workbench.press("Home", "Delete");
    await workbench.until("a letter is taken from it", async () => (await box.inputValue()) === "ilitary");
    await workbench.press("Control+Z");
    await workbench.until("the letter is back", async () => (await box.inputValue()) === "military");
    await workbench.press("Escape");
    await workbench.untilTold(/14 statements$/u);
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
