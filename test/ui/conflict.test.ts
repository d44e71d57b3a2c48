import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { closeAtTheEnd, plain, Workbench } from "./workbench.js";

const article = "court-ferry-captain.txt";

interface Sidecar {
  readonly statements: { status: string }[];
}

suite("decisions that somebody else saved meanwhile", () => {
  let workbench: Workbench;
  suiteSetup(async () => {
    workbench = await Workbench.open();
    await workbench.showContainer("On Record");
    await workbench.openFile(article);
    await workbench.untilTold(/statements$/u);
  });
  closeAtTheEnd(() => workbench);

  const sidecar = (): Sidecar | undefined => workbench.readJson(`${article}.annotations.json`) as Sidecar | undefined;

  /** Presses a button of the question, which the driver of the tests keeps from popping up by itself. */
  const answer = async (choice: string): Promise<void> => {
    const question = workbench.page.locator(".notifications-center .notification-list-item", { hasText: "one decision differs from yours" });
    await workbench.until("the question is put", async () => {
      await workbench.runCommand("Notifications: Show Notifications");
      return question.first().isVisible();
    });
    await question.first().locator(".monaco-button", { hasText: choice }).click();
  };

  test("are shown beside mine by the button of the question, and mine stand where I keep them", async () => {
    await workbench.runCommand("On Record: Save Annotations");
    await workbench.until("there is a sidecar", async () => (sidecar()?.statements.length ?? 0) > 0);
    await workbench.toStart();
    await workbench.press("F4");
    await workbench.until("a statement is selected", async () => (await workbench.cursor()).selected > 0);
    await workbench.press("Alt+Shift+Enter");
    await workbench.untilTold(/1 of \d+ reviewed · not saved/u);
    const theirs = sidecar();
    const [first] = theirs?.statements ?? [];
    assert.ok(first);
    first.status = "rejected";
    writeFileSync(workbench.pathOf(`${article}.annotations.json`), `${JSON.stringify(theirs, undefined, 2)}\n`);
    await workbench.runCommand("On Record: Save Annotations");
    await answer("Compare");
    const sides = workbench.page.locator(".editor-group-container.active .monaco-diff-editor");
    await sides.waitFor();
    await workbench.until("both decisions are told in words, mine on the left", async () => {
      const [mine, others] = await Promise.all([".original", ".modified"].map(async (side) => plain(await sides.locator(side).first().innerText())));
      return /Mine, not saved yet[^]+Status: accepted/u.test(mine ?? "") && /Theirs, in the file[^]+Status: rejected/u.test(others ?? "");
    });
    await workbench.screenshot("compare");
    await answer("Keep Mine");
    await workbench.until("mine is saved", async () => sidecar()?.statements[0]?.status === "accepted");
    await workbench.openFile(article);
    await workbench.untilTold(/1 of \d+ reviewed$/u);
  });
});
