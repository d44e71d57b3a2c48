import assert from "node:assert/strict";
import { analyze } from "../../../../../src/core/analyze.js";
import { findOtherNames } from "../../../../../src/core/detect/names/otherNames.js";
import type { Gazetteer } from "../../../../../src/core/places/gazetteer.js";
import { readArticle } from "../../../../../src/core/text/readArticle.js";

function othersIn(text: string): string[] {
  return findOtherNames(readArticle({ text }), []).map(({ start, end }) => text.slice(start, end));
}

suite("names of neither people, organizations nor places", () => {
  const found: [string, string[]][] = [
    ["The USS Harlow was struck near the port.", ["USS Harlow"]],
    ["It was HMS Queen Margaret that sailed.", ["HMS Queen Margaret"]],
    ["The MV Larkin struck the pier. The Larkin was new.", ["MV Larkin", "Larkin"]],
    ["The container ship Early Promise sank, and with her sank the hopes aboard Early Promise.", ["Early Promise", "Early Promise"]],
    ["Hurricane Ophelia hit in May. Nobody had foreseen Ophelia.", ["Hurricane Ophelia", "Ophelia"]],
    ["Typhoon Haiyan came ashore.", ["Typhoon Haiyan"]],
    ["He won the Madrid Open and rode the Giro d'Italia and the Vuelta a España.", ["Madrid Open", "Giro d'Italia", "Vuelta a España"]],
    ["Storms Ophelia and Margaret hit. Margaret was strong.", ["Storms Ophelia", "Margaret", "Margaret"]],
    ["The aircraft carrier Harlow Bay sailed.", ["Harlow Bay"]],
    ["They cited Harlow v. Marlow in court.", ["Harlow v. Marlow"]],
    ["A Boeing 737 and an Airbus A320 landed.", ["737", "A320"]],
    ["He drove a Tesla Model 3 home.", ["Model 3"]],
    ["She drove a Dodge Caravan and his 2004 Honda Civic.", ["Caravan", "Civic"]],
    ['The film "Finding Major Hale" won, and the novel “Marlow in the Rain,” too.', ["Finding Major Hale", "Marlow in the Rain,"]],
    // works, also without marks
    ["They saw his debut film Marlow in Love, then the novel Brindle by Ann Hale.", ["Marlow in Love", "Brindle"]],
    ["He was in 1968's The Girl Margaret, 1969's Harlow, and 2006's Ann Hale.", ["The Girl Margaret", "Harlow", "Ann Hale"]],
    ["He is in the film Harlow, of 1991.", ["Harlow"]],
    ["She presented the Union Budget, which kept the AAA rating.", ["Union", "AAA"]],
    ["She keeps Guinea pigs, eats Brussels sprouts and wears a Panama hat.", ["Guinea", "Brussels", "Panama"]],
    ["She has Parkinson's disease, not Down syndrome.", ["Parkinson", "Down"]],
    ["They meet in Super Bowl LIX, not in the Rice Bowl.", ["Super Bowl LIX"]],
    ["Brent crude fell.", ["Brent"]],
    ["They expect El Niño rains.", ["El Niño"]],
    ["West Nile virus was found in plaster of Paris.", ["West Nile", "Paris"]],
  ];
  for (const [text, names] of found) test(text, () => assert.deepEqual(othersIn(text), names));

  const none = [
    "They took the ferry Monday.",
    "They read Edgar Lee Masters then.",
    "The Open was theirs, and they met the Masters of Hale.",
    "The mail carrier Paul Denning left, and the carrier Harlow Air grew.",
    "Alan Parkinson's illness was no disease.",
    "The ship Captain Jones steered was old.",
    "He bought a ship Monday.",
    "The National Hurricane Center warned them.",
    "They live in Storm Lake, Iowa.",
    "Storm warnings were out.",
    "Arsenal v Chelsea was a draw.",
    "Harlow vs. Marlow was a draw.",
    "Boeing cut 500 jobs.",
    "Ford hired 200 workers.",
    "Tesla and Toyota grew.",
    "He won a Ford Foundation grant and met a Ford Motor worker.",
    "They saw a Ford Monday, and the Honda Center.",
    "The INS said so.",
    "They moved from Guinea to Panama, and from Brussels to Paris.",
    'She told the show "Peter Hollis is here" and left.',
    'He read from the book "I met Ann Bell," he said.',
    'Ask "Peter Hollis" first.',
    "It is the film Peter Hollis made, and the novel Ann Bell's mother read.",
    "In this movie Harlow and Marlow meet. In the film Hollis meets Bell.",
    "The film director Peter Hollis left in 2019. In 2019's Harlow floods nobody died.",
  ];
  for (const text of none) test(`none in: ${text}`, () => assert.deepEqual(othersIn(text), []));

  test("people in the title of a work are nobody, those of a slogan are", () => {
    const gazetteer: Gazetteer = { find: () => [], longest: () => 0 };
    const text = 'Then Paul Denning directed “The Years of Ann Hollis” there.\n\nAs it rained on the old bridge for hours, they walked and sang “Vote For Ruth Marlow” on Monday.';
    const { annotations } = analyze({ text }, { gazetteer, generator: "test 1" });
    assert.deepEqual(
      annotations.filter(({ type }) => type === "person").map((annotation) => annotation.text),
      ["Paul Denning", "Ruth Marlow"],
    );
  });

  test("they are no people in the document, while people of such names are", () => {
    const gazetteer: Gazetteer = { find: () => [], longest: () => 0 };
    const text = "Hurricane Margaret hit in May. Margaret was strong. HMS Sarah Keane sailed. Later Paul Denning spoke.";
    const { annotations } = analyze({ text }, { gazetteer, generator: "test 1" });
    assert.deepEqual(
      annotations.filter(({ type }) => type === "person" || type === "organization").map((annotation) => annotation.text),
      ["Paul Denning"],
    );
  });
});
