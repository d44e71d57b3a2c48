import assert from "node:assert/strict";
import { closeAtTheEnd, Workbench } from "./workbench.js";

interface Sidecar {
  readonly source: { readonly file?: string };
  readonly statements: readonly { readonly status: string }[];
}

suite("an article that gets another name", () => {
  let workbench: Workbench;
  suiteSetup(async () => {
    workbench = await Workbench.open();
    await workbench.showContainer("On Record");
  });
  closeAtTheEnd(() => workbench);

  const acceptTheFirst = async (): Promise<void> => {
    await workbench.toStart();
    await workbench.press("F4");
    await workbench.until("a statement is selected", async () => (await workbench.cursor()).selected > 0);
    await workbench.press("Alt+Shift+Enter");
    await workbench.untilTold(/1 of \d+ reviewed · not saved/u);
  };
  /** Answers the box that asks for a path: another name in the folder that is open. */
  const saveUnder = async (name: string): Promise<void> => {
    const path = workbench.pathOf(name);
    const input = workbench.page.locator(".quick-input-widget:visible input[type=text]").first();
    await input.waitFor();
    // the box fills itself while it reads the folder
    let since = 0;
    await workbench.until("the path stays", async () => {
      if ((await input.inputValue()) !== path) {
        await input.fill(path);
        since = Date.now();
      }
      return Date.now() - since > 1000;
    });
    await workbench.press("Enter");
    await workbench.page.locator(`.tab.active[data-resource-name="${name}"]`).waitFor();
  };
  const sidecarOf = (name: string): Sidecar | undefined => workbench.readJson(`${name}.annotations.json`) as Sidecar | undefined;
  const acceptedIn = (name: string): number => sidecarOf(name)?.statements.filter(({ status }) => status === "accepted").length ?? 0;

  test("an article that is saved under another name takes its sidecar along", async () => {
    // other suites find the seed as it was
    await workbench.openFile("profile-lighthouse-keeper.txt");
    await workbench.untilTold(/^Statements\d+ statements$/u);
    await acceptTheFirst();
    await workbench.runCommand("On Record: Save Annotations");
    await workbench.until("the decision is in the sidecar", async () => acceptedIn("profile-lighthouse-keeper.txt") === 1);
    await workbench.press("Control+Shift+S");
    await saveUnder("saved-as.txt");
    await workbench.until("the decision is in a sidecar of the new name", async () => acceptedIn("saved-as.txt") === 1);
    assert.equal(sidecarOf("saved-as.txt")?.source.file, "saved-as.txt");
    await workbench.untilTold(/1 of \d+ reviewed$/u);
  });

  test("decisions on an untitled article follow it into its file", async () => {
    await workbench.runCommand("File: New Untitled Text File");
    await workbench.page.locator(".tab.active", { hasText: "Untitled-1" }).waitFor();
    await workbench.page.keyboard.insertText(
      "RIGA, May 3, 2022 - The mayor spoke to reporters on Monday.\n\n“We will rebuild the bridge,” Mayor Ada Brown said. “It will take two years.”\n\nShe added that the state would pay for most of it. Work begins in May.\n",
    );
    await workbench.untilTold(/Statements[23] statements/u);
    await acceptTheFirst();
    await workbench.press("Control+S");
    await saveUnder("bridge.txt");
    await workbench.untilTold(/1 of \d reviewed · not saved/u);
    await workbench.runCommand("On Record: Save Annotations");
    await workbench.until("the decision is in the sidecar", async () => acceptedIn("bridge.txt") === 1);
    await workbench.untilTold(/1 of \d reviewed$/u);
  });

  test("an article that is renamed in the explorer takes its sidecar along, without a question, and undo brings both back", async () => {
    await workbench.showContainer("Explorer");
    const files = workbench.page.locator(".explorer-folders-view");
    // rows move while files come and go
    const select = (name: string): Promise<void> =>
      workbench.until(`${name} is selected`, async () => {
        await files.locator(".monaco-list-row .label-name", { hasText: new RegExp(`^${name}$`, "u") }).click();
        return (await files.locator(".monaco-list-row.selected").allInnerTexts()).map((words) => words.trim()).join() === name;
      });
    await select("bridge.txt");
    await workbench.press("F2");
    const box = files.locator("input.input:visible, .monaco-inputbox input:visible").first();
    await box.fill("crossing.txt");
    await workbench.press("Enter");
    await workbench.page.locator('.tab[data-resource-name="crossing.txt"]').waitFor();
    await workbench.until("the sidecar has the new name", async () => acceptedIn("crossing.txt") === 1 && sidecarOf("bridge.txt") === undefined);
    await select("crossing.txt");
    await workbench.press("Control+Z");
    await workbench.page.locator('.tab[data-resource-name="bridge.txt"]').waitFor();
    await workbench.until("the sidecar is back", async () => acceptedIn("bridge.txt") === 1 && sidecarOf("crossing.txt") === undefined);
  });
});
