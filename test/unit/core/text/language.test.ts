import assert from "node:assert/strict";
import { analyze } from "../../../../src/core/analyze.js";
import { readArticle } from "../../../../src/core/text/readArticle.js";
import { openGazetteer } from "../places/openGazetteer.js";
import { statementsIn } from "../statementsIn.js";

const gazetteer = await openGazetteer();

const GERMAN = "Der Minister sagte am Dienstag in Bern, die Brücke sei nicht sicher. „Wir haben es geprüft“, sagte er. Die Stadt will den Verkehr auf der Brücke mit einem neuen Plan ordnen und das Geld von dem Land bekommen.";

suite("the language of an article", () => {
  const cases: [language: string, text: string][] = [
    ["de", GERMAN],
    ["fr", "Le ministre a dit mardi que le pont est dangereux. « Nous avons tout vu », a dit le maire. La ville et les habitants demandent une route pour les camions dans la vallée, et pas sur le pont du village."],
    ["es", "El ministro dijo el martes que el puente no es seguro para los camiones. La ciudad y los vecinos piden una carretera por el valle, y que se cierre el paso del puente con las primeras lluvias."],
    ["sv", "Ministern sade på tisdagen att bron inte är säker för tunga bilar. Staden och de boende vill ha en väg genom dalen, och de har bett om att bron stängs till våren."],
    ["pl", "Minister powiedział we wtorek, że most nie jest bezpieczny dla ciężarówek. Mieszkańcy chcą drogi przez dolinę, która będzie gotowa za rok, a także zamknięcia mostu na zimę."],
    ["tr", "Bakan salı günü köprünün kamyonlar için güvenli olmadığını söyledi. Kasaba ve halkı vadiden geçen bir yol istiyor ve bu yol için çok daha fazla para gerekiyor."],
    ["pcm", "Oga minister don tok say di bridge no dey safe for lorry. Pipo wey dey di town want anoda road, dem don beg make government close di bridge until e beta."],
    ["und", "Waziri alisema Jumanne kwamba daraja hilo si salama kwa malori makubwa. Mji na wakazi wake wanataka barabara mpya kupitia bonde, na wameomba daraja lifungwe wakati wa mvua ya kwanza mwaka huu."],
    ["und", "Министр заявил во вторник, что мост небезопасен для грузовиков. Жители хотят дорогу через долину."],
    ["el", "Ο υπουργός είπε την Τρίτη ότι η γέφυρα δεν είναι ασφαλής για φορτηγά."],
    ["ja", "大臣は火曜日、橋はトラックにとって安全ではないと述べた。住民は谷を通る道路を求めている。"],
    ["zh", "部长周二表示，这座桥对卡车不安全。居民们希望有一条穿过山谷的道路，并要求关闭大桥。"],
    ["en", "The minister, Мария Келлер, said on Tuesday that the bridge is not safe for trucks."],
    ["en", "Ida Brandt, Tom Lund, Ann Doe, Paul Hale"],
    ["en", "The minister said on Tuesday that the bridge is not safe for trucks. The town and its people want a road through the valley, and they have asked for the bridge to be closed with the first rain."],
    ["en", "THE MINISTER SAID ON TUESDAY THAT THE BRIDGE IS NOT SAFE FOR TRUCKS. THE TOWN AND ITS PEOPLE WANT A ROAD THROUGH THE VALLEY."],
    ["en", "“Der Ring des Nibelungen” is sung at the opera in Bern on Tuesday, and “Les Contes d’Hoffmann” and “El amor brujo” are to follow in the spring, the director said."],
    ["en", "As Lind put it: “No port, no town.” As the mayor likes to say, “no port, no town”. No port, no town, as Lind sees it."],
    ["en", "Der Minister."],
    ["en", ""],
  ];
  for (const [language, text] of cases) test(`${language}: ${text.slice(0, 40)}`, () => assert.equal(readArticle({ text }).language, language));

  test("an article in which another language is quoted is told", () => {
    assert.equal(statementsIn(`The minister said that the bridge is not safe. “It was never safe,” she told the people of the town.\n\n${GERMAN}`).length >= 2, true);
  });

  test("what the caller says counts", () => assert.equal(readArticle({ text: GERMAN, language: "nl" }).language, "nl"));

  test("a capital alone makes no name in another language; whole names and places are found", () => {
    const text = "« Nous avons tout vu », a dit Claire Dubois à Paris. « Les habitants demandent une route pour les camions dans la vallée, et pas sur le pont du village », a ajouté le ministre.";
    const { annotations } = analyze({ text }, { gazetteer, generator: "test 1" });
    assert.deepEqual(annotations.map((annotation) => `${annotation.type} ${annotation.text}`), ["person Claire Dubois", "place Paris"]);
  });

  test("two capitals make no name where every noun has one", () => {
    const text = "Neue Brücke in Köln\n\n„Wir bauen die Brücke bis Mai“, sagte Bürgermeisterin Greta Kolb am Dienstag in Köln. Der Plan sei gut, sagte Anna Weller, und die Kosten von zwanzig Millionen Euro sind nicht zu hoch. Viele Anwohner sind gegen den Bau, weil er ihnen zu laut ist.";
    const { annotations } = analyze({ text }, { gazetteer, generator: "test 1" });
    assert.deepEqual(annotations.map((annotation) => `${annotation.type} ${annotation.text}`), ["place Köln", "place Köln", "person Anna Weller"]);
  });

  test("in another language nothing is told", () => {
    assert.equal(statementsIn("Mara Lindt said: “The bridge is safe for all of us.”").length, 1);
    assert.deepEqual(statementsIn(`${GERMAN} Mara Lindt said: “Die Brücke ist nicht sicher und wird mit dem Plan auch nicht sicher.”`), []);
  });
});
