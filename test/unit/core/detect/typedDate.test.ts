import assert from "node:assert/strict";
import { readTypedDate } from "../../../../src/core/detect/typedDate.js";

suite("a date that a person types", () => {
  const today = "2024-03-14";
  const cases: [string, string | undefined][] = [
    ["2021-04-06", "2021-04-06 DATE"],
    [" 2021-04 ", "2021-04 DATE"],
    ["2021-04-06T15:30", "2021-04-06T15:30 TIME"],
    ["P2D", "P2D DURATION"],
    ["6 April 2021", "2021-04-06 DATE"],
    ["April 6, 2021", "2021-04-06 DATE"],
    ["6 april 2021", "2021-04-06 DATE"],
    ["Tuesday, 6 April 2021", "2021-04-06 DATE"],
    ["April 2021", "2021-04 DATE"],
    ["yesterday", "2024-03-13 DATE"],
    ["two weeks", "P2W DURATION"],
    ["31 April 2021", undefined],
    ["6 April 2021 or so", undefined],
    ["soon, 6 April 2021", undefined],
    ["the mayor", undefined],
    ["", undefined],
    ["1".repeat(100_000), undefined],
  ];
  for (const [typed, date] of cases) {
    test(JSON.stringify(typed.slice(0, 40)), () => {
      const read = readTypedDate(typed, today);
      assert.equal(read && `${read.value} ${read.timex}`, date);
    });
  }

  test("what is counted from a day that is not known stays open", () => {
    assert.equal(readTypedDate("Friday", null), undefined);
    assert.equal(readTypedDate("March", undefined), undefined);
    assert.equal(readTypedDate("6 April 2021", null)?.value, "2021-04-06");
  });
});
