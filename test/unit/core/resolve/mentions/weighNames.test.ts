import assert from "node:assert/strict";
import * as fc from "fast-check";
import type { NameMention, PlaceMention } from "../../../../../src/core/detect/findings.js";
import type { Gazetteer } from "../../../../../src/core/places/gazetteer.js";
import { nameCandidates } from "../../../../../src/core/resolve/mentions/nameEvidence.js";
import { weighNames } from "../../../../../src/core/resolve/mentions/weighNames.js";
import { NAME_LABELS } from "../../../../../src/core/tagger/probabilities.js";
import { readArticle } from "../../../../../src/core/text/readArticle.js";
import { openGazetteer } from "../../places/openGazetteer.js";

type Label = (typeof NAME_LABELS)[number];

/** Logarithms of probabilities that are sure of a label for the words given, and of "nothing" for all others; `open` words are as likely nothing. */
function learned(text: string, labels: Readonly<Record<string, Label>>, open: readonly string[] = []): Float32Array {
  const { tokens } = readArticle({ text });
  const width = NAME_LABELS.length;
  const logs = new Float32Array(tokens.length * width).fill(Math.log(0.002));
  for (let token = 0; token < tokens.length; token++) {
    const label = NAME_LABELS.indexOf(labels[tokens.text(token)] ?? "O");
    const isOpen = open.includes(tokens.text(token));
    logs[token * width + label] = Math.log(isOpen ? 0.494 : 0.988);
    if (isOpen) logs[token * width] = Math.log(0.494);
  }
  return logs;
}

/** The words as the rules would find them. */
function named(text: string, words: string, type: NameMention["type"], confidence: number): NameMention {
  const start = text.indexOf(words);
  return { start, end: start + words.length, type, roles: [], confidence };
}

