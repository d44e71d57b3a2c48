import assert from "node:assert/strict";
import * as fc from "fast-check";
import { anchorDocument } from "../../../../src/core/anchor/anchorDocument.js";
import { describeDocument } from "../../../../src/core/anchor/describeDocument.js";
import { alignTexts } from "../../../../src/core/anchor/compare/alignTexts.js";
import { normalizeText } from "../../../../src/core/anchor/compare/normalizedText.js";
import { Resolver } from "../../../../src/core/anchor/rungs/resolve.js";
import { createShift } from "../../../../src/core/anchor/shift/shift.js";
import type { AnnotationDocument } from "../../../../src/core/document/annotationDocument.js";
import { describeRange } from "../../../../src/core/document/context.js";
import { withoutFields } from "../../../../src/core/document/fields.js";
import { applyEdits } from "../../../../src/core/document/textEdit.js";
import { runs } from "../runs.js";
import { sampleDocument, SAMPLE_TEXT } from "../sampleDocument.js";
import { afterAnyEdits, article } from "./afterAnyEdits.js";
import { readArticles } from "./readArticles.js";
import { documentOf } from "./revisions.js";

const DESCRIBED = describeDocument(sampleDocument(), SAMPLE_TEXT);

/** Paragraphs of one story, none like another. */
const PARAGRAPHS = [
  "The ferry left the harbour of Ventspils an hour late on Sunday, with a crew of nine and the pilot still on board.\n\n",
  'Asked why he had rung below before he called the coast, the captain looked at his hands. "To wake the engineer," he replied. "I thought that we had lost a propeller." He insists that nobody had told him so.\n\n',
  "The hearing goes on.\n\n",
  "A diver who went down the next morning saw both blades in their places and a fishing net around one of them, torn in two.\n\n",
] as const;

