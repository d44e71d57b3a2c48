import assert from "node:assert/strict";
import type { PlaceMention } from "../../../../src/core/detect/findings.js";
import { findNames } from "../../../../src/core/detect/names.js";
import { settleMentions } from "../../../../src/core/resolve/mentions.js";
import { readArticle } from "../../../../src/core/text/readArticle.js";

/** Names in document order (organizations in square brackets) and places left, where the words given are places. */
function settled(text: string, placeWords: readonly string[], sense: PlaceMention["sense"] = "literal"): { names: string[]; places: string[] } {
  const article = readArticle({ text });
  const places = placeWords.flatMap((words) =>
    [...text.matchAll(new RegExp(`\\b${words}\\b`, "gu"))].map(({ index }): PlaceMention => ({ start: index, end: index + words.length, sense, candidates: [], confidence: 0.9 })),
  );
  const names = article.blocks.flatMap((block) => findNames(article, block, places, []));
  const found = settleMentions(article, names, places);
  const words = ({ start, end }: { start: number; end: number }): string => text.slice(start, end);
  return { names: found.names.map((name) => (name.type === "person" ? words(name) : `[${words(name)}]`)), places: found.places.map((place) => words(place)) };
}

suite("settleMentions", () => {
  const cases: [string, string, string[], { names: string[]; places: string[] }][] = [
    ["a person with a place's name", "A song by Paris Hollander played.", ["Paris"], { names: ["Paris Hollander"], places: [] }],
    ["an organization that holds a place", "The Bank of Norland raised rates in Norland.", ["Norland"], { names: ["[Bank of Norland]"], places: ["Norland"] }],
    ["what is a person's, where a house is called so", "Ada Christie won. Christie's been calm.", [], { names: ["Ada Christie", "Christie"], places: [] }],
    ["a house called like a person's", "Ada Christie won. They sold it at Christie's.", [], { names: ["Ada Christie", "[Christie's]"], places: [] }],
    ["a place stays a place", "They drove to Paris and Lyon.", ["Paris", "Lyon"], { names: [], places: ["Paris", "Lyon"] }],
    ["a known surname is no place", "Dora Lincoln came. Later Lincoln spoke.", ["Lincoln"], { names: ["Dora Lincoln", "Lincoln"], places: [] }],
    ["but after \"in\" it is", "Dora Lincoln came. It was held in Lincoln.", ["Lincoln"], { names: ["Dora Lincoln"], places: ["Lincoln"] }],
    ["a surname that is a word too, before an age at the head of a sentence", "Ada Bale won. Bale, 32, left. Bale was sold.", [], { names: ["Ada Bale", "Bale"], places: [] }],
    ["a surname found once is found in a heading", "Okafor Wins Vote in Landslide\n\nAda Okafor won.", [], { names: ["Okafor", "Ada Okafor"], places: [] }],
    ["in capitals, too", "Ada Okafor won. The crowd sang OKAFOR again.", [], { names: ["Ada Okafor", "OKAFOR"], places: [] }],
    ["a family's name that stands first", "Park Ji-won won. Park's rival left.", [], { names: ["Park Ji-won", "Park"], places: [] }],
    ["not inside a longer name", "Ada Stone won. The Stone Institute closed.", [], { names: ["Ada Stone", "[Stone Institute]"], places: [] }],
    ["not as a plain word at the head of a sentence", "Ada Cook won. Cook the rice first.", [], { names: ["Ada Cook"], places: [] }],
    ["nobody is the thing that has a name from him", "Ada Okafor taught. Then the Okafor Method spread, and the Okafor worked. The Okafor plan failed.", [], { names: ["Ada Okafor", "Okafor"], places: [] }],
    ["the Ministry is the one named before", "The Ministry of Transport agreed. Later the Ministry declined.", [], { names: ["[Ministry of Transport]", "[Ministry]"], places: [] }],
    ["a ministry that nobody named is none", "Later the Ministry declined.", [], { names: [], places: [] }],
  ];
  for (const [what, text, placeWords, expected] of cases) test(what, () => assert.deepEqual(settled(text, placeWords), expected));

  test("a demonym stays where a person's title follows", () => {
    assert.deepEqual(settled("The Norlandish president Ada Okafor won.", ["Norlandish"], "demonym"), { names: ["Ada Okafor"], places: ["Norlandish"] });
  });
});
