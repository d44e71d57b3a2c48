import assert from "node:assert/strict";
import { statementsIn } from "../../../statementsIn.js";

suite("who is quoted as saying something", () => {
  /** [what it shows, text, statements as "source | cue | contents"] */
  const cases: [string, string, string[]][] = [
    ["as saying that", "The mayor was quoted as saying that the wall was safe.", ["The mayor | was quoted as saying | that the wall was safe"]],
    ["with a name behind the office", "Its chair, Mara Lindt, was quoted as saying that “the wall is safe.”", ["Its chair, Mara Lindt | was quoted as saying | that “the wall is safe.”"]],
    ["by a paper", "The mayor was quoted by the Harlow Post as saying that the wall was safe.", ["The mayor | was quoted by the Harlow Post as saying | that the wall was safe"]],
    ["heard telling somebody", "The mayor was overheard telling an aide that the wall was safe.", ["The mayor | was overheard telling | that the wall was safe"]],
    ["who quotes others is another thing", "The mayor quoted a poem, saying that the wall was safe.", ["The mayor | quoted | a poem", "The mayor | saying | that the wall was safe"]],
  ];
  for (const [about, text, expected] of cases) test(about, () => assert.deepEqual(statementsIn(text).map(({ source, cue, contents }) => `${source ?? "-"} | ${cue ?? "-"} | ${contents.join(" … ")}`), expected));
});
