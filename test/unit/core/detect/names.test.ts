import assert from "node:assert/strict";
import { findNames, SURE_NAME } from "../../../../src/core/detect/names.js";
import { readArticle } from "../../../../src/core/text/readArticle.js";

/** Sure names in a text, people as written and organizations in square brackets. */
function namesIn(text: string): string[] {
  const article = readArticle({ text });
  return article.blocks
    .flatMap((block) => findNames(article, block, [], []))
    .filter(({ confidence }) => confidence >= SURE_NAME)
    .map(({ start, end, type }) => (type === "person" ? text.slice(start, end) : `[${text.slice(start, end)}]`));
}

suite("findNames", () => {
  const found: [string, string[]][] = [
    ["The plan was set out by Margaret Holloway on site.", ["Margaret Holloway"]],
    ["Talks with Foreign Minister Tomas Lindqvist went on.", ["Tomas Lindqvist"]],
    ["He thanked Mr. Okonkwo's brother.", ["Okonkwo"]],
    ["Later S Ramanathan, the envoy, left.", ["S Ramanathan"]],
    ["A letter to J.K. Barlow arrived.", ["J.K. Barlow"]],
    ["It was George T. Ashby who called.", ["George T. Ashby"]],
    ["They met Ludwig van der Meer in private.", ["Ludwig van der Meer"]],
    ["They met Maria de la Cruz in private.", ["Maria de la Cruz"]],
    ["Voters prefer Robert Keane Jr. to his rival.", ["Robert Keane Jr."]],
    ["Fans of Louis \"Lucky\" Marino cheered.", ["Louis \"Lucky\" Marino"]],
    ["The jury heard Anne-Marie O'Dowd first.", ["Anne-Marie O'Dowd"]],
    ["The jury heard Zoë Núñez first.", ["Zoë Núñez"]],
    ["The jury heard actor Peter Hollis first.", ["Peter Hollis"]],
    ["A spokesman for the Ministry of Transport declined.", ["[Ministry of Transport]"]],
    ["Staff of the Department of Health and Human Services left.", ["[Department of Health and Human Services]"]],
    ["He studied at Harrow University before the war.", ["[Harrow University]"]],
    ["Shares in Halden Corp. fell.", ["[Halden Corp.]"]],
    ["Members of the North River Transit Organization (NRTO) met.", ["[North River Transit Organization]", "[NRTO]"]],
  ];
  for (const [text, names] of found) test(text, () => assert.deepEqual(namesIn(text), names));

  const none = [
    "On Monday the council met again in March.",
    "However, Nothing Was Said About It At The Time.",
    "The Foreign Minister left early.",
    "Police said the road was closed.",
    "The Second World War ended.",
    "They signed the Clean Water Act.",
    "We walked along Victoria Street and over London Bridge.",
    "The Russian and the French teams won.",
    "i have no capitals at all, said nobody",
    "",
  ];
  for (const text of none) test(`none in: ${text}`, () => assert.deepEqual(namesIn(text), []));
});
