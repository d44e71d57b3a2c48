import assert from "node:assert/strict";
import * as fc from "fast-check";
import { AppError } from "../../../../src/core/common/errors.js";
import { analyze, type AnnotationDocument } from "../../../../src/core/index.js";
import { plainKernel } from "../../../../src/core/tagger/kernel/plainKernel.js";
import { loadTagger, type TaggedStatement, type Tagger } from "../../../../src/core/tagger/tagger.js";
import { openGazetteer } from "../places/openGazetteer.js";
import { packFile, randomWeights } from "./packWeights.js";
import { readForTagger } from "./readForTagger.js";

const unpacked = randomWeights({ seed: 5 });
// it has learned nothing, but it is no friend of silence
unpacked.blocks["head.bias"]?.numbers.set([-2, 1, 0, 1, 0, 1, 0]);
const packed = packFile(unpacked);
const tagger = await loadTagger(packed);
const gazetteer = await openGazetteer();

/** A paragraph of its own words for each number, of more than a hundred. */
const paragraph = (nth: number): string =>
  Array.from({ length: 12 }, (_, index) => `The mayor of town ${nth} told ${index} reporters that “the old bridge is safe,” and walked on.`).join(" ");
const TEXT = Array.from({ length: 6 }, (_, index) => paragraph(index)).join("\n\n");

function statementsOf(text: string, by: Tagger = tagger): readonly TaggedStatement[] {
  const { article, found } = readForTagger(text);
  const steps = by.read(article, found);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value.statements([]);
  }
}

/** The statements of the text that lie before an offset, as words. */
function toldBefore(text: string, offset: number): string[] {
  const { article } = readForTagger(text);
  return statementsOf(text)
    .filter(({ cue }) => article.tokens.end(cue.end) < offset)
    .map(({ cue, source, contents }) => [cue, ...(source ? [source] : []), ...contents].map(({ first, end }) => text.slice(article.tokens.start(first), article.tokens.end(end - 1))).join(" | "));
}

function documentOf(text: string, by: Tagger): AnnotationDocument {
  return analyze({ text }, { gazetteer, generator: "test 1", tagger: by });
}

interface Told {
  readonly cue: string;
  readonly source?: string;
  readonly contents: readonly string[];
  readonly confidence?: number;
}

/** A tagger that finds what it is told: words for cue, source and contents, each at its first place. */
function finds(...statements: readonly Told[]): Tagger {
  return {
  *read({ text, tokens }) {
    yield 0;
    const span = (words: string): { first: number; end: number } => {
      const start = text.indexOf(words);
      if (start < 0) throw new Error(`"${words}" is not in the text`);
      return { first: tokens.at(start), end: tokens.at(start + words.length - 1) + 1 };
    };
    const tagged = statements.map(({ cue, source, contents, confidence = 0.9 }) => ({ cue: span(cue), source: source === undefined ? undefined : span(source), contents: contents.map(span), confidence }));
    return { names: () => new Float32Array(0), statements: () => tagged };
  },
  };
}

function told(text: string, by: Tagger): string[] {
  const document = documentOf(text, by);
  const words = new Map(document.annotations.map(({ id, text: written }) => [id, written]));
  return document.statements.map(({ quote, cue, speaker }) => `${quote.map((id) => words.get(id)).join(" + ")} | ${words.get(cue ?? "") ?? "-"} | ${words.get(speaker ?? "") ?? "-"}`);
}

