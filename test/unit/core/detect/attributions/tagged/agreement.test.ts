import assert from "node:assert/strict";
import * as fc from "fast-check";
import { weighAgainstRules, withoutNextClause } from "../../../../../../src/core/detect/attributions/tagged/agreement.js";
import type { Attribution } from "../../../../../../src/core/detect/findings.js";
import { readArticle } from "../../../../../../src/core/text/readArticle.js";
import { readMarked, told as parts } from "../../marked.js";

function range(start: number): { start: number; end: number } {
  return { start, end: start + 10 };
}

/** A statement whose content and source begin at these offsets, ten units long; no source where it is null. */
function statement(content: number, source: number | null, confidence: number): Attribution {
  return { contents: [range(content)], cue: range(900), source: source === null ? null : range(source), construction: "source, cue, content", confidence };
}

/** How sure a learned statement is beside what the rules found; undefined where it is left out. */
const weighed = (learned: Attribution, ...byRule: Attribution[]): number | undefined => weighAgainstRules([learned], byRule)[0]?.confidence;

suite("what was learned beside the rules", () => {
  test("the more the rules agree, the surer it is", () => {
    const learned = statement(100, 50, 0.7);
    const views = [[statement(100, 50, 0.9)], [statement(100, 60, 0.9)], [statement(105, 50, 0.9)], [statement(200, 50, 0.9)]].map((byRule) => weighed(learned, ...byRule) ?? 0);
    assert.deepEqual([...views].sort((a, b) => b - a), views);
    assert.equal(new Set(views).size, 4);
    assert.ok((views[0] ?? 0) > 0.7 && (views[3] ?? 1) < 0.7);
  });

  const cases: readonly [about: string, learned: Attribution, byRule: readonly Attribution[], isTold: boolean][] = [
    ["sure", statement(100, 50, 0.8), [], true],
    ["unsure", statement(100, 50, 0.15), [], false],
    ["unsure, but the rules find it, too", statement(100, 50, 0.05), [statement(100, 50, 0.6)], true],
    ["unsure, and the rules know another speaker", statement(100, 50, 0.05), [statement(100, 60, 0.9)], false],
    ["half sure with a source", statement(100, 50, 0.5), [], true],
    ["half sure without one", statement(100, null, 0.5), [], false],
    ["sure without a source", statement(100, null, 0.8), [], true],
    ["half sure without a source, as the rules have it", statement(100, null, 0.5), [statement(100, null, 0.6)], true],
  ];
  for (const [about, learned, byRule, isTold] of cases) test(about, () => assert.equal(weighed(learned, ...byRule) !== undefined, isTold));

  test("a speaker whom only the rules see is theirs", () => {
    const [told] = weighAgainstRules([statement(100, null, 0.8)], [statement(100, 50, 0.9)]);
    assert.deepEqual(told?.source, range(50));
    assert.deepEqual(weighAgainstRules([statement(100, 60, 0.8)], [statement(100, 50, 0.9)])[0]?.source, range(60));
  });

  test("a rule alone adds nothing here", () => assert.deepEqual(weighAgainstRules([], [statement(100, 50, 0.95)]), []));

  test("stays between 0 and 1", () =>
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (confidence) => {
        const found = weighed(statement(100, 50, confidence), statement(100, 50, 0.9)) ?? 0;
        assert.ok(found >= 0 && found <= 1);
      }),
    ));
});

suite("where the next speaker begins", () => {
  /** [what it shows, what was learned, what the rules found, the contents that stay] */
  const cases: [about: string, learned: string, byRule: string, contents: string][] = [
    ["whereas", "⟨Lindt⟩ [said] {it was late, whereas Brandt asked for a vote}.", "Lindt said it was late, whereas ⟨Brandt⟩ [asked] {for a vote}.", "it was late"],
    ["and", "⟨Lindt⟩ [said] {it was late, and Brandt asked for a vote}.", "Lindt said it was late, and ⟨Brandt⟩ [asked] {for a vote}.", "it was late, and Brandt asked for a vote"],
    ["no other speaker", "⟨Lindt⟩ [said] {it was late, whereas Brandt came early}.", "⟨Lindt⟩ [said] {it was late, whereas Brandt came early}.", "it was late, whereas Brandt came early"],
  ];
  for (const [about, learned, byRule, contents] of cases) {
    test(about, () => {
      const { text, attribution } = readMarked(learned);
      const [found = attribution] = withoutNextClause(readArticle({ text }), [attribution], [readMarked(byRule).attribution]);
      assert.equal(parts(text, found), `Lindt | said | ${contents}`);
    });
  }
});
