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
    ["en", "The minister said on Tuesday that the bridge is not safe for trucks. The town and its people want a road through the valley, and they have asked for the bridge to be closed with the first rain."],
    ["en", "THE MINISTER SAID ON TUESDAY THAT THE BRIDGE IS NOT SAFE FOR TRUCKS. THE TOWN AND ITS PEOPLE WANT A ROAD THROUGH THE VALLEY."],
    ["en", "“Der Ring des Nibelungen” is sung at the opera in Bern on Tuesday, and “Les Contes d’Hoffmann” and “El amor brujo” are to follow in the spring, the director said."],
    ["en", "Der Minister."],
    ["en", ""],
  ];
  for (const [language, text] of cases) test(`${language}: ${text.slice(0, 40)}`, () => assert.equal(readArticle({ text }).language, language));

  test("what the caller says counts", () => assert.equal(readArticle({ text: GERMAN, language: "nl" }).language, "nl"));

  test("a capital alone makes no name in another language; whole names and places are found", () => {
    const text = "« Nous avons tout vu », a dit Claire Dubois à Paris. « Les habitants demandent une route pour les camions dans la vallée, et pas sur le pont du village », a ajouté le ministre.";
    const { annotations } = analyze({ text }, { gazetteer, generator: "test 1" });
    assert.deepEqual(annotations.map((annotation) => `${annotation.type} ${annotation.text}`), ["person Claire Dubois", "place Paris"]);
  });

  test("in another language nothing is told", () => {
    assert.equal(statementsIn("Mara Lindt said: “The bridge is safe for all of us.”").length, 1);
    assert.deepEqual(statementsIn(`${GERMAN} Mara Lindt said: “Die Brücke ist nicht sicher und wird mit dem Plan auch nicht sicher.”`), []);
  });
});
