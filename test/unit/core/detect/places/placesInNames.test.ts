import assert from "node:assert/strict";
import type { NameMention } from "../../../../../src/core/detect/findings.js";
import { placesInNames } from "../../../../../src/core/detect/places/placesInNames.js";
import type { Gazetteer } from "../../../../../src/core/places/gazetteer.js";
import { readArticle } from "../../../../../src/core/text/readArticle.js";
import { openGazetteer } from "../../places/openGazetteer.js";

suite("places in the names of organizations", () => {
  let gazetteer: Gazetteer;
  suiteSetup(async () => {
    gazetteer = await openGazetteer();
  });

  /** Places in a name that is the whole text. */
  function placesIn(text: string, type: NameMention["type"] = "organization"): string[] {
    return placesInNames(readArticle({ text }), [{ start: 0, end: text.length, type, roles: [], confidence: 0.9 }], gazetteer).map(({ start, end }) => text.slice(start, end));
  }

  const cases: [string, string[]][] = [
    ["Georgia Department of Transportation", ["Georgia"]],
    ["University of Leeds", ["Leeds"]],
    ["Harris County Sheriff", ["Harris County"]],
    ["Edgar County Community Foundation", ["Edgar County"]],
    // a county of its own, which is not Essex
    ["New Essex County Court", []],
    // told of anywhere
    ["Boston Globe", []],
    ["Chicago Bulls", []],
    ["Bank of England", []],
    ["Department of Transportation", []],
    ["Reading Council", []],
  ];
  test("none where the place is told behind the name", () => {
    const text = "Somerville College, Oxford";
    assert.deepEqual(placesInNames(readArticle({ text }), [{ start: 0, end: 18, type: "organization", roles: [], confidence: 0.9 }], gazetteer), []);
  });
  for (const [name, places] of cases) test(name, () => assert.deepEqual(placesIn(name), places));
  test("none in a person's name", () => assert.deepEqual(placesIn("Jack London Council", "person"), []));
});
