import assert from "node:assert/strict";
import { findNames } from "../../../../../src/core/detect/names.js";
import { titleAcronyms } from "../../../../../src/core/resolve/mentions/titleAcronyms.js";
import { readArticle } from "../../../../../src/core/text/readArticle.js";

function titlesIn(text: string): string[] {
  const article = readArticle({ text });
  const names = article.blocks.flatMap((block) => findNames(article, block, [], []));
  return [...titleAcronyms(article, names)];
}

suite("offices in capitals", () => {
  const told: [string, string[]][] = [
    ["Yesterday the EAM Peter Hollis left.", ["EAM"]],
    ["Yesterday the External Affairs Minister (EAM) left.", ["EAM"]],
    ["Yesterday the Director of Public Prosecutions (DPP) left.", ["DPP"]],
    ["Yesterday the Attorney General (AG) left.", ["AG"]],
    ["Then Cabinet Secretary Peter Hollis left. The CS was late.", ["CS"]],
    ["He met the CMO Karen Jones and the DGP Peter Hollis in town.", ["CMO", "DGP"]],
  ];
  for (const [text, titles] of told) test(text, () => assert.deepEqual(titlesIn(text), titles));

  const untold = [
    // a body that everybody knows
    "Yesterday NATO Secretary Peter Hollis left.",
    "The BBC's Peter Hollis left.",
    // letters that the text gives to a body
    "The Northern Union of Miners (NUM) met. NUM chief Peter Hollis left.",
    "Peter Hollis left the EAM.",
    // a body whose words begin as an office's
    "The Officer Training Corps (OTC) left.",
    // initials are a name's own
    "Then JJ Hollis left.",
  ];
  for (const text of untold) test(`none in: ${text}`, () => assert.deepEqual(titlesIn(text), []));
});
