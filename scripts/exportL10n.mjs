// Collects every message that a person may read into l10n/bundle.l10n.json, for translators: node scripts/exportL10n.mjs [--check]
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const bundle = "l10n/bundle.l10n.json";
// a message is a plain string: the first argument of `t`, by whichever name the translating function came, or of `translatable`
const MESSAGE = /\b(?:t|translatable)\(\s*("(?:[^"\\]|\\.)*")/gu;

/** The bundle's text as the source stands now: each message under itself, in the order of the alphabet. */
function collectMessages(root = "src") {
  const messages = new Set();
  for (const name of readdirSync(root, { recursive: true })) {
    if (!name.endsWith(".ts")) continue;
    for (const [, literal] of readFileSync(join(root, name), "utf8").matchAll(MESSAGE)) messages.add(JSON.parse(literal));
  }
  const sorted = [...messages].sort();
  return `${JSON.stringify(Object.fromEntries(sorted.map((message) => [message, message])), null, 2)}\n`;
}

const wanted = collectMessages();
if (process.argv.includes("--check")) {
  if (readFileSync(bundle, "utf8") !== wanted) {
    console.error(`${bundle} is out of date: run npm run l10n`);
    process.exitCode = 1;
  }
} else {
  mkdirSync("l10n", { recursive: true });
  writeFileSync(bundle, wanted);
}
