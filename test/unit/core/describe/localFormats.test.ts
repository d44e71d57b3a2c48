import assert from "node:assert/strict";
import { describeDate } from "../../../../src/core/describe/dates.js";
import { localFormats } from "../../../../src/core/describe/localFormats.js";
import { english } from "../../../../src/core/describe/translate.js";

suite("dates, numbers and lists by the rules of a language", () => {
  test("are made once for each language, for a list may have thousands of rows", () => {
    assert.equal(localFormats("en-GB"), localFormats("en-GB"));
    assert.notEqual(localFormats("en-GB"), localFormats("de"));
  });

  test("keep to their language, whichever was asked for first", () => {
    const day = { value: "2021-04-06", timex: "DATE" } as const;
    assert.deepEqual(
      ["en-GB", "de", "en-GB"].map((locale) => describeDate(day, { t: english, locale })),
      ["Tuesday, 6 April 2021", "Dienstag, 6. April 2021", "Tuesday, 6 April 2021"],
    );
  });
});
