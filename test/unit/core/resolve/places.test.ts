import assert from "node:assert/strict";
import { analyze } from "../../../../src/core/analyze.js";
import { findPlaces } from "../../../../src/core/detect/places.js";
import type { PlaceMention } from "../../../../src/core/detect/findings.js";
import type { Gazetteer } from "../../../../src/core/places/gazetteer.js";
import { resolvePlaces } from "../../../../src/core/resolve/places.js";
import { readArticle } from "../../../../src/core/text/readArticle.js";
import { openGazetteer } from "../places/openGazetteer.js";

suite("which place is meant", () => {
  let gazetteer: Gazetteer;
  suiteSetup(async () => {
    gazetteer = await openGazetteer();
  });

  function resolve(text: string): PlaceMention[] {
    const article = readArticle({ text });
    return resolvePlaces(
      article,
      article.blocks.flatMap((block) => findPlaces(article, block, gazetteer)),
    );
  }
  function meanings(text: string, name: string): string[] {
    return resolve(text)
      .filter(({ start, end }) => text.slice(start, end) === name)
      .map(({ candidates: [place] }) => `${place?.kind} ${place?.country} ${place?.division ?? ""}`.trim());
  }

  test("a part of the country is no province that has its name from where it lies", () => {
    const text = "She won in the South.";
    const candidates = gazetteer.find("South").map(({ place }) => place);
    assert.ok(candidates.length > 0);
    const [place] = resolvePlaces(readArticle({ text }), [{ start: 15, end: 20, sense: "literal", candidates, confidence: 0.9 }]);
    assert.deepEqual(place?.candidates, []);
  });

  const cases: [about: string, text: string, name: string, meaning: string][] = [
    ["the best known, knowing nothing else", "He flew to Paris.", "Paris", "city FR 11"],
    ["a metropolis rather than a village in a state that is named by the way", "A yacht sank near Palermo. A jury in San Francisco had cleared its owner.", "Palermo", "city IT 15"],
    ["a village among its neighbours", "The road from Palermo to Oroville and Chico in California is shut.", "Palermo", "city US CA"],
    ["a large division rather than a village", "The senator will be in Normandy in June. Then he returns to Ohio.", "Normandy", "division FR 28"],
    ["a part of the world", "He fled to the West in 1961.", "West", "region undefined"],
    ["a county in a list whose others the gazetteer lacks by their bare names", "Shelters opened in Leon, Wakulla and Taylor counties in Florida.", "Leon", "division US FL"],
    ["a metropolitan municipality", "A former Nelson Mandela Bay official left.", "Nelson Mandela Bay", "division ZA 05"],
    ["a territory by its letters", "Snow fell in Fort Smith, N.W.T., on Monday.", "N.W.T.", "division CA 13"],
    ["a parish", "A man was shot in Spanish Town, St. Catherine.", "St. Catherine", "division JM 10"],
    ["the island rather than a town of nearly its name", "Power failed on Sint Eustatius and Saba.", "Saba", "region undefined"],
    ["towns where prices are in pounds", "Brighton climb to fifth after a 2-0 win over Chelsea, who paid £14m.", "Chelsea", "city GB ENG"],
    ["a street where all of the story is, rather than a small town far away", "A man of Park Grove left. He was seen in Barnsley, in Rotherham, in Sheffield, in Goole and in Selby.", "Park Grove", "other GB ENG"],
    ["the city rather than a quarter of that name", "It opens in Venice on Monday.", "Venice", "city IT"],
    ["a state by its short name", "He was traded from Boston to Carolina.", "Carolina", "division US NC"],
    ["a castle in its town", "A wall of Gaziantep Castle fell.", "Gaziantep Castle", "city TR 83"],
    ["a capital before a state", "He flew to Washington.", "Washington", "city US DC"],
    ["a short word that is another spelling of a town abroad", "A man from Mumbai was rushed to Sion in Mumbai, and from Pune to Delhi.", "Sion", "other IN 16"],
    ["the same where nothing speaks against it", "A shop in Sion stood near Lake County, Illinois.", "Sion", "city US IL"],
    ["a long word that is another spelling", "A man from Mumbai flew from Pune to Marrakech.", "Marrakech", "city MA 07"],
    ["a part that many cities have", "Police in Hyderabad searched the Old City, then left Hyderabad for Pune.", "Old City", "other IN 40"],
    ["a part of a city of our own list", "A fire broke out in Kurla.", "Kurla", "city IN"],
    ["where the British parliament sits", "The minister blamed Westminster.", "Westminster", "city GB"],
    ["a container", "He flew to Paris, Texas.", "Paris", "city US TX"],
    ["a county in its state", "A storm hit Seminole County, Georgia, on Monday.", "Seminole County", "division US GA"],
    ["a part of a state that a city has its name from", "At least 40 people died in western New York.", "New York", "division US NY"],
    ["a quarter of the city that it is told to be of", "He lives in Lusaka's Makeni area.", "Makeni", "other ZM 09"],
    ["a capital in a possessive's behind", "It was sent to Washington's Baghdad embassy.", "Baghdad", "city IQ 07"],
    ["one of a city's counties", "They campaigned in Denver’s Arapahoe and Jefferson counties in Colorado.", "Arapahoe", "division US CO"],
    ["the city whose throne it is rather than a country", "The Oba of Benin spoke.", "Benin", "city NG 37"],
    ["a district that many cities have", "The attorney of the South District spoke in Manila, as did others in Cebu City, in Davao and in Makati.", "South District", "other PH NCR"],
    ["a state by its nickname", "He won the Granite State.", "Granite State", "division US NH"],
    ["a town without the ocean's article", "She moved from Chicago to Atlantic, in Cass County, Iowa, in May.", "Atlantic", "city US IA"],
    ["a village that the gazetteer lacks, rather than a town of another state", "A deputy of Stone County, Arkansas, died in Leslie, north of Little Rock, Arkansas, and of Searcy.", "Leslie", "other US AR"],
    ["a parish", "He sits for St James in Montego Bay.", "St James", "division JM 12"],
    ["a river by its article", "Troops crossed the Dnipro at night.", "Dnipro", "water UA"],
    ["a city without an article", "Troops left Dnipro at night.", "Dnipro", "city UA 04"],
    ["an office of a city that has a river's name", "The Dnipro mayor left at night.", "Dnipro", "city UA 04"],
    ["an ocean that some village has its name from", "Storms form in the tropical Atlantic.", "Atlantic", "water undefined"],
    ["a city by its other name", "Riots broke out in Londonderry.", "Londonderry", "city GB NIR"],
    ["a city by its English name rather than a suburb of that name", "Riots broke out in Bruges.", "Bruges", "city BE VLG"],
    ["a city by its former name rather than a town of that name", "Riots broke out in Baroda.", "Baroda", "city IN 09"],
    ["a town that everybody knows rather than larger ones", "Pilgrims came to Bethlehem.", "Bethlehem", "city PS"],
    ["a district of Nepal", "Rivers rose in Myagdi.", "Myagdi", "division NP 4"],
    ["a local government of Nigeria", "Riots broke out in Oredo.", "Oredo", "division NG 37"],
    ["where the government sits", "Florida and Georgia closed schools, an official said, speaking in Washington.", "Washington", "city US DC"],
    ["an ancient city", "Clay tablets were found at Susa.", "Susa", "other IR"],
    ["an abbreviated container", "A fire broke out in Springfield, Ill., on Monday.", "Springfield", "city US IL"],
    ["a container in brackets", "The team is from London (Ontario).", "London", "city CA 08"],
    ["a state among states", "It was sold in Alabama, Georgia, Florida and Tennessee.", "Georgia", "division US GA"],
    ["a country among countries", "It was sold in Armenia, Georgia, Turkey and Azerbaijan.", "Georgia", "country GE"],
    ["a region rather than a quarter of a town", "Police in Baltimore, Maryland, spoke of war in the Middle East.", "Middle East", "region undefined"],
    ["a capital among capitals", "Washington and Brussels imposed sanctions on Tehran, officials in London and Dublin said.", "Washington", "city US DC"],
    ["a capital that stands for a government", "Police in Leeds and Manchester searched. Washington said nothing.", "Washington", "city US DC"],
    ["the state that has a governor", "New York Gov. Jane Poe spoke in Albany.", "New York", "division US NY"],
    ["one of several counties", "A storm hit Navarro, Henderson and Ellis counties in Texas.", "Navarro", "division US TX"],
    ["the state whose attorney general it is", "New York's attorney general spoke in Albany.", "New York", "division US NY"],
    ["the city of a dateline", "WASHINGTON (AP) - Lawmakers from Oregon, Idaho and Georgia met.", "WASHINGTON", "city US DC"],
    ["the city that a firm is based in", "A Washington-based firm sells it in Oregon, Idaho and Georgia.", "Washington", "city US DC"],
    ["a town and a county that tell their state only together", "Paris and Henry County are rich in history. Selectmen in Henry County met sophomores and troopers.", "Paris", "city US TN"],
    ["a town among words of the United States", "Selectmen in Epsom met the sheriff about zoning.", "Epsom", "city US NH"],
    ["a town among words that are spelt as in Britain", "A shop in Lancaster has a new colour, councillors said.", "Lancaster", "city GB ENG"],
    ["a town with streets in English", "A shop in San Pedro stood near West 11th Street.", "San Pedro", "city US CA"],
    ["a town in a region of which but the middle is known", "The race is at Richmond, Yorkshire.", "Richmond", "city GB ENG"],
    ["a city in a list of cities, one of which has a state's name", "They have offices in Miami, New York, and Detroit.", "Miami", "city US FL"],
    ["a town that is listed with no county", "A storm hit Ellis, Kansas, and two counties.", "Ellis", "city US KS"],
    ["the larger of two countries of one name", "Rebels took Goma and Bukavu in eastern Congo.", "Congo", "country CD"],
    ["a country told by its capital", "He flew from Brazzaville, Congo.", "Congo", "country CG"],
    ["a state in a newspaper's abbreviation", "They live in Greenwood, Ind., with their son.", "Greenwood", "city US IN"],
    ["a city by its name in English", "The bank moved from London to Frankfurt.", "Frankfurt", "city DE 05"],
    ["a city by its former name", "The plant in Port Elizabeth was shut.", "Port Elizabeth", "city ZA 05"],
    ["a landmark", "Crowds stood at Westminster Abbey in the rain.", "Westminster Abbey", "other GB"],
    ["a mountain", "Two climbers fell on Mount Hood.", "Mount Hood", "other US"],
    ["a capital with a space in its district", "They met in Washington, D. C., with governors of Oregon and Idaho.", "Washington", "city US DC"],
    ["a region of its own", "Rebels hold towns in North Kivu.", "North Kivu", "region CD"],
    ["a state in a list of three", "Cases were found in Washington, Pennsylvania and California.", "Washington", "division US WA"],
    ["the metropolis in a story of many states", "They met in Ohio, Iowa and Nevada. Voters in Texas, Utah, Maine and Oregon spoke of the attacks in Paris.", "Paris", "city FR 11"],
    ["the town in a story of its own state", "A woman from Paris died in a hospital in Dallas, Texas. Others came from Sherman and Bonham.", "Paris", "city US TX"],
    ["the capital in a story of states", "In Ohio, Iowa and Nevada they spoke of the elites in Washington.", "Washington", "city US DC"],
    ["the state that a list of states tells", "They won in Idaho, New York and Ohio.", "New York", "division US NY"],
    ["the state that others are like", "They left states such as California or Washington.", "Washington", "division US WA"],
    ["the state that a senator is of", "Sen. Ida Brandt of Washington spoke.", "Washington", "division US WA"],
    ["the state that is called one", "It was found in the state of Washington.", "Washington", "division US WA"],
    ["the city that a senator spoke in", "Sen. Ida Brandt spoke of Washington.", "Washington", "city US DC"],
    ["a state in a long list", "It was sold in Virginia, Washington, West Virginia and Wyoming.", "Washington", "division US WA"],
    ["a town that a list of states follows", "They toured Paris, Texas, and Chicago.", "Paris", "city US TX"],
    ["the state that is told to be one", "No rest for Washington state's team.\n\nIts focus has been at home in Washington. Trips to Hawaii, Florida and Nevada followed.", "Washington", "division US WA"],
    ["a country's letters among its towns", "He is feared in Rustenburg, SA, and in Johannesburg.", "SA", "country ZA"],
    ["a state's letters among its towns", "He lives in Adelaide, SA, and works in Melbourne.", "SA", "division AU 05"],
    ["the suburb next to the others", "The board met in North Druid Hills and in Decatur.", "Decatur", "city US GA"],
    ["a town of selectmen", "Selectmen in Portland hired a lawyer.", "Portland", "city US ME"],
    ["a town of the Mounties", "The RCMP in Sydney searched a house.", "Sydney", "city CA 07"],
    ["a saint's town in short", "The hospital in St. Marc is full, a minister of Haiti said in Cap-Haïtien.", "St. Marc", "city HT 06"],
    ["a city hall", "A crowd stood outside Seoul City Hall.", "Seoul City Hall", "city KR 11"],
    ["a room", "He signed it in the Oval Office.", "Oval Office", "other US"],
    ["a town of three letters", "ADA, Okla. — Rain fell.", "ADA", "city US OK"],
    ["a country that a town tells", "They met in Tbilisi, Georgia, on Friday.", "Georgia", "country GE"],
    ["a state that a town tells", "They met in Athens, Georgia, on Friday.", "Georgia", "division US GA"],
    ["a town in another's possession", "They met in Texas's Paris on Friday.", "Paris", "city US TX"],
    ["the capital rather than a state, in a state", "He had been in Dayton, Ohio. A letter came from Washington.", "Washington", "city US DC"],
    ["a town whose article others leave out", "DERNA, Libya — Floods hit Al Bayda on Monday.", "Al Bayda", "city LY 63"],
    ["a town among words of American newspapers", "A shop in Andover burned down, Gov. Hale said. Inmates were told.", "Andover", "city US MN"],
    ["a county in a list of them", "It rained in counties Donegal and Kerry.", "Kerry", "division IE M"],
    ["a town written with its long vowels", "A shop in Whangārei burned down.", "Whangārei", "city NZ F6"],
    ["a city without the word for one", "Police in Goyang searched.", "Goyang", "city KR 13"],
    ["a city with the word for one", "Police in Cagayan de Oro City searched.", "Cagayan de Oro City", "city PH 10"],
    ["a suburb beyond the border of its state", "Police in Kansas City, Kan., searched. A man of Platte City was held.", "Platte City", "city US MO"],
    ["a capital beside a state that has a town of its name", "Voters in Texas thought of the Paris attacks.", "Paris", "city FR 11"],
    ["a division of two names", "Then Jammu and Kashmir chief minister Ida Brandt left.", "Jammu and Kashmir", "division IN 12"],
    ["a town by the first word of its name", "Annexed land in Avondale Estates and Decatur, Georgia, is taxed. A shop in Avondale burned.", "Avondale", "city US GA"],
    ["a county without the word for one", "Police of DeKalb County, Georgia, searched. A pipe in DeKalb broke.", "DeKalb", "division US GA"],
    ["a division by its former name", "Police in Orissa searched.", "Orissa", "division IN 21"],
    ["a borough", "Police in Hackney searched.", "Hackney", "city GB"],
    ["the company of the article", "Police in Calgary and Edmonton searched. A man in Medicine Hat was held, they said in Red Deer.", "Red Deer", "city CA 01"],
  ];
  for (const [about, text, name, meaning] of cases) {
    test(about, () => assert.deepEqual(meanings(text, name), [meaning]));
  }

  test("a place inside the name of an organization keeps company and is no mention", () => {
    const text = "A shop in Salem burned down, the Oregon Department of Health said.";
    const article = readArticle({ text });
    const places = article.blocks.flatMap((block) => findPlaces(article, block, gazetteer));
    const start = text.indexOf("Oregon");
    const hint: PlaceMention = { start, end: start + 6, sense: "literal", candidates: gazetteer.find("Oregon").map(({ place }) => place), confidence: 0.5 };
    const found = resolvePlaces(article, places, undefined, [hint]);
    assert.deepEqual(found.map(({ candidates: [place] }) => `${place?.name} ${place?.division}`), ["Salem OR"]);
  });

  test("a town and a county that only together tell a state", () => {
    const text = "A shop in Athens burned down, the sheriff of Henderson County said. Athens is the seat of Henderson County.";
    assert.deepEqual([...new Set(["Athens", "Henderson County"].flatMap((name) => meanings(text, name)))], ["city US TX", "division US TX"]);
  });

  const homes: [about: string, text: string, home: string | undefined, meaning: string][] = [
    ["the outlet's home", "A fire broke out in Springfield.", "Columbia, Missouri", "city US MO"],
    ["another home", "A fire broke out in Springfield.", "Eugene, Oregon", "city US OR"],
    ["front matter before the setting", "---\nhome: 'Eugene, Oregon'\n---\n\nA fire broke out in Springfield.", "Columbia, Missouri", "city US OR"],
    ["the article's own words before the home", "A fire broke out in Springfield, Illinois.", "Eugene, Oregon", "city US IL"],
    ["a home that nobody knows", "A fire broke out in Calgary.", "Nowhere-upon-Nothing", "city CA 01"],
  ];
  for (const [about, text, home, meaning] of homes) {
    test(about, () => {
      const document = analyze({ text, format: "markdown", ...(home === undefined ? {} : { home }) }, { gazetteer, generator: "test 1" });
      const place = document.entities.find(({ type, name }) => type === "place" && /Springfield|Calgary/u.test(name));
      const found = gazetteer.find(place?.name ?? "").find((each) => each.place.geoname === place?.geoname)?.place;
      assert.equal(`${found?.kind} ${found?.country} ${found?.division}`, meaning);
    });
  }

  test("one sense an article", () => {
    const text = "A shop in Paris, Texas, burned down. The owner had come to Paris in May.\n\nParis is small.";
    assert.deepEqual(meanings(text, "Paris"), ["city US TX", "city US TX", "city US TX"]);
  });

  test("one sense an article, but not against what the text tells", () => {
    const text = "A shop in Paris, Texas, burned down. The owner had come from Paris, France, in May.";
    assert.deepEqual(meanings(text, "Paris"), ["city US TX", "city FR 11"]);
  });

  test("keeps the alternatives, likelier first, and is less sure where there are many", () => {
    const [springfield] = resolve("A fire broke out in Springfield.");
    const [chennai] = resolve("A fire broke out in Chennai.");
    assert.ok((springfield?.candidates.length ?? 0) > 3);
    assert.ok((springfield?.confidence ?? 1) < (chennai?.confidence ?? 0));
  });

  test("leaves out what is likelier no place", () => {
    assert.deepEqual(resolve("Reading is good. Michael Jordan said so to Paris Hilton."), []);
  });

  test("takes a village for unknown that the gazetteer has abroad alone, and puts it where the story is", () => {
    const text = "Police in Tullamore, Galway and Letterkenny searched. She was from Blue Ball.";
    assert.deepEqual(meanings(text, "Blue Ball"), ["other IE U"]);
    assert.deepEqual(meanings("A shop in Blue Ball burned down.", "Blue Ball"), ["city US PA"]);
  });

  test("puts an unknown street where its city is, as no entry of the gazetteer", () => {
    const [street, city] = resolve("Police were called to Zubrowka Avenue in Winnipeg.");
    assert.equal(street?.candidates[0]?.name, "Zubrowka Avenue");
    assert.equal(street?.candidates[0]?.geoname, undefined);
    assert.equal(street?.candidates[0]?.latitude, city?.candidates[0]?.latitude);
    assert.ok((street?.confidence ?? 1) < (city?.confidence ?? 0));
  });

  const towns: [about: string, text: string, name: string, country: string | undefined][] = [
    ["a street in the town that the article is about", "Leeds is quiet.\n\nThe mayor of Leeds spoke.\n\nA shop in Zubrowka Street burned.", "Zubrowka Street", "GB"],
    ["no street where an article is about many towns", "Leeds and Lyon are quiet.\n\nA shop in Zubrowka Street burned.", "Zubrowka Street", undefined],
    ["a building in the area around which all the article's towns lie", "Leeds is quiet.\n\nBradford is quiet.\n\nThey met in Zubrowka Old Mill.", "Zubrowka Old Mill", "GB"],
    ["no building in the area where the text tells another", "Leeds is quiet.\n\nBradford is quiet.\n\nThey met in Zubrowka Old Mill, Germany.", "Zubrowka Old Mill", undefined],
    ["a village somewhere in its state", "She was born in Xqzzyton, Ohio.", "Xqzzyton", "US"],
    ["a village in its county", "The race is at Xqzzyton, Hampshire.", "Xqzzyton", "GB"],
    ["a village whose namesakes lie in other countries", "The race is at Knoxville, Hampshire.", "Knoxville", "GB"],
    ["a village whose namesakes are districts and towns elsewhere", "The race is at Rockingham, Northamptonshire.", "Rockingham", "GB"],
    ["a village that the sentence says the state of", "She was born in Xqzzyton, a small market town in Ohio.", "Xqzzyton", "US"],
    ["no village of the state that someone's work is in", "She was born in Xqzzyton, a rival of the mills in Ohio.", "Xqzzyton", undefined],
    ["where the text tells it later", "They live in Xqzzyton.\n\nThe race is at Xqzzyton, Hampshire.", "Xqzzyton", "GB"],
    ["a park that goes by its town's name", "Chennai is quiet.\n\nLyon is quiet.\n\nThey met in Chennai Zubrowka Park.", "Chennai Zubrowka Park", "IN"],
    ["a village with a namesake in another state", "Martha was born in Grantville, Pennsylvania, on Friday.", "Grantville", "US"],
    ["a village in a state's part", "She was born in Xqzzyton in southern Ohio.", "Xqzzyton", "US"],
    ["a park of a state", "Utah is quiet.\n\nLyon is quiet.\n\nThey met in Utah's Xqzzy Valley.", "Xqzzy Valley", "US"],
    ["no town in another country than the sentence says", "Leeds is quiet.\n\nBradford is quiet.\n\nShe was born near Leeds and moved to Xqzzyton in southern Italy.", "Xqzzyton", undefined],
    ["a building before a clause of another town", "Leeds is quiet, and they met at the Xqzzy Hall; Lyon is not.", "Xqzzy Hall", "GB"],
    ["a building beside a landmark", "The wedding is in St Zubrow’s Chapel at Windsor Castle.", "St Zubrow’s Chapel", "GB"],
    ["a village before its province and a noun", "He appeared in a Knoxville, Hampshire court.", "Knoxville", "GB"],
    ["islands far from the town that the article is about", "Leeds is quiet.\n\nBradford is quiet.\n\nThey met on the Zubrowka Islands.", "Zubrowka Islands", undefined],
    ["a quarter of a city whose namesakes are elsewhere", "A tower in North Kensington, west London, burned.", "North Kensington", "GB"],
    ["a coast that is no part of the town before it", "Floods hit Leeds. He left the Zubrowka Coast.", "Zubrowka Coast", undefined],
    ["no country for a village in a list", "He has been to Knoxville, Hampshire and Kent.", "Knoxville", "US"],
  ];
  for (const [about, text, name, country] of towns) {
    test(about, () => assert.equal(resolve(text).find(({ start, end }) => text.slice(start, end) === name)?.candidates[0]?.country, country));
  }

  test("takes all of a name for the village that the text tells once", () => {
    const text = "A house in Belgrade burned.\n\nBELGRADE, Minn. -- A woman died in Belgrade.";
    assert.deepEqual(new Set(resolve(text).filter(({ start, end }) => /belgrade/iu.test(text.slice(start, end))).map(({ candidates: [place] }) => place?.country)), new Set(["US"]));
  });

  test("puts a street where the body with a town's name is, if no town is named", () => {
    const text = "The Winnipeg Fire Service was busy. Crews were called to Zubrowka Avenue.";
    const article = readArticle({ text });
    const places = article.blocks.flatMap((block) => findPlaces(article, block, gazetteer));
    const start = text.indexOf("Winnipeg");
    const [winnipeg] = gazetteer.find("Winnipeg").map(({ place }) => place);
    assert.ok(winnipeg);
    const [street] = resolvePlaces(article, places, undefined, [{ start, end: start + 8, sense: "literal", candidates: [winnipeg], confidence: 0.5 }]);
    assert.equal(street?.candidates[0]?.latitude, winnipeg.latitude);
  });

  test("leaves the state behind a town to no name, though its stop ends the sentence", () => {
    const { annotations } = analyze({ text: "They marched in Selma, Ala. Ralph Abernathy followed." }, { gazetteer, generator: "test 1" });
    assert.deepEqual(annotations.filter(({ type }) => type === "person").map(({ text }) => text), ["Ralph Abernathy"]);
  });

  test("leaves what it does not know without candidates", () => {
    const [unknown] = resolve("She was born in Xqzzyville.\n\nThe train to Chennai was late.");
    assert.deepEqual(unknown?.candidates, []);
  });
});