suite("tagger", () => {
  test("finds the same with and without WebAssembly", async () => {
    const found = statementsOf(TEXT);
    assert.ok(found.length > 5, `only ${found.length} statements to compare`);
    assert.deepEqual(statementsOf(TEXT, await loadTagger(packed, { makeKernel: plainKernel })), found);
  });

  test("what was read before changes nothing", () => {
    const found = statementsOf(TEXT);
    statementsOf(`Something else, he said. ${paragraph(99)}`);
    assert.deepEqual(statementsOf(TEXT), found);
  });

  test("two articles at once, step by step, come out as one after the other", () => {
    const [one, other] = [TEXT, TEXT.toUpperCase()].map((text) => {
      const { article, found } = readForTagger(text);
      return { text, steps: tagger.read(article, found) };
    });
    if (!one || !other) throw new Error("no articles");
    let [first, second] = [one.steps.next(), other.steps.next()];
    while (!first.done || !second.done) {
      if (!first.done) first = one.steps.next();
      if (!second.done) second = other.steps.next();
    }
    assert.deepEqual([first.value.statements([]), second.value.statements([])], [one, other].map(({ text }) => statementsOf(text)));
  });

  test("an edit leaves what stands far before it alone", () => {
    const kept = paragraph(0).length + paragraph(1).length;
    assert.ok(toldBefore(TEXT, kept).length > 1);
    assert.deepEqual(toldBefore(TEXT.replace("town 5 told", "town 5 never told"), kept), toldBefore(TEXT, kept));
  });

  test("statements are made of spans in order that share no token", () =>
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.constantFrom(paragraph(1), "“No.”", "he said", "\n\n", "“", "A: no", "```x```"), fc.string()), { maxLength: 12 }), (pieces) => {
        const text = pieces.join(" ");
        const { article } = readForTagger(text);
        const taken = new Set<number>();
        for (const { contents, cue } of statementsOf(text)) {
          assert.ok(contents.length > 0);
          for (const { first, end } of [cue, ...contents]) {
            assert.ok(first < end && end <= article.tokens.length);
            for (let token = first; token < end; token++) {
              assert.ok(!taken.has(token), "a token belongs to two spans");
              taken.add(token);
            }
          }
        }
      }),
      { numRuns: 40 },
    ));

  test("damaged weights are refused", () =>
    assert.rejects(loadTagger(packed.subarray(0, 5000)), (error) => error instanceof AppError && error.code === "invalid-table"));

  test("weights without links are refused", async () => {
    const { header, blocks } = randomWeights();
    delete blocks["links"];
    await assert.rejects(loadTagger(packFile({ header, blocks })), (error) => error instanceof AppError && error.code === "invalid-table");
  });
});

