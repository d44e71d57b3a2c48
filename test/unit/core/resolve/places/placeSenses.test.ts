import assert from "node:assert/strict";
import * as fc from "fast-check";
import { analyze } from "../../../../../src/core/analyze.js";
import type { PlaceMention } from "../../../../../src/core/detect/findings.js";
import type { Gazetteer } from "../../../../../src/core/places/gazetteer.js";
import { settleSenses } from "../../../../../src/core/resolve/places/placeSenses.js";
import { readArticle } from "../../../../../src/core/text/readArticle.js";
import { openGazetteer } from "../../places/openGazetteer.js";

suite("whether a place is meant or who acts for it", () => {
  let gazetteer: Gazetteer;
  suiteSetup(async () => {
    gazetteer = await openGazetteer();
  });

  function senses(text: string): string[] {
    return analyze({ text }, { gazetteer, generator: "test" })
      .annotations.filter(({ type }) => type === "place")
      .map((place) => `${place.text} ${place.sense ?? ""}`);
  }

  const cases: [about: string, text: string, ...expected: string[]][] = [
    ["where something happens", "It rained in Germany and near Berlin.", "Germany literal", "Berlin literal"],
    ["where someone comes from and goes to", "She flew from Norway to Peru.", "Norway literal", "Peru literal"],
    ["who speaks", "Germany said that the pipeline would be finished.", "Germany associative"],
    ["who decides", "Norway has also agreed to send two frigates.", "Norway associative"],
    ["who will decide", "Norway will not ratify the treaty.", "Norway associative"],
    ["who is asked to decide", "How can Norway respond?", "Norway associative"],
    ["who is accused", "Norway was accused of overfishing.", "Norway associative"],
    ["who is urged", "Ministers urged Norway to stay.", "Norway associative"],
    ["a team, by its plural", "Liverpool were held by Fulham.", "Liverpool associative", "Fulham associative"],
    ["a team, by its score", "The fans saw a 2-0 win over Norwich.", "Norwich associative"],
    ["a team that travels", "On Monday Norway travel to Peru.", "Norway associative", "Peru literal"],
    ["two towns in the plural", "Oslo and Lima were hot.", "Oslo literal", "Lima literal"],
    ["what is there in the plural", "Roads in Norwich were shut.", "Norwich literal"],
    ["who is at a university", "Researchers at Oxford and Cambridge agreed.", "Oxford associative", "Cambridge associative"],
    ["what only lies there", "Norway has long fjords.", "Norway literal"],
    ["who is spoken with", "Talks with Norway broke down in Oslo.", "Norway associative", "Oslo literal"],
    ["who is related to someone", "Relations between the bloc and Norway are cold.", "Norway associative"],
    ["who is punished", "New sanctions on Peru were announced.", "Peru associative"],
    ["who did it", "The law was passed after a request by Peru.", "Peru associative"],
    ["who plays", "Germany beat Peru on Friday.", "Germany associative", "Peru associative"],
    ["whose office it is", "Toronto police closed a Toronto school.", "Toronto associative", "Toronto literal"],
    ["whose policy it is", "The minister defended Norway's foreign policy.", "Norway associative"],
    ["whose coast it is", "The ship sank off Norway's coast.", "Norway literal"],
    ["whose government it is", "She met the prime minister of Norway.", "Norway associative"],
    ["which town it is", "She met people in the town of Springfield.", "Springfield literal"],
    ["who backs them and where they sit", "The Iran-backed militia fights a Paris-based company.", "Iran associative", "Paris literal"],
    ["what happened there", "The Paris attacks shocked them.", "Paris literal"],
    ["several who act together", "On Monday Norway, Peru and Chile signed the treaty.", "Norway associative", "Peru associative", "Chile associative"],
    ["several where it happens", "It rained in Norway, Peru and Chile.", "Norway literal", "Peru literal", "Chile literal"],
    ["people of a place, as ever", "Norwegian ships left.", "Norwegian demonym"],
    ["a name that always stands for a government", "The Kremlin denied it.", "Kremlin associative"],
    ["a part of a country where someone speaks", "Rebels in northern Mali said nothing.", "Mali literal"],
  ];
  for (const [about, text, ...expected] of cases) test(about, () => assert.deepEqual(senses(text), expected));

  test("more places in a row than a call has room for arguments", () => {
    const text = "Oslo,".repeat(130_000);
    const places = Array.from({ length: 130_000 }, (_, index): PlaceMention => ({ start: index * 5, end: index * 5 + 4, sense: "literal", candidates: [], confidence: 1 }));
    assert.equal(settleSenses(readArticle({ text }), places, [], []).length, places.length);
  });

  test("nothing but the sense depends on it, whatever the words around", () => {
    const words = fc.constantFrom("Norway", "Peru", "and", ",", "the", "of", "with", "said", "has", "not", "will", "'s", "-", "backed", "police", "talks", ".", "in", "between");
    fc.assert(
      fc.property(fc.array(words, { maxLength: 30 }), (list) => {
        const text = list.join(" ");
        const places = analyze({ text }, { gazetteer, generator: "test" }).annotations.filter(({ type }) => type === "place");
        assert.ok(places.every(({ sense }) => sense === "literal" || sense === "associative"));
      }),
      { numRuns: 200 },
    );
  });
});
