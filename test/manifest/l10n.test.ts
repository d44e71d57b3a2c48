import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

suite("messages", () => {
  test("the bundle for translators holds every message of the source", () => {
    execFileSync(process.execPath, ["scripts/exportL10n.mjs", "--check"], { stdio: "pipe" });
  });

  test("placeholders of a message are numbered without gaps", () => {
    const messages = Object.keys(JSON.parse(readFileSync("l10n/bundle.l10n.json", "utf8")) as Record<string, string>);
    assert.ok(messages.length > 50);
    for (const message of messages) {
      const numbers = [...new Set([...message.matchAll(/\{(\d+)\}/gu)].map(([, number]) => Number(number)))].sort((a, b) => a - b);
      assert.deepEqual(numbers, numbers.map((_, at) => at), message);
    }
  });
});
