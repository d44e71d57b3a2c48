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
  /** Writes the answer into the box or list that asks, and takes it. */
  const answer = async (words: string): Promise<void> => {
    const box = workbench.page.locator(".quick-input-widget:visible");
    await box.waitFor();
    await workbench.page.keyboard.type(words);
    await workbench.page.waitForTimeout(300);
    await press("Enter");
    await box.waitFor({ state: "hidden" });
  };
  const names = async (view: string): Promise<string[]> => (await workbench.rows(view).allInnerTexts()).map(plain);

  test("the words of a statement shrink and grow with the selection", async () => {
    await press("Control+1", "Control+Home", "F4");
    await workbench.until("a statement is selected", async () => (await workbench.cursor()).selected > 0);
    const { selected } = await workbench.cursor();
    // the cursor is at the start of what is selected
    for (const [keys, change] of [[["Shift+Control+ArrowRight"], -1], [["Shift+Control+ArrowLeft", "Shift+Control+ArrowLeft"], 1]] as const) {
      await press("Control+Home", "F4");
      await workbench.until("the statement is selected", async () => (await workbench.cursor()).selected > 0);
      await press(...keys);
      const wanted = (await workbench.cursor()).selected;
      await press("Alt+Shift+Q", "f");
      const box = workbench.page.locator(".quick-input-widget:visible");
      await workbench.until("the words are changed", async () => {
        // which part of the statement is meant is asked where several are touched
        if (await box.isVisible()) await press("Enter");
        return /1 of 14 reviewed · not saved/u.test(await told("Statements")) && !(await box.isVisible());
      });
      await press("Control+Home", "F4");
      await workbench.until(() => `the statement has ${wanted} characters`, async () => (await workbench.cursor()).selected === wanted);
      if (change < 0) assert.ok(wanted < selected);
    }
    await press("Alt+Shift+Z", "Alt+Shift+Z");
    await untilTold(/14 statements/u);
    await press("Control+Home", "F4");
    await workbench.until("the old words are back", async () => (await workbench.cursor()).selected === selected);
  });

  test("several statements are selected in the list and accepted; undo there takes all back", async () => {
    await workbench.runCommand("On Record: Focus on Statements View");
    await press("Home", "ArrowDown", "Shift+ArrowDown", "Shift+ArrowDown");
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

  test("people are renamed and merged in their list", async () => {
    const view = "People, Places & Dates";
    await workbench.runCommand("On Record: Focus on People, Places & Dates View");
    await press("Home", "ArrowDown", "Control+Shift+Enter", "F2");
    const [, first = ""] = await names(view);
    await workbench.page.keyboard.press("Control+A");
    await answer("Somebody Renamed");
    await workbench.until("the new name is listed", async () => (await names(view)).some((name) => name.startsWith("Somebody Renamed")));
    await press("Control+Z");
    await workbench.until("the old name is back", async () => (await names(view))[1] === first);
    const isListed = async (name: string): Promise<boolean> => (await names(view)).some((row) => row.startsWith(name));
    assert.ok(await isListed("S Jaishankar"));
    await press("Home", "ArrowDown", "Shift+ArrowDown", "Alt+Shift+Q", "g");
    const box = workbench.page.locator(".quick-input-widget:visible");
    await box.waitFor();
    await press("Enter");
    await workbench.until("they are one", async () => !(await isListed("S Jaishankar")));
    await press("Control+Z");
    await workbench.until("they are two", () => isListed("S Jaishankar"));
  });

  /** Answers the box that asks for a path: another name in the same folder. */
  const saveUnder = async (name: string): Promise<void> => {
    const input = workbench.page.locator(".quick-input-widget:visible input[type=text]").first();
    await input.waitFor();
    await workbench.until("the path is there", async () => (await input.inputValue()).includes("/"));
    const path = (await input.inputValue()).replace(/[^/]*$/u, name);
    // the box fills itself while it reads the folder
    await workbench.until("the path stays", async () => {
      if ((await input.inputValue()) !== path) await input.fill(path);
      await workbench.page.waitForTimeout(1000);
      return (await input.inputValue()) === path;
    });
    await press("Enter");
    await workbench.page.locator(`.tab.active[data-resource-name="${name}"]`).waitFor();
  };

  test("an article that is saved under another name takes its sidecar along", async () => {
    await workbench.openFile(seed);
    await press("Control+Home", "F4", "Alt+Shift+Enter");
    await untilTold(/1 of 14 reviewed · not saved/u);
    await workbench.runCommand("On Record: Save Annotations");
    await workbench.until("they are saved", async () => !/not saved/u.test(await told("Statements")));
    await workbench.runCommand("File: Save As...");
    await saveUnder("saved-as.txt");
    await untilTold(/1 of 14 reviewed/u);
    assert.doesNotMatch(await told("Statements"), /not saved/u);
    await workbench.openFile("saved-as.txt.annotations.json");
    await workbench.until("it tells its own article", async () => plain((await workbench.lines.allInnerTexts()).join("\n")).includes('"file": "saved-as.txt"'));
    await workbench.screenshot("saved-as");
  });

  test("decisions on an untitled article follow it into its file", async () => {
    await workbench.runCommand("File: New Untitled Text File");
    await workbench.page.locator(".tab.active", { hasText: "Untitled-1" }).waitFor();
    await workbench.page.keyboard.insertText(
      "RIGA, May 3, 2022 - The mayor spoke to reporters on Monday.\n\n“We will rebuild the bridge,” Mayor Ada Brown said. “It will take two years.”\n\nShe added that the state would pay for most of it. Work begins in May.\n",
    );
    await untilTold(/[23] statements/u);
    await press("Control+Home", "F4", "Alt+Shift+Enter");
    await untilTold(/1 of \d reviewed · not saved/u);
    await press("Control+S");
    await saveUnder("bridge.txt");
    await untilTold(/1 of \d reviewed · not saved/u);
    await workbench.runCommand("On Record: Save Annotations");
    await workbench.until("they are saved", async () => !/not saved/u.test(await told("Statements")));
    await workbench.openFile("bridge.txt.annotations.json");
  });
});