suite("anchor document", () => {
  test("in the same text everything stays where it was", () => {
    const { document, placed, orphans } = anchorDocument(DESCRIBED, SAMPLE_TEXT);
    assert.deepEqual(document, DESCRIBED);
    assert.deepEqual([placed["same text"], orphans], [DESCRIBED.annotations.length, []]);
  });

  const changes: [string, (text: string) => string][] = [
    ["a headline before", (text) => `New bridge for Riga\n\n${text}`],
    ["a paragraph at the end", (text) => `${text}\nThe old bridge stays open for trams.\n`],
    ["a paragraph between", (text) => text.replace("\n\n", "\n\nIt has been under repair since last autumn.\n\n")],
    ["Windows line ends", (text) => text.replaceAll("\n", "\r\n")],
    ["wrapped lines", (text) => text.replace("the bridge would", "the bridge\nwould").replace("We are ready", "We are\n  ready")],
    ["curly quotation marks", (text) => text.replace(/"([^"]*)"/gu, "“$1”")],
    ["a dash for a hyphen", (text) => text.replace(" - ", " — ")],
    ["paragraphs in another order", (text) => text.split("\n\n").toReversed().join("\n\n")],
  ];
  for (const [name, change] of changes) {
    test(`nothing is lost by ${name}`, () => {
      const text = change(SAMPLE_TEXT);
      const { document, orphans } = anchorDocument(DESCRIBED, text);
      const lost = name.includes("order") ? orphans.filter((id) => id.startsWith("quote")) : orphans;
      assert.deepEqual(lost, []);
      for (const annotation of document.annotations) {
        if (annotation.orphaned) continue;
        assert.equal(annotation.text, text.slice(annotation.start, annotation.end));
        const before = DESCRIBED.annotations.find(({ id }) => id === annotation.id);
        assert.equal(plain(annotation.text), plain(before?.text ?? ""));
      }
    });
  }

  test("a corrected typo inside a quote keeps the quote", () => {
    const found = place(DESCRIBED, SAMPLE_TEXT.replace("Nothing can", "Nothign can"), "quote-3");
    assert.deepEqual(found, '"Nothign can stop us now,"');
  });

  const orphaned: [string, (text: string) => string, string][] = [
    ["a deleted quote", (text) => text.replace('"Nothing can stop us now,"', ""), "quote-3"],
    ["a rewritten quote", (text) => text.replace("Nothing can stop us now", "That is all for this evening"), "quote-3"],
    ["a short word among other words", (text) => text.replace('" she added', '" That was all. Later she left'), "speaker-3"],
    ["a short word that now stands twice in the same words", (text) => text.replace(" told ", " told told "), "cue-2"],
  ];
  for (const [name, change, id] of orphaned) {
    test(`${name} becomes an orphan with its old words`, () => {
      const { document, orphans } = anchorDocument(DESCRIBED, change(SAMPLE_TEXT));
      assert.ok(orphans.includes(id));
      const before = DESCRIBED.annotations.find((annotation) => annotation.id === id);
      assert.deepEqual(document.annotations.find((annotation) => annotation.id === id), { ...before, orphaned: true });
    });
  }

  test("an orphan whose words come back has its place again", () => {
    const without = anchorDocument(DESCRIBED, SAMPLE_TEXT.replace('"Nothing can stop us now,"', "")).document;
    const again = anchorDocument(without, SAMPLE_TEXT).document;
    assert.deepEqual(again.annotations, DESCRIBED.annotations);
  });

  test("of two equal sentences the other one is no place for the words of the one that was deleted", () => {
    const text = "The board met on Monday. He said: We will not sell the harbour.\n\nCritics laughed at the plan. Ms Roze replied: We will not sell the harbour.\n";
    const start = text.indexOf("We will not");
    const range = { start, end: start + "We will not sell the harbour.".length };
    const changed = text.slice(text.indexOf("Critics"));
    assert.equal(new Resolver(normalizeText(changed)).resolve(describeRange(text, range)), undefined);
  });

  test("the old text, where it is known, places words that were edited and words of which there are many", () => {
    const text = "no no no no no no no no no no no no no no no no no no no no no no no no no no no\n";
    const range = { start: 30, end: 32 };
    const base: AnnotationDocument = { ...sampleDocument(), entities: [], statements: [], annotations: [{ id: "a", type: "cue", ...range, ...describeRange(text, range), origin: "user" }] };
    const changed = `yes and\n${text}`;
    assert.equal(anchorDocument(base, changed).orphans.length, 1);
    const { document, placed } = anchorDocument(base, changed, text);
    assert.equal(document.annotations[0]?.start, range.start + 8);
    assert.equal(placed.difference, 1);
  });

  const copied: [string, string, string, string | undefined][] = [
    // as in newsrooms: a paragraph is drafted twice, and only one of the drafts is worked on
    ["whose copy is cleaner, one paragraph on", `${PARAGRAPHS[0]}${typo(PARAGRAPHS[1])}${PARAGRAPHS[2]}${PARAGRAPHS[1]}${PARAGRAPHS[3]}`, "propeller", undefined],
    ["whose copy is cleaner, one paragraph before", `${PARAGRAPHS[1]}${PARAGRAPHS[0]}${typo(PARAGRAPHS[1])}${PARAGRAPHS[2]}${PARAGRAPHS[3]}`, "propeller", "propexler"],
    ["whose cleaner copy stands directly before it", `${PARAGRAPHS[0]}${PARAGRAPHS[1]}${typo(PARAGRAPHS[1])}${PARAGRAPHS[3]}`, "propeller", undefined],
    ["that was copied far away", `${PARAGRAPHS.join("")}${PARAGRAPHS[1]}`, "propeller", "propeller"],
    ["that was moved", `${PARAGRAPHS[0]}${PARAGRAPHS[2]}${PARAGRAPHS[3]}${PARAGRAPHS[1]}`, "propeller", "propeller"],
    ["next to which words like it were put in", PARAGRAPHS.join("").replace("a propeller", "a mast or a propeller"), "propeller", "propeller"],
    ["which was the first of a sentence that was written anew", PARAGRAPHS.join("").replace("He insists that nobody had told him so.", "He winter and they left at last."), "He", undefined],
  ];
  for (const [name, changed, words, expected] of copied) {
    test(`of a word in a paragraph ${name} the place is ${expected === undefined ? "not told" : "found"}`, () => {
      const text = PARAGRAPHS.join("");
      const start = text.indexOf(words);
      const range = { start, end: start + words.length };
      const base: AnnotationDocument = { ...sampleDocument(), entities: [], statements: [], annotations: [{ id: "a", type: "quote", ...range, ...describeRange(text, range), origin: "user" }] };
      const found = anchorDocument(base, changed, text).document.annotations[0];
      assert.equal(found?.orphaned ? undefined : found?.text, expected);
    });
  }

  test("half of the surroundings is not enough where nobody knows the rest of the old text", () => {
    const twins = ["We said that the friendship will not change with the weather of the day.\n\n", "Both of the old rivals hope the friendship will not change with the weather of the day.\n\n"];
    const text = `${twins[0]}${PARAGRAPHS.join("")}${twins[1]}`;
    const start = text.indexOf("friendship");
    const range = { start, end: start + "friendship".length };
    const base: AnnotationDocument = { ...sampleDocument(), source: { file: "a.txt", length: text.length }, entities: [], statements: [], annotations: [{ id: "a", type: "quote", ...range, ...describeRange(text, range), origin: "user" }] };
    assert.deepEqual(anchorDocument(base, text.slice(twins[0]?.length)).orphans, ["a"]);
    assert.deepEqual(anchorDocument(base, `Morning edition\n\n${text}`).orphans, []);
  });

  test("a short word of a sentence that was replaced does not come to the same word of the other sentence", () => {
    const replaced = "The widow of the mate described the boom in Latvia's harbours and what their owners earned by it. ";
    const put = "What nobody else of the crew asked the mate about that night was the weather off every port in Latvia, where his widow heard the news in a bakery. ";
    const rest = "The nets were counted again on the quay by two clerks.\n\n";
    const text = `${PARAGRAPHS[0]}${replaced}${rest}${PARAGRAPHS[3]}`;
    const start = text.indexOf("in Latvia");
    const base = documentOf(text, [{ start, end: start + 2 }, { start: text.indexOf("again"), end: text.indexOf("again") + 5 }]);
    assert.deepEqual(anchorDocument(base, text.replace(replaced, put), text).orphans, ["a0"]);
    assert.deepEqual(anchorDocument(base, text.replace(rest, put + rest), text).orphans, []);
  });

  // what a person marked in an article that nobody analysed: words with what stands right around them, and the rest is not known
  const [first, second, third, last] = PARAGRAPHS;
  const headline = "The man who says good night to the light\n\n";
  const twin = "Nobody had told the coast that the captain looked at his hands.\n\n";
  const sparse: [string, string, string, string, boolean][] = [
    ["the last word of a paragraph that was moved", PARAGRAPHS.join(""), `${second}${third}${last}${first}`, "board", true],
    ["the first word of a paragraph that was moved", PARAGRAPHS.join(""), `${first}${last}${second}${third}`, "A diver", true],
    ["the last word of a paragraph to which another was added without a space", PARAGRAPHS.join("").trimEnd(), `${first}${second}${last?.trimEnd()}${third}`, "hearing", true],
    ["a sentence before and behind which others were put in", PARAGRAPHS.join(""), PARAGRAPHS.join("").replace('"I thought that we had lost a propeller."', 'It was dark. "I thought that we had lost a propeller." Nobody laughed.'), '"I thought that we had lost a propeller."', true],
    ["a word of a sentence before and behind which others were put in", PARAGRAPHS.join(""), PARAGRAPHS.join("").replace('"I thought that we had lost a propeller."', 'It was dark. "I thought that we had lost a propeller." Nobody laughed.'), "lost", true],
    ["a word of a last paragraph that was copied behind it", PARAGRAPHS.join("").trimEnd(), `${PARAGRAPHS.join("").trimEnd()}${last?.trimEnd()}`, "net", false],
    ["a word before which a sentence was put in", PARAGRAPHS.join(""), PARAGRAPHS.join("").replace("He insists", "Nobody laughed at that. He insists"), "insists", true],
    ["a word of a paragraph that was copied far away", PARAGRAPHS.join(""), `${PARAGRAPHS.join("")}${second}`, "engineer", true],
    ["a word of a paragraph that was copied to the start", PARAGRAPHS.join(""), `${second}${PARAGRAPHS.join("")}`, "engineer", true],
    ["a word of a paragraph that was copied right behind it", PARAGRAPHS.join(""), `${first}${second}${second}${third}${last}`, "engineer", false],
    ["a word in a paragraph that was deleted, where words like those around it stand elsewhere", `${PARAGRAPHS.join("")}${twin}`, `${first}${third}${last}${twin}`, "hands", false],
    ["the first word of a paragraph that was copied right before it, with a sentence put in between", PARAGRAPHS.join(""), `${first}${second}Nobody laughed at that. ${second}${third}${last}The court rose.\n`, "Asked", false],
    ["the last word of a headline that was copied right behind it", `${headline}${PARAGRAPHS.join("")}`, `${headline}${headline}${PARAGRAPHS.join("")}The court rose.\n`, "light", false],
    ["a short word that was mistyped in its own place and not in a copy of it", PARAGRAPHS.join(""), `${second}${first}${second?.replace("told him so", "told hm so")}${third}${last}`, "him", false],
    ["a word before which another sentence begins with it now", PARAGRAPHS.join(""), PARAGRAPHS.join("").replace("He insists that nobody had told him so.", "He winter and they left at last."), "He", false],
  ];
  for (const [name, text, changed, words, isFound] of sparse) {
    test(`alone in its sidecar, ${name} is ${isFound ? "found" : "an orphan"}`, () => {
      const start = text.indexOf(words);
      const range = { start, end: start + words.length };
      const base: AnnotationDocument = { ...sampleDocument(), source: { file: "a.txt", length: text.length }, entities: [], statements: [], annotations: [{ id: "a", type: "quote", ...range, ...describeRange(text, range), origin: "user" }] };
      const found = anchorDocument(base, changed).document.annotations[0];
      assert.equal(found?.orphaned ? undefined : found?.text, isFound ? words : undefined);
      const old = name.includes("copied") ? changed.indexOf(words, name.includes("start") ? changed.indexOf(words) + 1 : 0) : changed.indexOf(words);
      if (isFound) assert.equal(found?.start, old);
    });
  }

  test("a sentence that was moved is found where the hash of the old text proves that nothing else happened", () => {
    const text = PARAGRAPHS.join("");
    const sentence = ' "I thought that we had lost a propeller."';
    const start = text.indexOf("propeller");
    const base = documentOf(text, [{ start, end: start + "propeller".length }]);
    const moved = (to: string): string => text.replace(sentence, "").replace(to, `${to}${sentence}`);
    for (const to of ["still on board.", "The hearing goes on.", "torn in two."]) {
      const changed = moved(to);
      const { document, orphans } = anchorDocument(base, changed);
      assert.deepEqual([document.annotations[0]?.start, orphans], [changed.indexOf("propeller"), []], to);
    }
    // of a text that changed in other ways too nobody knows whether the words stood there before, if it was not written down that nothing was like them
    const bare = { ...base, annotations: base.annotations.map((annotation) => withoutFields(annotation, "alike")) };
    for (const [document, orphans] of [[base, []], [bare, ["a0"]]] as const) {
      assert.deepEqual(anchorDocument(document, moved("torn in two.").replace("ferry", "barge!")).orphans, orphans);
      assert.deepEqual(anchorDocument({ ...document, source: withoutFields(document.source, "sha256") }, moved("torn in two.")).orphans, orphans);
    }
  });

  test("words of a paragraph that was deleted do not come to the headline that it repeated", () => {
    const title = "Captain rang below before he called the coast, the court hears\n\n";
    const lead = "Captain rang below before he called the coast, the court hears on Monday. Nobody laughed.\n\n";
    const text = `${title}${PARAGRAPHS[0]}${lead}${PARAGRAPHS[3]}`;
    const start = text.indexOf("called", title.length);
    const base = documentOf(text, [{ start, end: start + "called".length }]);
    assert.deepEqual(base.annotations[0]?.copies, [text.indexOf("called")]);
    assert.deepEqual(anchorDocument(base, text.replace(lead, "")).orphans, ["a0"]);
    assert.deepEqual(anchorDocument(base, text.replace(title, "")).document.annotations[0]?.start, start - title.length);
    assert.deepEqual(anchorDocument(base, `Morning edition\n\n${text}`).document.annotations[0]?.start, start + 17);
  });

  test("of a headline and a paragraph that repeats it, which changed places, the words are told apart only where nothing else changed", () => {
    const [title, lead] = ["Captain rang below before he called the coast, the court hears\n\n", "Captain rang below before he called the coast, the court hears.\n\n"];
    const text = `${title}${lead}${PARAGRAPHS.join("")}`;
    const base = documentOf(text, ["called", "coast"].flatMap((word) => [text.indexOf(word), text.indexOf(word, title.length)].map((start) => ({ start, end: start + word.length }))));
    const changed = `${lead}${title}${PARAGRAPHS.join("")}`;
    const shift = [lead.length, -title.length];
    assert.deepEqual(anchorDocument(base, changed, text).document.annotations.map(({ start }, index) => start - (base.annotations[index]?.start ?? 0)), [...shift, ...shift]);
    assert.equal(anchorDocument(base, changed.replace("ferry", "large ferry"), text).orphans.length, 4);
  });

  test("of a long paragraph and an edited copy right behind it neither is taken, however far the words are from its edges", () => {
    const [long = ""] = readArticles().map((told) => told.replace(/\s+/gu, " ").slice(0, 2400));
    const text = `${PARAGRAPHS[0]}${long}\n\n${PARAGRAPHS[3]}`;
    const spans = Array.from({ length: 30 }, (_, index) => ({ start: (PARAGRAPHS[0]?.length ?? 0) + 60 + index * 70, end: (PARAGRAPHS[0]?.length ?? 0) + 69 + index * 70 }));
    const edited = long.split(". ").map((sentence, index) => (index % 3 === 1 ? `${sentence}. The winter lantern told the council of seven evenings, and the clerk of the quiet river` : sentence.replace("th", "ht"))).join(". ");
    for (const copies of [`${long}\n\n${edited}`, `${edited}\n\n${long}`]) {
      const { document } = anchorDocument(documentOf(text, spans), `${PARAGRAPHS[0]}${copies}\n\n${PARAGRAPHS[3]}`, text);
      assert.deepEqual(document.annotations.filter((annotation) => annotation.orphaned !== true), []);
    }
  });

  test("in a text that repeats itself nothing is attached to another part of it", () => {
    const text = readArticles().join("\n").repeat(8);
    const edits = Array.from({ length: Math.floor(text.length / 100) }, (_, index) => {
      const start = index * 100 + ((index * 37) % 90);
      return { start, end: start + (index % 6), text: ["a", "some words ", "", "xy"][index % 4] ?? "" };
    });
    const spans = Array.from({ length: Math.floor(text.length / 1000) }, (_, index) => ({ start: index * 1000, end: index * 1000 + 5 + (index % 60) }));
    const { document, orphans } = anchorDocument(documentOf(text, spans), applyEdits(text, edits));
    const shift = createShift(edits);
    for (const [index, annotation] of document.annotations.entries()) {
      const truth = shift(spans[index] ?? annotation);
      assert.ok(annotation.orphaned === true || (annotation.start < truth.end && truth.start < annotation.end), `${annotation.text} at ${annotation.start}, not ${truth.start}`);
    }
    assert.ok(orphans.length < spans.length / 20, `${orphans.length} of ${spans.length} are orphans`);
  });

  test("of two copies one right after the other none is taken, also where the old text is known", () => {
    const text = PARAGRAPHS.join("");
    const start = text.indexOf("propeller");
    const range = { start, end: start + "propeller".length };
    const base: AnnotationDocument = { ...sampleDocument(), entities: [], statements: [], annotations: [{ id: "a", type: "quote", ...range, ...describeRange(text, range), origin: "user" }] };
    assert.deepEqual(anchorDocument(base, `${first}${second}${second}${third}${last}`, text).orphans, ["a"]);
    // the first copy of a headline was worked on
    const [light, told] = [headline.indexOf("light"), `${headline}${text}`];
    const titled: AnnotationDocument = { ...base, annotations: [{ id: "a", type: "quote", start: light, end: light + 5, ...describeRange(told, { start: light, end: light + 5 }), origin: "user" }] };
    assert.deepEqual(anchorDocument(titled, `${headline.replace("light", "lght")}${told}`, told).orphans, ["a"]);
  });

  test("words of which a part was replaced by as much again are lost; with as much only put in they are found", () => {
    const [lead, rest] = ["Our friends see it as we do. ", "The lamp is of no use to anybody, and we would like to see one that is good for something and not against somebody."];
    const [before, other] = [`The keeper said: ${lead}${rest}\n`, "Whoever comes by boat has to bring his own oil for the lamps, and whoever walks over the ice. "];
    const span = { start: before.indexOf(lead), end: before.length - 1 };
    for (const [after, isFound] of [[before.replace(lead, other), false], [before.replace(lead, lead + other), true]] as const) {
      const [found] = anchorDocument(documentOf(before, [span]), after, before).document.annotations;
      assert.equal(found?.orphaned !== true, isFound);
    }
  });

  test("a quote keeps its own edge where another one was put in before it", () => {
    const text = PARAGRAPHS.join("");
    const quote = '"To wake the engineer,"';
    const start = text.indexOf(quote);
    const range = { start, end: start + quote.length };
    const base: AnnotationDocument = { ...sampleDocument(), entities: [], statements: [], annotations: [{ id: "a", type: "quote", ...range, ...describeRange(text, range), origin: "user" }] };
    const changed = text.replace(quote, `"That is not so." ${quote}`);
    assert.equal(anchorDocument(base, changed, text).document.annotations[0]?.text, quote);
  });

  test("describing and resolving gives the same range wherever its words and context stand once", () => {
    fc.assert(
      fc.property(article(), fc.nat(), fc.integer({ min: 1, max: 80 }), (text, from, length) => {
        const start = from % text.length;
        const range = { start, end: Math.min(text.length, start + length) };
        const found = new Resolver(normalizeText(text)).resolve(describeRange(text, range));
        if (found) assert.deepEqual(trimmed(text, found.range), trimmed(text, range));
      }),
    );
  });

  test("after any edits nothing is attached to other words than its own", () => {
    fc.assert(afterAnyEdits({ untouched: 0, found: 0 }), runs(200));
  });

  test("after any edits about nine of ten pieces of words that no edit touched are found again", () => {
    const tally = { untouched: 0, found: 0 };
    // a figure is measured on examples of its own, whichever ones are explored: of 200 it would differ by four in a hundred
    fc.assert(afterAnyEdits(tally), { numRuns: 600, seed: 1 });
    assert.ok(tally.found >= tally.untouched * 0.88, `${tally.found} of ${tally.untouched}`);
  });
});

