import assert from "node:assert/strict";
import { analyze } from "../../../../src/core/index.js";
import { findNames } from "../../../../src/core/detect/names.js";
import type { Gazetteer } from "../../../../src/core/index.js";
import { linkEntities } from "../../../../src/core/resolve/entities.js";
import { linkOrganizations } from "../../../../src/core/resolve/entities/organizationChains.js";
import { readArticle } from "../../../../src/core/text/readArticle.js";

const gazetteer: Gazetteer = { find: () => [], longest: () => 0 };

/** Each named person and organization with the words that are linked to it, in document order. */
function chainsIn(text: string): Record<string, string[]> {
  const { entities, annotations } = analyze({ text }, { gazetteer, generator: "test 1" });
  const chains: Record<string, string[]> = {};
  for (const { id, name, type } of entities) {
    if (type !== "person" && type !== "organization") continue;
    chains[name] = annotations.filter((annotation) => annotation.type === type && annotation.entity === id).map((annotation) => annotation.text);
  }
  return chains;
}

suite("linkEntities", () => {
  const cases: [string, string, Record<string, string[]>][] = [
    ["surname and first name", "Sarah Whitcombe won. Whitcombe thanked voters. Later Sarah sang.", { "Sarah Whitcombe": ["Sarah Whitcombe", "Whitcombe", "Sarah"] }],
    ["possessive", "Sarah Whitcombe won. Critics like Whitcombe's tone.", { "Sarah Whitcombe": ["Sarah Whitcombe", "Whitcombe"] }],
    [
      "two people of one surname, by title",
      "John Tarrant and Laura Tarrant came. Mr. Tarrant spoke. Then Mrs. Tarrant spoke.",
      { "John Tarrant": ["John Tarrant", "Tarrant"], "Laura Tarrant": ["Laura Tarrant", "Tarrant"] },
    ],
    [
      "two people of one surname, by office",
      "Senator Paul Tarrant met Governor Anna Tarrant. Gov. Tarrant spoke. Sen. Tarrant left.",
      { "Paul Tarrant": ["Paul Tarrant", "Tarrant"], "Anna Tarrant": ["Anna Tarrant", "Tarrant"] },
    ],
    [
      "a first name with an office, beside a surname",
      "Prime Minister Henry Tarrant met his daughter, Anna Henry. Then PM Henry spoke.",
      { "Henry Tarrant": ["Henry Tarrant", "Henry"], "Anna Henry": ["Anna Henry"] },
    ],
    ["an article in the surname that later falls", "They met Omar Fattah el-Sharif. Later Sharif spoke.", { "Omar Fattah el-Sharif": ["Omar Fattah el-Sharif", "Sharif"] }],
    ["a surname alone stays itself", "The order came from President Karimov. Karimov denied it.", { Karimov: ["Karimov", "Karimov"] }],
    ["a surname told once for two", "Anna and Paul Denning came. Denning spoke. Then Anna sang.", { "Anna Denning": ["Anna", "Anna"], "Paul Denning": ["Paul Denning", "Denning"] }],
    ["of two first names one is somebody's own", "Anna Hale came. Hale spoke. Hale sang. Anna and Paul Denning left.", { "Anna Hale": ["Anna Hale", "Hale", "Hale", "Anna"], "Paul Denning": ["Paul Denning"] }],
    ["a first name that is another's surname", "Mary Tyler came. Tyler and Paul Denning left.", { "Mary Tyler": ["Mary Tyler", "Tyler"], "Paul Denning": ["Paul Denning"] }],
    ["middle initial", "Paul Denning spoke. Paul R. Denning is a lawyer.", { "Paul R. Denning": ["Paul Denning", "Paul R. Denning"] }],
    [
      "an acronym that the text introduces",
      "The North River Transit Organization (NRTO) met. Later NRTO voted.",
      { "North River Transit Organization": ["North River Transit Organization", "NRTO", "NRTO"] },
    ],
    [
      "two bodies of the same initials",
      "The Norland Rowing Union met. The Norland Rugby Union waited. Then the NRU said no.",
      { "Norland Rowing Union": ["Norland Rowing Union", "NRU"], "Norland Rugby Union": ["Norland Rugby Union"] },
    ],
    [
      "two people with one initial and one surname",
      "Minister K Chandran Rao spoke. Working president K T Rao left.",
      { "K Chandran Rao": ["K Chandran Rao"], "K T Rao": ["K T Rao"] },
    ],
    [
      "two initials and a first name",
      "The cook A.C. Keane spoke. The player Anton Keane left. F.W. Denning came. Frederik Willem Denning went.",
      { "A.C. Keane": ["A.C. Keane"], "Anton Keane": ["Anton Keane"], "Frederik Willem Denning": ["F.W. Denning", "Frederik Willem Denning"] },
    ],
    [
      "a father's name is no surname",
      "Mohammed bin Rashid Keane came with Hamdan bin Mohammed bin Rashid Keane.",
      { "Mohammed bin Rashid Keane": ["Mohammed bin Rashid Keane"], "Hamdan bin Mohammed bin Rashid Keane": ["Hamdan bin Mohammed bin Rashid Keane"] },
    ],
    [
      "and no name of one's father",
      "Prince Faisal bin Salman came. King Salman waited. Then bin Salman left.",
      { "Faisal bin Salman": ["Faisal bin Salman", "bin Salman"], Salman: ["Salman"] },
    ],
    [
      "whose wife is told of is not the wife",
      "President Tarrant's wife, Laura Tarrant, came. Mrs Tarrant spoke. Tarrant left.",
      { Tarrant: ["Tarrant", "Tarrant"], "Laura Tarrant": ["Laura Tarrant", "Tarrant"] },
    ],
    [
      "of two the one who has been told of",
      "Sarah Tarrant wept. Ms Tarrant left. Tarrant, 41, was fined. Judge Karen Tarrant is no relation.",
      { "Sarah Tarrant": ["Sarah Tarrant", "Tarrant", "Tarrant"], "Karen Tarrant": ["Karen Tarrant"] },
    ],
    [
      "a company by its first word",
      "Shares of Delta Air Lines rose. Later Delta said no.",
      { "Delta Air Lines": ["Delta Air Lines", "Delta"] },
    ],
    [
      "a relative does not take the surname over",
      "Dan Marlow won. His wife, Erin Marlow, and Erin Marlow's friends cheered. Marlow thanked them.",
      { "Dan Marlow": ["Dan Marlow", "Marlow"], "Erin Marlow": ["Erin Marlow", "Erin Marlow"] },
    ],
    [
      "a title gives the surname to the woman, whoever is named more often",
      "Aldred Tarrant and Aldred Tarrant's son left. Laura Tarrant stayed. Mrs Tarrant spoke.",
      { "Aldred Tarrant": ["Aldred Tarrant", "Aldred Tarrant"], "Laura Tarrant": ["Laura Tarrant", "Tarrant"] },
    ],
    [
      "a mother by her first name, then by the surname",
      "They met Matthew Tarrant. His mother, Laura, wept. Mrs Tarrant left.",
      { "Matthew Tarrant": ["Matthew Tarrant"], "Laura Tarrant": ["Laura", "Tarrant"] },
    ],
    [
      "a mother by her first name, and somebody of another surname",
      "They met Matthew Tarrant. His mother, Laura, wept. Mrs Hollis left.",
      { "Matthew Tarrant": ["Matthew Tarrant"], Laura: ["Laura"], Hollis: ["Hollis"] },
    ],
    ["what somebody is, in a headline's capitals", "Freemason Tarrant Joins Race. Later Paul Tarrant spoke.", { "Paul Tarrant": ["Freemason Tarrant", "Paul Tarrant"] }],
    ["a rare first name in the first sentence", "Zebulin Tarrant, the singer, has left. Paul Tarrant wept. Later Tarrant spoke.", { "Zebulin Tarrant": ["Zebulin Tarrant", "Tarrant"], "Paul Tarrant": ["Paul Tarrant"] }],
    [
      "a sister by her first name, and another one with a title",
      "They met Matthew Tarrant. His sister, Laura, wept. Mrs Tarrant left.",
      { "Matthew Tarrant": ["Matthew Tarrant"], Laura: ["Laura"], Tarrant: ["Tarrant"] },
    ],
    [
      "another one's wife by her first name",
      "They met Matthew Tarrant and Paul Hollis. Hollis’s wife, Laura, wept. Mrs Tarrant left.",
      { "Matthew Tarrant": ["Matthew Tarrant"], "Paul Hollis": ["Paul Hollis", "Hollis"], Laura: ["Laura"], Tarrant: ["Tarrant"] },
    ],
    ["particles at the head of a sentence", "They met Maria de la Cruz. De la Cruz spoke. Ms de la Cruz left.", { "Maria de la Cruz": ["Maria de la Cruz", "De la Cruz", "de la Cruz"] }],
    ["particles with a capital", "They met Jean-Luc Le Brun. Le Brun spoke.", { "Jean-Luc Le Brun": ["Jean-Luc Le Brun", "Le Brun"] }],
    ["a family name that stands first and is a first name elsewhere", "They met Lee Kuan Tok. Mr Lee left.", { "Lee Kuan Tok": ["Lee Kuan Tok", "Lee"] }],
    ["the first name that it is elsewhere", "They met Lee Ann Hollis. Mr Lee left.", { "Lee Ann Hollis": ["Lee Ann Hollis"], Lee: ["Lee"] }],
    ["a saint in a surname", "They met Ashley St. Grynn. Then St. Grynn left.", { "Ashley St. Grynn": ["Ashley St. Grynn", "St. Grynn"] }],
    ["a saint whom nobody is called after", "They met Ashley Grynn. Then St. Grynn left.", { "Ashley Grynn": ["Ashley Grynn"], "St. Grynn": ["St. Grynn"] }],
    ["a family name that stands first", "They met Li Wenjing. Later Li cried. Ms Li left.", { "Li Wenjing": ["Li Wenjing", "Li", "Li"] }],
    ["a family name that stands first, of two", "They met Han Kang. Later Han sang. Her father is Han Seung-won.", { "Han Kang": ["Han Kang", "Han"], "Han Seung-won": ["Han Seung-won"] }],
    ["a queen by the name of others", "They met Mary Bell. Queen Mary sang.", { "Mary Bell": ["Mary Bell"], Mary: ["Mary"] }],
    ["a knight by the first name", "They met Keir Marlow and Sharon Bell. Sir Keir sang. Dame Sharon left.", { "Keir Marlow": ["Keir Marlow", "Keir"], "Sharon Bell": ["Sharon Bell", "Sharon"] }],
    ["a surname with two letters that changed places", "They met Oscar Brynholt. Later Byrnholt said so.", { "Oscar Brynholt": ["Oscar Brynholt", "Byrnholt"] }],
    ["a short surname in another spelling", "They met Oscar Olsen. Later Olson said so.", { "Oscar Olsen": ["Oscar Olsen", "Olson"] }],
    ["a shorter one that may be another name", "They met Oscar Ride. Later Rice said so.", { "Oscar Ride": ["Oscar Ride"], Rice: ["Rice"] }],
    ["a surname in another spelling", "They met Olena Zelenskyy. Later Zelensky said so.", { "Olena Zelenskyy": ["Olena Zelenskyy", "Zelensky"] }],
    ["a surname that is like two", "They met Olena Marlowby and Peter Marlawby. Later Marlewby said so.", { "Olena Marlowby": ["Olena Marlowby"], "Peter Marlawby": ["Peter Marlawby"], Marlewby: ["Marlewby"] }],
    ["a woman's form of a surname", "They met Olena Zelenska. Later Zelensky said so.", { "Olena Zelenska": ["Olena Zelenska"], Zelensky: ["Zelensky"] }],
    ["a short first name that somebody has in full", "They met John Keane and Jeb Hollis. Then Jeb sang.", { "John Keane": ["John Keane"], "Jeb Hollis": ["Jeb Hollis", "Jeb"] }],
    ["a short first name alone", "They met Walter Keane. Then Walt sang.", { "Walter Keane": ["Walter Keane", "Walt"] }],
    ["a first name that is no family name", "They met Sarah Keane. Ms Sarah Bloch left.", { "Sarah Keane": ["Sarah Keane"], "Sarah Bloch": ["Sarah Bloch"] }],
    ["a short form of a first name", "Robert Ashby came. Bob Ashby sang.", { "Robert Ashby": ["Robert Ashby", "Bob Ashby"] }],
    ["short forms of organizations", "The Ministry of Transport met Halden Corp. Later the Ministry sued Halden.", { "Ministry of Transport": ["Ministry of Transport", "Ministry"], "Halden Corp.": ["Halden Corp.", "Halden"] }],
    ["first names alone do not merge two people", "Karen Oduya met Karen Bloch.", { "Karen Oduya": ["Karen Oduya"], "Karen Bloch": ["Karen Bloch"] }],
    ["different people stay apart", "Paul Denning met Karen Oduya.", { "Paul Denning": ["Paul Denning"], "Karen Oduya": ["Karen Oduya"] }],
    ["a surname with a particle in capitals", "Máire Ní Dhonnchadha spoke. Then Ní Dhonnchadha left.", { "Máire Ní Dhonnchadha": ["Máire Ní Dhonnchadha", "Ní Dhonnchadha"] }],
    ["what else someone is known as", "Carlos Marlow, also known as “Sammy Bell,” spoke. Then Marlow left.", { "Carlos Marlow": ["Carlos Marlow", "Sammy Bell", "Marlow"] }],
    ["somebody else who is known", "Carlos Marlow, who is known to Anna Bell, spoke.", { "Carlos Marlow": ["Carlos Marlow"], "Anna Bell": ["Anna Bell"] }],
    ["a prince by his first name", "Prince Faisal bin Talal Hamdan came. Prince Faisal spoke.", { "Faisal bin Talal Hamdan": ["Faisal bin Talal Hamdan", "Faisal"] }],
    ["a king and who has his first name", "Charles Marlow came. King Charles spoke.", { "Charles Marlow": ["Charles Marlow"], Charles: ["Charles"] }],
    ["an editor's half of a name behind it", "Then Senator Chuck [Marlow] asked. Marlow left.", { "Chuck Marlow": ["Chuck", "Marlow", "Marlow"] }],
    ["and before it", "Then [Gov. Chuck] Marlow asked.", { "Chuck Marlow": ["Chuck", "Marlow"] }],
    ["a byname that an editor explains", "Nelson Marlow spoke. Then Senator Chuck [Marlow] left.", { "Nelson Marlow": ["Nelson Marlow", "Marlow"], Chuck: ["Chuck"] }],
    ["a brother by his first name", "Stephen Marlow left. Marlow's brother Paul stayed. Paul Marlow spoke.", { "Stephen Marlow": ["Stephen Marlow", "Marlow"], "Paul Marlow": ["Paul", "Paul Marlow"] }],
    ["the surname of the one who was brought in first", "Paul Marlow was shot. Anna Marlow wept. Marlow was shot twice.", { "Paul Marlow": ["Paul Marlow", "Marlow"], "Anna Marlow": ["Anna Marlow"] }],
    [
      "the surname of the one who is not told with a title",
      "Anna Marlow wept. Paul Marlow was shot. Mrs. Marlow stayed. Marlow was shot twice.",
      { "Anna Marlow": ["Anna Marlow", "Marlow"], "Paul Marlow": ["Paul Marlow", "Marlow"] },
    ],
    ["a name without its accents", "Joaquín Guzmán spoke. Guzman left.", { "Joaquín Guzmán": ["Joaquín Guzmán", "Guzman"] }],
  ];
  test("the last word of a team", () => {
    const text = "Aston Villa lost. Villa were late.";
    const team = { type: "organization" as const, roles: [], confidence: 0.9 };
    const chains = linkEntities(readArticle({ text }), [{ ...team, start: 0, end: 11 }, { ...team, start: 18, end: 23 }], []);
    assert.deepEqual(chains.map(({ name, mentions }) => [name, mentions.length]), [["Aston Villa", 2]]);
  });

  for (const [what, text, chains] of cases) test(what, () => assert.deepEqual(chainsIn(text), chains));

  const fits: [string, string, "he" | "she" | "neither"][] = [
    ["a first name", "The prize went to Margaret Holloway.", "she"],
    ["a courtesy title", "The prize went to Mr. Xu.", "he"],
    ["a role", "It was said by spokeswoman Xu Tarn.", "she"],
    ["a husband's name", "Rain fell on Paul Denning, husband of Xu Tarn.", "he"],
    ["a wife's husband", "Rain fell on Xu Tarn’s late husband.", "she"],
    ["a brother's wife", "They met the wife of Xu Tarn’s brother.", "neither"],
    ["a name of both, with a pronoun", "The prize went to Nino Tarn. She wept.", "she"],
    ["a name of both, with another pronoun", "The prize went to Nino Tarn. He wept.", "he"],
    ["a name of both, with whom she met", "The prize went to them. Dana Tarn told him so.", "she"],
    ["a name of both, in an office of men, with pronouns", "The prize went to Leslie Tarn, chairman of the firm. She wept. Leslie Tarn said that she was glad.", "she"],
    ["a name of both, in an office of men", "The prize went to Leslie Tarn, chairman of the firm.", "he"],
    ["a clear name, with another's pronoun", "The prize went to Margaret Holloway. He wept.", "she"],
    ["a pronoun nearby", "The prize went to envoy Xu Tarn. He smiled.", "he"],
    ["nothing", "The prize went to envoy Xu Tarn.", "neither"],
  ];
  for (const [what, text, expected] of fits) {
    test(`pronouns that fit by ${what}`, () => {
      const article = readArticle({ text });
      const names = article.blocks.flatMap((block) => findNames(article, block, [], []));
      const agreement = linkEntities(article, names, [])[0]?.agreement ?? { he: 0, she: 0, they: 0 };
      assert.equal(agreement.he === agreement.she ? "neither" : agreement.he > agreement.she ? "he" : "she", expected);
    });
  }
});

