import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { chromium, type Browser, type Locator, type Page } from "playwright-core";
import { patience } from "../host/patience.js";
import { placeOnScreen, type ScreenPoint } from "./placeOnScreen.js";
import { signsOnScreen, type Signs } from "./signsOnScreen.js";

/** The themes that every picture and colour has to work in, by their names in the theme picker. */
export const themes = {
  light: { label: "Light Modern", base: "vs" },
  dark: { label: "Dark Modern", base: "vs-dark" },
  "high-contrast": { label: "Dark High Contrast", base: "hc-black" },
  "high-contrast-light": { label: "Light High Contrast", base: "hc-light" },
} as const;

export type ThemeName = keyof typeof themes;

export const themeNames: readonly ThemeName[] = ["light", "dark", "high-contrast", "high-contrast-light"];

/** The real workbench in a browser, driven as a person drives it. The launcher (scripts/testHost) starts server and browser. */
export class Workbench {
  private constructor(
    private readonly browser: Browser,
    readonly page: Page,
  ) {}

  /**
   * Opens a window on a copy of the seeds with the extension loaded, and waits until it can be used.
   * @param address the environment variable with the window's address
   */
  static async open(address = "UI_URL"): Promise<Workbench> {
    const browser = await chromium.connect(environment("UI_BROWSER"));
    try {
      const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
      const page = await context.newPage();
      page.setDefaultTimeout(15_000 * patience);
      await page.goto(environment(address));
      await page.locator(".monaco-workbench .activitybar").waitFor();
      await page.locator(".explorer-folders-view .monaco-list-row").first().waitFor();
      return new Workbench(browser, page);
    } catch (error) {
      // a connection that stays open would keep the whole run from ending
      await browser.close();
      throw error;
    }
  }

  async close(): Promise<void> {
    await this.browser.close();
  }

  /** Opens a file by Quick Open, whose rows may still move as they are clicked: then once more. */
  async openFile(name: string): Promise<void> {
    const tab = this.page.locator(`.tab.active[data-resource-name="${name}"]`);
    await this.until(`${name} is open`, async () => {
      await this.page.keyboard.press("Control+P");
      await this.choose(name);
      await tab.waitFor({ timeout: 3000 * patience }).catch(() => undefined);
      return tab.isVisible();
    });
    await this.lines.first().waitFor();
  }

  /** Runs a command by its title in the command palette. */
  async runCommand(title: string): Promise<void> {
    await this.page.keyboard.press("F1");
    await this.choose(title, ">");
  }

  /** Switches the colour theme, as a person does. */
  async useTheme(theme: ThemeName): Promise<void> {
    const { label, base } = themes[theme];
    await this.page.keyboard.press("Control+K");
    await this.page.keyboard.press("Control+T");
    await this.choose(label);
    await this.page.locator(`.monaco-workbench.${base}`).waitFor();
  }

  /** The visible lines of the active editor. */
  get lines(): Locator {
    return this.page.locator(".editor-group-container.active .editor-instance .view-line");
  }

  /** The words of the article that are on the screen, as they follow each other. */
  async articleText(): Promise<string> {
    // lines are drawn in any order
    const lines = await this.lines.evaluateAll((all) => all.map((line) => ({ top: line.getBoundingClientRect().top, words: line.textContent })));
    return plain(lines.toSorted((a, b) => a.top - b.top).map(({ words }) => words).join("\n"));
  }

  /** Where words of the article stand on the screen, the first ones or those within a longer piece of it. */
  async placeOf(words: string, within = words): Promise<ScreenPoint> {
    const found = await this.page.waitForFunction(placeOnScreen, { words, within });
    const place = await found.jsonValue();
    if (!place) throw new Error(`not on the screen: ${words}`);
    return place;
  }

  /** Waits until words are drawn as they should be, and tells how. */
  async signsOf(words: string, within: string, wanted: (signs: Signs) => boolean): Promise<Signs> {
    let signs: Signs | undefined;
    await this.until(
      () => `“${words}” is drawn otherwise than as ${JSON.stringify(signs)}`,
      async () => {
        signs = await this.page.evaluate(signsOnScreen, await this.placeOf(words, within));
        return signs !== undefined && wanted(signs);
      },
    );
    if (!signs) throw new Error(`not on the screen: ${words}`);
    return signs;
  }

