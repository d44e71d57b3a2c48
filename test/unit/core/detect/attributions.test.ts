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
    ["a title before what she says", "Mara Lindt, who starred in “The Bridge,” says the pair had been apart.", []],
    ["to whom a question is put", '"Is the bridge safe?" Mara Lindt put to him.', ['Mara Lindt | put to | "Is the bridge safe?"']],
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
    ["the writer of what has a title", "“Met accused,” by the Harlow Post’s Jane Doe: “A man is suing the museum.”", ["the Harlow Post’s Jane Doe | : | “A man is suing the museum.”"]],
    ["to whom it is said", "She says to Nevadans: “This one is for you.”", ["She | says | “This one is for you.”"]],
    ["a name and a colon", "Opposition leader Mara Lindt: “The bridge is safe.”", ["Opposition leader Mara Lindt | : | “The bridge is safe.”"]],
    ["two paragraphs", "“The bridge is safe.\n\n“Nobody should worry,” Mara Lindt said.", ["Mara Lindt | said | “The bridge is safe. … “Nobody should worry,”"]],
    ["a listener before the colon", "Mara Lindt told the Courier: “The bridge is safe.”", ["Mara Lindt | told | “The bridge is safe.”"]],
    ["a listener and a colon behind an age", "The actress, 29, told The Sun: “The bridge is safe.”", ["The actress, 29 | told | “The bridge is safe.”"]],
    ["a signed quotation in a list", "Readers wrote to us about the bridge.\n\n• “The bridge is safe.” — Mara Lindt, engineer\n• “It is not.” — Tom Brandt, driver", ["Mara Lindt | — | “The bridge is safe.”", "Tom Brandt | — | “It is not.”"]],
    ["whose message it was, behind a colon", "The bridge is safe: that was the message from Mara Lindt.", ["Mara Lindt | was the message from | The bridge is safe"]],
    ["how somebody puts it", "“It is a bridge.” That’s how Mara Lindt, 31, sums up her life.", ["Mara Lindt | sums | “It is a bridge.”"]],
    ["whose view it is, as a sentence", "The bridge is safe. That is the view of Mara Lindt.", ["Mara Lindt | is the view of | The bridge is safe"]],
    ["no cue at all", "The mayor was angry. “Nobody told us a thing about it.”", ["- | - | “Nobody told us a thing about it.”"]],
  ];
  const headlines: Case[] = [
    ["an office behind a dash", "Bridge has been closed for years – Minister\n\nThe port lies in the north.", ["Minister | – | Bridge has been closed for years"]],
    ["a name and a verb of saying", "Lindt says bridge is safe\n\nThe port lies in the north.", ["Lindt | says | bridge is safe"]],
    ["what is denied", "Mara Lindt denies sale of ‘rotten’ bridge\n\nThe port lies in the north.", ["Mara Lindt | denies | sale of ‘rotten’ bridge"]],
    ["a government by its country", "Kenya urges Uganda to open bridge\n\nThe port lies in the north.", ["Kenya | urges | Uganda to open bridge"]],
    ["a name behind what was said", "Bridge is safe, Mara Lindt says\n\nThe port lies in the north.", ["Mara Lindt | says | Bridge is safe"]],
    ["a name and a colon", "Mara Lindt: Bridge was never safe\n\nThe port lies in the north.", ["Mara Lindt | : | Bridge was never safe"]],
    ["a colon and a name", "Bridge will be safe: Mara Lindt\n\nThe port lies in the north.", ["Mara Lindt | : | Bridge will be safe"]],
    ["a quotation and a name", "‘We were lucky’: Mara Lindt\n\nThe port lies in the north.", ["Mara Lindt | : | ‘We were lucky’"]],
    ["a life in pictures", "Mara Lindt: A life in pictures\n\nThe port lies in the north.", []],
    ["what somebody did", "Mara Lindt: what she did next\n\nThe port lies in the north.", []],
    ["an obituary", "Obituary: Mara Lindt\n\nThe port lies in the north.", []],
    ["a league", "Premier League: Rovers will face United\n\nThe port lies in the north.", []],
    ["nobody's name", "Ferry captain denies sleeping\n\nThe port lies in the north.", []],
    ["what is agreed is done", "Kenya, Uganda agree to open bridge\n\nThe port lies in the north.", []],
    ["a quotation for a title", "‘We were lucky’: survivors of fire speak out\n\nThe port lies in the north.", []],
    ["a heading between paragraphs", "The port lies in the north, and nobody knows it.\n\nLindt says bridge is safe\n\nThe port is old.", []],
  ];
  const clauses: Case[] = [
    ["a listener behind what was said", "The bridge is safe, two officials told the Courier on Monday.", ["two officials | told | The bridge is safe"]],
    ["a joke is no listener", "On Monday, the first day of her tour, Mara Lindt told a joke.", []],
    ["a dateline", "Dunmore, Ohio — The bridge is safe, Mara Lindt said.", ["Mara Lindt | said | The bridge is safe"]],
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
    ["according to, between a name and its verb", "The plan, according to Mara Lindt, is to sell the bridge.", ["Mara Lindt | according to | The plan … is to sell the bridge"]],
    ["according to, behind the verb", "It was, according to the mayor, a bargain.", ["the mayor | according to | It was … a bargain"]],
    ["according to, behind a conjunction", "The road is open but, according to two officials, the bridge is closed.", ["two officials | according to | the bridge is closed"]],
    ["per, behind a quotation", "Votes count when cast “on the day itself,” per the party's rules.", ["the party's rules | per | Votes count when cast “on the day itself,”"]],
    ["in the eyes of, in a relative clause", "The town has two bridges which, in the eyes of engineers, are safe.", ["engineers | in the eyes of | The town has two bridges which … are safe"]],
    ["in the words of, before a quotation", "The bridge was, in the words of an engineer, “safe” for years.", ["an engineer | in the words of | The bridge was … “safe” for years"]],
    ["in the view of, before", "In the view of many engineers, the bridge is safe.", ["many engineers | In the view of | the bridge is safe"]],
    ["in the words of, behind the verb", "It was, in the words of the mayor, a bargain.", ["the mayor | in the words of | It was … a bargain"]],
    ["somebody's view, before", "In Mara Lindt's view, the bridge is safe.", ["Mara Lindt's | view | the bridge is safe"]],
    ["somebody's opinion, behind", "The bridge is safe, in her opinion.", ["her | opinion | The bridge is safe"]],
    ["according to, behind a whole clause", "The bridge is safe, according to a study, published last week.", ["a study | according to | The bridge is safe"]],
    ["per somebody, behind", "The bridge is safe, per Mara Lindt.", ["Mara Lindt | per | The bridge is safe"]],
    ["per somebody, before", "Per the mayor's office, the bridge is safe.", ["the mayor's office | Per | the bridge is safe"]],
    ["a stage direction before the colon", "LINDT (laughing): Never again.\n\nHOST: Are you sure of that?\n\nLINDT: Yes, I am.", ["LINDT | : | Never again.", "HOST | : | Are you sure of that?", "LINDT | : | Yes, I am."]],
    ["a long source", "According to a report by the engineers at the port, the bridge is safe.", ["a report by the engineers at the port | According to | the bridge is safe"]],
    ["part of it in quotation marks", "Mara Lindt said the bridge was “as safe as a house” for all.", ["Mara Lindt | said | the bridge was “as safe as a house” for all"]],
    ["a stage direction", "LINDT: (laughs) Never again.\n\nHOST: Are you sure of that?\n\nLINDT: Yes, I am.", ["LINDT | : | Never again.", "HOST | : | Are you sure of that?", "LINDT | : | Yes, I am."]],
    ["to be said", "Mara Lindt is expected to say that the bridge is safe.", ["Mara Lindt | is expected to say | that the bridge is safe"]],
    ["whom it is asked of", "The mayor urged the port to close the bridge.", ["The mayor | urged | the port to close the bridge"]],
    ["a source with a relative clause", "The engineer who built the bridge said that it is safe.", ["The engineer who built the bridge | said | that it is safe"]],
    [
      "a transcript that is quoted",
      '"LINDT: The bridge is safe.\n\n"It was never safer.\n\n"(LAUGHTER)\n\n"HOST: Are you sure?\n\n"LINDT: Yes, I am."\n\n"We all are," the mayor said.',
      ['LINDT | : | The bridge is safe. … "It was never safer.', "HOST | : | Are you sure?", 'LINDT | : | Yes, I am."', 'the mayor | said | "We all are,"'],
    ],
    ["labels on lines of their own", "Mara Lindt  0:03\nThe bridge is safe.\n\nIt opens in June.\n\nIda Brandt (0:31):\nAre you sure?\n\nMara Lindt  0:40\nI am.\n\nIda Brandt  0:52\nGood.", ["Mara Lindt | - | The bridge is safe. … It opens in June.", "Ida Brandt | - | Are you sure?", "Mara Lindt | - | I am.", "Ida Brandt | - | Good."]],
    ["results", "Lindt: 547.\n\nBrandt: 46.\n\nLindt: 2,316.\n\nBrandt: 52%", []],
    ["labels with an office on lines of their own", "Operator\n\nGood morning.\n\nMara Lindt -- Chief Executive Officer\n\nThe bridge is safe.\n\nIt opens in June.\n\nIda Brandt -- Hale Securities -- Analyst\n\nAre you sure?\n\nMara Lindt -- Chief Executive Officer\n\nI am.", ["Operator | - | Good morning.", "Mara Lindt -- Chief Executive Officer | - | The bridge is safe. … It opens in June.", "Ida Brandt -- Hale Securities -- Analyst | - | Are you sure?", "Mara Lindt -- Chief Executive Officer | - | I am."]],
    ["a list of those who took part", "Mara Lindt -- Chief Executive Officer\n\nIda Brandt -- Analyst\n\nTom Hale -- Analyst\n\nRain fell on the bridge.", []],
    ["labels with a stop", "Mr. LINDT. The bridge is safe.\n\nThe PRESIDING OFFICER. Thank you.\n\nMr. LINDT. It opens in June.", ["Mr. LINDT | - | The bridge is safe.", "The PRESIDING OFFICER | - | Thank you.", "Mr. LINDT | - | It opens in June."]],
    ["questions of the press", "MS. LINDT:  The bridge is safe.\n\nQ    Are you sure?\n\nMS. LINDT:  I am.", ["MS. LINDT | : | The bridge is safe.", "Q | - | Are you sure?", "MS. LINDT | : | I am."]],
    [
      "a turn of several paragraphs in a transcript",
      "LINDT: The bridge is safe.\n\nIt was built well.\n\nHOST: Are you sure?\n\nLINDT: I am.\n\nHOST: Good.\n\nThe talk was held in Oslo.",
      ["LINDT | : | The bridge is safe. … It was built well.", "HOST | : | Are you sure?", "LINDT | : | I am.", "HOST | : | Good."],
    ],
    ["prose between a few labels", "LINDT: The bridge is safe.\n\nRain fell.\n\nThe port was closed.\n\nTraffic was light.\n\nLINDT: It opens.", ["LINDT | : | The bridge is safe.", "LINDT | : | It opens."]],
    [
      "prose between labels whose words are quoted",
      "LINDT: “The bridge is safe.”\n\nTraffic was light.\n\nLINDT: “It opens.”\n\nRain fell.\n\nHOST: “Are you sure?”\n\nLINDT: “I am.”",
      ["LINDT | : | “The bridge is safe.”", "LINDT | : | “It opens.”", "HOST | : | “Are you sure?”", "LINDT | : | “I am.”"],
    ],
    ["labels with an outlet", "MARA LINDT: The bridge is safe.\n\nIDA BRANDT/QTV: Are you sure?\n\nMARA LINDT: I am.", ["MARA LINDT | : | The bridge is safe.", "IDA BRANDT | : | Are you sure?", "MARA LINDT | : | I am."]],
    ["a machine's labels", "Speaker 1: The bridge is safe.\n\nSPEAKER_02: Are you sure?\n\nSpeaker 1: I am.", ["Speaker 1 | : | The bridge is safe.", "SPEAKER_02 | : | Are you sure?", "Speaker 1 | : | I am."]],
    ["labels without capitals", "mara lindt: the bridge is safe.\n\nhost: are you sure?\n\nmara lindt: i am.", ["mara lindt | : | the bridge is safe.", "host | : | are you sure?", "mara lindt | : | i am."]],
    [
      "subtitles",
      "WEBVTT\n\n1\n00:00:03.000 --> 00:00:06.000\n<v Mara Lindt>The bridge\nis safe.</v>\n\n2\n00:00:07.000 --> 00:00:09.000\n<v Ida Brandt>Are you sure?</v>\n\n3\n00:00:11.000 --> 00:00:12.000\n<v Mara Lindt>I am.</v>",
      ["Mara Lindt | - | The bridge\nis safe.", "Ida Brandt | - | Are you sure?", "Mara Lindt | - | I am."],
    ],
    [
      "a sentence that goes on in the next subtitle",
      "1\n00:00:01,000 --> 00:00:02,000\nHOST: And the bridge?\n\n2\n00:00:03,000 --> 00:00:06,000\nLINDT: It opens on Friday,\n\n3\n00:00:07,000 --> 00:00:09,000\nwhatever the weather.\n\n4\n00:00:09,500 --> 00:00:10,000\nRain fell.\n\n5\n00:00:11,000 --> 00:00:12,000\nHOST: Good.",
      ["HOST | : | And the bridge?", "LINDT | : | It opens on Friday, … whatever the weather.", "HOST | : | Good."],
    ],
    ["labels in brackets", "[Lindt] The bridge is safe.\n\n[Brandt] Are you sure of that?\n\n[Lindt] Yes, I am.\n\n[Brandt] Good.", ["Lindt | - | The bridge is safe.", "Brandt | - | Are you sure of that?", "Lindt | - | Yes, I am.", "Brandt | - | Good."]],
    ["names before a dash", "Mara Lindt – The bridge is safe.\n\nTom Brandt – Are you sure of that?\n\nMara Lindt – Yes, I am.", ["Mara Lindt | – | The bridge is safe.", "Tom Brandt | – | Are you sure of that?", "Mara Lindt | – | Yes, I am."]],
    ["messages with their times", "[10:41] mara: the bridge is safe\n[10:42] tom: are you sure of that\n[10:43] mara: yes, I am", ["mara | : | the bridge is safe", "tom | : | are you sure of that", "mara | : | yes, I am"]],
    ["a verb that is not known", "“Where is the bridge?” Brandt quizzed.", ["Brandt | quizzed | “Where is the bridge?”"]],
    ["a verb that is not known before a name", "“Where is the bridge?” gurgles coach Mary Brandt.", ["coach Mary Brandt | gurgles | “Where is the bridge?”"]],
    ["a title, a verb that is not known and a name", "“Hello, Brandt!” stars Ida Brandt.", []],
    ["a preposition before a name", "“Where is the bridge?” besides Brandt.", []],
    ["a sentence behind a question", "“Where is the bridge?” Brandt was worried.", ["- | - | “Where is the bridge?”"]],
    ["whose verdict it was", "“The bridge is a shame,” was his blunt verdict.", ["his | verdict | “The bridge is a shame,”"]],
    ["whose assessment it was by name", "“The bridge is a shame,” was Mara Lindt’s assessment.", ["Mara Lindt | assessment | “The bridge is a shame,”"]],
    ["a place before a quotation", "The report is from there.\n\nOOTY: “The bridge is safe,” said Mara Lindt.", ["Mara Lindt | said | “The bridge is safe,”"]],
    ["as somebody reported", "As the mayor reported earlier, the bridge has been closed.", ["the mayor | reported | the bridge has been closed"]],
    ["as a name said", "As Mara Lindt said on Monday, the bridge has been closed.", ["Mara Lindt | said | the bridge has been closed"]],
    ["the log of a chat", "<mara> the bridge is safe\n<tom> are you sure of that\n<mara> yes, I am", ["mara | - | the bridge is safe", "tom | - | are you sure of that", "mara | - | yes, I am"]],
    ["offices and seats", "The Minister for Roads (Ms Lindt): The bridge is safe.\n\nTom Brandt (Hexham) (Con): Are you sure?\n\nThe Minister for Roads (Ms Lindt): I am.", ["The Minister for Roads | : | The bridge is safe.", "Tom Brandt | : | Are you sure?", "The Minister for Roads | : | I am."]],
    ["an interview with questions in bold", "We met Mara Lindt at the bridge.\n\n**Why did you build it?**\n\nI was asked to. My father built the first.\n\n**Do you like it?**\n\nNot much.\n\nI wanted it higher.\n\n**And now?**\n\nI am done.", ["- | - | I was asked to. My father built the first.", "- | - | Not much. … I wanted it higher.", "- | - | I am done."]],
    ["an interview in plain paragraphs", "We met Mara Lindt at the bridge.\n\nWhy did you build it?\n\nI was asked to.\n\nDo you like it?\n\nI wanted it higher.\n\nWill you build another?\n\nThat is up to my sons.", ["- | - | I was asked to.", "- | - | I wanted it higher.", "- | - | That is up to my sons."]],
    ["a crosshead in single marks among quotations in double ones", "“The bridge is safe,” Lindt said.\n\n'A bridge for life.'\n\nIt was closed on Monday.", ["Lindt | said | “The bridge is safe,”"]],
    ["a turn of a talk in single marks", "‘The bridge is safe,’ Lindt said.\n\n‘It never was safe.’", ["Lindt | said | ‘The bridge is safe,’", "- | - | ‘It never was safe.’"]],
    ["what leads on", "“The bridge is safe,” Lindt said.\n\n\"Related:\"\n\nBridges of the town", ["Lindt | said | “The bridge is safe,”"]],
    ["a heading about somebody", "About Brandt\n\nThe mayor said that the bridge was safe.", ["The mayor | said | that the bridge was safe"]],
    ["answers of passers-by", "We asked them.\n\nMara Lindt, 34, teacher: “It is safe.”\n\nTom Brandt, of Mill Lane: “It never was.”\n\nIda Frost (Lab): “It fell last week.”", ["Mara Lindt, 34, teacher | : | “It is safe.”", "Tom Brandt, of Mill Lane | : | “It never was.”", "Ida Frost (Lab) | : | “It fell last week.”"]],
    ["a label", "LINDT: The bridge is safe.\n\nHOST: Are you sure of that?\n\nLINDT: Yes, I am.", ["LINDT | : | The bridge is safe.", "HOST | : | Are you sure of that?", "LINDT | : | Yes, I am."]],
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
    ["what tells how, before a colon", "We asked them.\n\nHale Town Council, in a statement: “It is safe.”"],
    ["in the writer's own view", "In my view, the bridge is safe."],
    ["in view of what stands there", "He put the lamp in the widow's view from the bridge."],
    ["in view of it at the end", "The chapel stands in the widow's view."],
    ["in the eyes of the law", "In the eyes of the law, the bridge is a road."],
    ["what was the end of something", "The bridge fell. That was the end of the road."],
    ["frequent questions", "**Is the bridge safe?**\n\nYes. Engineers check it once a year.\n\n**How can you cross it?**\n\nOn foot. The toll is two pounds.\n\n**Who owns it?**\n\nThe county does."],
    ["datelines", "LONDON — The bridge was closed on Monday.\n\nPARIS — The tower was closed on Tuesday.\n\nROME — The fountain was closed on Friday."],
    ["a list with dashes", "The prizes of the day went to three.\n\nBest Bridge – Hale Bridge.\n\nBest Tower – Hale Tower."],
    ["so much each", "The toll rose to five pounds, per car and day."],
    ["what a press release says of its firm", "The bridge was closed on Monday.\n\nAbout Hale Bridges\n\nHale Bridges says that its bridges are safe."],
    ["what looks forward", "The bridge was closed on Monday.\n\nForward-Looking Statements\n\nThe company says that its bridges will be safe."],
    ["a warning that looks forward", "The bridge was closed on Monday.\n\nThis press release contains forward-looking statements. Hale Bridges says that its bridges will be safe."],
    ["as I said", "As I said, the bridge has been closed."],
    ["as somebody does", "As the mayor left, the bridge was closed."],
    ["a headline behind which the paper stands", "Bridge has been closed for years – Hale News\n\nThe bridge was closed on Monday."],
    ["a headline with a part behind a dash", "Bridge of sighs – Minister\n\nThe bridge was closed on Monday."],
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
