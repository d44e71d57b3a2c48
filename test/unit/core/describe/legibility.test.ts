import assert from "node:assert/strict";
import { describeLegibility } from "../../../../src/core/describe/legibility.js";
import { englishWording } from "../../../../src/core/describe/translate.js";

suite("what keeps an article from being read", () => {
  const cases: [string, string, string, RegExp][] = [
    ["nothing", "en", "“We are late,” she said.", /^$/u],
    ["lost quotation marks", "en", "\uFFFDWe are late,\uFFFD she said.", /^Some letters show as \uFFFD\. If the file .* reopen it\.$/u],
    ["another language", "fr", "Nous sommes en retard.", /^This article is in French\. Statements are found in English articles only\.$/u],
    ["both", "fr", "Nous sommes arriv\uFFFDs.", /^This article is in French\. .* only\. Some letters show as \uFFFD\. /u],
  ];
  for (const [name, language, text, told] of cases) test(name, () => assert.match(describeLegibility({ language }, text, englishWording) ?? "", told));
});
