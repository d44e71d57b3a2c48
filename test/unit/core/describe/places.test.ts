import assert from "node:assert/strict";
import { describeCoordinates, describePlace } from "../../../../src/core/describe/places.js";
import { englishWording } from "../../../../src/core/describe/translate.js";
import type { Entity } from "../../../../src/core/document/annotationDocument.js";

suite("places in words", () => {
  const cases: [Pick<Entity, "name" | "kind" | "country" | "division">, string][] = [
    [{ name: "Springfield", kind: "city", country: "US", division: "Missouri" }, "city in Missouri, United States"],
    [{ name: "Missouri", kind: "division", country: "US" }, "state in the United States"],
    [{ name: "Ontario", kind: "division", country: "CA" }, "province in Canada"],
    [{ name: "Wales", kind: "division", country: "GB" }, "region in the United Kingdom"],
    [{ name: "Cass County", kind: "division", country: "US", division: "Missouri" }, "county in Missouri, United States"],
    [{ name: "Kent", kind: "division", country: "GB", division: "England" }, "county or district in England, United Kingdom"],
    [{ name: "District of Columbia", kind: "division", country: "US" }, "district in the United States"],
    [{ name: "Overmere", kind: "division" }, "region"],
    [{ name: "Oslo", kind: "city", country: "NO", division: "Oslo" }, "city in Norway"],
    [{ name: "Manila", kind: "city", country: "PH" }, "city in the Philippines"],
    [{ name: "Bangui", kind: "city", country: "CF" }, "city in the Central African Republic"],
    [{ name: "Honiara", kind: "city", country: "SB" }, "city in the Solomon Islands"],
    [{ name: "Prague", kind: "city", country: "CZ" }, "city in Czechia"],
    [{ name: "Netherlands", kind: "country", country: "NL" }, "country"],
    [{ name: "Siberia", kind: "region", country: "RU" }, "region of Russia"],
    [{ name: "Portwell" }, "place"],
    [{ name: "Portwell", kind: "city", country: "not a code" }, "city in not a code"],
  ];
  for (const [place, words] of cases) test(`${place.name} is a ${words}`, () => assert.equal(describePlace(place, englishWording), words));

  const coordinates: [number, number, string, string][] = [
    [56.946, 24.10589, "56.95 N, 24.11 E", "56,95 N, 24,11 E"],
    [-33.9, -18.4, "33.90 S, 18.40 W", "33,90 S, 18,40 W"],
  ];
  for (const [latitude, longitude, inEnglish, inGerman] of coordinates) {
    test(`coordinates: ${inEnglish}`, () => {
      assert.equal(describeCoordinates({ latitude, longitude }, englishWording), inEnglish);
      assert.equal(describeCoordinates({ latitude, longitude }, { ...englishWording, locale: "de" }), inGerman);
    });
  }

  test("the article is left out where another language is spoken", () => {
    assert.match(describePlace({ name: "Manila", kind: "city", country: "PH" }, { ...englishWording, locale: "de" }), /^city in Philippinen$/u);
  });
});
