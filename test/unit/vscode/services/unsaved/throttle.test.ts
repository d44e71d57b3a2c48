import assert from "node:assert/strict";
import { Throttle } from "../../../../../src/vscode/services/unsaved/throttle.js";

function recording(): { readonly throttle: Throttle; readonly ran: string[] } {
  const ran: string[] = [];
  return { throttle: new Throttle(20, (key) => ran.push(key)), ran };
}

function pass(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}

suite("what is done at once, then together", () => {
  test("the first at once, those that follow once after the pause, each key by itself", async () => {
    const { throttle, ran } = recording();
    for (const key of ["a", "a", "a", "b"]) throttle.schedule(key);
    assert.deepEqual(ran, ["a", "b"]);
    while (ran.length < 3) await pass(5);
    await pass(60);
    assert.deepEqual(ran, ["a", "b", "a"]);
  });

  test("flushing runs what is due now; what is cancelled never runs", async () => {
    const { throttle, ran } = recording();
    for (const key of ["a", "a", "b", "b"]) throttle.schedule(key);
    throttle.cancel("b");
    throttle.flush();
    assert.deepEqual(ran, ["a", "b", "a"]);
    throttle.flush();
    await pass(60);
    assert.deepEqual(ran, ["a", "b", "a"]);
  });
});
