import { rmSync, writeFileSync } from "node:fs";
import { closeAtTheEnd, Workbench } from "./workbench.js";

const article = "court-ferry-captain.txt";

suite("the window that npm run try opens", () => {
  let workbench: Workbench;
  suiteSetup(async () => {
    workbench = await Workbench.open("UI_TRIED_URL");
  });
  closeAtTheEnd(() => workbench);

  test("has the extension, and shows what it has to tell without being asked", async () => {
    const sidecar = workbench.pathOf(`${article}.annotations.json`);
    writeFileSync(sidecar, JSON.stringify({ format: "on-record", version: 99 }));
    await workbench.openFile(article);
    const message = workbench.page.locator(".notifications-toasts .notification-list-item", { hasText: "written by a newer version of On Record" });
    await message.waitFor();
    rmSync(sidecar);
  });
});
