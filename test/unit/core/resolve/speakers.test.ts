import assert from "node:assert/strict";
import { statementsIn } from "../statementsIn.js";

/** [what it shows, text, for each statement "who (reason)"] */
type Case = [string, string, string[]];

function speakersIn(text: string): string[] {
  return statementsIn(text).map(({ who, statement }) => `${who.length > 0 ? who.join(" + ") : "nobody"} (${statement.reason})`);
}

suite("resolveSpeakers", () => {
  const cases: Case[] = [
    ["full name", "Defence Minister Mary Collins said that talks went on.", ["Mary Collins (full name)"]],
    ["surname", "Mary Collins arrived. Collins said that talks went on.", ["Mary Collins (surname)"]],
    ["first name", "Mary Collins arrived. Mary said that talks went on.", ["Mary Collins (first name)"]],
    ["acronym", "The North River Transit Organization (NRTO) met. NRTO said that trains would run.", ["North River Transit Organization (acronym)"]],
    ["title of a name before", "Defence Minister Mary Collins arrived. The Defence Minister said that talks went on.", ["Mary Collins (title)"]],
    ["the last noun of a title", "Defence Minister Mary Collins met Mayor Paul Denning. The minister said that talks went on.", ["Mary Collins (title)"]],
    ["a demonym for the country", "France Foreign Minister Paul Denning met Italy Foreign Minister Marco Ricci. The Italian minister said that talks went on.", ["Marco Ricci (title)"]],
    ["a title in capitals", "CFO Mary Collins met CEO Paul Denning. The CEO said that talks went on.", ["Paul Denning (title)"]],
    ["pronoun after a speaker", "Mary Collins said that talks went on. She added that they were hard.", ["Mary Collins (full name)", "Mary Collins (pronoun)"]],
    ["pronoun that agrees with one of two", "Mary Collins met Paul Denning. He said that talks went on.", ["Paul Denning (pronoun)"]],
    ["who", "Mary Collins, who said that talks went on, left.", ["Mary Collins (pronoun)"]],
    ["who, behind people without a name", "Rain fell on residents who said that talks went on.", ["residents (unnamed source)"]],
    ["who, behind one without a name", "A neighbour, who said that talks went on, left.", ["A neighbour (unnamed source)"]],
    ["joint source behind a relative clause", "Mary Collins, who lives there, and two neighbours said that talks went on.", ["Mary Collins + two neighbours (joint source)"]],
    ["a description behind a paragraph about the speaker", "“Talks go on,” Mary Collins said.\n\nCollins will meet Paul Denning.\n\n“They are hard,” the 24-year-old said.", ["Mary Collins (full name)", "Mary Collins (description)"]],
    ["the letter of an answer", "We met the writer Mary Collins.\n\nQ: Do talks go on?\n\nA: They do.\n\nQ: Are they hard?\n\nA: Very.", ["Q (label)", "Mary Collins (label)", "Q (label)", "Mary Collins (label)"]],
    ["a constable", "PC Mary Collins arrived. “Talks go on,” she said. The officer added that they were hard.", ["Mary Collins (pronoun)", "Mary Collins (title)"]],
    ["a pronoun for an office that nobody is named for", "Mary Collins arrived.\n\nThe harbour commissioner said that talks went on. “They are hard,” he claimed.", ["The harbour commissioner (unnamed source)", "The harbour commissioner (pronoun)"]],
    ["a pronoun that knows better than a first name", "President Mary Collins said that talks went on. He added that they were hard.", ["Mary Collins (full name)", "Mary Collins (pronoun)"]],
    ["joint source", "Mary Collins and Paul Denning said that talks went on.", ["Mary Collins + Paul Denning (joint source)"]],
    ["an organization", "The World Health Organization said that talks went on.", ["World Health Organization (organization)"]],
    ["a place that stands for a government", "Moscow said that talks went on.", ["Moscow (organization)"]],
    ["an apposition does not speak", "Paul Denning, a friend of Mary Collins, said that talks went on.", ["Paul Denning (full name)"]],
    ["a quotation after a speaker", "Mary Collins was calm. “Talks go on,” Mary Collins said on the radio. People listened. “We will not stop now.”", ["Mary Collins (full name)", "Mary Collins (same paragraph)"]],
    ["letters after a name", "Mary Collins KC said that talks went on.", ["Mary Collins (full name)"]],
    ["a name after an office with its field", "Deputy director for rural sports Paul Denning said that talks went on.", ["Paul Denning (full name)"]],
    ["a name that was not seen as one behind a body", "Collins arrived. Collins said that talks went on. Spokesperson for the F.W. Department Mary Collins said that they were hard.", ["Collins (full name)", "Collins (full name)"]],
    ["a participle behind phrases that open the sentence", "For months, on all channels, Mary Collins has been calm, saying that talks went on.", ["Mary Collins (full name)"]],
    ["an office that holds another noun of one", "Mary Collins, assistant district attorney for Bristol County, arrived. The assistant district attorney said that talks went on.", ["Mary Collins (title)"]],
    ["the possessor of an office is no part of it", "State climatologist Mary Collins arrived. The state’s climatologist said that talks went on.", ["Mary Collins (title)"]],
    ["joint source with a clause about both", "Mary Collins and Paul Denning, who monitor the treaty, said that talks went on.", ["Mary Collins + Paul Denning (joint source)"]],
    ["whose website", "Mary Collins arrived. “Talks go on,” Collins said. According to her website, they were hard.", ["Mary Collins (surname)", "Mary Collins (pronoun)"]],
    ["a text from somebody", "A letter from Mary Collins said that talks went on.", ["Mary Collins (full name)"]],
    ["a text by somebody of an office", "A statement by Mary Collins from the State Office said that talks went on.", ["Mary Collins (full name)"]],
    ["an office that belongs to a role", "The Bristol County Sheriff's Office said that talks went on.", ["Bristol County Sheriff's Office (organization)"]],
    ["a new body with what it is", "The Council on River Quality, a body that watches ferries, said that talks went on.", ["Council on River Quality (organization)"]],
    ["a title before a name behind an office", "The Managing Director of Hale Air, Mr. Paul Denning, said that talks went on.", ["Paul Denning (full name)"]],
    ["what somebody is without a comma", "Mary Collins a spokeswoman for the company said that talks went on.", ["Mary Collins (full name)"]],
    ["a body with a preposition in its name", "The Council on River Quality met. The Council on River Quality, a body that watches ferries, said that talks went on.", ["Council on River Quality (organization)"]],
    ["a new person behind an office and a place", "Former ambassador to Egypt Paul Denning said that talks went on.", ["Paul Denning (full name)"]],
    ["the first letters of a title", "Kerala Chief Minister Mary Collins arrived. The CM said that talks went on.", ["Mary Collins (title)"]],
    ["a pronoun for somebody without a name", "Mary Collins arrived. A neighbour said that talks went on. “They are hard,” she said.", ["A neighbour (unnamed source)", "A neighbour (pronoun)"]],
    ["a pronoun for one of several", "Mary Collins arrived. One of the women said that talks went on. “They are hard,” she said.", ["One of the women (unnamed source)", "One of the women (pronoun)"]],
    ["whose country the article has told", "Chelsea manager Paul Denning said that talks went on. “They are hard,” the German said.", ["Paul Denning (full name)", "Paul Denning (description)"]],
    ["a carmaker that has just spoken", "Hale Research said that talks went on. The carmaker said that they were hard.", ["Hale Research (organization)", "Hale Research (description)"]],
    ["a pronoun for a mother", "Mary Collins arrived. The mother of the victim said that talks went on. “They are hard,” she said.", ["The mother of the victim (unnamed source)", "The mother of the victim (pronoun)"]],
    ["one pronoun after the other for a neighbour", "Mary Collins arrived. A neighbour said that talks went on. She said that they were hard. “They are long,” she said.", ["A neighbour (unnamed source)", "A neighbour (pronoun)", "A neighbour (pronoun)"]],
    ["a pronoun for kin", "Mary Collins arrived. Her brother said that talks went on. “They are hard,” he said.", ["Her brother (unnamed source)", "Her brother (pronoun)"]],
    ["a pronoun for somebody who is named meanwhile", "A neighbour said that talks went on. Mary Collins arrived. She said that they were hard.", ["A neighbour (unnamed source)", "Mary Collins (pronoun)"]],
    ["a noun for somebody without a name", "Bristol official Paul Denning arrived. A senior official said that talks went on. The official added that they were hard.", ["A senior official (unnamed source)", "A senior official (description)"]],
    ["a noun for who has spoken since", "Another official said that talks went on. Bristol official Paul Denning said that they were hard. The official added that they were long.", ["Another official (unnamed source)", "Paul Denning (full name)", "Paul Denning (title)"]],
    ["names behind what they are", "The practitioners, Mary Collins and Paul Denning, said that talks went on.", ["Mary Collins + Paul Denning (joint source)"]],
    ["a contracted pronoun", "Mary Collins arrived. She’d said that talks went on.", ["Mary Collins (pronoun)"]],
    ["an office to come", "Mayor-elect Mary Collins arrived. The mayor-elect said that talks went on.", ["Mary Collins (title)"]],
    ["an office by its Irish name", "The Tánaiste, Mary Collins, arrived. The Tánaiste said that talks went on.", ["Mary Collins (title)"]],
    ["an office that needs no list of countries", "Bundeskanzler Paul Denning arrived. The Bundeskanzler said that talks went on.", ["Paul Denning (title)"]],
    ["a role before another title", "Prime Minister Dr Mary Collins arrived. The prime minister said that talks went on.", ["Mary Collins (title)"]],
    ["a report's author", "In a report, the World Health Organization said that talks went on. The report said that they were hard.", ["World Health Organization (organization)", "World Health Organization (description)"]],
    ["a study that is called a survey before", "A survey by the World Health Organization said that talks went on. The study said that they were hard.", ["World Health Organization (organization)", "World Health Organization (description)"]],
    ["a text that somebody has published", "The World Health Organization published a long article on Monday. The article said that talks went on.", ["World Health Organization (description)"]],
    ["a ruling", "The World Health Organization ruled that talks went on. “They are hard,” said the ruling.", ["World Health Organization (organization)", "World Health Organization (description)"]],
    ["a statement on somebody's website", "“Talks go on,” reads the statement published on the World Health Organization’s website.", ["World Health Organization (organization)"]],
    ["a paper by the last word of its name", "The Bristol River Council met. The Council said that talks went on.", ["Bristol River Council (organization)"]],
    ["a body by words of its name", "The Bristol River Council met. The river council said that talks went on.", ["Bristol River Council (description)"]],
    ["a part of a body", "A three-judge panel of the Supreme Court said that talks went on.", ["Supreme Court (organization)"]],
    ["a paper before its survey", "A recent Gazette survey of voters said that talks went on.", ["Gazette (organization)"]],
    ["a company that has just spoken", "Hale Research said that talks went on. The company said that they were hard.", ["Hale Research (organization)", "Hale Research (description)"]],
    ["a company that has just been named", "Greyline Marine Ltd hired divers last year. The company said that talks went on. It said that they were hard.", ["Greyline Marine Ltd (description)", "Greyline Marine Ltd (pronoun)"]],
    ["a diplomat with words behind the noun", "A diplomat familiar with the matter said that talks went on. “They are hard,” the diplomat said.", ["A diplomat familiar with the matter (unnamed source)", "A diplomat familiar with the matter (description)"]],
    ["the initials of a label", "Tom Baird met Mary Collins.\n\n**TB:** Do talks go on?\n\n**MC:** They do.\n\n**TB:** Are they hard?\n\n**MC:** Very.", ["Tom Baird (label)", "Mary Collins (label)", "Tom Baird (label)", "Mary Collins (label)"]],
    ["what somebody with a title does before the words", "Mary Collins arrived. “Talks go on,” Collins said.\n\nAsked whether they were hard, Mr Denning shook his head. “We will not stop now.”", ["Mary Collins (surname)", "Denning (same paragraph)"]],
    ["a role with a clause in the lead", "A bus driver who pulled three children from a burning flat in the town on a cold night in January said that talks went on.\n\nPaul Denning, 47, was on his way home.", ["Paul Denning (description)"]],
    ["a parenthesis behind the source", "Her husband, it turns out, said that talks went on.", ["Her husband (unnamed source)"]],
    ["a government that has just spoken", "Moscow said that talks went on. It said that they were hard.", ["Moscow (organization)", "Moscow (pronoun)"]],
    ["a lawyer who was named", "An attorney for Paul Denning, Mary Collins, arrived. Denning’s lawyer said that talks went on.", ["Mary Collins (title)"]],
    ["the owner of a letter", "Mary Collins arrived. Collins's letter said that talks went on.", ["Mary Collins (surname)"]],
    ["the lead describes, the next paragraph names", "A Bristol councillor said that talks went on.\n\nMary Collins, 48, left the hall.", ["Mary Collins (description)"]],
    ["the lead describes, the same paragraph names", "Collins Says Talks Go On\n\nA Bristol councillor has said on the radio that talks went on through the whole of the night. Rain fell. Cllr Mary Collins left.", ["Mary Collins (title)"]],
    ["a name and somebody without one", "Mary Collins arrived. Talks went on, according to Collins and her lawyer.", ["Mary Collins + her lawyer (joint source)"]],
    ["names and others in a list", "Mary Collins met Paul Denning. Talks went on, according to Collins, Denning and two aides.", ["Mary Collins + Paul Denning + two aides (joint source)"]],
    ["two offices", "Mayor Mary Collins met Governor Paul Denning. Talks went on, according to the mayor and the governor.", ["Mary Collins + Paul Denning (joint source)"]],
    ["what one of two is", "Mary Collins and Paul Denning, her husband, said that talks went on.", ["Mary Collins + Paul Denning (joint source)"]],
    ["the two after both have spoken", "Mary Collins and Paul Denning said that talks went on. They were hard, according to the two.", ["Mary Collins + Paul Denning (joint source)", "Mary Collins + Paul Denning (joint source)"]],
    ["a couple that is named in one sentence", "Mary Collins married Paul Denning. The couple said that talks went on.", ["Mary Collins + Paul Denning (joint source)"]],
    ["a body by its name and what it is", "The World Health Organization met. The World Health Organization agency said that talks went on.", ["World Health Organization (organization)"]],
    ["a surname that is all that is known", "Hale arrived. “Talks go on,” Hale said. “They are hard,” Hale promised.", ["Hale (full name)", "Hale (full name)"]],
    ["two of one office", "Senators Mary Collins and Paul Denning said that talks went on. The senators said that they were hard.", ["Mary Collins + Paul Denning (joint source)", "Mary Collins + Paul Denning (joint source)"]],
    ["a source that goes on", "A source close to the talks said that they went on. The source said that they were hard.", ["A source close to the talks (unnamed source)", "A source close to the talks (description)"]],
    ["a business by what it does", "Titan Operating said that talks went on. The company said that they were hard.", ["Titan Operating (organization)", "Titan Operating (description)"]],
    ["an acronym that looks like a pronoun", "The WHO said that talks went on. WHO said that they were hard.", ["WHO (organization)", "WHO (organization)"]],
    ["a pronoun for an official who went on", "Mary Collins arrived. A senior official said that talks went on. The official said that they were hard. He added that they were long.", ["A senior official (unnamed source)", "A senior official (description)", "A senior official (pronoun)"]],
    ["of whom the sentence before a quotation tells", "Mary Collins has run the ferry for years. “It is a life, and it is not a job.”", ["Mary Collins (same paragraph)"]],
    ["whose gesture stands between two quotations", "“We have waited for years now.” Mary Collins shook her head. “Nobody came to see us.”", ["Mary Collins (same paragraph)", "Mary Collins (same paragraph)"]],
    ["a conversation whose last turn is told", "“Where were you on that night?”\n\n“I was at home.”\n\n“Can anyone confirm that?”\n\n“My wife can,” Paul Denning said.", ["nobody (none)", "Paul Denning (turn)", "nobody (none)", "Paul Denning (full name)"]],
    ["a label", "MARY COLLINS: Talks go on.\n\nPAUL DENNING: For how long?\n\nMARY COLLINS: For days.", ["MARY COLLINS (label)", "PAUL DENNING (label)", "MARY COLLINS (label)"]],
    ["who agrees and goes on", "“Talks go on,” Mary Collins said. Her manager, Paul Denning, agreed. “They are hard,” he said.", ["Mary Collins (full name)", "Paul Denning (pronoun)"]],
    ["the statement of a body that has just spoken", "The World Health Organization said that talks went on. “They are hard,” the statement said.", ["World Health Organization (organization)", "World Health Organization (description)"]],
    ["who is in the relative clause", "Governor Mary Collins arrived. The governor, who spoke through her aide, Paul Denning, said that talks went on.", ["Mary Collins (title)"]],
    ["an address", "Mary Collins arrived. “Talks go on,” said the 45-year-old, of Elm Street, Leeds.", ["the 45-year-old (unnamed source)"]],
    ["who answers in an interview", "We met Mary Collins at the bridge.\n\n**Why did you build it?**\n\nI was asked to.\n\n**Do you like it?**\n\nI wanted it higher.", ["Mary Collins (turn)", "Mary Collins (turn)"]],
    ["the author of a column", "By Mary Collins\n\nI said that talks went on. Paul Denning said that they were hard.", ["Mary Collins (pronoun)", "Paul Denning (full name)"]],
    ["an office with a name in brackets", "The Minister for Roads (Ms Collins): The talks go on.\n\nPaul Denning (Hexham) (Con): Are they hard?\n\nThe Minister for Roads (Ms Collins): They are.", ["Collins (label)", "Paul Denning (label)", "Collins (label)"]],
    ["a pronoun where nobody is named", "The coach said that talks went on. “They are hard,” he said.", ["The coach (unnamed source)", "The coach (pronoun)"]],
    ["a mother by her children", "Mary Collins arrived late. “Talks go on,” Collins said. “They are hard,” said the mum-of-three.", ["Mary Collins (surname)", "Mary Collins (description)"]],
    ["a striker", "Paul Denning said that talks went on. “They are hard,” the striker added.", ["Paul Denning (full name)", "Paul Denning (description)"]],
    ["one of a people who has not spoken", "Paul Denning was left to rue his luck. “Talks are hard,” the Spaniard said.", ["Paul Denning (description)"]],
    ["a description", "Mary Collins arrived late. “Talks go on,” Collins said. The 54-year-old added that they were hard.", ["Mary Collins (surname)", "Mary Collins (description)"]],
  ];
  for (const [what, text, expected] of cases) test(what, () => assert.deepEqual(speakersIn(text), expected));

  const guesses: Case[] = [
    ["two officials stay unnamed", "Mary Collins arrived. Two officials said that talks went on.", ["Two officials (unnamed source)"]],
    ["an aide is not who she works for", "An aide to Mary Collins said that talks went on.", ["An aide to Mary Collins (unnamed source)"]],
    ["a possessor does not speak", "Collins's lawyer said that talks went on.", ["Collins's lawyer (unnamed source)"]],
    ["a minister is not the minister", "Defence Minister Mary Collins arrived. A minister said that talks went on.", ["A minister (unnamed source)"]],
    ["another country's minister", "France Foreign Minister Paul Denning arrived. The Spanish minister said that talks went on.", ["The Spanish minister (unnamed source)"]],
    ["who has seen a letter", "Mary Collins arrived. The letter, seen by the World Health Organization, said that talks went on.", ["The letter (unnamed source)"]],
    ["a spokesperson for whom", "A spokesperson for the contractor, Hale Research, said that talks went on.", ["A spokesperson for the contractor (unnamed source)"]],
    ["a pronoun without anyone", "He said that talks went on.", ["nobody (none)"]],
    ["a pronoun that nobody agrees with", "Paul Denning arrived. She said that talks went on.", ["nobody (none)"]],
    ["a report that nobody was told of", "Mary Collins arrived. The report said that talks went on.", ["The report (unnamed source)"]],
    ["another text than the one told of", "In a report, the World Health Organization said that talks went on. The letter said that they were hard.", ["World Health Organization (organization)", "The letter (unnamed source)"]],
    ["it is no grandmother", "My grandmother used to say that talks went on. It said that they were hard.", ["My grandmother (unnamed source)", "nobody (none)"]],
    ["one of two companies", "Greyline Marine Ltd met Hale Research. The company said that talks went on.", ["The company (unnamed source)"]],
    ["the campaign of a name", "Greyline Marine Ltd hired divers. The Denning company said that talks went on.", ["The Denning company (unnamed source)"]],
    ["a company is no court", "The Supreme Court ruled that talks went on. The company said that they were hard.", ["Supreme Court (organization)", "The company (unnamed source)"]],
    ["a report about somebody", "The long Denning report was late. Paul Denning left. The letter said that talks went on.", ["The letter (unnamed source)"]],
    ["a spokesman is not the senator", "A spokesman for Senator Paul Denning said that talks went on.", ["A spokesman for Senator Paul Denning (unnamed source)"]],
    ["the next paragraph names someone with another role", "A Bristol councillor said that talks went on.\n\nHousing officer Mary Collins left the hall.", ["A Bristol councillor (unnamed source)"]],
    ["the next paragraph names someone in passing", "A Bristol councillor said that talks went on.\n\nRain fell while Mary Collins left the hall.", ["A Bristol councillor (unnamed source)"]],
    ["some of a kind by its letters", "Opposition MPs said that talks went on.", ["Opposition MPs (unnamed source)"]],
    ["another title's first letters", "Foreign Minister Mary Collins arrived. The CM said that talks went on.", ["The CM (unnamed source)"]],
    ["some of a people", "Many Russians said that talks went on.", ["Many Russians (unnamed source)"]],
    ["people somewhere", "Residents of Bristol said that talks went on.", ["Residents of Bristol (unnamed source)"]],
    ["someone of a university", "A University of Bristol sociologist said that talks went on.", ["A University of Bristol sociologist (unnamed source)"]],
    ["one of two authors", "By Mary Collins and Paul Denning\n\nI said that talks went on.", ["nobody (none)"]],
    ["somebody else, where the article names who may be meant", "Paul Denning arrived. The coach said that talks went on. “They are hard,” he said.", ["The coach (unnamed source)", "Paul Denning (pronoun)"]],
    ["no author", "I said that talks went on.", ["nobody (none)"]],
    ["one of whom nobody knows", "Residents said that talks went on. “They are hard,” said one, who left.", ["Residents (unnamed source)", "one (unnamed source)"]],
    ["a campaign is not its candidate", "Mary Collins arrived. The Collins campaign said that talks went on.", ["Collins campaign (organization)"]],
    ["an example with a title", "Mary Collins arrived. Health workers, including Dr. Mary Collins, said that talks went on.", ["Health workers (unnamed source)"]],
    ["several of an office that one has", "Senator Mary Collins arrived. The senators said that talks went on.", ["The senators (unnamed source)"]],
    ["an example of the critics", "Mary Collins arrived. His critics, among them Mary Collins, said that talks went on.", ["His critics (unnamed source)"]],
    ["both without a name", "Talks went on, according to officials and residents.", ["officials and residents (unnamed source)"]],
    ["the two where nobody is named", "Rain fell. Talks went on, according to the two.", ["the two (unnamed source)"]],
    ["a quotation that speaks of whom the sentence before tells", "Mary Collins died on Friday. “She was the best of us all.”", ["nobody (none)"]],
    ["a quotation before anyone has spoken", "Rain fell. “We will not stop talking.”", ["nobody (none)"]],
  ];
  for (const [what, text, expected] of guesses) test(`no guess: ${what}`, () => assert.deepEqual(speakersIn(text), expected));

  test("an unnamed source is one entity however often it speaks, and has no name", () => {
    const [first, second] = statementsIn("Two officials said that talks went on. Two officials said that they were hard.");
    assert.equal(first?.statement.entity, second?.statement.entity);
  });

  test("what is surer has more confidence", () => {
    const [named = 0, clause = 0, pronoun = 0] = ["“Talks go on today,” Mary Collins said.", "Mary Collins said that talks go on.", "Mary Collins met Paul Denning. He said that talks go on."].map(
      (text) => statementsIn(text)[0]?.statement.confidence,
    );
    assert.ok(named > clause && clause > pronoun, `${named} ${clause} ${pronoun}`);
  });

  test("evidence points at the words that told", () => {
    const [{ statement } = { statement: undefined }] = statementsIn("Defence Minister Mary Collins arrived. The Defence Minister said that talks went on.");
    assert.deepEqual(statement?.evidence?.map((evidence) => (typeof evidence === "string" ? evidence : evidence.text)), ["Defence Minister"]);
  });
});