  /** Presses keys one after the other. */
  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  /** Waits until the title of the list of statements, with what stands beside it, is as it should be, and gives it back. */
  async untilTold(what: RegExp): Promise<string> {
    const header = this.page.locator('.sidebar .pane-header[aria-label^="Statements"]').first();
    let told = "";
    await this.until(
      () => `the title of the list tells ${String(what)} instead of ${told}`,
      async () => what.test((told = plain((await header.textContent()) ?? ""))),
    );
    return told;
  }

  /** Waits until something holds, 15 seconds at most, or longer where the tests are patient. */
  async until(what: string | (() => string), holds: () => Promise<boolean>): Promise<void> {
    const deadline = Date.now() + 15_000 * patience;
    while (!(await holds())) {
      if (Date.now() > deadline) throw new Error(`waited in vain until ${typeof what === "string" ? what : what()}`);
      await this.page.waitForTimeout(50);
    }
  }

  /** Rests the mouse on a piece of the article and gives back the card that appears, as text. */
  async hoverCard(words: string, within = words): Promise<string> {
    const { x, y } = await this.placeOf(words, within);
    // away first: a card that is still open would stay
    await this.page.mouse.move(x, 5);
    const card = this.page.locator(".monaco-editor .monaco-hover:not(.hidden)").first();
    await card.waitFor({ state: "hidden" });
    await this.page.mouse.move(x - 3, y);
    await this.page.mouse.move(x, y, { steps: 3 });
    await card.waitFor();
    return plain(await card.innerText());
  }

  /** Puts the cursor into a piece of the article by a click. */
  async click(words: string, within = words): Promise<void> {
    const { x, y } = await this.placeOf(words, within);
    await this.page.mouse.click(x, y);
  }

  /** Where the cursor is: what the status bar says. */
  async cursor(): Promise<{ readonly line: number; readonly column: number; readonly selected: number }> {
    const words = await this.page.locator("#status\\.editor\\.selection").innerText();
    const [, line, column, selected] = /Ln (\d+), Col (\d+)(?: \((\d+) selected\))?/u.exec(words) ?? [];
    return { line: Number(line), column: Number(column), selected: Number(selected ?? 0) };
  }

  /** Puts the keyboard into the article and the cursor before its first word, and waits until it is told there. */
  async toStart(): Promise<void> {
    await this.press("Control+1", "Control+Home");
    await this.until("the cursor is at the start", async () => JSON.stringify(await this.cursor()) === JSON.stringify({ line: 1, column: 1, selected: 0 }));
  }

  /** Presses a key, and waits until the cursor is elsewhere than where it is told to be now. */
  async moveBy(key: string): Promise<void> {
    const before = JSON.stringify(await this.cursor());
    await this.page.keyboard.press(key);
    await this.until(`${key} moves the cursor`, async () => JSON.stringify(await this.cursor()) !== before);
  }

  /** Opens a container of the activity bar by its name. */
  async showContainer(name: string): Promise<void> {
    const tab = this.page.locator(".activitybar .action-item", { has: this.page.locator(`[aria-label^="${name}"]`) }).first();
    if (!/\bchecked\b/u.test((await tab.getAttribute("class")) ?? "")) await tab.click();
    await this.page.locator(".sidebar .composite.title", { hasText: new RegExp(name, "iu") }).waitFor();
  }

  /** The rows of a view in the side bar that are on the screen now, all or those with some words. */
  rows(view: string, hasText = ""): Locator {
    return this.pane(view).locator(".monaco-list-row", { hasText });
  }

  /** Puts the keyboard into a view's list, at its first row, with no row selected. */
  async focusList(view: string): Promise<void> {
    await this.runCommand(`On Record: Focus on ${view} View`);
    const list = this.pane(view).locator(".monaco-list").first();
    await this.until(`the list of ${view} has the keys`, async () => list.evaluate((element) => element.contains(document.activeElement)));
    await this.press("Escape", "Home");
    await this.untilSelected(view, 0);
  }

