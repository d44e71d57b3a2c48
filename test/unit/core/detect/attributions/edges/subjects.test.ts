import assert from "node:assert/strict";
import { withAbsoluteSubject, withClauseSubject, withInsertedSubject, withJoinedSubject, withoutEmptySubject, withoutPassiveSubject, withStatedSubject } from "../../../../../../src/core/detect/attributions/edges/subjects.js";
import type { Attribution } from "../../../../../../src/core/detect/findings.js";
import { readArticle } from "../../../../../../src/core/text/readArticle.js";
import { readMarked } from "../../marked.js";

/** [what it shows, text with ⟨source⟩, [cue] and {content}, the source that it must have (null for none), its contents where they change] */
type Case = [about: string, marked: string, source: string | null, contents?: string[]];

function check(cases: readonly Case[], rule: (article: ReturnType<typeof readArticle>, attribution: Attribution) => Attribution): void {
  for (const [about, marked, source, contents] of cases) {
    test(about, () => {
      const { text, attribution } = readMarked(marked);
      const found = rule(readArticle({ text }), attribution);
      const words = (range: { start: number; end: number }): string => text.slice(range.start, range.end);
      assert.equal(found.source && words(found.source), source);
      assert.deepEqual(found.contents.map(words), contents ?? attribution.contents.map(words));
    });
  }
}

suite("what is no source", () => {
  check(
    [
      ["what seems", "⟨The plan⟩ [seems] {sound to many}.", null, ["The plan", "sound to many"]],
      ["what appears to be", "⟨The bridge⟩ [appeared] {to hold}.", null, ["The bridge", "to hold"]],
      ["an empty subject", "⟨It⟩ [appears] {that the bridge holds}.", null],
      ["who appears to say something", "⟨The mayor⟩ [appeared to suggest] {that the bridge holds}.", "The mayor"],
      ["an adjective before a noun", "⟨Slim⟩ [hopes of] {a deal} remain.", null],
      ["a name before a verb", "⟨Lindt⟩ [hopes] {that it holds}.", "Lindt"],
      ["a question word", "⟨Why⟩ [not just say:] {“It holds”}?", null],
      ["a name", "⟨Collins⟩ [said] {that the bridge holds}.", "Collins"],
    ],
    withoutEmptySubject,
  );
  check(
    [
      ["who was told", "⟨The mayor⟩ [was told] {that the bridge holds}.", null],
      ["who is asked between commas", "⟨One driver⟩, [asked] {how long it took}, held up two fingers.", null],
      ["who asks", "⟨One driver⟩, who had left, [asked] {how long it took}.", "One driver"],
      ["who is convinced", "⟨The mayor⟩ [is convinced] {that the bridge holds}.", "The mayor"],
    ],
    withoutPassiveSubject,
  );
});

suite("the subject of a clause", () => {
  check(
    [
      ["before a relative clause", "The Speaker, who was met at the port and taken to ⟨NBA⟩ [also stated] {that schools would open}.", "The Speaker"],
      ["before a relative clause, behind a conjunction", "But the ministry, which has moved its offices to ⟨Bristol⟩ [has said] {that talks went on}.", "the ministry"],
      ["around a participle", "A letter sent out by ⟨the ministry⟩ [warned] {that talks went on}.", "A letter sent out by the ministry"],
      ["whole already", "⟨Aides to Collins⟩ [said] {that talks went on}.", "Aides to Collins"],
      ["after a phrase of its own", "On Monday in Bristol ⟨Collins⟩ [said] {that talks went on}.", "Collins"],
      ["of an infinitive", "It is for ⟨the mayor⟩ [to say] {that talks went on}.", "the mayor"],
      ["of a participle", "The film shows the fight against ⟨Collins⟩ [saying] {that talks went on}.", "Collins"],
      ["behind a main verb", "The bridge was praised by ⟨experts⟩ [said] {to be neutral}.", "experts"],
    ],
    withClauseSubject,
  );
});

suite("the subject before what is inserted", () => {
  check(
    [
      ["a participle", "Hale Ltd, reeling from a fall caused by ⟨the storm⟩, [announced] {a loss}.", "Hale Ltd"],
      ["a participle behind a clause", "Rain was falling, moving over ⟨the city⟩, [said] {the mayor}.", "the city"],
      ["an apposition", "Hale Ltd, a maker of ⟨pumps⟩, [announced] {a loss}.", "pumps"],
    ],
    withInsertedSubject,
  );
});

suite("a text that another puts out", () => {
  check(
    [
      ["by a spokesman", "The president, in a statement by ⟨his spokesman, Tom Hale⟩, [said] {that talks went on}.", "The president"],
      ["signed by an aide", "Later, the mayor, through a press statement signed by ⟨an aide⟩, [said] {that talks went on}.", "the mayor"],
      ["at the head of the sentence", "In a statement by ⟨his spokesman, Tom Hale⟩, [said] {that talks went on}.", "his spokesman, Tom Hale"],
      ["behind a verb", "The president left, in a statement by ⟨his spokesman⟩, [said] {that talks went on}.", "his spokesman"],
      ["no text", "The president, in a car driven by ⟨his spokesman⟩, [said] {that talks went on}.", "his spokesman"],
    ],
    withStatedSubject,
  );
});

suite("a subject that “with” brings along", () => {
  check(
    [
      ["before a participle", "⟨Leaders⟩ failed to agree, with the mayor, Tom Hale, [blaming] {the rain}.", "the mayor, Tom Hale"],
      ["right before it", "⟨Leaders⟩ failed to agree, with Tom Hale [blaming] {the rain}.", "Tom Hale"],
      ["whoever somebody is with", "⟨Leaders⟩ left with Tom Hale, [blaming] {the rain}.", "Leaders"],
      ["behind a clause of its own", "⟨Leaders⟩ left, with Tom Hale who was late, [blaming] {the rain}.", "Leaders"],
    ],
    withAbsoluteSubject,
  );
});

suite("a source joined to another", () => {
  check(
    [
      ["behind a relative clause", "Ann Collins, who lives there, and ⟨two neighbours⟩ [said] {that talks went on}.", "Ann Collins, who lives there, and two neighbours"],
      ["behind a clause of its own", "Ann Collins left, and ⟨two neighbours⟩ [said] {that talks went on}.", "two neighbours"],
      ["behind a subordinate clause", "When Ann Collins, who lives there, left, and ⟨two neighbours⟩ [said] {that talks went on}.", "two neighbours"],
      ["a second relative clause", "Ann Collins, who lives there, and ⟨who⟩ [said] {that talks went on}, left.", "who"],
      ["behind another verb", "Rain had hit Collins, who lives there, and ⟨two neighbours⟩ [said] {that talks went on}.", "two neighbours"],
    ],
    withJoinedSubject,
  );
});