suite("places by their words", () => {
  test("in capitals at the head of a dateline and not in the text are one", () => {
    const text = "HAVNMARK, May 3 (Reuters) - The port of Havnmark is open.";
    const places = ["HAVNMARK", "Havnmark"].map((name) => ({ start: text.indexOf(name), end: text.indexOf(name) + name.length, sense: "literal" as const, candidates: [], confidence: 0.9 }));
    const [place, ...others] = linkEntities(readArticle({ text }), [], places);
    assert.deepEqual([place?.name, place?.aliases, place?.mentions.length, others], ["Havnmark", ["HAVNMARK"], 2, []]);
  });
});

suite("places of the list", () => {
  test("one of which no number is known goes by its name there, and not by the text's", () => {
    const text = "Ostmarkers cheered.";
    const places = [{ start: 0, end: 10, sense: "demonym" as const, candidates: [{ name: "West Ostmark", kind: "region" as const, population: 0 }], confidence: 0.9 }];
    assert.equal(linkEntities(readArticle({ text }), [], places)[0]?.name, "West Ostmark");
  });
});

/** The names of organizations in a text as they are linked: forms of one are joined by " = ". */
function linked(...names: string[]): string[] {
  const text = `${names.join(" met ")}.`;
  const mentions = names.map((name) => ({ type: "organization" as const, start: text.indexOf(name), end: text.indexOf(name) + name.length, roles: [], confidence: 0.9 }));
  return linkOrganizations(readArticle({ text }), mentions).map(({ name, aliases }) => [name, ...aliases].join(" = "));
}

suite("linkOrganizations", () => {
  const cases: [names: string[], chains: string[]][] = [
    [["Halden International Inc.", "Halden"], ["Halden International Inc. = Halden"]],
    [["Osney Price Associates Corp.", "Osney Price"], ["Osney Price Associates Corp. = Osney Price"]],
    [["Halden Cos.", "Halden"], ["Halden Cos. = Halden"]],
    [["Halden S.A.", "Halden"], ["Halden S.A. = Halden"]],
    // a word that many names share, and names of no company
    [["Ford Motor Company", "Ford"], ["Ford Motor Company = Ford"]],
    [["Ford", "Ford Motor Company"], ["Ford Motor Company = Ford"]],
    [["Halden Corp.", "Halden Enterprises Inc."], ["Halden Corp.", "Halden Enterprises Inc."]],
    [["National Halden Corp.", "National"], ["National Halden Corp.", "National"]],
    [["Halden Harbour Council", "Halden"], ["Halden Harbour Council", "Halden"]],
  ];
  for (const [names, chains] of cases) test(names.join(", "), () => assert.deepEqual(linked(...names), chains));
});
