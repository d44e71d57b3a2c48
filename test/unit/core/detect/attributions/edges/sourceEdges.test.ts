import assert from "node:assert/strict";
import { withCourtAlone, withUsualSource } from "../../../../../../src/core/detect/attributions/edges/sourceEdges.js";
import { readArticle } from "../../../../../../src/core/text/readArticle.js";
import { readMarked, told } from "../../marked.js";

/** [what it shows, text with ⟨source⟩, [cue] and {content}, source and cue that it must have] */
const CASES: [about: string, marked: string, parts: string][] = [
  ["an auxiliary taken along", "⟨They’ve⟩ [said] {the bridge holds}.", "They | ’ve said"],
  ["an auxiliary left between", "⟨They⟩’ll [say] {the bridge holds}.", "They | ’ll say"],
  ["an auxiliary in the cue", "⟨They⟩[’ve said] {the bridge holds}.", "They | ’ve said"],
  ["a pronoun left out", "She[’s denying] {that the bridge holds}.", "She | ’s denying"],
  ["a possessive", "⟨Lindt’s⟩ [claim] {that the bridge holds}", "Lindt’s | claim"],
  ["a relative clause that takes a part", "The engineers, two of ⟨whom⟩ [said] {the bridge holds}, left.", "two of whom | said"],
  ["a relative clause without one", "The engineers, from ⟨whom⟩ [came] {the warning}, left.", "whom | came"],
  ["an auxiliary at the end", "⟨Mara Lindt has⟩ [been quoted as saying] {the bridge holds}.", "Mara Lindt | has been quoted as saying"],
  ["how it was said", "{“Does it hold?”} [wondered] ⟨Mara Lindt aloud⟩.", "Mara Lindt | wondered"],
  ["a loose comma", "⟨Lindt,⟩ [said] {the bridge holds}.", "Lindt | said"],
  ["a comma that closes", "⟨Lindt, the mayor,⟩ [said] {the bridge holds}.", "Lindt, the mayor, | said"],
  ["the time of an entry", "⟨16:30 The mayor⟩ [said] {the bridge holds}.", "The mayor | said"],
  ["letters with an aside", "⟨NATO — the alliance —⟩ [said] {the bridge holds}.", "NATO — the alliance — | said"],
  ["the place of a report", "⟨GDYNIA - The mayor⟩ [said] {the bridge holds}.", "The mayor | said"],
  ["an acronym joined by a hyphen", "⟨NATO-backed rebels⟩ [said] {the bridge holds}.", "NATO-backed rebels | said"],
  ["when it was said", "⟨The mayor later⟩ [said] {the bridge holds}.", "The mayor | said"],
  ["before whom it was said", "{“It holds,”} [shouted] ⟨a neighbour to the crowd⟩.", "a neighbour | shouted"],
  ["an office that goes to a place", "{“It holds,”} [said] ⟨the ambassador to Parliament Hill⟩.", "the ambassador to Parliament Hill | said"],
  ["on which day", "⟨Harlow deputies Saturday⟩ [said] {the bridge holds}.", "Harlow deputies | said"],
  ["in which week", "⟨State legislators this week⟩ [said] {the bridge holds}.", "State legislators | said"],
  ["which of them", "⟨voters heading to the booths Tuesday⟩ [said] {the bridge holds}.", "voters heading to the booths Tuesday | said"],
  ["which poll", "⟨A Harlow Gazette poll this month⟩ [said] {the bridge holds}.", "A Harlow Gazette poll this month | said"],
  ["cut off behind a preposition", "{The bridge holds}, [according to] ⟨a report by⟩ the county surveyor.", "a report by the county surveyor | according to"],
  ["a particle", "{The bridge holds}, [said] ⟨a man who walked by⟩ and who had seen it.", "a man who walked by | said"],
  ["a clause before it", "⟨I’ve met Mara Lindt, who runs the shop, and she⟩ [tells me] {the bridge holds}.", "she | tells me"],
  ["two joined", "⟨Tom Brandt, a driver, and Mara Lindt⟩ [said] {the bridge holds}.", "Tom Brandt, a driver, and Mara Lindt | said"],
  ["a name", "⟨Lindt⟩ [said] {the bridge holds}.", "Lindt | said"],
];

suite("withUsualSource", () => {
  for (const [about, marked, expected] of CASES) {
    test(about, () => {
      const { text, attribution } = readMarked(marked);
      assert.equal(told(text, withUsualSource(readArticle({ text }), attribution)).split(" | ").slice(0, 2).join(" | "), expected);
    });
  }
});

suite("withCourtAlone", () => {
  const cases: [about: string, marked: string, expected: string][] = [
    ["a court behind a name", "{It was found by a neighbour}, ⟨Tom Lindt, the Hale Crown Court⟩ [heard].", "the Hale Crown Court | heard | It was found by a neighbour, Tom Lindt"],
    ["an apposition", "{It was found}, ⟨Tom Lindt, the chair of the court⟩’s board, [said].", "Tom Lindt, the chair of the court | said | It was found"],
    ["a court alone", "{It was found}, ⟨the Hale Crown Court⟩ [heard].", "the Hale Crown Court | heard | It was found"],
  ];
  for (const [about, marked, expected] of cases) {
    test(about, () => {
      const { text, attribution } = readMarked(marked);
      assert.equal(told(text, withCourtAlone(readArticle({ text }), attribution)), expected);
    });
  }
});