  /** Moves the focus of a list, and nothing else, down to the first row that begins with some words. */
  async focusRow(view: string, words: string): Promise<void> {
    await this.focusList(view);
    const focused = this.pane(view).locator(".monaco-list-row.focused");
    await this.until(`a row “${words}” has the focus`, async () => {
      const row = await focused.first().innerText().catch(() => "");
      if (plain(row).startsWith(words)) return true;
      await this.press("ArrowDown");
      await this.until("the focus moves", async () => (await focused.first().innerText().catch(() => "")) !== row);
      return false;
    });
  }

  /** Selects the focused row of a list by the key for it, and the next ones up to a number. */
  async selectRows(view: string, count: number): Promise<void> {
    // arrow keys move the focus; the row is selected by its own key, the next ones join it
    for (let selected = 1; selected <= count; selected++) {
      await this.press(selected === 1 ? "Control+Shift+Enter" : "Shift+ArrowDown");
      await this.untilSelected(view, selected);
    }
  }

  /** Waits until so many rows of a list are selected. */
  async untilSelected(view: string, count: number): Promise<void> {
    await this.until(`${count} rows are selected`, async () => (await this.selectedRows(view).count()) === count);
  }

  selectedRows(view: string): Locator {
    return this.pane(view).locator(".monaco-list-row.selected");
  }

  /** Answers the box or the list that asks: the words are written over what is there, and taken. */
  async answer(words: string): Promise<void> {
    const input = this.page.locator(".quick-input-widget:visible input[type=text]").first();
    await input.fill(words);
    await this.page.waitForTimeout(200);
    await this.press("Enter");
    await this.page.locator(".quick-input-widget").waitFor({ state: "hidden" });
  }

  /** Where a file of the folder that is open lies on the disk. */
  pathOf(name: string): string {
    return join(new URL(environment("UI_URL")).searchParams.get("folder") ?? "", name);
  }

  /** What a file of the folder holds, as soon as all of it is written. */
  readJson(name: string): unknown {
    try {
      return JSON.parse(readFileSync(this.pathOf(name), "utf8"));
    } catch {
      return undefined;
    }
  }

  /** Keeps a picture of the window in the build output. */
  async screenshot(name: string): Promise<void> {
    mkdirSync("out/screenshots", { recursive: true });
    await this.page.screenshot({ path: `out/screenshots/${name}.png` });
  }

  private pane(view: string): Locator {
    return this.page.locator(".sidebar .pane", { has: this.page.locator(`.pane-header[aria-label^="${view}"]`) });
  }

  /** Types into the open quick input and takes the first answer that is what was typed. */
  private async choose(label: string, prefix = ""): Promise<void> {
    const widget = this.page.locator(".quick-input-widget:visible");
    await widget.locator("input[type=text]").first().fill(prefix + label);
    // not "notes.txt.annotations.json" for "notes.txt"
    const isIt = this.page.locator(".label-name").filter({ hasText: new RegExp(`^${label.replaceAll(/[.*+?^${}()|[\]\\]/gu, "\\$&")}$`, "u") });
    const answer = widget.locator(".monaco-list-row", { has: isIt }).first();
    await answer.waitFor();
    // rows come in by and by, and a click would meet the one that has taken the place of another
    let rows: string | undefined;
    await this.until(`the rows beside ${label} stand still`, async () => {
      const before = rows;
      rows = (await widget.locator(".monaco-list-row").allInnerTexts()).join("\n");
      if (rows === before && (await answer.isVisible())) return true;
      await this.page.waitForTimeout(STILL);
      return false;
    });
    await answer.click();
    await widget.waitFor({ state: "hidden" });
  }
}

/** Milliseconds in which rows that stand still have not moved. */
const STILL = 150;

/** Said in a suite: a picture is kept of the workbench in which a test failed, and it is closed after the last one. */
export function closeAtTheEnd(workbench: () => Workbench): void {
  teardown(async function () {
    if (this.currentTest?.state === "failed") await workbench().screenshot(`failed-${this.currentTest.title.slice(0, 30)}`);
  });
  suiteTeardown(() => workbench().close());
}

/** The editor and its cards draw spaces as no-break spaces. */
export function plain(text: string): string {
  return text.replaceAll("\u00a0", " ");
}

function environment(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: run the suite by npm run test:ui`);
  return value;
}
