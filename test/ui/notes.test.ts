import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import type { Locator } from "playwright-core";
import { closeAtTheEnd, plain, Workbench } from "./workbench.js";

const article = "wire-border-road-2025-03-03.txt";

interface Note {
  readonly id: string;
  readonly text: string;
}

interface Sidecar {
  readonly statements: readonly { readonly status?: string; readonly notes?: readonly Note[] }[];
}

suite("notes beside the words", () => {
  let workbench: Workbench;
  suiteSetup(async () => {
    workbench = await Workbench.open();
    await workbench.showContainer("On Record");
    await workbench.openFile(article);
    await workbench.untilTold(/statements$/u);
  });
  closeAtTheEnd(() => workbench);

  /** What is written in the comments that are open. */
  const shown = async (): Promise<string[]> => (await workbench.page.locator(".review-widget .comment-body:visible").allInnerTexts()).map((text) => plain(text).trim());
  const untilShown = (...notes: readonly string[]): Promise<void> =>
    workbench.until(`the notes are ${notes.join(", ")}`, async () => JSON.stringify(await shown()) === JSON.stringify(notes));
  /** A button with a word, or with an icon that has a name. */
  const button = (name: string): Locator => workbench.page.locator(`.review-widget .monaco-button:text-is("${name}"), .review-widget .action-label[aria-label="${name}"]`).first();

  test("are written, changed and deleted by the buttons of the comment itself", async () => {
    await workbench.toStart();
    await workbench.press("F4");
    await workbench.until("a statement is selected", async () => (await workbench.cursor()).selected > 0);
    await workbench.press("Alt+Shift+Q", "n");
    await workbench.answer("first note");
    await workbench.page.locator(".comment-range-glyph.comment-thread").first().click();
    await untilShown("first note");
    await workbench.screenshot("notes");
    const { page } = workbench;
    // the keys of a review are letters here
    await workbench.press("Control+1", "Alt+Shift+Q", "v");
    await page.locator(".statusbar-item", { hasText: "reviewed:" }).first().waitFor();
    await page.locator(".review-widget .comment-form .monaco-editor").first().click();
    await page.keyboard.type("ask as usual, sir");
    await button("Save Note").click();
    await untilShown("first note", "ask as usual, sir");
    assert.match(await workbench.untilTold(/ · not saved$/u), /Statements\d+ statements/u, "nothing was decided by these letters");
    await button("Edit Note").click();
    await page.locator(".review-widget .edit-textarea .monaco-editor").click();
    await workbench.press("Control+A");
    await page.keyboard.type("the first, corrected");
    await button("Save Changed Note").click();
    await untilShown("the first, corrected", "ask as usual, sir");
    await button("Edit Note").click();
    await page.locator(".review-widget .edit-textarea .monaco-editor").click();
    await workbench.press("Control+A");
    await page.keyboard.type("given up");
    await button("Cancel").click();
    await untilShown("the first, corrected", "ask as usual, sir");
    await button("Delete Note").click();
    await untilShown("ask as usual, sir");
    await workbench.press("Control+1");
    await workbench.runCommand("On Record: Stop Review");
    await workbench.runCommand("On Record: Save Annotations");
    await workbench.until("what is left is in the sidecar", async () => {
      const sidecar = workbench.readJson(`${article}.annotations.json`) as Sidecar | undefined;
      const notes = sidecar?.statements.flatMap(({ notes: all = [] }) => all.map(({ text }) => text));
      return JSON.stringify(notes) === JSON.stringify(["ask as usual, sir"]);
    });
  });

  /** Another program writes the notes of the sidecar anew, and accepts the last statement that nobody decided on, so that the list tells when that is taken over. */
  const writeNotes = async (change: (notes: readonly Note[]) => readonly Note[]): Promise<void> => {
    const sidecar = workbench.readJson(`${article}.annotations.json`) as Sidecar;
    const open = sidecar.statements.findLastIndex(({ status }) => status === "proposed");
    const statements = sidecar.statements.map(({ notes, ...statement }, index) => ({ ...statement, ...(index === open ? { status: "accepted" } : {}), ...(notes ? { notes: change(notes) } : {}) }));
    writeFileSync(workbench.pathOf(`${article}.annotations.json`), JSON.stringify({ ...sidecar, statements }, undefined, 2));
    const reviewed = statements.filter(({ status }) => status === "accepted").length;
    await workbench.untilTold(new RegExp(`${reviewed} of \\d+ reviewed`, "u"));
  };

  /** Types over the first note that is shown. */
  const typeOver = async (words: string): Promise<void> => {
    await button("Edit Note").click();
    await workbench.page.locator(".review-widget .edit-textarea .monaco-editor").click();
    await workbench.press("Control+A");
    await workbench.page.keyboard.type(words);
  };

  for (const [name, theirs, all] of [
    ["changed", [{ text: "theirs" }], ["theirs", "mine"]],
    ["deleted", [], ["mine"]],
  ] as const) {
    test(`what is written over a note that another program has ${name} meanwhile stands beside it`, async () => {
      await typeOver("mine");
      await writeNotes((notes) => notes.flatMap((note) => theirs.map((other) => ({ ...note, ...other }))));
      await button("Save Changed Note").click();
      await untilShown(...all);
      await workbench.runCommand("On Record: Save Annotations");
      await workbench.untilTold(/reviewed$/u);
    });
  }

  test("what is written in reply stays while another program adds a note, and deletes all", async () => {
    const { page } = workbench;
    await page.locator(".review-widget .review-thread-reply-button").first().click();
    await page.locator(".review-widget .comment-form .monaco-editor").first().click();
    await page.keyboard.type("a reply");
    await writeNotes((notes) => [...notes, ...notes.map((note) => ({ ...note, id: "another", text: "another" }))]);
    await untilShown("mine", "another");
    await writeNotes(() => []);
    await untilShown();
    await button("Save Note").click();
    await untilShown("a reply");
  });

  test("stay open while they are changed, whatever else is decided meanwhile", async () => {
    const { page } = workbench;
    await button("Edit Note").click();
    await page.locator(".review-widget .edit-textarea .monaco-editor").click();
    await workbench.press("Control+A");
    await page.keyboard.type("not given up");
    await workbench.press("Control+1", "Alt+Shift+Enter");
    await workbench.untilTold(/reviewed · not saved$/u);
    await button("Save Changed Note").click();
    await untilShown("not given up");
  });

  test("say where their words are no longer in the text, and no longer once these are back", async () => {
    const { page } = workbench;
    const title = async (): Promise<string> => plain(await page.locator(".review-widget").first().innerText()).split("\n")[0] ?? "";
    await workbench.until("they name their words", async () => /^Notes on “.+”$/u.test(await title()));
    await workbench.toStart();
    await workbench.moveBy("F4");
    await workbench.press("Control+Shift+K");
    await workbench.until("they say so", async () => /^Notes on “.+”, which is no longer in the text$/u.test(await title()));
    await untilShown("not given up");
    await workbench.press("Control+Z");
    await workbench.until("they name their words", async () => /^Notes on “.+”$/u.test(await title()));
  });

  test("of what is no longer in the text are at the top when the article is opened again, and can be changed there", async () => {
    const { page } = workbench;
    await workbench.toStart();
    await workbench.moveBy("F4");
    await workbench.press("Control+Shift+K", "Control+S");
    await workbench.until("they are saved as an orphan's", async () => JSON.stringify(workbench.readJson(`${article}.annotations.json`)).includes('"orphaned":true'));
    await page.locator(".tab.active .tab-actions .action-label").first().click();
    await page.locator(".review-widget").waitFor({ state: "detached" });
    await workbench.openFile(article);
    await page.locator(".comment-range-glyph.comment-thread").first().click();
    await untilShown("not given up");
    await typeOver("still known");
    await button("Save Changed Note").click();
    await untilShown("still known");
  });
});