suite("analysis with a tagger", () => {
  test("a random tagger makes documents of any text", () =>
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.constantFrom(paragraph(2), "“No,”", "\n\n", "LUND: When?", "he said"), fc.string()), { maxLength: 10 }), (pieces) => {
        const text = pieces.join(" ");
        for (const { start, end } of documentOf(text, tagger).annotations) assert.ok(start >= 0 && end > start && end <= text.length);
      }),
      { numRuns: 30 },
    ));

  test("what it finds is told", () => {
    const text = "The ferry will sail again on Monday, the harbor master announced to a packed hall of islanders.";
    assert.deepEqual(
      told(text, finds({ cue: "announced", source: "the harbor master", contents: ["The ferry will sail again on Monday"] })),
      ["The ferry will sail again on Monday | announced | the harbor master"],
    );
  });

  const listeners: readonly [text: string, content: string, expected: string][] = [
    ["The harbor master told the islanders that the ferry would sail again.", "the islanders that the ferry would sail again", "that the ferry would sail again"],
    ["The harbor master asked the captain why he had left the bridge.", "the captain why he had left the bridge", "why he had left the bridge"],
    ["The harbor master told the islanders the ferry would sail.", "the islanders the ferry would sail", "the islanders the ferry would sail"],
    ["The harbor master denied the report that the ferry had sunk.", "the report that the ferry had sunk", "the report that the ferry had sunk"],
    ["The harbor master told “friends that the ferry had sunk.”", "“friends that the ferry had sunk.”", "“friends that the ferry had sunk.”"],
  ];
  for (const [text, content, expected] of listeners) {
    test(`a listener is no content: ${text}`, () => {
      const cue = /told|asked|denied/u.exec(text)?.[0] ?? "";
      assert.equal(told(text, finds({ cue, source: "The harbor master", contents: [content] }))[0]?.split(" | ")[0], expected);
    });
  }

  const circumstances: readonly [text: string, by: Told, expected: string][] = [
    ["Minister Ann Doe during her visit to Oslo called the pact a “mistake” on Tuesday.", { cue: "called", source: "Minister Ann Doe during her visit to Oslo", contents: ["the pact a “mistake” on Tuesday"] }, "the pact a “mistake” | called | Minister Ann Doe"],
    ["Ann Doe, a minister during the war, called the pact a mistake.", { cue: "called", source: "Ann Doe, a minister during the war,", contents: ["the pact a mistake"] }, "the pact a mistake | called | Ann Doe, a minister during the war,"],
    ["Ann Doe said the “Mary” would sail on Tuesday.", { cue: "said", source: "Ann Doe", contents: ["the “Mary” would sail on Tuesday"] }, "the “Mary” would sail on Tuesday | said | Ann Doe"],
  ];
  for (const [text, by, expected] of circumstances) {
    test(`the occasion is no part of source and content: ${text}`, () => assert.deepEqual(told(text, finds(by)), [expected]));
  }

  const decisions: readonly [text: string, cue: string, content: string, count: number][] = [
    ["The minister ruled out any pact with the neighbors.", "ruled out", "any pact with the neighbors", 0],
    ["The minister ruled out that there would be a pact.", "ruled out", "that there would be a pact", 1],
    ["The minister pointed out the ferry was late.", "pointed out", "the ferry was late", 1],
    ["The minister called for a new bridge over the sound.", "called for", "a new bridge over the sound", 1],
    ["The minister denied any pact with the neighbors.", "denied", "any pact with the neighbors", 1],
  ];
  for (const [text, cue, content, count] of decisions) {
    test(`${count === 0 ? "a decision is no statement" : "a statement"}: ${text}`, () => assert.equal(told(text, finds({ cue, source: "The minister", contents: [content] })).length, count));
  }

  const unsure: readonly [about: string, by: Told, count: number][] = [
    ["with a source", { cue: "hinted", source: "The harbor master", contents: ["at a new ferry"], confidence: 0.5 }, 1],
    ["with a source, very unsure", { cue: "hinted", source: "The harbor master", contents: ["at a new ferry"], confidence: 0.1 }, 0],
    ["without a source", { cue: "hinted", contents: ["at a new ferry"], confidence: 0.5 }, 0],
    ["without a source, quite sure", { cue: "hinted", contents: ["at a new ferry"], confidence: 0.8 }, 1],
  ];
  for (const [about, by, count] of unsure) {
    test(`of unsure statements the likelier ones are told: ${about}`, () => assert.equal(told("The harbor master hinted at a new ferry.", finds(by)).length, count));
  }

  test("what the rules find, too, is told however unsure it is", () =>
    assert.equal(told("The harbor master said that the ferry would sail.", finds({ cue: "said", source: "The harbor master", contents: ["that the ferry would sail"], confidence: 0.05 })).length, 1));

  test("whose view it is tells who holds it", () => {
    const { statements, entities } = documentOf("Ann Doe left. In Doe's view, it rained.", finds({ cue: "view", source: "Doe's", contents: ["it rained"], confidence: 0.9 }));
    assert.equal(entities.find(({ id }) => id === statements[0]?.entity)?.name, "Ann Doe");
  });

  test("a word in -ing is no speaker", () =>
    assert.deepEqual(told("Downplaying reports of a strike, Ann Doe left.", finds({ cue: "reports of", source: "Downplaying", contents: ["a strike"], confidence: 0.9 })), ["a strike | reports of | -"]));

  test("turns of a conversation are nobody's until their speaker is looked for", () => {
    const text = "“You were asleep that night, weren’t you,” said Ann Doe to the captain.\n\n“No, I was never asleep on the bridge.”\n\n“That is not what the cadet told us.”";
    const by = finds({ cue: "said", source: "Ann Doe", contents: ["“You were asleep that night, weren’t you,”", "“No, I was never asleep on the bridge.”", "“That is not what the cadet told us.”"] });
    assert.deepEqual(told(text, by).map((line) => line.split(" | ")[1]), ["said", "-", "-"]);
  });

  test("a quotation goes on in the next paragraph", () => {
    const text = "“We waited for years and nobody ever came to see us,” said Ann Doe. “Then it rained.\n\n“And it rained and rained until the harbor was gone.”";
    const [line = ""] = told(text, finds({ cue: "said", source: "Ann Doe", contents: ["“We waited for years and nobody ever came to see us,”", "“Then it rained."] }));
    assert.ok(line.includes("until the harbor was gone"), line);
  });

  test("a quotation after its speaker is the speaker's", () => {
    const text = "“We waited for years,” said Ann Doe.“Then it rained and rained until the harbor was gone.” Nobody minded.";
    assert.deepEqual(told(text, finds({ cue: "said", source: "Ann Doe", contents: ["“We waited for years,”"] })), ["“We waited for years,” + “Then it rained and rained until the harbor was gone.” | said | Ann Doe"]);
  });

  test("a paragraph of a quotation comes back from a statement behind it", () => {
    const text = "“We waited,” Ann Doe said. “Then it rained.\n\n“It rained for years.\n\n“Nobody came.”\n\nShe said that she would leave.";
    const by = finds({ cue: "said", source: "Ann Doe", contents: ["“We waited,”", "“Then it rained."] }, { cue: "said that", source: "She", contents: ["“It rained for years.", "she would leave"] });
    assert.deepEqual(told(text, by).map((line) => line.split(" | ")[0]), ["“We waited,” + “Then it rained. + “It rained for years. + “Nobody came.”", "she would leave"]);
  });

  test("what begins with the opening mark ends with the closing one", () => {
    const text = "Ann Doe said: “No port, no town.” Nobody minded.";
    assert.deepEqual(told(text, finds({ cue: "said:", source: "Ann Doe", contents: ["“No port"] })), ["“No port, no town.” | said: | Ann Doe"]);
    const other = "Ann Doe called the port “a gift” that Lund called “a curse.”";
    assert.ok(told(other, finds({ cue: "called", source: "Ann Doe", contents: ["the port “a gift”"] }))[0]?.startsWith("the port “a gift” |"));
  });

  test("paragraphs of a quotation that were run together are one", () => {
    const text = "Ann Doe said: “We waited for years and years. “Then it rained until the harbor was gone. “Nobody came to see us.” The hall fell silent.";
    assert.deepEqual(told(text, finds({ cue: "said:", source: "Ann Doe", contents: ["“We waited for years and years."] })), ["“We waited for years and years. + “Then it rained until the harbor was gone. + “Nobody came to see us.” | said: | Ann Doe"]);
  });

  test("a sentence without a subject shares the one before it", () => {
    const text = "“We waited for years,” Ann Doe said. And added: “It rained until the harbor was gone.”";
    const doe: Told = { cue: "said", source: "Ann Doe", contents: ["“We waited for years,”"] };
    assert.equal(told(text, finds(doe, { cue: "added:", contents: ["“It rained until the harbor was gone.”"] }))[1], "“It rained until the harbor was gone.” | added: | Ann Doe");
    const other = "“We waited for years,” Ann Doe said. Rain fell. Added to that was “the loss of the harbor.”";
    assert.ok(told(other, finds(doe, { cue: "Added to that", contents: ["“the loss of the harbor.”"] }))[1]?.endsWith(" | -"));
  });

  test("a quotation that nobody has claimed floats", () => {
    const text = "The hall fell silent as the vote was read out by the clerk of the town.\n\n“We have lost everything that we worked for.”";
    assert.deepEqual(told(text, finds()), ["“We have lost everything that we worked for.” | - | -"]);
  });

  test("a signed quotation is its signer's, whatever was learned", () => {
    const text = "Readers told us what they make of the new bridge, and what they would have built.\n\n“The road to it is too narrow for the tractors, I said so.” — Ann Doe, farmer";
    const lines = told(text, finds({ cue: "said", source: "I", contents: ["The road to it is too narrow for the tractors"] }));
    assert.deepEqual(lines, ["“The road to it is too narrow for the tractors, I said so.” | — | Ann Doe"]);
  });

  const sources: readonly [about: string, text: string, by: Told, expected: string][] = [
    ["the next quotation is no part of it", "‘We train all day,’ said Doe.‘We are never bored.’", { cue: "said", source: "Doe.‘We", contents: ["‘We train all day,’"] }, "‘We train all day,’ + ‘We are never bored.’ | said | Doe"],
    ["an abbreviation keeps its stop", "Ann Doe Jr. said that it rained.", { cue: "said", source: "Ann Doe Jr.", contents: ["that it rained"] }, "that it rained | said | Ann Doe Jr."],
    ["whoever was asked says nothing", "They had been asked not to wear red.", { cue: "been asked", source: "They", contents: ["not to wear red"] }, "not to wear red | been asked | -"],
    ["whoever was accused says nothing", "The captain is accused of sleeping.", { cue: "is accused of", source: "The captain", contents: ["sleeping"] }, "sleeping | is accused of | -"],
    ["whoever was quoted does", "The captain was quoted as saying that it rained.", { cue: "was quoted as saying", source: "The captain", contents: ["that it rained"] }, "that it rained | was quoted as saying | The captain"],
    ["whoever is agreed does", "The captains are agreed that it rained.", { cue: "are agreed", source: "The captains", contents: ["that it rained"] }, "that it rained | are agreed | The captains"],
    ["a pronoun with its auxiliary", "It’s denouncing what it calls an attack.", { cue: "It’s denouncing", contents: ["what it calls an attack"] }, "what it calls an attack | ’s denouncing | It"],
    ["the voice of the verb decides", "They had asked her not to wear red.", { cue: "had asked", source: "They", contents: ["her not to wear red"] }, "her not to wear red | had asked | They"],
    ["what is expected has a speaker", "The captain is expected to say that it rained.", { cue: "is expected to say", source: "The captain", contents: ["that it rained"] }, "that it rained | is expected to say | The captain"],
    ["a relative clause that is cut off belongs to nobody", "One of the captains, who asked not to be named, said it would rain.", { cue: "said", source: "One of the captains, who", contents: ["it would rain"] }, "it would rain | said | One of the captains"],
    ["a relative clause behind it", "According to Ann Doe, who came on Monday, it rained.", { cue: "According to", source: "Ann Doe", contents: ["who came on Monday, it rained"] }, "it rained | According to | Ann Doe, who came on Monday"],
    ["an adverb of the verb is none of it", "Doe neither confirmed nor denied that it rained.", { cue: "denied", source: "Doe neither", contents: ["that it rained"] }, "that it rained | denied | Doe"],
    ["a name is not parted", "Minister Theresa May said that it rained.", { cue: "May said", source: "Minister Theresa", contents: ["that it rained"] }, "that it rained | said | Minister Theresa May"],
    ["the WHO is no pronoun", "The WHO said that it rained.", { cue: "said", source: "The WHO", contents: ["that it rained"] }, "that it rained | said | The WHO"],
    ["a relative clause has a head", "One of the captains, who asked not to be named, said it would rain.", { cue: "said", source: "who asked not to be named,", contents: ["it would rain"] }, "it would rain | said | One of the captains, who asked not to be named"],
  ];
  for (const [about, text, by, expected] of sources) test(`a source: ${about}`, () => assert.deepEqual(told(text, finds({ confidence: 0.9, ...by })), [expected]));

  const fronted: readonly [about: string, text: string, by: Told, expected: string][] = [
    ["what a that-clause follows is no content", "Asked about the ferry, the captain said that it would rain.", { cue: "said", source: "the captain", contents: ["the ferry", "that it would rain"] }, "that it would rain"],
    ["but for a quotation", "“It will rain,” the captain said, that much he knew.", { cue: "said,", source: "the captain", contents: ["“It will rain,”", "that much he knew"] }, "“It will rain,” + that much he knew"],
    ["the circumstances are no content", "“It will rain,” the captain said after the crew had been called to the bridge. “Bring a coat.”", { cue: "said", source: "the captain", contents: ["“It will rain,”", "the crew had been called to the bridge", "“Bring a coat.”"] }, "“It will rain,” + “Bring a coat.”"],
    ["words of another paragraph are no content", "“It will rain,” the captain said.\n\nThe hall, as the old shed is known, was cold.", { cue: "said", source: "the captain", contents: ["“It will rain,”", "the old shed"] }, "“It will rain,”"],
    ["but for a quotation that goes on there", "“It will rain,” the captain said. “Bring a coat.\n\n“And an umbrella.”", { cue: "said", source: "the captain", contents: ["“It will rain,”", "“Bring a coat.", "“And an umbrella.”"] }, "“It will rain,” + “Bring a coat. + “And an umbrella.”"],
    ["but what goes on is", "“The ferry,” the captain said, would have to “wait for a day.”", { cue: "said", source: "the captain", contents: ["“The ferry,”", "would have to", "“wait for a day.”"] }, "“The ferry,” + would have to + “wait for a day.”"],
    ["what a participle at the head governs is its own", "Playing down reports of a pact, the minister called the pact dead.", { cue: "called", source: "the minister", contents: ["a pact", "the pact dead"] }, "the pact dead"],
    ["an object at the head stays", "The pact the minister called dead on Monday.", { cue: "called", source: "the minister", contents: ["The pact", "dead"] }, "The pact + dead"],
    ["a clause of concession ends at the main clause", "While the judge found that the plan was wrong, she let it stand.", { cue: "found", source: "the judge", contents: ["that the plan was wrong, she let it stand"] }, "that the plan was wrong"],
    ["and not at a list", "While the judge found boats, nets and ropes, she let it stand.", { cue: "found", source: "the judge", contents: ["boats, nets and ropes, she let it stand"] }, "boats, nets and ropes"],
    ["a condition ends at the main clause", "If the judge says that the plan is sound, she is lying.", { cue: "says", source: "the judge", contents: ["that the plan is sound, she is lying"] }, "that the plan is sound"],
    ["a main clause has its lists", "The judge found that the plan, the bridge and the road were wrong.", { cue: "found", source: "The judge", contents: ["that the plan, the bridge and the road were wrong"] }, "that the plan, the bridge and the road were wrong"],
    ["a clause without that may go on before", "The ferry, the captain said, would sail.", { cue: "said", source: "the captain", contents: ["The ferry", "would sail"] }, "The ferry + would sail"],
  ];
  for (const [about, text, by, expected] of fronted) test(`before the cue: ${about}`, () => assert.equal(told(text, finds({ confidence: 0.9, ...by }))[0]?.split(" | ")[0], expected));

  test("a verb that takes no quotation leaves sentences in marks alone", () => {
    const by = finds({ cue: "wants", source: "He", contents: ["“It is a life.”", "to retire", "“My knees are gone.”"], confidence: 0.9 });
    assert.ok(told("“It is a life.” He wants to retire. “My knees are gone.”", by).includes("to retire | wants | He"));
  });

  const clauses: readonly [about: string, text: string, expected: string][] = [
    ["counts the clauses", "Doe said that it rained. She also said that it snowed.", "said"],
    ["after another speaker's words", "Doe left. She also said that it snowed.", "also said"],
    ["before what is no clause", "Doe said that it rained. She also blamed the snow.", "also blamed"],
  ];
  for (const [about, text, expected] of clauses) {
    test(`"also" ${about}`, () => {
      const learned = [...text.matchAll(/(Doe|She) ((?:also )?(?:said|blamed)) ([^.]+)/gu)].map(([, source = "", cue = "", content = ""]): Told => ({ cue, source, contents: [content], confidence: 0.9 }));
      assert.equal(told(text, finds(...learned)).at(-1)?.split(" | ")[1], expected);
    });
  }

  const missed: readonly [text: string, by: readonly Told[], count: number][] = [
    ["The bridge is safe, the mayor said.", [], 1],
    ["The bridge is safe, according to the mayor.", [], 1],
    ["Workers know that the bridge is safe.", [], 0],
    ["The mayor said that the bridge is safe.", [{ cue: "is", contents: ["safe"], confidence: 0.9 }], 1],
  ];
  for (const [text, by, count] of missed) test(`what only the rules find counts where it is beyond doubt: ${text}`, () => assert.equal(told(text, finds(...by)).length, count));
});
