import assert from "node:assert/strict";
import { describeLanguage } from "../../../../src/core/describe/language.js";
import { englishWording } from "../../../../src/core/describe/translate.js";

suite("the language of an article in words", () => {
  const cases: readonly (readonly [string | undefined, string | undefined])[] = [
    ["en", undefined],
    ["en-GB", undefined],
    [undefined, undefined],
    ["fr", "This article is in French. Statements are found in English articles only."],
    ["pt-BR", "This article is in Brazilian Portuguese. Statements are found in English articles only."],
    ["und", "This article is not in English. Statements are found in English articles only."],
    ["no tag", "This article is in no tag. Statements are found in English articles only."],
  ];
  for (const [language, expected] of cases) {
    test(String(language), () => assert.equal(describeLanguage(language === undefined ? {} : { language }, englishWording), expected));
  }
});
