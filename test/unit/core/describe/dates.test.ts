import assert from "node:assert/strict";
import { describeDate, describeDay, describeOpenDate, isCalendarDate, isCountedFromArticle } from "../../../../src/core/describe/dates.js";
import { englishWording } from "../../../../src/core/describe/translate.js";
import type { Timex } from "../../../../src/core/document/annotationDocument.js";

suite("dates in words", () => {
  const cases: [Timex, string, string | undefined][] = [
    ["DATE", "2021-04-06", "Tuesday 6 April 2021"],
    ["DATE", "2021-04", "April 2021"],
    ["DATE", "2021", "the year 2021"],
    ["DATE", "199", "the 1990s"],
    ["DATE", "199X", "the 1990s"],
    ["DATE", "19XX", "the years 1900 to 1999"],
    ["DATE", "2021-W14", "the week of 5–11 April 2021"],
    ["DATE", "2021-W14-WE", "the weekend of 10–11 April 2021"],
    ["DATE", "2020-W53", "the week of 28 December 2020–3 January 2021"],
    ["DATE", "2021-W14-2", "Tuesday 6 April 2021"],
    ["DATE", "2021-W99-9", undefined],
    ["DATE", "2021-SU", "summer 2021"],
    ["DATE", "2020-Q3", "quarter 3 of 2020"],
    ["DATE", "FY2019", "fiscal year 2019"],
    ["DATE", "PRESENT_REF", "now, when the article was written"],
    ["TIME", "2021-04-06TMO", "the morning of Tuesday 6 April 2021"],
    ["TIME", "2021-04-06T14:00", "Tuesday 6 April 2021, at 14:00"],
    ["TIME", "2021-04-06T09:00+02:00", "Tuesday 6 April 2021, at 09:00 UTC+02:00"],
    ["DURATION", "P2D", "2 days"],
    ["DURATION", "P1Y", "1 year"],
    ["DURATION", "PT30M", "30 minutes"],
    ["DURATION", "PXW", "several weeks"],
    ["SET", "P1Y", "every year"],
    ["SET", "XXXX-WXX-1", "every Monday"],
    ["SET", "XXXX-XX-XXTMO", "every morning"],
    ["SET", "XXXX-XX-XXTNI", "every night"],
    // what has no words of its own is left to its value
    ["DATE", "XXXX-WXX-2", undefined],
    ["DATE", "", undefined],
    ["DATE", "P1Y<script>", undefined],
    ["DURATION", "P1DT2H", undefined],
  ];
  for (const [timex, value, words] of cases) {
    // releases of the locale data differ in a comma behind the weekday and in the spaces around a dash
    test(`${timex} ${value}`, () => assert.equal(describeDate({ timex, value }, englishWording)?.replace("day, ", "day ").replace(/\s*–\s*/u, "–"), words));
  }

  const open: [string, string | undefined][] = [
    ["XXXX-WXX-5", "day not known"],
    ["XXXX-XX-XXT20:00", "day not known"],
    ["XXXX-XX-12", "month not known"],
    ["XXXX-WXX-WE", "day not known"],
    ["XXXX-WXX", "week not known"],
    ["XXXX-03", "year not known"],
    ["XXXX-03-04", "year not known"],
    ["XXXX-SU", "year not known"],
    ["XXXX-WI", "year not known"],
    ["XXXX-W12", "week not known"],
    ["2021-04-06", undefined],
    ["199X", undefined],
    ["PXD", undefined],
    ["PAST_REF", undefined],
  ];
  for (const [value, words] of open) test(`what is open of ${value}`, () => assert.equal(describeOpenDate({ value }, englishWording), words));

  test("the day of an article, in running text", () => {
    const days = ["2021-04-06", "2021-04", "2021-13-45", "soon"].map((value) => describeDay(value, englishWording));
    assert.deepEqual(days, ["6 April 2021", "April 2021", "2021-13-45", "soon"]);
  });

  test("only what the calendar has is shown as it is stored", () => {
    const shown = ["2021", "2021-04", "2021-04-06", "2021-04-06T14:00", "2021-W14", "2021-SU", "2021-04-06TMO", "P2D", "XXXX-WXX-2", "PAST_REF", ""].filter((value) => isCalendarDate({ value }));
    assert.deepEqual(shown, ["2021", "2021-04", "2021-04-06", "2021-04-06T14:00"]);
  });

  test("what the article's day would tell", () => {
    const points: [Timex, string][] = [["DATE", "XXXX-WXX-2"], ["DATE", "PAST_REF"], ["DATE", ""], ["TIME", "XXXX-XX-XXT20:00"], ["DATE", "2021-04-06"], ["DURATION", "PT10S"], ["SET", "XXXX-WXX-1"]];
    assert.deepEqual(points.filter(([timex, value]) => isCountedFromArticle({ timex, value })).map(([, value]) => value), ["XXXX-WXX-2", "PAST_REF", "", "XXXX-XX-XXT20:00"]);
  });

  test("a day that does not exist breaks nothing", () => {
    assert.equal(describeDate({ timex: "DATE", value: "2021-13-45" }, englishWording), undefined);
  });
});
