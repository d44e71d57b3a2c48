import { mkdirSync } from "node:fs";
import { chromium, type Browser, type Locator, type Page } from "playwright-core";
import { placeOnScreen, type ScreenPoint } from "./placeOnScreen.js";

/** The themes that every picture and colour has to work in, by their names in the theme picker. */
export const themes = {
  light: { label: "Light Modern", base: "vs" },
  dark: { label: "Dark Modern", base: "vs-dark" },
  "high-contrast": { label: "Dark High Contrast", base: "hc-black" },
  "high-contrast-light": { label: "Light High Contrast", base: "hc-light" },
} as const;

/** The real workbench in a browser, driven as a person drives it. The launcher (scripts/testHost) starts server and browser. */
export class Workbench {
  private constructor(
    private readonly browser: Browser,
    readonly page: Page,
  ) {}

  /** Opens a window on a copy of the seeds with the extension loaded, and waits until it can be used. */
  static async open(): Promise<Workbench> {
    const browser = await chromium.connect(environment("UI_BROWSER"));
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
    const page = await context.newPage();
    page.setDefaultTimeout(15_000);
    await page.goto(environment("UI_URL"));
    await page.locator(".monaco-workbench .activitybar").waitFor();
    await page.locator(".explorer-folders-view .monaco-list-row").first().waitFor();
    return new Workbench(browser, page);
  }

  async close(): Promise<void> {
    await this.browser.close();
  }

  /** Opens a file by Quick Open. */
  async openFile(name: string): Promise<void> {
    await this.page.keyboard.press("Control+P");
    await this.choose(name);
    await this.page.locator(`.tab.active[data-resource-name="${name}"]`).waitFor();
    await this.lines.first().waitFor();
  }

  /** Runs a command by its title in the command palette. */
  async runCommand(title: string): Promise<void> {
    await this.page.keyboard.press("F1");
    await this.choose(title, ">");
  }

  /** Switches the colour theme, as a person does. */
  async useTheme(theme: keyof typeof themes): Promise<void> {
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

  /** Where a piece of the article stands on the screen; it must not run over a wrapped line's end. */
  async placeOf(text: string): Promise<ScreenPoint> {
    const found = await this.page.waitForFunction(placeOnScreen, text);
    const place = await found.jsonValue();
    if (!place) throw new Error(`not on the screen: ${text}`);
    return place;
  }

  /** Rests the mouse on a piece of the article and gives back the card that appears, as text. */
  async hoverCard(text: string): Promise<string> {
    const { x, y } = await this.placeOf(text);
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
  async click(text: string): Promise<void> {
    const { x, y } = await this.placeOf(text);
    await this.page.mouse.click(x, y);
  }

  /** The cursor's line and column in words, or how much is selected: what the status bar says. */
  async cursor(): Promise<string> {
    return this.page.locator("#status\\.editor\\.selection").innerText();
  }

  /** Opens a container of the activity bar by its name. */
  async showContainer(name: string): Promise<void> {
    const tab = this.page.locator(".activitybar .action-item", { has: this.page.locator(`[aria-label^="${name}"]`) }).first();
    if (!/\bchecked\b/u.test((await tab.getAttribute("class")) ?? "")) await tab.click();
    await this.page.locator(".sidebar .composite.title", { hasText: new RegExp(name, "iu") }).waitFor();
  }

  /** The rows of a view in the side bar that are on the screen now. */
  rows(view: string): Locator {
    return this.page.locator(".sidebar .pane", { has: this.page.locator(`.pane-header[aria-label^="${view}"]`) }).locator(".monaco-list-row");
  }

  /** Keeps a picture of the window in the build output. */
  async screenshot(name: string): Promise<void> {
    mkdirSync("out/screenshots", { recursive: true });
    await this.page.screenshot({ path: `out/screenshots/${name}.png` });
  }

  /** Types into the open quick input and takes the first answer that holds what was typed. */
  private async choose(label: string, prefix = ""): Promise<void> {
    const widget = this.page.locator(".quick-input-widget:visible");
    await widget.locator("input[type=text]").first().fill(prefix + label);
    const answer = widget.locator(".monaco-list-row", { hasText: label }).first();
    await answer.waitFor();
    await answer.click();
    await widget.waitFor({ state: "hidden" });
  }
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
