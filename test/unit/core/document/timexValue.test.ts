import assert from "node:assert/strict";
import { timexOf } from "../../../../src/core/document/timexValue.js";

suite("values of dates that a person types", () => {
  const valid: readonly (readonly [string, string])[] = [
    ["2021-04-06", "DATE"],
    ["2021-04", "DATE"],
    ["2021", "DATE"],
    ["FY2021", "DATE"],
    ["198", "DATE"],
    ["19", "DATE"],
    ["2021-W14", "DATE"],
    ["2021-W14-WE", "DATE"],
    ["2021-Q3", "DATE"],
    ["2021-SU", "DATE"],
    ["2021-04-06T14:00Z", "TIME"],
    ["2021-04-06T09:00+02:00", "TIME"],
    ["XXXX-04-06", "DATE"],
    ["2024-02-29", "DATE"],
    ["PRESENT_REF", "DATE"],
    ["2021-04-06TMO", "TIME"],
    ["2021-04-06T15:30", "TIME"],
    ["P2D", "DURATION"],
    ["P1Y6M", "DURATION"],
    ["PT2H", "DURATION"],
    ["PXM", "DURATION"],
  ];
  for (const [value, timex] of valid) test(`${value} is a ${timex}`, () => assert.equal(timexOf(value), timex));

  const invalid = ["", "yesterday", "2021-02-30", "2023-02-29", "2021-13", "2021-4-6", "06.04.2021", "2021-W54", "2021-Q5", "2021-04-06T25:00", "2021-04-06TXX", "2021-04T10:00", "P", "PT", "PD", "2D", "NOW_REF", "2021-04-06 ", `P${"1Y".repeat(40)}`];
  for (const value of invalid) test(`“${value.slice(0, 20)}” is none`, () => assert.equal(timexOf(value), undefined));
});
