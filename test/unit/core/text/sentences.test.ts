import assert from "node:assert/strict";
import { readArticle } from "../../../../src/core/text/readArticle.js";

/** Sentences are written with a bar between them. */
const cases: readonly [about: string, marked: string][] = [
  ["full stops", "The bridge closed on Monday. | It opens again in May."],
  ["question and exclamation", "Who paid for it? | Nobody knows! | The mayor left."],
  ["a number begins a sentence", "The vote failed. | 40 members stayed away."],
  ["a title before a name", "Mr. Okafor met Dr. Lindqvist, Gen. Ruiz and Sen. Bell. | They agreed."],
  ["initials", "George W. Hale and J. K. Morrow spoke to J.R. Dunn."],
  ["an initial before a nickname", 'Lucille D. "Lou" Hathaway met W.C. "Dub" Bell.'],
  ["an initial before a quotation", 'She got plan B. | "Stop it," he said.'],
  ["a country's initials before a noun", "The U.S. Senator called a U.N. Envoy."],
  ["a country's initials at the end", "She has lived in the U.S. | The film is her third."],
  ["a figure after No.", "The house at No. 5 burned. | No. 7 did not."],
  ["a plain no", "He said no. | Nobody asked twice."],
  ["a clock time before a weekday", "It began at 5 p.m. Tuesday and ended at 9 a.m. EST."],
  ["a clock time at the end", "It began at 5 p.m. | Police came at once."],
  ["a company at the end", "He runs Hollis Inc. | The firm makes pumps."],
  ["a company before somebody", "She works for Hollis Ltd. | Mr. Brandt left Hollis Co. in May."],
  ["an address at the end", "They meet at 1200 E. Broad St. | Brandt said it was late."],
  ["a saint behind a street's name", "They meet at 1200 Port St. Lucie Blvd. in May. | Nobody spoke."],
  ["a party behind a junior", "Paul Brandt Jr. (D-Ohio) said so."],
  ["a company in the middle", "He runs Hollis Inc. of Ohio."],
  ["a month cut short", "It fell on Jan. 17, when six trucks burned in Sept. rain."],
  ["a state cut short", "In Flint, Mich., and in Reading, Pa., the water was brown."],
  ["the sun is no Sunday", "They sat in the Sun. | Nobody spoke."],
  ["a platform of one letter", "He wrote so on X. | Mayor Brandt agreed."],
  ["and so on", "They sell rope, nails, etc. and paint. | They sell tar, etc. | Business is slow."],
  ["an ellipsis inside", "It was... well, cold. | He waited … and waited."],
  ["an ellipsis left out words", "“We will go ... The road is long,” she said."],
  ["a closing mark belongs to the sentence before", "“We won.” | The crowd cheered. | 'It is over.' | Nobody moved."],
  ["a question that is said", "“Who are you?” he asked. | “Nobody!” she cried."],
  ["a question that a name asked", "“Who are you?” Inspector Ida Brandt asked. | She wrote it down."],
  ["a question before another sentence", "“Who are you?” | Inspector Brandt looked up."],
  ["an exclamation before said and a name", "“Never!” said Brandt. | “Not now.”"],
  ["brackets", "They left (the door was open.) | Nobody saw them. | (He did.) | So it was."],
  ["decimals and addresses", "It cost 3.5 million on example.com and at https://example.org/A.B. | Nobody paid."],
  ["a numbered item", "1. Boil the water."],
  ["a lost space", "The price rose, he said.|The minister disagreed."],
  ["a lost space before a quotation", "“We won,” said Brandt.|“Now we rest.”"],
  ["a name with a stop inside stays whole", "He writes for Node.js and visits St. Petersburg."],
  ["a saint in capitals", "THEY FLEW TO ST. PETERSBURG. | IT WAS LATE."],
  ["a line that breaks after a title", "They met Dr.\nLindqvist in St.\nPetersburg. | They agreed."],
  ["no capitals at all", "the rain came. | nobody minded. | we stayed!"],
  ["Chinese", "他走了。|她留下。"],
  ["Spanish openers", "¿Quién eres? | ¡Nadie!"],
  ["surrogate pairs", "We won 🎉. | 🎉 Everybody danced. | The end."],
];

function marked(text: string): string {
  const article = readArticle({ text });
  return article.sentences.map(({ start, end }) => text.slice(start, end)).join("|");
}

suite("sentences", () => {
  for (const [about, line] of cases) {
    test(about, () => {
      const expected = line.replaceAll(" | ", "|");
      assert.equal(marked(line.replaceAll(" | ", " ").replaceAll("|", "")), expected);
    });
  }
});
