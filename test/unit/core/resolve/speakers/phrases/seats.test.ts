import assert from "node:assert/strict";
import { statementsIn } from "../../../statementsIn.js";

/** [what it shows, text, who speaks in the last statement and why] */
const CASES: readonly [what: string, text: string, who: string][] = [
  ["a state behind the name", "Senator Mary Collins of Ohio met Senator Paul Denning of Texas. The Ohio senator said that talks went on.", "Mary Collins (title)"],
  ["a state of two words", "Governor Mary Collins of New Jersey met Gov. Paul Denning of Texas. The New Jersey governor said that talks went on.", "Mary Collins (title)"],
  ["a state in brackets, and its whole name", "Sen. Mary Collins (I-Vt.) met Sen. Paul Denning (R-Tex.). The Vermont senator said that talks went on.", "Mary Collins (title)"],
  ["a party", "Rep. Mary Collins, D-Texas, met Sen. Paul Denning (R-Ohio). The Ohio Republican said that talks went on.", "Paul Denning (title)"],
  ["whoever leads a country", "French President Paul Denning met Polish President Mary Collins. The Polish leader said that talks went on.", "Mary Collins (title)"],
  ["mayors of one country", "Dallas Mayor Mary Collins met Houston Mayor Paul Denning. The Dallas mayor said that talks went on.", "Mary Collins (title)"],
  ["a governor of whom nobody was told is none of another state", "Nevada Governor Mary Collins left for Ohio. The Ohio governor said that talks went on.", "The Ohio governor (unnamed source)"],
  ["two of one state", "Sen. Mary Collins of Ohio met Sen. Paul Denning of Ohio. The Ohio senator said that talks went on.", "The Ohio senator (unnamed source)"],
  ["a former leader", "Former Polish President Mary Collins met the French. The Polish leader said that talks went on.", "The Polish leader (unnamed source)"],
];

suite("whom a place and an office mean", () => {
  for (const [what, text, expected] of CASES) {
    test(what, () => {
      const last = statementsIn(text).at(-1);
      assert.equal(`${last?.who.join(" + ")} (${last?.statement.reason})`, expected);
    });
  }
});
