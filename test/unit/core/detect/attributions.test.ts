import assert from "node:assert/strict";
import * as fc from "fast-check";
import { statementsIn } from "../statementsIn.js";

/** [what it shows, text, statements as "source | cue | contents"] */
type Case = [string, string, string[]];

function told(text: string): string[] {
  return statementsIn(text).map(({ source, cue, contents }) => `${source ?? "-"} | ${cue ?? "-"} | ${contents.join(" … ")}`);
}

suite("findAttributions", () => {
  const quotations: Case[] = [
    ["quotation, name, verb", "“The bridge is safe,” Mara Lindt said.", ["Mara Lindt | said | “The bridge is safe,”"]],
    ["quotation, verb, name with what he is", "“The bridge is safe,” said Mara Lindt, an engineer at the port.", ["Mara Lindt, an engineer at the port | said | “The bridge is safe,”"]],
    ["a question", '"Is the bridge safe?" Mara Lindt asked.', ['Mara Lindt | asked | "Is the bridge safe?"']],
    ["British order of marks", "“The bridge is safe”, she said.", ["she | said | “The bridge is safe”"]],
    ["a cue between two parts", "“The bridge,” Mara Lindt said, “is safe for all.”", ["Mara Lindt | said | “The bridge,” … “is safe for all.”"]],
    ["a quotation that goes on", "“The bridge is safe,” Mara Lindt said. “Nobody should worry.”", ["Mara Lindt | said | “The bridge is safe,” … “Nobody should worry.”"]],
    [
      "the next quotation has its own cue",
      "“The bridge is safe,” Mara Lindt said. “Nobody should worry,” she added.",
      ["Mara Lindt | said | “The bridge is safe,”", "she | added | “Nobody should worry,”"],
    ],
    ["sentences inside a quotation", '"The bridge is safe. We checked it. Nobody should worry," the mayor said.', ['the mayor | said | "The bridge is safe. We checked it. Nobody should worry,"']],
    ["verb before the quotation", "Mara Lindt said, “The bridge is safe.”", ["Mara Lindt | said | “The bridge is safe.”"]],
    ["a day inside the source", "According to the February 16 ruling, the bridge is safe.", ["the February 16 ruling | According to | the bridge is safe"]],
    ["a listener and a colon", "The mayor told reporters on Monday: “The bridge is safe.”", ["The mayor | told | “The bridge is safe.”"]],
    ["a colon at a paragraph's end", "The mayor said in a statement:\n\n“The bridge is safe for all.”\n\nTraffic was light.", ["The mayor | said | “The bridge is safe for all.”"]],
    ["a name and a colon", "Opposition leader Mara Lindt: “The bridge is safe.”", ["Opposition leader Mara Lindt | : | “The bridge is safe.”"]],
    ["two paragraphs", "“The bridge is safe.\n\n“Nobody should worry,” Mara Lindt said.", ["Mara Lindt | said | “The bridge is safe. … “Nobody should worry,”"]],
    ["a listener before the colon", "Mara Lindt told the Courier: “The bridge is safe.”", ["Mara Lindt | told | “The bridge is safe.”"]],
    ["a listener and a colon behind an age", "The actress, 29, told The Sun: “The bridge is safe.”", ["The actress, 29 | told | “The bridge is safe.”"]],
    ["a signed quotation in a list", "Readers wrote to us about the bridge.\n\n• “The bridge is safe.” — Mara Lindt, engineer\n• “It is not.” — Tom Brandt, driver", ["Mara Lindt | - | “The bridge is safe.”", "Tom Brandt | - | “It is not.”"]],
    ["no cue at all", "The mayor was angry. “Nobody told us a thing about it.”", ["- | - | “Nobody told us a thing about it.”"]],
  ];
  const headlines: Case[] = [
    ["a name and a verb of saying", "Lindt says bridge is safe\n\nThe port lies in the north.", ["Lindt | says | bridge is safe"]],
    ["what is denied", "Mara Lindt denies sale of ‘rotten’ bridge\n\nThe port lies in the north.", ["Mara Lindt | denies | sale of ‘rotten’ bridge"]],
    ["a government by its country", "Kenya urges Uganda to open bridge\n\nThe port lies in the north.", ["Kenya | urges | Uganda to open bridge"]],
    ["a name behind what was said", "Bridge is safe, Mara Lindt says\n\nThe port lies in the north.", ["Mara Lindt | says | Bridge is safe"]],
    ["nobody's name", "Ferry captain denies sleeping\n\nThe port lies in the north.", []],
    ["what is agreed is done", "Kenya, Uganda agree to open bridge\n\nThe port lies in the north.", []],
    ["a quotation for a title", "‘We were lucky’: survivors of fire speak out\n\nThe port lies in the north.", []],
    ["a heading between paragraphs", "The port lies in the north, and nobody knows it.\n\nLindt says bridge is safe\n\nThe port is old.", []],
  ];
  const clauses: Case[] = [
    ["that", "Mara Lindt said that the bridge is safe.", ["Mara Lindt | said | that the bridge is safe"]],
    ["without that", "Two officials said the bridge is safe.", ["Two officials | said | the bridge is safe"]],
    ["auxiliaries belong to the cue, adverbs do not", "The mayor has also said that the bridge is safe.", ["The mayor | has also said | that the bridge is safe"]],
    ["an adverb alone", "He also asserted that the bridge is safe.", ["He | asserted | that the bridge is safe"]],
    ["a denial", "She did not say that the bridge is safe.", ["She | did not say | that the bridge is safe"]],
    ["dates and occasions between verb and clause", "Mara Lindt said on Monday in an interview with the radio that the bridge is safe.", ["Mara Lindt | said | that the bridge is safe"]],
    ["an adjunct between subject and verb", "Mara Lindt during her visit to the port said that the bridge is safe.", ["Mara Lindt | said | that the bridge is safe"]],
    ["an introducing phrase", "After the meeting, the mayor said that the bridge is safe.", ["the mayor | said | that the bridge is safe"]],
    ["words before the comma", "The bridge is safe, the mayor said.", ["the mayor | said | The bridge is safe"]],
    ["a cue inside", "The bridge, the mayor said, is safe for all.", ["the mayor | said | The bridge … is safe for all"]],
    ["only the rest of a subordinate clause", "Lindt worked in Delft, where, she says, engineers have time.", ["she | says | engineers have time"]],
    ["an object with as, without the day", "Mara Lindt termed the plan as 'useless' on Tuesday.", ["Mara Lindt | termed | the plan as 'useless'"]],
    ["an indirect question", "Reporters asked whether the bridge was safe.", ["Reporters | asked | whether the bridge was safe"]],
    ["a promise", "The mayor promised to repair the bridge.", ["The mayor | promised | to repair the bridge"]],
    ["an apposition", "Mara Lindt, the port's engineer, said that the bridge is safe.", ["Mara Lindt, the port's engineer | said | that the bridge is safe"]],
    ["a relative clause", "Lindt, who said that the bridge is safe, left.", ["who | said | that the bridge is safe"]],
    ["a participle after", "“The bridge is safe,” she said, adding that it was new.", ["she | said | “The bridge is safe,”", "she | adding | that it was new"]],
    ["a participle behind phrases that open the sentence", "For months, on all channels, the mayor had been calm, saying that the bridge is safe.", ["the mayor | saying | that the bridge is safe"]],
    ["a participle before", "Maintaining that the bridge is safe, the mayor left.", ["the mayor | Maintaining | that the bridge is safe"]],
    ["a shared subject", "The mayor said that the bridge is safe and added that it was new.", ["The mayor | said | that the bridge is safe", "The mayor | added | that it was new"]],
    ["according to, before", "According to Mara Lindt, the bridge is safe.", ["Mara Lindt | According to | the bridge is safe"]],
    ["according to, after", "The bridge is safe, according to two officials.", ["two officials | according to | The bridge is safe"]],
    ["according to, between subject and verb", "The plan, according to two officials, is to sell the bridge.", ["two officials | according to | The plan … is to sell the bridge"]],
    ["according to, behind a whole clause", "The bridge is safe, according to a study, published last week.", ["a study | according to | The bridge is safe"]],
    ["per somebody, behind", "The bridge is safe, per Mara Lindt.", ["Mara Lindt | per | The bridge is safe"]],
    ["per somebody, before", "Per the mayor's office, the bridge is safe.", ["the mayor's office | Per | the bridge is safe"]],
    ["a stage direction before the colon", "LINDT (laughing): Never again.\n\nHOST: Are you sure of that?\n\nLINDT: Yes, I am.", ["LINDT | - | Never again.", "HOST | - | Are you sure of that?", "LINDT | - | Yes, I am."]],
    ["a long source", "According to a report by the engineers at the port, the bridge is safe.", ["a report by the engineers at the port | According to | the bridge is safe"]],
    ["part of it in quotation marks", "Mara Lindt said the bridge was “as safe as a house” for all.", ["Mara Lindt | said | the bridge was “as safe as a house” for all"]],
    ["a stage direction", "LINDT: (laughs) Never again.\n\nHOST: Are you sure of that?\n\nLINDT: Yes, I am.", ["LINDT | - | Never again.", "HOST | - | Are you sure of that?", "LINDT | - | Yes, I am."]],
    ["to be said", "Mara Lindt is expected to say that the bridge is safe.", ["Mara Lindt | is expected to say | that the bridge is safe"]],
    ["whom it is asked of", "The mayor urged the port to close the bridge.", ["The mayor | urged | the port to close the bridge"]],
    ["a source with a relative clause", "The engineer who built the bridge said that it is safe.", ["The engineer who built the bridge | said | that it is safe"]],
    [
      "a transcript that is quoted",
      '"LINDT: The bridge is safe.\n\n"It was never safer.\n\n"(LAUGHTER)\n\n"HOST: Are you sure?\n\n"LINDT: Yes, I am."\n\n"We all are," the mayor said.',
      ['LINDT | - | The bridge is safe. … "It was never safer.', "HOST | - | Are you sure?", 'LINDT | - | Yes, I am."', 'the mayor | said | "We all are,"'],
    ],
    ["a label", "LINDT: The bridge is safe.\n\nHOST: Are you sure of that?\n\nLINDT: Yes, I am.", ["LINDT | - | The bridge is safe.", "HOST | - | Are you sure of that?", "LINDT | - | Yes, I am."]],
  ];
  for (const [what, text, expected] of [...quotations, ...clauses, ...headlines]) test(what, () => assert.deepEqual(told(text), expected));

  const nothing: [string, string][] = [
    ["plain news", "The bridge was closed on Monday. Workers repaired it."],
    ["a cue word as a noun", "The claims that followed were paid. His saying it mattered little."],
    ["an infinitive", "It is too early to say that the bridge is safe."],
    ["a passive without a speaker", "The workers were told to leave."],
    ["scare quotes", "The so-called “expert” left the bridge."],
    ["a title", "He painted “The Old Bridge” in 1912."],
    ["a crosshead in marks", "The bridge was closed on Monday.\n\n'Legend in the Coal Fields.'\n\nWorkers repaired it."],
    ["a nickname", "Frank “the Fish” Lindt crossed the bridge."],
    ["according to what is no source", "The cards were sorted according to size."],
    ["so much each", "The toll rose to five pounds, per car and day."],
    ["a teaser", "READ | Mayor says that the bridge is safe"],
  ];
  for (const [what, text] of nothing) test(`no statement: ${what}`, () => assert.deepEqual(told(text), []));

  test("any words give statements whose parts stand in the text", () => {
    const word = fc.constantFrom("Lindt", "said", "that", "“", "”", '"', ",", ".", ":", "adding", "according", "to", "the", "mayor", "he", "\n\n", "told", "and", "who", "—", "bridge", "is");
    fc.assert(
      fc.property(fc.array(word, { maxLength: 60 }), (words) => {
        const text = words.join(" ");
        for (const { statement, contents } of statementsIn(text)) {
          assert.ok(statement.quote.length > 0);
          for (const content of contents) assert.ok(content.length > 0 && text.includes(content));
        }
      }),
      { numRuns: 300 },
    );
  });
});
