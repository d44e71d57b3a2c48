import assert from "node:assert/strict";
import { withinMarks } from "../../../../src/core/describe/marks.js";

suite("words within the quotation marks of a sentence", () => {
  const cases: [string, string][] = [
    // its own marks go, and so do those where its cue cut it in two
    ["“We are late.”", "We are late."],
    ["‘We are late.’", "We are late."],
    ['"We are late," … "but safe."', "We are late, … but safe."],
    ["‘We are late,’ … ‘but safe.’", "We are late, … but safe."],
    ["“One paragraph. … “Another one.”", "One paragraph. … Another one."],
    // the end was cut off
    ["“We are late, and …", "We are late, and …"],
    // others become single ones
    ["the decision “an act of folly”", "the decision ‘an act of folly’"],
    ['that he "would give anything" to live', "that he ‘would give anything’ to live"],
    ["“a farce” and “a shame”", "‘a farce’ and ‘a shame’"],
    ['"a farce" and "a shame"', "‘a farce’ and ‘a shame’"],
    ['Ann "The Rock" Keller', "Ann ‘The Rock’ Keller"],
    ['("so it goes")', "(‘so it goes’)"],
    ["“She told me “never” twice.”", "She told me ‘never’ twice."],
    // in single ones double ones again
    ["he said “she told me ‘no’”", "he said ‘she told me “no”’"],
    ["he said \"she told me 'no'\" and left", "he said ‘she told me “no”’ and left"],
    ["he said “she told me ‘no’ and ‘never’”, twice", "he said ‘she told me “no” and “never”’, twice"],
    ["that he ‘would “never” go’", "that he ‘would “never” go’"],
    ["“It’s the boys’ “own” choice”", "It’s the boys’ ‘own’ choice"],
    ["the “boys’ own” paper of ’68", "the ‘boys’ own’ paper of ’68"],
    ["‘’Tis late,’", "’Tis late,"],
    // what has none stays
    ["it was the boys’", "it was the boys’"],
    ["they were late", "they were late"],
    ["I … we", "I … we"],
    ["", ""],
    ['"', ""],
  ];
  for (const [words, expected] of cases) test(words, () => assert.equal(withinMarks(words), expected));
});
