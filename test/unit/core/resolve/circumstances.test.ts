import assert from "node:assert/strict";
import { findCircumstances } from "../../../../src/core/resolve/circumstances.js";
import type { Attribution } from "../../../../src/core/detect/findings.js";
import type { TextRange } from "../../../../src/core/document/range.js";
import { readArticle } from "../../../../src/core/text/readArticle.js";
import { readMarked } from "../detect/marked.js";
import { statementsIn } from "../statementsIn.js";

function rangeOf(text: string, words: string): TextRange {
  const start = text.indexOf(words);
  return { start, end: start + words.length };
}

/** Whether a marked statement has "Madrid" for its place. */
function isPlaced(marked: string): boolean | undefined {
  const { text, attribution } = readMarked(marked);
  const places = [{ ...rangeOf(text, "Madrid"), sense: "literal" as const, candidates: [], confidence: 0.9 }];
  const [found] = findCircumstances(readArticle({ text }), [attribution], [], { dates: [], places, names: [], quotations: [] }, { choices: [], unnamed: [] });
  return found && found.where !== null;
}

function threeHundredDays(from: number): string {
  return Array.from({ length: 300 }, (_, nth) => `the ${from + nth}th of May`).join(", ");
}

suite("findCircumstances", () => {
  const words: [string, string, string][] = [
    ["all in quotation marks", "“Talks go on,” Mary Collins said.", "direct speech asserted"],
    ["two parts in quotation marks", "“Talks,” Mary Collins said, “go on.”", "direct speech asserted"],
    ["none", "Mary Collins said that talks go on.", "indirect speech asserted"],
    ["a part", "Mary Collins said that talks were “very hard” today.", "mixed speech asserted"],
    ["single marks count, too", "Mary Collins termed the talks 'useless' today.", "mixed speech asserted"],
    ["single marks of a headline", "Mary Collins says That Talks Are ‘Useless’\n\n“Talks go on,” Paul Denning said.", "indirect speech asserted"],
    ["single marks of a headline where speech has them, too", "Mary Collins says That Talks Are ‘Useless’\n\n‘Talks go on,’ Paul Denning said.", "mixed speech asserted"],
    ["single marks of a headline in small letters", "Mary Collins says that talks are ‘useless’\n\n“Talks go on,” Paul Denning said.", "mixed speech asserted"],
    ["an apostrophe is no quotation mark", "Mary Collins said that the parties' talks didn't end.", "indirect speech asserted"],
    ["writing", "Mary Collins wrote that talks go on.", "indirect writing asserted"],
    ["a text speaks", "The report said that talks go on.", "indirect writing asserted"],
    ["figures speak", "Talks go on, according to figures from the ministry.", "indirect writing asserted"],
    ["an organization forecasts in print", "The World Health Organization forecast that talks go on.", "indirect writing asserted"],
    ["a person forecasts", "Mary Collins forecast that talks go on.", "indirect speech asserted"],
    ["an organization says", "The World Health Organization said that talks go on.", "indirect speech asserted"],
    ["thought", "Mary Collins believes that talks go on.", "indirect thought asserted"],
    ["not said", "Mary Collins did not say that talks go on.", "indirect speech denied"],
    ["denied", "Mary Collins denied that talks go on.", "indirect speech denied"],
    ["not denied", "Mary Collins did not deny that talks go on.", "indirect speech asserted"],
    ["would say", "Mary Collins would say that talks go on.", "indirect speech hypothetical"],
    ["used to say", "“Talks go on,” Mary Collins would say.", "direct speech asserted"],
    ["what somebody is heard to feel", "“Talks go on,” Mary Collins felt.", "direct speech asserted"],
    ["what somebody feels", "Mary Collins felt that talks go on.", "indirect thought asserted"],
    ["may say", "Mary Collins may say that talks go on.", "indirect speech hypothetical"],
    ["nobody says so", "Nobody has claimed that talks go on.", "indirect speech denied"],
    ["an answer that is refused", "Mary Collins refused to be drawn on the talks.", "indirect speech asserted"],
    ["a talk that is brief", "Mary Collins said in a brief interview that talks go on.", "indirect speech asserted"],
    ["a wall", "The graffiti said “Talks go on”.", "direct writing asserted"],
    ["a banner", "A banner said “Talks go on”.", "direct writing asserted"],
    ["refused to say", "Mary Collins refused to say whether talks go on.", "indirect speech asserted"],
    ["refused to do", "Mary Collins refused to go on with the talks.", "indirect thought asserted"],
    ["a negation inside what was said", "Mary Collins said that talks would not go on.", "indirect speech asserted"],
  ];
  for (const [what, text, expected] of words) {
    test(what, () => {
      const [told] = statementsIn(text);
      assert.equal(`${told?.statement.kind} ${told?.statement.mode} ${told?.statement.factuality}`, expected);
    });
  }

  const modes: [string, string, string[]][] = [
    ["a text goes on being quoted", "In a letter, Mary Collins said that talks go on. “They are hard,” Collins said.", ["writing", "writing"]],
    ["another speaker does not write", "In a letter, Mary Collins said that talks go on. “They are hard,” Paul Denning said.", ["writing", "speech"]],
    ["a verb that needs a listener ends the text", "In a letter, Mary Collins said that talks go on. Collins told reporters that they were hard.", ["writing", "speech"]],
    ["“wrote” alone opens no text", "Mary Collins wrote that talks go on. “They are hard,” Collins says.", ["writing", "speech"]],
    ["an institution asks in its text", "In its petition, the World Health Organization said that talks go on. The World Health Organization asked whether they were hard.", ["writing", "writing"]],
    ["a person asks", "In a letter, Mary Collins said that talks go on. “Are they hard?” Collins asked.", ["writing", "speech"]],
    ["a text with a long title", "“Talks go on,” says the World Health Organization in its latest Global Trade and Harbour Outlook 2022 survey. “They are hard,” the World Health Organization said.", ["writing", "writing"]],
    ["in a text between commas", "Mary Collins, in a letter on Sunday, said that talks go on.", ["writing"]],
    ["a text that is issued", "Mary Collins issued a statement on Tuesday, saying that talks go on.", ["writing"]],
    ["a text that is judged", "Mary Collins rejected the report, saying that talks go on.", ["speech", "speech"]],
    ["on a page", "Mary Collins said on Twitter that talks go on.", ["writing"]],
    ["by post", "Mary Collins said by email that talks go on.", ["writing"]],
    ["about a bill", "Mary Collins said on the bill that talks go on.", ["speech"]],
    ["in brief", "In brief, Mary Collins said that talks go on.", ["speech"]],
    ["who wants to know asks", "Mary Collins wanted to know whether talks go on.", ["speech"]],
    ["who wants thinks", "Mary Collins wanted to leave early.", ["thought"]],
    ["many sentences on, where paragraphs are lost", `In a letter, Mary Collins said that talks go on. ${"Rain fell. ".repeat(12)}“They are hard,” Collins said.`, ["writing", "speech"]],
    ["two paragraphs on", "In a letter, Mary Collins said that talks go on.\n\nRain fell.\n\n“They are hard,” Collins said.", ["writing", "speech"]],
  ];
  for (const [what, text, expected] of modes) {
    test(`mode: ${what}`, () => assert.deepEqual(statementsIn(text).map(({ statement }) => statement.mode), expected));
  }

  /** [what it shows, text, for each statement "when @ where"] */
  const occasions: [string, string, string[]][] = [
    ["in the attribution", "“Talks go on,” Mary Collins said at a briefing on Tuesday in Madrid.", ["Tuesday @ Madrid"]],
    ["the day of a clause of its own", "“Talks go on,” Mary Collins said, but on Tuesday she left.", ["- @ -"]],
    ["before the subject", "In Madrid on Tuesday, Mary Collins said that talks go on.", ["Tuesday @ Madrid"]],
    ["the occasion's place", "Mary Collins during her visit to Spain said on Tuesday that talks go on.", ["Tuesday @ Spain"]],
    ["the same speaker in the same paragraph", "Mary Collins said on Tuesday that talks go on. “They are hard,” Collins said.", ["Tuesday @ -", "Tuesday @ -"]],
    ["the same speaker in the next paragraph", "Mary Collins said on Tuesday that talks go on.\n\n“They are hard,” Collins said.", ["Tuesday @ -", "Tuesday @ -"]],
    ["the place of an occasion with others", "At a news conference with US President Paul Denning in Madrid on Tuesday, Mary Collins said that talks go on.", ["Tuesday @ Madrid"]],
    ["a month to come", "The hall closes in June after Mary Collins said that talks go on.", ["- @ -"]],
    ["a month that has been", "The hall closed in April after Mary Collins said that talks go on.", ["April @ -"]],
    ["no place whose men take part in it", "In talks with France on Tuesday, Mary Collins said that talks go on.", ["Tuesday @ -"]],
    ["a meeting before", "Mary Collins held talks in Madrid on Tuesday. Afterwards she said that they were hard.", ["Tuesday @ Madrid"]],
    ["taking part", "Speaking at the opening of the new town hall in Madrid on Tuesday, Mary Collins said that talks go on.", ["Tuesday @ Madrid"]],
    ["a place between source and cue", "A third official, in Madrid, said that talks go on.", ["- @ Madrid"]],
    ["a date in a text that speaks", "“Talks go on,” reads the statement published on Tuesday.", ["Tuesday @ -"]],
    ["a bound is no day", "The court adjourned the hearing to June 8. Mary Collins said that talks go on.", ["- @ -"]],
    ["the day of another cue", "Talks go on, Mary Collins said on Tuesday, as aid groups warned that they were hard.", ["Tuesday @ -", "- @ -"]],
    ["a clause with a time of its own", "Giving evidence for the first time since the trial began on Tuesday, Mary Collins said that talks go on.", ["- @ -"]],
    ["what someone says at no time", "Mary Collins said on Tuesday that talks go on. Collins says that they are hard.", ["Tuesday @ -", "- @ -"]],
    ["a clause of the source tells of the occasion", "Mary Collins, who spoke at a parade for young sailors on Tuesday where many fell ill, said that talks go on.", ["Tuesday @ -"]],
    ["a clause of the source tells of something else", "Mary Collins, who was born on Tuesday, said that talks go on.", ["- @ -"]],
    ["what the speaker told after the meeting", "The debate was on Monday. Mary Collins said on Tuesday that talks go on. “They are hard,” Collins said.", ["Tuesday @ -", "Tuesday @ -"]],
    ["a clause about something else", "The petition, filed after the court closed on Tuesday, is pending. Mary Collins said that talks go on.", ["- @ -"]],
    ["a meeting that others missed", "It is unclear why Spain had missed the meeting on Tuesday. Mary Collins said that talks go on.", ["- @ -"]],
    ["a meeting to come", "A debate is to be held on Tuesday. Mary Collins said that talks go on.", ["- @ -"]],
    ["before a court", "The case was before the court on Tuesday. Mary Collins said that talks go on.", ["Tuesday @ -"]],
    ["a place without a day does not go on", "In Madrid, Mary Collins said that talks go on. Collins said that they were hard.", ["- @ Madrid", "- @ -"]],
    ["a date in what was said", "Mary Collins said that talks end on Tuesday in Madrid.", ["- @ -"]],
    ["a date inside the quotation", "“Talks end on Tuesday in Madrid,” Mary Collins said.", ["- @ -"]],
    ["a place in the source", "Mary Collins, the ambassador in Madrid, said that talks go on.", ["- @ -"]],
    ["a place of a hope", "In Madrid on Tuesday, Mary Collins hoped that talks go on.", ["Tuesday @ -"]],
    ["a day of its own is another occasion", "In Madrid on Tuesday, Mary Collins said that talks go on. Collins told the BBC on Wednesday that they were hard.", ["Tuesday @ Madrid", "Wednesday @ -"]],
    ["another speaker", "Mary Collins said on Tuesday that talks go on.\n\n“They are hard,” Paul Denning said.", ["Tuesday @ -", "- @ -"]],
    ["two paragraphs on", "Mary Collins said on Tuesday that talks go on.\n\nRain fell.\n\n“They are hard,” Collins said.", ["Tuesday @ -", "- @ -"]],
    ["what the speaker said earlier", "Mary Collins was at a meeting on Tuesday but had earlier said that talks go on.", ["- @ -"]],
    ["what the speaker says at all times", "Mary Collins said on Tuesday that talks go on. Collins has repeatedly said that they are hard.", ["Tuesday @ -", "- @ -"]],
    ["what the speaker said again and again on a day", "On Tuesday Mary Collins repeatedly said that talks go on.", ["Tuesday @ -"]],
    ["a stop that is no visit", "The driver fled from a traffic stop on Tuesday. Mary Collins said that talks go on.", ["- @ -"]],
    ["the article's date is not taken", "May 11, 2022\n\nMary Collins said that talks go on.", ["- @ -"]],
    ["a day that tells which game", "“Talks go on,” Mary Collins said of Paul Denning, who left Tuesday’s game early.", ["- @ -"]],
    ["a day that tells which hearing", "“Talks go on,” Mary Collins said at Tuesday’s hearing.", ["Tuesday @ -"]],
    ["the day of what went before, beside another", "In May, Mary Collins said that talks go on, after a woman who came home in April fell ill.", ["May @ -"]],
    ["the place of what went before", "Mary Collins said on Tuesday that talks go on. “They are hard,” Collins said after a woman who came home fell ill in Madrid.", ["Tuesday @ -", "Tuesday @ -"]],
    ["the place of an arrival", "“Talks go on,” Mary Collins said after landing in Madrid.", ["- @ Madrid"]],
    ["a day that is not the meeting's", "The meeting was about a bridge that fell on Tuesday. Mary Collins said that talks go on.", ["- @ -"]],
    ["the day of a meeting with a long name", "Food was given out Tuesday at the Hale County Trust’s yearly Giving Breakfast. Mary Collins said that talks go on.", ["Tuesday @ -"]],
    ["a day at the sentence's head", "On Tuesday, the bridge loomed large at the debate. Mary Collins said that talks go on.", ["Tuesday @ -"]],
    ["a trial that is to start", "The trial is to start on Tuesday. Mary Collins said that talks go on.", ["- @ -"]],
    ["a hearing that is scheduled", "A hearing was scheduled for Tuesday. Mary Collins said that talks go on.", ["- @ -"]],
    ["a call that brings the fire brigade", "Crews drove to the emergency call on Tuesday. Mary Collins said that talks go on.", ["- @ -"]],
    ["a call at which people speak", "The group held a conference call on Tuesday. Mary Collins said that talks go on.", ["Tuesday @ -"]],
    ["pending in the court", "A case was pending in the court on Tuesday. Mary Collins said that talks go on.", ["- @ -"]],
    ["in court of a kind", "He appeared in federal court on Tuesday. Mary Collins said that talks go on.", ["Tuesday @ -"]],
    ["held where it is due to the heat", "The debate on Tuesday was outdoors due to the heat. Mary Collins said that talks go on.", ["Tuesday @ -"]],
    ["a hearing on what is upcoming", "They met at a hearing on Tuesday on the upcoming budget. Mary Collins said that talks go on.", ["Tuesday @ -"]],
    ["what a meeting was for", "The aim of the meeting on Tuesday was to end the row. Mary Collins said that talks go on.", ["Tuesday @ -"]],
    ["a meeting that is upcoming", "They know of the upcoming meeting on Tuesday. Mary Collins said that talks go on.", ["- @ -"]],
    ["a day that is not told apart", "“Talks go on,” Mary Collins said as the day went on.", ["- @ -"]],
    ["a place in the next clause", "Mary Collins said on Tuesday that talks go on. “They are hard,” Collins said and the letter was sent to a desk in Madrid.", ["Tuesday @ -", "Tuesday @ -"]],
    ["a span of time is no day", "Mary Collins said for two weeks that talks go on.", ["- @ -"]],
  ];
  for (const [what, text, expected] of occasions) {
    test(`when and where: ${what}`, () => {
      assert.deepEqual(
        statementsIn(text).map(({ when, where }) => `${when ?? "-"} @ ${where ?? "-"}`),
        expected,
      );
    });
  }

  test("what nobody is told to say has no occasion of the paragraph's", () => {
    const { text, attribution } = readMarked("A meeting was held on Tuesday. It [was said] {that talks go on}.");
    const dates = [{ ...rangeOf(text, "Tuesday"), value: "2022-05-10", timex: "DATE" as const, confidence: 0.9 }];
    const isDated = (told: Attribution): boolean | undefined => {
      const [found] = findCircumstances(readArticle({ text }), [told], [], { dates, places: [], names: [], quotations: [] }, { choices: [], unnamed: [] });
      return found && found.when !== null;
    };
    assert.equal(isDated(attribution), false);
    assert.equal(isDated({ ...attribution, source: rangeOf(text, "It") }), true);
  });

  test("where something was announced is told, where it happened is not where it was reported", () => {
    assert.equal(isPlaced("It [was announced] in Madrid {that talks go on}."), true);
    assert.equal(isPlaced("{Hail} [was reported] in Madrid."), false);
  });

  test("the day behind the cue is found among hundreds in one sentence", () => {
    const { text, attribution } = readMarked(`A list of ${threeHundredDays(1000)}, which ⟨Mary Collins⟩ [said] on Tuesday {was whole}, with ${threeHundredDays(2000)}.`);
    const written = [...text.matchAll(/\d+th of May|Tuesday/gu)];
    const dates = written.map(({ 0: day, index }) => ({ start: index, end: index + day.length, value: "2022-05-10", timex: "DATE" as const, confidence: 0.9 }));
    const [told] = findCircumstances(readArticle({ text }), [attribution], [], { dates, places: [], names: [], quotations: [] }, { choices: [], unnamed: [] });
    assert.deepEqual(told?.when, rangeOf(text, "Tuesday"));
  });

  test("what is shot back is no support", () => {
    const { text, attribution } = readMarked("{“Talks go on,”} ⟨Mary Collins⟩ [shot back].");
    const nothing = { dates: [], places: [], names: [], quotations: [] };
    const [told] = findCircumstances(readArticle({ text }), [attribution], [], nothing, { choices: [], unnamed: [] });
    assert.equal(told?.mode, "speech");
  });
});
