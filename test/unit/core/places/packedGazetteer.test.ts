import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import * as fc from "fast-check";
import { loadGazetteer, type PackedGazetteer } from "../../../../src/core/places/packedGazetteer.js";
import { openGazetteer } from "./openGazetteer.js";

suite("gazetteer", () => {
  let gazetteer: PackedGazetteer;
  suiteSetup(async () => {
    gazetteer = await openGazetteer();
  });

  test("is made from the reviewed lists as they are now", () => {
    const hash = createHash("sha256");
    for (const list of ["countries", "regions", "governments", "placeNames"]) hash.update(readFileSync(`lexicon/gazetteer/${list}.txt`));
    assert.equal(gazetteer.listsHash, hash.digest("hex"), "run scripts/gazetteer/build.py, see lexicon/gazetteer.md");
  });

  test("holds every name of the reviewed lists", () => {
    for (const list of ["regions", "governments"]) {
      for (const line of readFileSync(`lexicon/gazetteer/${list}.txt`, "utf8").split("\n")) {
        const [name = ""] = line.split("|");
        if (name === "" || name.startsWith("#")) continue;
        assert.ok(gazetteer.find(name.trim().replace(/^the /u, "")).length > 0, name);
      }
    }
  });

  const likeliest: [words: string, name: string, as: string, country: string | undefined][] = [
    ["Russia", "Russia", "name", "RU"],
    ["U.S.", "United States", "name", "US"],
    ["Britain", "United Kingdom", "name", "GB"],
    ["New Delhi", "New Delhi", "name", "IN"],
    ["NEW DELHI", "New Delhi", "name", "IN"],
    ["Bombay", "Mumbai", "name", "IN"],
    ["Hull", "Kingston upon Hull", "name", "GB"],
    ["Sao Paulo", "São Paulo", "name", "BR"],
    ["Paris", "Paris", "name", "FR"],
    ["Washington", "Washington", "name", "US"],
    ["California", "California", "name", "US"],
    ["Calif.", "California", "abbreviation", "US"],
    ["Georgians", "Georgia", "demonym", "GE"],
    ["Russian", "Russia", "demonym", "RU"],
    ["Middle East", "Middle East", "name", undefined],
    ["Kremlin", "Kremlin", "associative", "RU"],
    ["Martha’s Vineyard", "Martha's Vineyard", "name", "US"],
  ];
  for (const [words, name, as, country] of likeliest) {
    test(`${words} is ${name}`, () => {
      const [best] = gazetteer.find(words);
      assert.deepEqual([best?.place.name, best?.as, best?.place.country], [name, as, country]);
    });
  }

  for (const words of ["", "russia", "reading", "us", "Lavrov", "New", "Russia China", "Russi", "Tuesday"]) {
    test(`"${words}" names no place`, () => assert.deepEqual(gazetteer.find(words), []));
  }

  test("tells what else a name may be", () => {
    assert.ok(gazetteer.find("Reading")[0]?.otherUses.includes("word"));
    assert.ok(gazetteer.find("Charlotte")[0]?.otherUses.includes("given name"));
    assert.deepEqual(gazetteer.find("Chennai")[0]?.otherUses, []);
  });

  test("gives the same place object each time, with its point", () => {
    const place = gazetteer.find("Chennai")[0]?.place;
    assert.equal(gazetteer.find("Madras")[0]?.place, place);
    assert.ok(Math.abs((place?.latitude ?? 0) - 13.09) < 0.02 && Math.abs((place?.longitude ?? 0) - 80.28) < 0.02);
    assert.equal(place?.geoname, 1264527);
  });

  test("tells the division that a place lies in by its name, and none of the division itself", () => {
    const cases: [string, string | undefined][] = [["Springfield", "Missouri"], ["Greene County", "Missouri"], ["Missouri", undefined], ["Munich", "Bavaria"], ["India", undefined]];
    for (const [words, division] of cases) assert.ok(gazetteer.find(words).some(({ place }) => place.divisionName === division), words);
    assert.deepEqual(gazetteer.find("Springfield").slice(0, 3).map(({ place }) => place.divisionName), ["Missouri", "Massachusetts", "Illinois"]);
  });

  test("tells how far a name may reach from its first token", () => {
    for (const name of ["New Delhi", "Port-au-Prince", "St. Louis", "U.S. Virgin Islands"]) {
      const [first = ""] = /^[^\s-]+/u.exec(name) ?? [];
      assert.ok(gazetteer.longest(first) >= name.length, name);
      assert.ok(gazetteer.longest(first.toUpperCase()) >= name.length, name);
    }
  });

  test("tells how far the name of a well-known place may reach", () => {
    for (const name of ["los angeles", "new zealand", "ukraine", "port-au-prince"]) {
      const [first = ""] = /^[^\s-]+/u.exec(name) ?? [];
      assert.ok(gazetteer.longest(first, true) >= name.length, name);
      assert.ok(gazetteer.longest(first, true) <= gazetteer.longest(first), name);
    }
    assert.equal(gazetteer.longest("and", true), 0);
  });

  test("fails on no string", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (words) => {
        for (const { place } of gazetteer.find(words)) assert.ok(place.name.length > 0);
        assert.ok(gazetteer.longest(words) >= 0);
      }),
    );
  });

  test("rejects what is no gazetteer", async () => {
    await assert.rejects(loadGazetteer(new Uint8Array([1, 2, 3])));
  });
});
