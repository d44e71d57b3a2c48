import assert from "node:assert/strict";
import * as fc from "fast-check";
import { findPlaces } from "../../../../src/core/detect/places.js";
import type { PlaceMention } from "../../../../src/core/detect/findings.js";
import type { Gazetteer } from "../../../../src/core/places/gazetteer.js";
import { readArticle } from "../../../../src/core/text/readArticle.js";
import { openGazetteer } from "../places/openGazetteer.js";

suite("places in a text", () => {
  let gazetteer: Gazetteer;
  suiteSetup(async () => {
    gazetteer = await openGazetteer();
  });

  function find(text: string): PlaceMention[] {
    const article = readArticle({ text });
    return article.blocks.flatMap((block) => findPlaces(article, block, gazetteer));
  }
  /** The words of what is likelier a place than not. */
  function sure(text: string): string[] {
    return find(text)
      .filter(({ confidence }) => confidence >= 0.5)
      .map(({ start, end }) => text.slice(start, end));
  }

  const found: [text: string, places: string[]][] = [
    ["A Russia-China pact was signed.", ["Russia", "China"]],
    ["Ministers from India, Nepal and Bhutan met in New Delhi.", ["India", "Nepal", "Bhutan", "New Delhi"]],
    // teams that go by a place
    ["Chelsea travel to Leeds on Monday.", ["Chelsea", "Leeds"]],
    ["Last year Kerry beat Clare 2-14 to 1-12.", ["Kerry", "Clare"]],
    ["It was a 3-1 win over Chelsea.", ["Chelsea"]],
    ["The Derby goalkeeper left.", ["Derby"]],
    ["Then Carlton lost.", []],
    ["If Clare were here, Kerry would stay.", []],
    // counties of Ireland
    ["Ann Bell, of Kells, Co Cavan, met a man from Co. Mayo in Co Down.", ["Kells", "Co Cavan", "Co. Mayo", "Co Down"]],
    ["He founded Bell & Co Dublin.", []],
    // those of several that a number tells
    ["They met in Purok 5, in Tunwick Zone 4 and on Brandt Street 82.", ["Purok 5", "Tunwick Zone 4", "Brandt Street 82"]],
    ["On Brandt Street 12 houses burned.", ["Brandt Street"]],
    ["Speaking at Carrowbeg on Tuesday, she agreed.", ["Carrowbeg"]],
    ["In 14 counties, including Carteret and Craven, it rained.", ["Carteret"]],
    // of a station's name, which the names take along
    ["She told CBS Detroit so.", ["Detroit"]],
    // divisions by their letters
    ["It rained in N.S.W., in Perth, W.A., and in B.C. on Monday.", ["N.S.W.", "Perth", "W.A.", "B.C."]],
    ["Then B.C. Premier Ann Bell left.", ["B.C."]],
    ["It was built in 300 B.C. or later.", []],
    ["Roads in eThekwini were shut.", ["eThekwini"]],
    ["The Deputy Commissioner of Police left.", []],
    ["It was published on Monday in Orchard Botany.", []],
    // who sits for a place, and who has a place for a see
    ["The Kerry TD Ann Bell left, as did Clare MEP Paul Denning.", ["Kerry", "Clare"]],
    ["He was Member of Parliament for Marlowby then.", ["Marlowby"]],
    ["Marlowby Vale MP Ann Bell left, as did Hexham MP Paul Denning.", ["Marlowby Vale", "Hexham"]],
    ["The Labour MP Ann Bell met Sinn Féin MP Pat Kerr.", []],
    ["He won in Dublin Bay South and lost in Leeds North West.", ["Dublin Bay South", "Leeds North West"]],
    ["The report was published in Orchard Botany then.", []],
    ["They met at St Joseph's Catholic Primary School in Hull.", ["Hull"]],
    ["They swam in Tunwick's Pond in May.", ["Tunwick's Pond"]],
    ["Cars stood on U.S. 212 for hours. In the U.S. 24 people fell ill.", ["U.S."]],
    ["He was MP for Hexham then.", ["Hexham"]],
    ["Later the Archbishop of Carrowby left.", ["Carrowby"]],
    ["Later the Editor-in-Chief of Neurona left.", []],
    ["Later the Chief of Staff left.", []],
    ["A nurse from Wandora in Kerala left.", ["Wandora", "Kerala"]],
    // words of other languages for a village or a house
    ["Floods hit Kampung Haji Denning, Taman Sri Hale and Bukit Orang in May.", ["Kampung Haji Denning", "Taman Sri Hale", "Bukit Orang"]],
    ["Kampung Denning was flooded.", ["Kampung Denning"]],
    ["The Kampung Denning Youth Club won.", []],
    ["They met at Brindle Bhaban in May.", ["Brindle Bhaban"]],
    // a corner
    ["They met at Regent and King Streets, and on 5th and Oak Avenues.", ["Regent and King Streets", "5th and Oak Avenues"]],
    ["American Indians met on an Indian reservation with Indians of Delhi.", ["American", "Indians", "Delhi"]],
    ["The Oba left, as did Oba Denning II and the Oba of Tunwick.", ["Tunwick"]],
    ["St. Mary's pupils left.", []],
    // a list that its noun tells of
    ["Rice went to villages including Tunwickam, Haldenai and Brindlery, and to districts such as Marlowat.", ["Tunwickam", "Haldenai", "Brindlery", "Marlowat"]],
    ["Her sons, including Tunwickam and Haldenai, left.", []],
    // what only ground is
    ["A man of the Rose Denning area died at the Vandro Keane mine.", ["Rose Denning", "Vandro Keane"]],
    ["It was a matter of the Heavy Goods area.", []],
    ["Shops in Sarojini Nagar and Anand Vihar shut.", ["Sarojini Nagar", "Anand Vihar"]],
    ["Then DC Martin Shaw left.", []],
    ["Union Minister Pral Joshan left, as did Union Road Transport Secretary Ola Hale.", []],
    ["A shop in Union, New Jersey, closed.", ["Union", "New Jersey"]],
    ["They moved from DC to Boston.", ["DC", "Boston"]],
    ["It cost US $5 million.", []],
    ["She lives in Reading, England.", ["Reading", "England"]],
    ["It was the feast of St. Joseph.", []],
    ["Her granddaughter Poppy Lane, six, left.", []],
    ["Wales are going home.", ["Wales"]],
    ["Bells rang at St. Peter's Basilica.", ["St. Peter's Basilica"]],
    ["In March Victoria's emergency management commissioner left.", ["Victoria"]],
    ["In March Victoria's sister left.", []],
    ["Talks began in Sunderland, home to the carmaker.", ["Sunderland"]],
    ["He was taken from the Girls Secondary School, Jangebe, on Friday.", ["Jangebe"]],
    ["She studied at Halden College, Keane said.", []],
    ["He and Mason Mount, 22, scored.", []],
    ["He sleeps in a Lagos hotel.", ["Lagos"]],
    ["He was freed from Lowell Correctional in May.", ["Lowell Correctional"]],
    ["They moved to Paris, Texas, last year.", ["Paris", "Texas"]],
    ["A shop in Bowling Green, Ky., burned down.", ["Bowling Green", "Ky."]],
    ["A Nashua N.H. shop burned down.", ["Nashua", "N.H."]],
    ["NAIROBI, Kenya (AP) - Rain fell.", ["NAIROBI", "Kenya"]],
    ["Kenya's capital is quiet.", ["Kenya"]],
    ["The Kremlin denied it.", ["Kremlin"]],
    ["Troops left the West Bank and the Middle East.", ["West Bank", "Middle East"]],
    ["German and Polish ministers met the Danes.", ["German", "Polish", "Danes"]],
    ["Iowa Governor Jane Poe spoke.", ["Iowa"]],
    ["The road to Kisumu County runs along Lake Natron.", ["Kisumu County", "Lake Natron"]],
    ["He was born in Visbek, Germany.", ["Visbek", "Germany"]],
    ["Riots in South Philadelphia ended.", ["South Philadelphia"]],
    ["It was a quiet night. DALLAS (AP) - Rain fell.", ["DALLAS"]],
    ["The troops moved into Maiduguri Borno State.", ["Maiduguri", "Borno State"]],
    ["Floods hit sub-Saharan Africa.", ["sub-Saharan Africa"]],
    ["They met at the Harlow Theatre on Friday.", ["Harlow Theatre"]],
    ["The show was held at Lowry Concert Hall.", ["Lowry Concert Hall"]],
    ["Crowds gathered in St. Anne's Cathedral.", ["St. Anne's Cathedral"]],
    ["A Leeds-based team won.", ["Leeds"]],
    ["They came from Bari, and Florence Hollis, 78, died.", ["Bari"]],
    // what a place is may be written small
    ["Boats on the Hudson river and ships in the Red sea were stopped.", ["Hudson river", "Red sea"]],
    ["They walked across the Sahara desert.", ["Sahara"]],
    ["They arrested a Rochester man.", ["Rochester"]],
    ["Work on US-24 cost US$5m, half of the US budget.", ["US"]],
    ["He lives in the village of London Xqzzy with his dog.", ["London Xqzzy"]],
    ["how do i get to los angeles from canada", ["los angeles", "canada"]],
    ["does anyone know vietnam well", ["vietnam"]],
    ["LONDON The prince has spoken.", ["LONDON"]],
    ["Marion County Coroner Ann Bell spoke.", ["Marion County"]],
    // the sentence's stop is the abbreviation's, too
    ["They moved to Friedensburg, Pa. There they live.", ["Friedensburg", "Pa."]],
    ["He was born in Reno, Nev.", ["Reno", "Nev."]],
    ["He met Ann Brown, Miss. Smith and Paul.", []],
    ["He came to the U.S from Canada.", ["U.S", "Canada"]],
    ["Police in Leeds and Reading searched.", ["Leeds", "Reading"]],
    ["They drove from Savannah to Macon.", ["Savannah", "Macon"]],
    ["We met Donald Humason, R-Westfield, there.", ["Westfield"]],
    ["We met Terry Keane of McLean there.", ["McLean"]],
    ["We met Terry Keane, 34, of Dayton, there.", ["Dayton"]],
    ["The Duke of Nice Words spoke, and Terry Keane of course.", []],
    ["Police in Nixa and Ozark searched.", ["Nixa", "Ozark"]],
    ["The member for Brindlow spoke.", ["Brindlow"]],
    ["A committee member for Brindlow spoke.", []],
    ["SÃO PAULO (AP) - Rain fell.", ["SÃO PAULO"]],
    ["Paris, 23, is a singer.", []],
    ["We met Mike Keane, R-La., and Mitch Bloch (R-Ky.) there.", ["La.", "Ky."]],
    ["DOHA, Nov 2 (QNA) - The Amir of Qatar left.", ["DOHA", "Qatar"]],
    ["Then Israel Adesanya won, and Israel said so.", ["Israel"]],
    ["The Egyptian minister met Israel Prime Minister Ann Bell.", ["Egyptian", "Israel"]],
    ["Rain fell in Kasserine governorate.", ["Kasserine"]],
    ["They beat Ohio State in May.", []],
    ["The Prince of Wales met the Duke of York.", []],
    ["The ship struck the Francis Scott Key Bridge early.", ["Francis Scott Key Bridge"]],
  ];
  for (const [text, places] of found) {
    test(text, () => assert.deepEqual(sure(text), places));
  }

  test("a street is a place of its own, not the city that it is called after", () => {
    const text = "He lives at 12 London Street.";
    assert.deepEqual(sure(text), ["London Street"]);
    assert.deepEqual(find(text)[0]?.candidates, []);
  });

  const none = [
    "Reading is good for you.",
    "He was shot outside a Lagos on the hill.",
    "Nice work, he said.",
    "Most of us stayed.",
    "Michael Jordan scored again.",
    "Mr. Lincoln left.",
    "The Harlow Theatre sued the council.",
    "The judges praised Eva's Village People costume.",
    "WOW The prince has spoken.",
    "i like reading in the bath and a nice turkey",
    "my friend chelsea likes it",
    "Ann and Bob have a stall in canada.",
    "He trusts in Providence alone.",
    "She served in Modi's cabinet.",
    "They met in NATO.",
    "The County was asked.",
    "The Supreme Court sat in March.",
    "Oxford University published it.",
    "Turn left at the mobile phone shop.",
    "it was us who went to turkey dinners",
    "The Centre told the court so.",
    "Write to Ola@London.example or call.",
    "Or. In. Me. Hi.",
  ];
  for (const text of none) {
    test(`no place: ${text}`, () => assert.deepEqual(sure(text), []));
  }

  const senses: [text: string, senses: string[]][] = [
    ["Moscow said it would wait.", ["associative"]],
    ["He flew to Moscow.", ["literal"]],
    ["The White House declined.", ["associative"]],
    ["Two Indians and a Russian flew.", ["demonym", "demonym"]],
  ];
  for (const [text, expected] of senses) {
    test(`sense: ${text}`, () => assert.deepEqual(find(text).map(({ sense }) => sense), expected));
  }

  test("puts what a container names first", () => {
    const [paris] = find("They moved to Paris, Texas.");
    assert.deepEqual([paris?.candidates[0]?.country, paris?.candidates[0]?.division], ["US", "TX"]);
  });

  const abroad: [text: string, countries: (string | undefined)[]][] = [
    ["A shop in Winnipeg, Malta, burned down.", [undefined, "MT"]],
    ["A shop in Winnipeg, Malta.", [undefined, "MT"]],
    ["Shops in Winnipeg, Malta, and Cyprus burned down.", ["CA", "MT", "CY"]],
  ];
  for (const [text, countries] of abroad) {
    test(`a town that the gazetteer lacks in a country: ${text}`, () => assert.deepEqual(find(text).map(({ candidates }) => candidates[0]?.country), countries));
  }

  test("bears a sentence as long as a book", () => {
    assert.equal(find("Paris ".repeat(20_000)).every(({ start, end }) => end - start === 5), true);
    assert.ok(find("Portroe Street, ".repeat(20_000)).length > 10_000);
  });

  test("gives ordered ranges within the text, whatever it is", () => {
    const words = fc.constantFrom("Paris", ",", "Texas", "NEW DELHI", "(", "in", "U.S.", "’s", "\n\n", "-", "Côte d'Ivoire", "🙂", "said", ".", "Ill.", "Russian");
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: "binary" }), fc.array(words).map((parts) => parts.join(" "))), (text) => {
        let last = 0;
        for (const { start, end } of find(text)) {
          assert.ok(last <= start && start < end && end <= text.length);
          last = end;
        }
      }),
    );
  });
});