suite("alignment of texts", () => {
  test("every stretch is the same in both texts, and none has a place of another", () => {
    fc.assert(
      fc.property(fc.oneof(article(), fc.string()), fc.oneof(article(), fc.string()), fc.boolean(), (one, other, isMixed) => {
        const [before, after] = [one, isMixed ? other.slice(0, 40) + one.slice(20) + other : other];
        const blocks = alignTexts(before, after);
        for (const { before: from, after: to, length } of blocks) assert.equal(before.slice(from, from + length), after.slice(to, to + length));
        for (const side of ["before", "after"] as const) {
          const sorted = blocks.toSorted((a, b) => a[side] - b[side]);
          for (const [index, block] of sorted.entries()) assert.ok((sorted[index - 1]?.[side] ?? 0) + (sorted[index - 1]?.length ?? 0) <= block[side]);
        }
      }),
      runs(200),
    );
  });

  test("of two stretches that were moved together, with a sentence put in between, none has letters of the other", () => {
    const [one, two] = ["The pilot came on board at the mole of Liepaja. ", "The mate had gone below to look for the torn charts. "];
    const moved = [one, two].join("");
    const rest = "A diver who went down the next morning saw both blades in their places and a fishing net around one of them, torn in two. ";
    const blocks = alignTexts(moved + rest, `${rest}${one}Nobody laughed. ${two}`);
    assert.deepEqual(blocks.map(({ before, length }) => [before, length]), [[0, one.length], [one.length, two.length], [moved.length, rest.length]]);
  });

  test("of paragraphs that changed places each is found as a whole, though some of their letters keep their order by chance", () => {
    const one = "The pilot came on board at the mole of Liepaja on the morning after the storm, with a lantern and a chart of the bay that his father had drawn. ";
    const other = "Below in the hold of the bark two men were bailing on and off with the pails from the galley, and a third one prayed that the board would hold. ";
    const rest = "A diver who went down the next morning saw both blades in their places and a fishing net around one of them, torn in two, and he came up again at noon. ";
    const end = "Nobody has paid him yet.";
    const blocks = alignTexts(one + rest + other + end, other + rest + one + end);
    assert.equal(blocks.filter(({ length }) => length > 130).length, 3);
  });

  test("the last words of a paragraph that was moved go with it, though what stands before its old place now ends with the same", () => {
    const title = "The mole of Liepaja is to be mended before the winter, she said. ";
    const told = "A diver who went down the next morning saw both blades in their places and a net around one of them, he said. ";
    const [pilot, mate] = ["The pilot came on board at noon with a lantern and a chart of the bay that his father had drawn. ".repeat(2), "Below in the hold two men were bailing with the pails from the galley, and a third one prayed. ".repeat(2)];
    const rest = "Nobody has paid them yet, and the port has asked the minister for the money that is missing since March.";
    const blocks = alignTexts(title + pilot + mate + told + rest, pilot + told + mate + title + rest);
    const start = title.length + pilot.length + mate.length;
    assert.equal(blocks.some(({ before, after, length }) => before <= start && before + length >= start + told.length && after - before === -title.length - mate.length), true);
  });

  test("the first letters of a paragraph that was moved go with it, though the one that it went before begins with the same", () => {
    const [rest, end] = ["A diver who went down the next morning saw both blades in their places. ", "Nobody has paid them yet, and the port has asked for the money. "];
    const [wrote, told] = ["“Hale wrote that the mole of Liepaja is to be mended before the winter, and that it would cost more than the town has.” ".repeat(2), "“Hale said the pilot had come on board at noon.” "];
    const blocks = alignTexts(rest + wrote + end + told, rest + told + wrote + end);
    const start = rest.length + wrote.length + end.length;
    assert.equal(blocks.some(({ before, after, length }) => before === start && length >= told.length - 1 && after === rest.length), true);
    assert.equal(blocks.some(({ before, after, length }) => before <= rest.length && before + length >= start && after - before === told.length), true);
  });

  test("a changed word leaves the rest in two stretches, however long the text", () => {
    const text = Array.from({ length: 3000 }, (_, index) => `Line ${index} of the report.\n`).join("");
    const blocks = alignTexts(text, text.replace("Line 1500 of the report", "Line 1500 of the long report"));
    assert.equal(blocks.length, 2);
    assert.equal(blocks.reduce((sum, { length }) => sum + length, 0), text.length);
  });
});

function place(document: AnnotationDocument, text: string, id: string): string | undefined {
  const found = anchorDocument(document, text).document.annotations.find((annotation) => annotation.id === id);
  return found?.orphaned ? undefined : text.slice(found?.start, found?.end);
}

/** The paragraph with letters exchanged in it, right before and in the words that are asked for. */
function typo(paragraph: string): string {
  return paragraph.replace("lost a propeller", "lots a propexler");
}

function plain(text: string): string {
  return text.replace(/\s+/gu, " ").replace(/[“”]/gu, '"').replace(/—/gu, "-");
}

function trimmed(text: string, { start, end }: { start: number; end: number }): string {
  const words = text.slice(start, end);
  return `${start + words.length - words.trimStart().length}: ${words.trim()}`;
}