suite("names by rules and by what was learned", () => {
  let gazetteer: Gazetteer;
  suiteSetup(async () => {
    gazetteer = await openGazetteer();
  });

  function weigh(text: string, probabilities: Float32Array, names: readonly NameMention[] = [], places: readonly PlaceMention[] = []): string[] {
    const found = weighNames(readArticle({ text }), { names, places, doubtfulNames: names, doubtfulPlaces: places, probabilities }, gazetteer);
    return [...found.names, ...found.places.map((place) => ({ ...place, type: "place" }))].map(({ start, end, type }) => `${type} ${text.slice(start, end)}`);
  }

  test("what only the network is sure of is found, with what the gazetteer knows of it", () => {
    const text = "Then Ola Grynn met Quorn in Leeds.";
    const logs = learned(text, { Ola: "B-person", Grynn: "I-person", Leeds: "B-place" });
    assert.deepEqual(weigh(text, logs), ["person Ola Grynn", "place Leeds"]);
    const { places } = weighNames(readArticle({ text }), { names: [], places: [], doubtfulNames: [], doubtfulPlaces: [], probabilities: logs }, gazetteer);
    assert.equal(places[0]?.candidates[0]?.country, "GB");
  });

  function inLeeds(text: string): PlaceMention {
    const start = text.indexOf("Leeds");
    return { start, end: start + "Leeds".length, sense: "literal", candidates: gazetteer.find("Leeds").map(({ place }) => place), confidence: 0.9 };
  }

  function lastLeeds(text: string): PlaceMention {
    const start = text.lastIndexOf("Leeds");
    return { ...inLeeds(text), start, end: start + "Leeds".length };
  }

  test("those of one name who are somewhere are no place; what somebody flies to is one", () => {
    const team = "They met the Quorns in Leeds.";
    assert.deepEqual(weigh(team, learned(team, { Quorns: "B-place", Leeds: "B-place" }), [], [inLeeds(team)]), ["place Leeds"]);
    const islands = "They flew to the Quorns in June, from Leeds.";
    assert.deepEqual(weigh(islands, learned(islands, { Quorns: "B-place", Leeds: "B-place" }), [], [inLeeds(islands)]), ["place Quorns", "place Leeds"]);
  });

  const cut: [text: string, words: string[], places: string[]][] = [
    ["A girl fell in Lancaster park.", ["Lancaster", "park"], ["place Lancaster"]],
    ["A girl fell in Tunwick Hill park.", ["Tunwick", "Hill", "park"], ["place Tunwick Hill park"]],
    ["Hail hit Tunwick counties.", ["Tunwick", "counties"], ["place Tunwick"]],
    ["It stood at 2031 Tunwick Ave. for long.", ["2031", "Tunwick", "Ave."], ["place Tunwick Ave."]],
    ["Life in the Pleistocene was hard.", ["Pleistocene"], []],
    ["He had a Quorn rifle with him.", ["Quorn"], []],
    ["Roads of US-24 closed.", ["US"], []],
    ["Traffic on Interstate 70 stopped.", ["Interstate"], []],
    ["It was on Channel 4 then.", ["Channel"], []],
    ["It stood at 785 Tunwick Ave. for long.", ["785"], []],
    ["They met DC Laura Hollis then.", ["DC"], []],
    ["Then a U.S. District Judge left.", ["U.S.", "District"], ["place U.S."]],
    ["It cost US$5 then.", ["US"], []],
    ["They told us so.", ["us"], []],
    ["He plays in the Tunwick Trophy now.", ["Tunwick", "Trophy"], []],
    ["It was in the PBT Tunwick Cup then.", ["PBT", "Tunwick"], []],
    ["Then 60-year-old Tunwick was shot.", ["Tunwick"], []],
    ["Sales grew in 1Q then.", ["1Q"], []],
    ["Sites: Leiden - Tunwick.", ["Leiden", "-", "Tunwick"], ["place Leiden", "place Tunwick"]],
  ];
  for (const [text, words, places] of cut) {
    test(`no more than the place: ${text}`, () => {
      const labels = Object.fromEntries(words.map((word, index): [string, Label] => [word, index === 0 ? "B-place" : "I-place"]));
      assert.deepEqual(weigh(text, learned(text, labels)), places);
    });
  }

  const nobody: [what: string, text: string, words: string][] = [
    ["letters of what no body is called", "The Speech of the Nation Address (Sona) is near.", "Sona"],
    ["more than one of what a compound says", "Aftershocks rattled it.", "Aftershocks"],
    ["an office", "They met the Chief Press Secretary then.", "Press Secretary"],
    ["money", "Then Rs50bn was paid.", "Rs50bn"],
    ["a thing called after somebody", "Then the James Hale Space Telescope saw it.", "James Hale"],
    ["a junction", "It is shut at J2 now.", "J2"],
    ["a base", "They left Joint Base Lewis-Hale then.", "Lewis-Hale"],
    ["a team", "Then Chelsea travel to Leeds.", "Chelsea"],
    ["whose seat it is", "They met Kerry TD Ann Bell then.", "Kerry"],
    ["where somebody is from", "A man, 41, of Leigh, left.", "Leigh"],
    ["who reigns", "Then the Sultan left.", "Sultan"],
    ["whose coach is told of", "Then Florence coach Paul Hale left.", "Florence"],
    ["a part of a district", "They saw West Tunwick then.", "West Tunwick"],
    ["a district by its part", "They saw Tunwick Central then.", "Tunwick Central"],
    ["the pupils' saint", "Then St. Tunwick's pupils left.", "St. Tunwick"],
    ["whose people are told of", "A Florence man died.", "Florence"],
    ["where somebody moved", "He moved to Florence then.", "Florence"],
    ["what is a port", "Then Florence, a port on the sea, fell.", "Florence"],
  ];
  for (const [what, text, words] of nobody) {
    test(`nobody: ${what}`, () => {
      const [first = "", second = ""] = words.split(" ");
      const logs = learned(text, { [first]: "B-person", ...(second ? { [second]: "I-person" } : {}) });
      const candidates = gazetteer.find(words).map(({ place }) => place);
      const start = text.indexOf(words);
      const place: PlaceMention[] = candidates.length > 0 ? [{ start, end: start + words.length, sense: "literal", candidates, confidence: 0.3 }] : [];
      assert.deepEqual(weigh(text, logs, [], place), []);
    });
  }

  test("a country of two islands is one", () => {
    const text = "Then Trinidad and Tobago won.";
    const start = text.indexOf("Trinidad");
    const candidates = gazetteer.find("Trinidad and Tobago").map(({ place }) => place);
    const place: PlaceMention = { start, end: start + "Trinidad and Tobago".length, sense: "literal", candidates, confidence: 0.98 };
    assert.deepEqual(weigh(text, learned(text, { Trinidad: "B-place", Tobago: "B-place" }), [], [place]), ["place Trinidad and Tobago"]);
  });

  test("more than one of something is nobody at the head of a sentence", () => {
    assert.deepEqual(weigh("Hail fell. Crowds ran.", learned("Hail fell. Crowds ran.", { Crowds: "B-person" })), []);
    assert.deepEqual(weigh("Hail fell. Woods ran.", learned("Hail fell. Woods ran.", { Woods: "B-person" })), ["person Woods"]);
    const text = "Ola Crowds left. Crowds ran.";
    assert.deepEqual(weigh(text, learned(text, { Ola: "B-person", Crowds: "B-person" }), [named(text, "Ola Crowds", "person", 0.95)]), ["person Ola Crowds", "person Crowds"]);
  });

  test("a body of a name that nothing else has is one wherever it stands", () => {
    const text = "The start-up Tanvik grew. Later Tanvik fell, and so did Ford.";
    const names = [named(text, "Tanvik", "organization", 0.95), { ...named(text, "Tanvik", "organization", 0.8), start: text.lastIndexOf("Tanvik"), end: text.lastIndexOf("Tanvik") + 6 }];
    assert.deepEqual(weigh(text, learned(text, {}), names), ["organization Tanvik", "organization Tanvik"]);
  });

  test("behind somebody brackets hold a party", () => {
    const text = "Then Ola Grynn (Green) left.";
    assert.deepEqual(weigh(text, learned(text, { Ola: "B-person", Grynn: "I-person", Green: "B-place" }), [named(text, "Ola Grynn", "person", 0.95)]), ["person Ola Grynn"]);
  });

  test("a person of whom the rules are sure is not parted", () => {
    const text = 'Then Ola "Peg" (Grynn) Hale left.';
    const logs = learned(text, { Ola: "B-person", Hale: "B-person" });
    assert.deepEqual(weigh(text, logs, [named(text, 'Ola "Peg" (Grynn) Hale', "person", 0.95)]), ['person Ola "Peg" (Grynn) Hale']);
  });

  test("what the rules are sure of stands where the network is in two minds", () => {
    const text = "Then Ola Grynn left.";
    assert.deepEqual(weigh(text, learned(text, { Ola: "B-person", Grynn: "I-person" }, ["Ola", "Grynn"]), [named(text, "Ola Grynn", "person", 0.95)]), ["person Ola Grynn"]);
  });

  test("a name of several words is as sure in each place as in the surest", () => {
    const text = "Then Ola Grynn left. We asked Ola Grynn.";
    const second = { ...named(text, "Ola Grynn", "person", 0.6), start: text.lastIndexOf("Ola"), end: text.length - 1 };
    assert.equal(weigh(text, learned(text, {}), [named(text, "Ola Grynn", "person", 0.95), second]).length, 2);
  });

  test("somebody's surname is a name where the network takes it for a plain word", () => {
    const text = "Then Ola Brass left. They beat Brass there.";
    const surname = { ...named(text, "Brass", "person", 0.85), start: text.lastIndexOf("Brass"), end: text.lastIndexOf("Brass") + 5 };
    const logs = learned(text, { Ola: "B-person", Brass: "I-person" });
    logs.fill(Math.log(0.002), logs.length - 3 * NAME_LABELS.length);
    for (let token = logs.length / NAME_LABELS.length - 3; token < logs.length / NAME_LABELS.length; token++) logs[token * NAME_LABELS.length] = Math.log(0.988);
    assert.deepEqual(weigh(text, logs, [named(text, "Ola Brass", "person", 0.95), surname]), ["person Ola Brass", "person Brass"]);
    assert.deepEqual(weigh(text, learned(text, {}), [surname]), []);
  });

  test("the network's joining of a body and what it owns is parted", () => {
    const text = "Then QRTX's Ola Grynn left.";
    const logs = learned(text, { QRTX: "B-organization", "'s": "I-organization", Ola: "I-organization", Grynn: "I-organization" });
    assert.deepEqual(weigh(text, logs, [named(text, "QRTX", "organization", 0.95), named(text, "Ola Grynn", "person", 0.95)]), ["organization QRTX", "person Ola Grynn"]);
  });

  test("the first letters of an organization named before are that organization, but not at the head of another name", () => {
    const text = "They rang the Civil Aviation Safety Authority. CASA was late, and CASA Holdings too.";
    const logs = learned(text, { Civil: "B-organization", Aviation: "I-organization", Safety: "I-organization", Authority: "I-organization" });
    assert.deepEqual(weigh(text, logs), ["organization Civil Aviation Safety Authority", "organization CASA"]);
    const shouted = "They rang the Civil Aviation Safety Authority. NOBODY KNOWS CASA, they said.";
    assert.deepEqual(weigh(shouted, learned(shouted, { Civil: "B-organization", Aviation: "I-organization", Safety: "I-organization", Authority: "I-organization" })), ["organization Civil Aviation Safety Authority"]);
    const before = "CASA was late. They rang the Civil Aviation Safety Authority.";
    assert.deepEqual(weigh(before, learned(before, { Civil: "B-organization", Aviation: "I-organization", Safety: "I-organization", Authority: "I-organization" })), ["organization Civil Aviation Safety Authority"]);
  });

  test("a doubtful finding falls where the network takes the words for no name", () => {
    const text = "Then Pattern spoke.";
    assert.deepEqual(weigh(text, learned(text, {}), [named(text, "Pattern", "organization", 0.3)]), []);
  });

  test("a doubtful finding takes the kind that the network is sure of", () => {
    const text = "Then Quorn sued.";
    assert.deepEqual(weigh(text, learned(text, { Quorn: "B-person" }), [named(text, "Quorn", "organization", 0.3)]), ["person Quorn"]);
  });

  test("a headline's last name is none with the dateline below it", () => {
    const article = readArticle({ text: "Fire at Zubrowka Complex\n\nQUORN, Ill. - Rain fell." });
    const probabilities = learned(article.text, { Zubrowka: "B-place", Complex: "I-place", QUORN: "I-place" });
    const candidates = nameCandidates(article, { names: [], places: [], doubtfulNames: [], doubtfulPlaces: [], probabilities });
    assert.deepEqual(candidates.map(({ first, end }) => article.text.slice(article.tokens.start(first), article.tokens.end(end - 1))), ["Zubrowka Complex", "QUORN"]);
  });

  test("what kind of place it is stands before its name, too, and a direction is no place", () => {
    const text = "Then the hilly province of Quorn, north of Leeds.";
    const labels = { province: "B-place", of: "I-place", Quorn: "I-place", north: "B-place", Leeds: "B-place" } as const;
    const candidates = nameCandidates(readArticle({ text }), { names: [], places: [], doubtfulNames: [], doubtfulPlaces: [], probabilities: learned(text, labels) });
    const { tokens } = readArticle({ text });
    const words = candidates.map(({ first, end }) => text.slice(tokens.start(first), tokens.end(end - 1)));
    assert.ok(words.includes("Quorn") && !words.includes("north"), words.join());
  });

  test("an address of mail names nobody", () => {
    const text = "Then write to Ola@example.org soon.";
    assert.deepEqual(weigh(text, learned(text, { "Ola@example.org": "B-place" })), []);
  });

  test("a ship is no person, however sure the network is of one", () => {
    const text = "Then Ola Grynn left.";
    const article = readArticle({ text });
    const probabilities = learned(text, { Ola: "B-person", Grynn: "I-person" });
    const found = weighNames(article, { names: [], places: [], doubtfulNames: [], doubtfulPlaces: [], others: [{ start: 5, end: 14 }], probabilities }, gazetteer);
    assert.deepEqual(found.names, []);
  });

  test("“Jr.” belongs to the name whether or not the network has learned so, and is none alone", () => {
    const text = "Then Ola Grynn, Jr. left. Jr. too.";
    assert.deepEqual(weigh(text, learned(text, { Ola: "B-person", Grynn: "I-person", "Jr.": "B-person" })), ["person Ola Grynn, Jr."]);
  });

  test("the stop of a state's abbreviation stays with it at a sentence's end", () => {
    const text = "They live in Qzorn, Pa.";
    const article = readArticle({ text });
    const candidates = gazetteer.find("Pa.").map(({ place }) => place);
    const place: PlaceMention = { start: text.length - 3, end: text.length, sense: "literal", candidates, confidence: 0.9 };
    const found = weighNames(article, { names: [], places: [place], doubtfulNames: [], doubtfulPlaces: [place], probabilities: learned(text, { Qzorn: "B-place", Pa: "B-place" }) }, gazetteer);
    assert.deepEqual(found.places.map(({ start, end, candidates: [known] }) => `${text.slice(start, end)} ${known?.country ?? "?"}`), ["Qzorn ?", "Pa. US"]);
  });

  /** What "Danish" is in the text behind somebody of that surname. */
  function besideDanish(rest: string): string[] {
    const text = `Ola Danish met them. ${rest}`;
    const start = text.lastIndexOf("Danish");
    const demonym: PlaceMention = { start, end: start + "Danish".length, sense: "demonym", candidates: [], confidence: 0.9 };
    return weigh(text, learned(text.replace(rest, ""), { Ola: "B-person", Danish: "I-person" }), [], [demonym]);
  }

  test("who is called as a people is, by that name alone before a verb, behind one of saying or a title", () => {
    for (const rest of ["Then Danish said no.", "“No,” said Danish.", "Then Mr. Danish left.", "It was never Danish’s idea.", "Danish, 34, left."]) assert.deepEqual(besideDanish(rest), ["person Ola Danish", "person Danish"], rest);
    for (const rest of ["Then Danish farmers left.", "He speaks Danish.", "Then the Danish said no.", "It is told in Danish.", "Danish and Dutch are alike."]) assert.deepEqual(besideDanish(rest), ["person Ola Danish", "place Danish"], rest);
  });

  test("a town that speaks is whoever has that surname; where something is, it is the town", () => {
    const told = "Ola Leeds came. Then Leeds said no.";
    const logs = learned("Ola Leeds came.", { Ola: "B-person", Leeds: "I-person" });
    assert.deepEqual(weigh(told, logs, [], [lastLeeds(told)]), ["person Ola Leeds", "person Leeds"]);
    const there = "Ola Leeds came. Then it rained in Leeds.";
    assert.deepEqual(weigh(there, logs, [], [lastLeeds(there)]), ["person Ola Leeds", "place Leeds"]);
  });

  test("a demonym is left to the rules, but not inside a name", () => {
    const text = "The Danish minister met Dane Grynn.";
    const demonym = (words: string): PlaceMention => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length, sense: "demonym", candidates: [], confidence: 0.9 });
    const logs = learned(text, { Dane: "B-person", Grynn: "I-person" });
    assert.deepEqual(weigh(text, logs, [], [demonym("Danish"), demonym("Dane")]), ["person Dane Grynn", "place Danish"]);
  });

  test("a part of a known place lies in it, and a state may be shortened", () => {
    const text = "Rain fell in north Georgia and in the county (Ga.) itself.";
    const logs = learned(text, { north: "B-place", Georgia: "I-place", "Ga.": "B-place" });
    const { places } = weighNames(readArticle({ text }), { names: [], places: [], doubtfulNames: [], doubtfulPlaces: [], probabilities: logs }, gazetteer);
    const known = places.map(({ start, end, candidates }) => `${text.slice(start, end)}: ${candidates.some(({ country, division }) => country === "US" && division === "GA")}`);
    assert.deepEqual(known, ["north Georgia: true", "Ga.: true"]);
  });

  test("what kind of place it is belongs to a state's name alone", () => {
    const text = "Rain fell in Santa Cruz province and in Washington state.";
    const logs = learned(text, { Santa: "B-place", Cruz: "I-place", province: "I-place", Washington: "B-place", state: "I-place" });
    const { places } = weighNames(readArticle({ text }), { names: [], places: [], doubtfulNames: [], doubtfulPlaces: [], probabilities: logs }, gazetteer);
    assert.deepEqual(places.map(({ start, end }) => text.slice(start, end)), ["Santa Cruz", "Washington state"]);
  });

  test("a town and the state behind it are two places", () => {
    const text = "Rain fell in Gainesville Texas and in New York.";
    const logs = learned(text, { Gainesville: "B-place", Texas: "I-place", New: "B-place", York: "I-place" });
    const { places } = weighNames(readArticle({ text }), { names: [], places: [], doubtfulNames: [], doubtfulPlaces: [], probabilities: logs }, gazetteer);
    assert.deepEqual(places.map(({ start, end }) => text.slice(start, end)), ["Gainesville", "Texas", "New York"]);
  });

  test("a town called a city is that town", () => {
    const text = "Rain fell in Chennai City.";
    const logs = learned(text, { Chennai: "B-place", City: "I-place" });
    const { places } = weighNames(readArticle({ text }), { names: [], places: [], doubtfulNames: [], doubtfulPlaces: [], probabilities: logs }, gazetteer);
    assert.deepEqual(places.map(({ start, end, candidates: [place] }) => `${text.slice(start, end)}: ${place?.country}`), ["Chennai City: IN"]);
  });

  test("what leaves the rules no doubt stands, and the short form of a body that the article names", () => {
    const text = "Then Sinéad O'Connor sued the Ministry.";
    const names = [named(text, "Sinéad O'Connor", "person", 0.95), named(text, "Ministry", "organization", 0.85)];
    assert.deepEqual(weigh(text, learned(text, {}), names), ["person Sinéad O'Connor", "organization Ministry"]);
  });

  test("a title before a name is none", () => {
    const text = "Then Tan Sri Ola Grynn met Sheikh Quorn.";
    assert.deepEqual(weigh(text, learned(text, { Tan: "B-person", Sri: "I-person", Ola: "B-person", Grynn: "I-person", Sheikh: "B-person", Quorn: "B-person" }), [named(text, "Ola Grynn", "person", 0.95)]).slice(0, 1), ["person Ola Grynn"]);
  });

  test("letters behind a name are none of it", () => {
    const text = "Then Ola Grynn PhD met Quorn P.S. We won.";
    assert.deepEqual(weigh(text, learned(text, { Ola: "B-person", Grynn: "I-person", PhD: "I-person", Quorn: "B-person", "P.S.": "I-person" })), ["person Ola Grynn", "person Quorn"]);
  });

  test("one name of the rules is not read as two side by side where the network is in two minds", () => {
    const text = "Then Ola Grynn left.";
    const both = learned(text, { Ola: "B-person", Grynn: "B-person" });
    const { tokens } = readArticle({ text });
    for (let token = 0; token < tokens.length; token++) {
      if (tokens.text(token) !== "Grynn") continue;
      both[token * NAME_LABELS.length + NAME_LABELS.indexOf("B-person")] = Math.log(0.55);
      both[token * NAME_LABELS.length + NAME_LABELS.indexOf("I-person")] = Math.log(0.44);
    }
    assert.deepEqual(weigh(text, both, [named(text, "Ola Grynn", "person", 0.85)]), ["person Ola Grynn"]);
  });

  test("a place that the gazetteer knows and the rules are sure of stands though the network has not learned of it", () => {
    const text = "They praised the Chennai-Leeds Maritime Link.";
    const [leeds] = gazetteer.find("Leeds");
    assert.ok(leeds);
    const place = (confidence: number): PlaceMention => ({ start: text.indexOf("Leeds"), end: text.indexOf("Leeds") + 5, sense: "literal", candidates: [leeds.place], confidence });
    assert.deepEqual(weigh(text, learned(text, {}), [], [place(0.86)]), ["place Leeds"]);
    assert.deepEqual(weigh(text, learned(text, {}), [], [place(0.4)]), []);
  });

  test("an office in capitals is no organization, however sure the network is of one", () => {
    const text = "They met the EAM Ola Grynn. The EAM left for QRST.";
    const logs = learned(text, { EAM: "B-organization", Ola: "B-person", Grynn: "I-person", QRST: "B-organization" });
    assert.deepEqual(weigh(text, logs, [named(text, "Ola Grynn", "person", 0.95)]), ["person Ola Grynn", "organization QRST"]);
  });

  test("“the” and an office are nobody’s name, however sure the network is of one", () => {
    const text = "They met Ola Grynn. The Taoiseach left for QRST.";
    const logs = learned(text, { Taoiseach: "B-person", Ola: "B-person", Grynn: "I-person", QRST: "B-organization" });
    assert.deepEqual(weigh(text, logs, [named(text, "Ola Grynn", "person", 0.95)]), ["person Ola Grynn", "organization QRST"]);
  });

  test("on any text and any figures the names lie in the text, in order, and share no word", () =>
    fc.assert(
      fc.property(fc.array(fc.constantFrom("Ola", "Grynn", "of", "Leeds", ".", "\n\n", "-", "said", "NATO"), { maxLength: 30 }), fc.integer(), (words, seed) => {
        const text = words.join(" ");
        const { tokens } = readArticle({ text });
        let state = seed;
        const logs = Float32Array.from({ length: tokens.length * NAME_LABELS.length }, () => -((state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff) % 700) / 100);
        const { names, places } = weighNames(readArticle({ text }), { names: [], places: [], doubtfulNames: [], doubtfulPlaces: [], probabilities: logs }, gazetteer);
        const all = [...names, ...places].sort((a, b) => a.start - b.start);
        for (const [index, { start, end }] of all.entries()) {
          assert.ok(start >= (all[index - 1]?.end ?? 0) && end > start && end <= text.length);
        }
      }),
      { numRuns: 100 },
    ));

  test("a town and its state without a comma are two places, known or not", () => {
    for (const [text, logs] of [
      ["They moved to Xqzzy California.", { Xqzzy: "B-place", California: "I-place" }],
      ["They live in Fresno Ca now.", { Fresno: "B-place", Ca: "I-place" }],
      ["They like Southern California.", { Southern: "B-place", California: "I-place" }],
    ] as const) {
      const words = Object.keys(logs);
      assert.deepEqual(weigh(text, learned(text, logs)), words[0] === "Southern" ? ["place Southern California"] : words.map((word) => `place ${word}`));
    }
  });

  test("a country before a body of it is the place", () => {
    const text = "Then U.S. House leaders left.";
    assert.deepEqual(weigh(text, learned(text, { "U.S.": "B-place", House: "I-place" })), ["place U.S."]);
  });

  test("what lies within a surely told place or within a company's possessive is no name", () => {
    const text = "He lives in Prince George, B.C., and Moody's said so.";
    const place: PlaceMention = { ...named(text, "Prince George", "person", 1), sense: "literal", candidates: gazetteer.find("Prince George").map((name) => name.place), confidence: 0.99 };
    const logs = learned(text, { George: "B-person", Moody: "B-person" });
    assert.deepEqual(weigh(text, logs, [named(text, "Moody's", "organization", 0.95)], [place]), ["organization Moody's", "place Prince George"]);
  });

  const ruledOut: readonly [about: string, text: string, word: string, label: Label, people: readonly string[], expected: readonly string[]][] = [
    ["the agency of a dateline is no place", "LAGOS (Newsline) - Rain fell.", "Newsline", "B-place", [], []],
    ["a place in brackets is one", "He was born here (Leeds) and left.", "Leeds", "B-place", [], ["place Leeds"]],
    ["of whom a person is, is no person", "Then Ola Grynn of Savanna, 40, left.", "Savanna", "B-person", ["Ola Grynn"], ["person Ola Grynn"]],
    ["a title in quotation marks is no person", 'The prize went to "Keller" again.', "Keller", "B-person", [], []],
    ["several who do something are no person", "Residants say so.", "Residants", "B-person", [], []],
    ["somebody whose claim it is", "Keller claim is dismissed.", "Keller", "B-person", [], ["person Keller"]],
    ["one who does something is", "Keller says so.", "Keller", "B-person", [], ["person Keller"]],
    ["a ministry's matter is nobody", "Handlum Minister Ola Grynn left.", "Handlum", "B-person", ["Ola Grynn"], ["person Ola Grynn"]],
    ["a virus is no person", "Then H5N1 spread.", "H5N1", "B-person", [], []],
    ["a doctrine is no person", "Then Gryndism spread.", "Gryndism", "B-person", [], []],
    ["a county of a list is no person", "Girls from Grynd, Polk and Love counties came.", "Grynd", "B-person", [], []],
    ["whose picture it is, is no person", "Rain fell.\n\nGetty.\n\nIt was cold.", "Getty", "B-person", [], []],
    ["who says so is one", "Then Getty said so.", "Getty", "B-person", [], ["person Getty"]],
    ["who sits for a place, sits for no person", "The member for Grynd left.", "Grynd", "B-person", [], []],
    ["an office before a name is no other person", "Then Dean Ola Grynn left.", "Dean", "B-person", ["Ola Grynn"], ["person Ola Grynn"]],
    ["a prize is no person", "Then Oscar-winning films ran.", "Oscar", "B-person", [], []],
    ["who has a prize's name is one", "Then Oscar left.", "Oscar", "B-person", [], ["person Oscar"]],
    ["detectives at work are no person", "Then Taskforce Grynn left.", "Taskforce", "B-person", [], []],
    ["what is a campaign is nobody and nowhere", "He spoke on Brexit there.", "Brexit", "B-place", [], []],
    ["what somebody is called is one", 'He is known as "Keller" here.', "Keller", "B-person", [], ["person Keller"]],
  ];
  for (const [about, text, word, label, people, expected] of ruledOut) {
    test(about, () => {
      const names = people.map((words) => named(text, words, "person", 0.95));
      const logs = learned(text, { [word]: label, Ola: "B-person", Grynn: "I-person" });
      assert.deepEqual(weigh(text, logs, names), expected);
    });
  }

  test("the letters of a share name nobody", () => {
    const text = "Shares of Gryndath (NYSE: GRY) rose.";
    assert.deepEqual(weigh(text, learned(text, { Gryndath: "B-organization", GRY: "B-organization" })), ["organization Gryndath"]);
  });

  test("what is held is nobody", () => {
    const text = "Then the Gryndath Yatra began.";
    assert.deepEqual(weigh(text, learned(text, { Gryndath: "B-person", Yatra: "I-person" })), []);
  });

  test("whose somebody is, is no person where a place has the name", () => {
    const text = "Then Montana's Ola Grynn left.";
    const place: PlaceMention = { ...named(text, "Montana", "person", 1), sense: "literal", candidates: gazetteer.find("Montana").map((name) => name.place), confidence: 0.5 };
    const logs = learned(text, { Montana: "B-person", Ola: "B-person", Grynn: "I-person" });
    assert.ok(!weigh(text, logs, [named(text, "Ola Grynn", "person", 0.95)], [place]).includes("person Montana"));
  });

  test("a legal form is a company's alone", () => {
    const text = "A stake in Quorn Adwell Co. was sold.";
    assert.deepEqual(weigh(text, learned(text, { Quorn: "B-place", Adwell: "I-place", "Co.": "I-place" })), []);
  });

  test("a surname that is a town's name, too, is a person's where nothing tells of the town", () => {
    const text = "Then Ola Leeds left. The nomination of Leeds was late.";
    const last = text.lastIndexOf("Leeds");
    const surname: NameMention = { start: last, end: last + 5, type: "person", roles: [], confidence: 0.85 };
    const logs = learned(text, { Ola: "B-person", Leeds: "B-place" });
    assert.deepEqual(weigh(text, logs, [named(text, "Ola Leeds", "person", 0.95), surname], [{ ...lastLeeds(text), confidence: 0.7 }]), ["person Ola Leeds", "person Leeds"]);
    assert.ok(weigh(text, logs, [named(text, "Ola Leeds", "person", 0.95)], [{ ...lastLeeds(text), confidence: 0.7 }]).includes("place Leeds"));
  });

  test("no part of a people's name is a person", () => {
    const text = "Later Sri Lankans left.";
    const people: PlaceMention = { ...named(text, "Sri Lankans", "person", 1), sense: "demonym", candidates: [], confidence: 0.95 };
    assert.deepEqual(weigh(text, learned(text, { Lankans: "B-person" }), [], [people]), ["place Sri Lankans"]);
  });
});
