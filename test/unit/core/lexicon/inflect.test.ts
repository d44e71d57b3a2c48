import assert from "node:assert/strict";
import { cueForms } from "../../../../src/core/lexicon/cues.js";
import { inflect } from "../../../../src/core/lexicon/inflect.js";

suite("inflect", () => {
  const regular: [string, string[]][] = [
    ["claim", ["claim", "claims", "claimed", "claiming"]],
    ["declare", ["declare", "declares", "declared", "declaring"]],
    ["deny", ["deny", "denies", "denied", "denying"]],
    ["stress", ["stress", "stresses", "stressed", "stressing"]],
    ["admit", ["admit", "admits", "admitted", "admitting"]],
    ["quip", ["quip", "quips", "quipped", "quipping"]],
    ["offer", ["offer", "offers", "offered", "offering"]],
    ["complain", ["complain", "complains", "complained", "complaining"]],
    ["agree", ["agree", "agrees", "agreed", "agreeing"]],
    ["portray", ["portray", "portrays", "portrayed", "portraying"]],
    ["view", ["view", "views", "viewed", "viewing"]],
  ];
  for (const [verb, forms] of regular) test(verb, () => assert.deepEqual([...inflect(verb).keys()], forms));

  test("irregular forms, past and participle apart", () => assert.deepEqual([...inflect("write", ["wrote", "written"]).keys()], ["write", "writes", "wrote", "written", "writing"]));

  test("one written form may be several", () => assert.deepEqual([...(inflect("read", ["read"]).get("read") ?? [])], ["base", "past", "participle"]));
});

suite("cue verbs", () => {
  test("a particle comes before the plain verb", () => assert.deepEqual(cueForms.get("called")?.map(({ cue }) => cue.particle), ["out", "on", "for", undefined]));

  test("words that only look like cues are none", () => {
    for (const word of ["sayed", "writed", "bridge", "mayor", ""]) assert.equal(cueForms.get(word), undefined, word);
  });
});
