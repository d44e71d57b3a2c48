import assert from "node:assert/strict";
import { FindingIds } from "../../../../src/core/document/ids.js";

suite("ids of findings", () => {
  test("are the same for the same findings, whoever reads them: they stand in sidecars", () => {
    const ids = new FindingIds();
    assert.equal(ids.next("quote", "“The bridge is safe,”"), "quote-h48mu2rmtk");
    assert.equal(ids.next("quote", "“The bridge is safe,”"), "quote-haede93mma");
    assert.equal(ids.next("date", ""), "date-6ufdwzdkk2");
  });

  const names: [string, string][] = [
    ["Ann Keller", "person-ann-keller"],
    ["José Ñandú-Hale", "person-jose-nandu-hale"],
    ["“K.” O’Brien", "person-k-o-brien"],
    ["李文静", "person-李文静"],
  ];
  for (const [name, id] of names) test(name, () => assert.equal(new FindingIds().nextNamed("person", name), id));

  test("two entities of one name have two", () => {
    const ids = new FindingIds();
    assert.deepEqual([ids.nextNamed("place", "Oban"), ids.nextNamed("place", "Oban")], ["place-oban", "place-oban-2"]);
  });
});
