import assert from "node:assert/strict";
import { alignTexts } from "../../../../src/core/anchor/compare/alignTexts.js";
import { anchorDocument } from "../../../../src/core/anchor/anchorDocument.js";
import { findDoubts } from "../../../../src/core/anchor/rungs/aligned/doubts.js";
import { normalizeText } from "../../../../src/core/anchor/compare/normalizedText.js";
import { followAt } from "./follow.js";
import { documentOf, spansOf } from "./revisions.js";

const TITLE = "Lighthouse of Kolka loses its keeper";
const DATE = "Riga, 9 March\n\n";
const LEAD = "The keeper of the lighthouse has told the port that he will leave in May. He came to the island with two dogs and a cello. Nobody has asked for his post so far, and the port may have to let the lamp turn by itself.";
const LABEL = "The harbour master said:\n";
const REST = "The island is an hour from the coast when the sea is calm.\n\nIn winter the boat comes twice a week, and the post with it.\n\n";
/** Sentences that somebody put in, longer than what they part. */
const PUT = "A council of seven clerks had counted the lanterns of the river on that evening and written a letter to the minister. Under the bridge the ferry waited, and the winter was quiet and bright. ";

const CAPTION = "Picture: the harbour of Kolka in the evening, seen from the ferry to the island. ";
const TOWER = "The sea took the first tower of Kolka in the storm of 1823, and the second one was built of stone from the far side of the bay, a hundred steps from the shore. Whoever wants to see it has to ask the port for a boat and a key.";

/** What became of the words at the first place where they stand in the old text: their offset in the new one, -1 for an orphan. */
function follow(words: string, before: string, after: string, isBaseKnown: boolean): number {
  return followAt(before, after, [{ words, start: before.indexOf(words) }], isBaseKnown);
}

suite("near copies", () => {
  const [first = "", second = "", third = ""] = LEAD.split(/(?<=\.) /u).map((sentence) => `${sentence} `);
  const cases: [string, string, string, string][] = [
    ["the last paragraph and a copy of it right behind, sentences put into both", "dogs", `${TITLE}\n\n${DATE}${LEAD}`, `${TITLE}\n\n${DATE}${first}${second}${PUT}${third}${first}${PUT}${second}${PUT}${third}`],
    ["a paragraph and a copy of it right behind, sentences put into the second one", "cello", `${TITLE}\n\n${LEAD}\n\n${REST}`, `${TITLE}\n\n${LEAD}\n\n${first}${PUT}He came to the island with two dogs ${PUT}and a cello. ${third}\n\n${REST}`],
    ["a sentence and a copy of it in which others were put in twice", "He came to the island with two dogs and a cello.", `${TITLE}\n\n${LEAD}\n\n${REST}`, `${TITLE}\n\n${LEAD}\n\n${first}${PUT}He came to the island ${PUT}with two dogs ${PUT}and a cello. ${third}\n\n${REST}`],
    ["a headline and a copy of it, the first one mistyped", "keeper", `${TITLE}\n\n${DATE}${LEAD}\n\n${REST}`, `${TITLE.replace("house", "huose")}\n\n${TITLE}\n\n${DATE}${LEAD}\n\n${PUT}${REST}`],
    ["a headline and a copy of it, words put into both", "loses", `${TITLE}\n\n${DATE}${LEAD}\n\n${REST}`, `Lighthouse ${PUT}of Kolka loses its keeper\n\nLighthouse ${PUT}${PUT}of Kolka loses its keeper\n\n${DATE}${LEAD}\n\n${REST}`],
    ["the date of an article and a copy of it right behind", "9", `${TITLE}\n\n${DATE}${LEAD}\n\n${REST}`, `${TITLE}\n\n${DATE}${DATE}${LEAD}\n\n${PUT}${REST}`],
    ["a sentence and a copy of it right behind", "two dogs", `${TITLE}\n\n${LEAD}\n\n${REST}`, `${TITLE}\n\n${PUT}${first}${second}${second}${third}\n\n${REST}`],
    ["the last sentence of a paragraph and a copy of it right behind", "lamp", `${TITLE}\n\n${LEAD}\n\n${REST}`, `${TITLE}\n\n${first}${PUT}${second}${third}${third}\n\n${REST}`],
    ["a short line and a copy of it right behind", "harbour master", `${DATE}${LABEL}${LEAD}\n\n${REST}`, `${DATE}${LABEL}${LABEL}${LEAD}\n\n${PUT}${REST}`],
  ];
  for (const [name, words, before, after] of cases) {
    for (const isBaseKnown of [false, true]) {
      test(`of ${name} neither is taken, old text ${isBaseKnown ? "" : "not "}known`, () => {
        assert.equal(follow(words, before, after, isBaseKnown), -1);
      });
    }
  }

  for (const isBaseKnown of [false, true]) {
    test(`a copy far away with sentences put into it does not put a paragraph in doubt, old text ${isBaseKnown ? "" : "not "}known`, () => {
      const before = `${TITLE}\n\n${LEAD}\n\n${REST}${TOWER}\n\n`;
      const after = `${before}${first}${PUT}${second}${third}\n`;
      for (const words of ["dogs", "cello", "lamp"]) assert.equal(follow(words, before, after, isBaseKnown), after.indexOf(words));
    });

    test(`what was put in and shares some words with the paragraph before is no copy of it, old text ${isBaseKnown ? "" : "not "}known`, () => {
      const before = `${TITLE}\n\n${LEAD}\n\n${REST}`;
      const after = `${TITLE}\n\n${LEAD}\n\nThe mayor has told the port that he will look for another one, with two dogs or without, before the summer comes.\n\n${REST}`;
      for (const words of ["leave", "cello", "lamp"]) assert.equal(follow(words, before, after, isBaseKnown), after.indexOf(words));
    });
  }

  test("the first words of a paragraph and of its copy are in doubt with the rest, though the headline begins with them", () => {
    const title = "The keeper of Kolka leaves his lighthouse\n\n";
    const before = `${title}${LEAD}`;
    const start = title.length;
    const after = `${title}${first}${PUT}${second}${third.trim()}${first}${second}${PUT}${third}`;
    assert.deepEqual(anchorDocument(documentOf(before, [{ start, end: start + "The keeper".length }]), after, before).orphans, ["a0"]);
  });

  test("a paragraph and a copy of it are in doubt to their end, though a letter near it was mistyped", () => {
    const cargo = "The keeper of Kolka came to the island in the winter with two dogs and a cello, Liga. ";
    const [before, after] = [cargo + REST, cargo.replace("cello", "cexlo").replace("Kolka", `Kolka ${PUT}`) + cargo + REST];
    const end = cargo.indexOf("cello") + "cello".length;
    assert.ok(findDoubts(alignTexts(before, after), normalizeText(before), normalizeText(after)).some((doubt) => doubt.start <= end - 5 && doubt.end >= end));
  });

  test("a paragraph that was moved to the end is found as a whole, and not in the next one, which repeats it and has words put into it", () => {
    const before = `${TITLE}\n\n${CAPTION}${LEAD}\n\n${LEAD} ${TOWER}\n\n${REST}`;
    const after = `${TITLE}\n\n${first}${second}Under the bridge the ferry waited. ${third}${TOWER}\n\n${REST}${CAPTION}${LEAD}`;
    assert.equal(follow("dogs", before, after, true), after.lastIndexOf("dogs"));
    assert.equal(follow("dogs", before, after, false), -1);
  });

  test("of the first word of an article and a mistyped one that begins the copy right behind neither is taken", () => {
    const cargo = "Ferries to Kolka came to the island in the winter with two dogs and a cello. ";
    const after = `${cargo}\n\n${cargo.replace("Ferries", "eFrries").replace("winter", `${PUT}winter`)}\n\n${REST}`;
    assert.equal(follow("Ferries", `${cargo}\n\n${REST}`, after, true), -1);
  });

  for (const isBaseKnown of [false, true]) {
    test(`of the date of an article and a copy of it in which a letter is another one neither is taken, old text ${isBaseKnown ? "" : "not "}known`, () => {
      const before = `${TITLE}\n\n${DATE}${LEAD}\n\n${REST}`;
      const mistyped = DATE.replace("i", "y");
      for (const dates of [mistyped + DATE, DATE + mistyped]) {
        for (const end of ["", PUT]) assert.equal(follow("9", before, `${TITLE}\n\n${dates}${LEAD}\n\n${end}${REST}`, isBaseKnown), -1);
      }
    });

    test(`of a headline with which the article begins and a mistyped copy neither is taken, old text ${isBaseKnown ? "" : "not "}known`, () => {
      for (const title of ["Keeper leaves Kolka\n\n", "The keeper of the lighthouse of Kolka leaves his island in May\n\n"]) {
        const mistyped = title.replace("leaves", "leavs");
        for (const titles of [mistyped + title, title + mistyped]) assert.equal(follow(title.slice(0, 6), title + LEAD + REST, titles + LEAD + REST, isBaseKnown), -1);
      }
    });

    test(`a date that stands behind one like it is found, old text ${isBaseKnown ? "" : "not "}known`, () => {
      const before = `${TITLE}\n\nRiga, 8 March\n\n${DATE}${LEAD}\n\n${REST}`;
      const after = before.replace(LEAD, LEAD + PUT);
      assert.equal(follow("9", before, after, isBaseKnown), after.indexOf("9"));
    });
  }

  test("of two sentences that begin alike, of which the first was moved, the second does not have the words of the first", () => {
    const [great, other] = ["These are great people. ", "These are fantastic people, he said.\n\n"];
    const before = `${TITLE}\n\n${LEAD} ${great}${other}${REST}`;
    const after = `${TITLE}\n\n${great}${LEAD} ${other}${REST}`.replace("\n\nIn winter", `\n\n${PUT}In winter`);
    const start = before.indexOf("are great");
    const [found] = anchorDocument(documentOf(before, [{ start, end: start + 3 }]), after).document.annotations;
    assert.ok(found?.orphaned === true || found?.start === after.indexOf("are great"), String(found?.start));
  });

  for (const isBaseKnown of [false, true]) {
    test(`a sentence that was moved away does not have the words of the next one, which is like it, old text ${isBaseKnown ? "" : "not "}known`, () => {
      const [great, other] = ["It is going to be a real one.", "It is going to be a real flood."];
      const before = `${TITLE}\n\n${LEAD} And then he always speaks of the sea. ${great} ${other}`;
      const after = `${TITLE}\n\n${LEAD} ${great} And then he always speaks of the sea. ${other}`;
      const start = before.indexOf(great);
      const spans = [{ start, end: start + great.length }, ...spansOf(before)];
      for (const end of [`\n\n${PUT}`, ""]) {
        const [found] = anchorDocument(documentOf(before, spans), after + end, isBaseKnown ? before : undefined).document.annotations;
        assert.ok(found?.orphaned === true || found?.start === after.indexOf(great), String(found?.start));
      }
    });
  }

  for (const isBaseKnown of [false, true]) {
    test(`of two parts that are alike with another between them, of which that was moved and a sentence taken out, neither is taken, old text ${isBaseKnown ? "" : "not "}known`, () => {
      const told = `${LEAD} The port will not pay for a new lamp before the summer. ${REST}`;
      const again = told.replace("Nobody has", "No man has");
      const between = `${LABEL}${PUT}${PUT.replace("seven", "three")}\n\n`;
      const sentence = "The port will not pay for a new lamp before the summer. ";
      const before = `${TITLE}\n\n${told}${between}${again}`;
      const after = `${TITLE}\n\n${between}${told}${again.replace(sentence, "")}`;
      const start = before.lastIndexOf("new lamp");
      const spans = ["river on that", "bridge"].map((words) => ({ start: before.indexOf(words), end: before.indexOf(words) + words.length }));
      const [found] = anchorDocument(documentOf(before, [{ start, end: start + 3 }, ...spans]), after, isBaseKnown ? before : undefined).document.annotations;
      assert.equal(found?.orphaned, true, String(found?.start));
    });
  }

  test("of two paragraphs with the same words that changed places, and into which a sentence was put, neither is taken", () => {
    const told = `${LEAD} ${REST.trim().replace("\n\n", " ")} ${LEAD.replaceAll("keeper", "pilot")}`;
    const before = `${TITLE}\n\n${told}.\n\n${told}\n\n${REST}${PUT}`;
    for (const put of ["", PUT]) {
      const after = `${TITLE}\n\n${told.replace("In winter", `${put}In winter`)}\n\n${told}.\n\n${REST}${PUT}${PUT}`;
      for (const words of ["calm", "pilot"]) {
        const spans = [words, "seven clerks"].map((mark) => ({ start: before.indexOf(mark), end: before.indexOf(mark) + mark.length }));
        assert.deepEqual(anchorDocument(documentOf(before, spans), after).orphans.includes("a0"), true, words);
      }
    }
  });

  test("of words that stand twice, of which one was taken out, those that are left are not taken for the others", () => {
    const [lead, again] = ["The keeper has told the port that he will leave the lamp to itself. ", "The mayor said that the keeper has told the port that he will leave the lamp to itself, and nobody else. "];
    const before = `${TITLE}\n\n${lead}${REST}${again}${LEAD}`;
    const after = `${TITLE}\n\n${REST}${lead}${LEAD}`;
    const start = before.lastIndexOf("the port that he will leave the lamp");
    const [found] = anchorDocument(documentOf(before, [{ start, end: start + 8 }]), after).document.annotations;
    assert.equal(found?.orphaned, true);
  });

  test("of the first word of an article and of a copy right behind into which sentences were put neither is taken", () => {
    const title = "Lena J. Berg leaves the lighthouse of Kolka in the middle of May.\n\n";
    const copy = title.replace("J. ", `J. ${PUT}`);
    for (const titles of [title + copy, copy + title]) for (const isBaseKnown of [false, true]) assert.equal(follow("Lena", title + DATE + LEAD, titles + DATE + LEAD, isBaseKnown), -1);
  });

  test("a summary that was moved behind the paragraph that says nearly the same does not have its words", () => {
    const summary = "The keeper of the lighthouse, who has tended the lamp of Kolka for decades, left on Monday with two dogs and a cello, in one of the quietest farewells of the winter so far.\n\n";
    const told = "The keeper of the lighthouse, who has tended the lamp of Kolka for decades, has left with two dogs and a cello, in one of the quietest and longest farewells of the winter so far.\n\n";
    const before = `${TITLE}\n\n${summary}In full\n\n${told}${LABEL}${REST}${LEAD}`;
    const after = `${TITLE}\n\nIn full\n\n${told}${LABEL}${summary}${REST}${PUT}${LEAD}`;
    for (const words of ["for", "tended", "cello", "quietest", "winter"]) {
      for (const marks of [[words], [words, "calm", "week"]]) {
        const spans = marks.map((mark) => ({ start: before.indexOf(mark), end: before.indexOf(mark) + mark.length }));
        for (const base of [undefined, before]) {
          const [found] = anchorDocument(documentOf(before, spans), after, base).document.annotations;
          assert.ok(found?.orphaned === true || found?.start === after.indexOf(summary) + summary.indexOf(words), `${words} at ${found?.start}`);
        }
      }
    }
  });

  for (const put of [PUT, "River lantern stone is there. "]) {
    test(`of a headline and a copy of it right behind, ${put.length} letters put into it and more into the other, neither has its first words`, () => {
      const [head, tail] = ["Kolka allowed to bid for U.S. ", "lamp oil again\n\n"];
      const rest = `${DATE}Kolka's lighthouses are to be allowed to bid once more for U.S. lamp oil, the port has told them. ${LEAD}\n\n`;
      for (const other of [PUT, PUT + PUT]) for (const words of ["Kolka", "bid", "for"]) assert.equal(follow(words, head + tail + rest, head + other + tail + head + put + tail + rest, true), -1);
    });
  }

  for (const [name, tail] of [["", "lamp oil again"], [", mistyped", "lamp oil gaain"]] as const) {
    test(`of a headline and a copy of it right behind, sentences put into it, neither has its short end${name}`, () => {
      const [head, end] = ["Kolka ports allowed to bid for U.S. ", "lamp oil again\n\n"];
      const rest = `${DATE}Kolka's lighthouses are to be allowed to bid once more for U.S. lamp oil, the port has told them. ${LEAD}\n\n`;
      for (const put of ["", PUT]) assert.equal(follow("again", head + end + rest, `${head}${put}${tail}\n\n${head}${PUT}${end}${rest}`, true), -1);
    });
  }

  test("of a headline that stands again as the first line, and a copy of it, sentences put into the first one, none is taken", () => {
    const [head, tail] = ["P.J. Berg ", "urges Kolka to leave the lamps of the island's keepers to themselves"];
    const rest = `\n\nThe lamps should be the port's and nobody's else. ${LEAD}\n\n${REST}`;
    const before = `${head}${tail}\n\n${head}${tail}.${rest}`;
    const after = `${head}${PUT.trim()} ${tail.replace("selves", "xelves")}\n\n${head}${tail}\n\n${head}${tail}.${rest}`;
    for (const words of ["urges", "island", "keepers"]) assert.equal(follow(words, before, after, true), -1, words);
  });

  test("a copy of a paragraph is followed to its start where the words behind a sentence that was put into it stand nearer as well", () => {
    const told = `${second}${third}${first}${TOWER} ${PUT}Nobody else has lived there since, and nobody wants to, as far as anybody knows. The keeper of the lighthouse has asked nobody for leave. The port has given him none, and the winter is not over.\n\n`;
    const [before, after] = [`${TITLE}\n\n${told}`, `${TITLE}\n\n${told}${told.replace(first, `Evening under winter. ${first}`)}`];
    for (const words of ["two dogs", "lamp", "leave in May", "leave."]) assert.equal(follow(words, before, after, true), -1, words);
  });

  test("a word whose neighbour came to another place with it is not what stands there now", () => {
    const before = `${TITLE}\n\n${LEAD}\n\n“Nobody knows yet who will keep the lamp,” Lindberg said.\nLindberg said he would wait for the boat. ${REST}`;
    const after = before.replace("Lindberg said.\n", `${PUT}Monday told a clerk he said. Lindberg said.\n${PUT}`);
    const found = follow("said", before, after, true);
    assert.ok(found === -1 || found === after.indexOf("said", after.indexOf("Lindberg")), String(found));
  });

  test("a word of a sentence that was taken out is not that of a headline which ends nearly like it", () => {
    const [title, brothers] = ["Berg brothers put out three lighthouses and took their keepers along\n\n", "Karl Berg and his brother Lasse Berg. "];
    const before = `${title}${brothers}This week we tell of the deeds of Jan Karl Berg, 31, and his brother, Axel Lasse Berg, 29, who put out several lighthouses and took a keeper along.\n\n${LEAD}\n\n${REST}`;
    const start = before.indexOf("and took a keeper");
    for (const put of ["", PUT]) {
      const after = `${brothers}${PUT}\n\n${title}${put}${LEAD}\n\n${REST}`;
      const [found] = anchorDocument(documentOf(before, [{ start, end: start + 3 }]), after).document.annotations;
      assert.equal(found?.orphaned, true, String(found?.start));
    }
  });

  test("of the last paragraph and a copy right behind, sentences put into both and more into the second, neither is taken", () => {
    const start = "Kolka fishing fleet comes home at lowest level in six years\n\nOctober 20, 2009\n\n";
    const home = "The Kolka fishing fleet came home at its lowest level in over six years on Thursday, having lost 16 boats, or 89.6 tons, bringing it to a level of 465.9. ";
    const [spring, lowest, fallen] = ["It had, at one point, left a spring low of 447.5 behind. ", "It was the lowest level for the harbour since October 9, 2002. ", "The fleet has fallen almost fifteen percent since the start of this year."];
    const before = start + home + spring + lowest + fallen;
    const one = `${home}${spring.replace("spring", "sprign")}${lowest}Report minister the the she told river of. ${fallen}`;
    const other = `${home}${spring}Of of told stone clerk he quietly. ${lowest}${PUT}${PUT}Told evening clerk bright council report she quietly. ${fallen}`;
    const marks = ["The Kolka", "spring", ` ${lowest.trim()}`, "since", "has"];
    const spans = marks.map((mark) => ({ start: before.indexOf(mark), end: before.indexOf(mark) + mark.length }));
    assert.equal(anchorDocument(documentOf(before, spans), start + one + other).orphans.length, marks.length);
  });

  const list = "- Kolka: 85 boats, 8 keepers\n- Roja: 34 boats, 8 keepers\n- Engure: 50 boats, 4 keepers\n\n";
  const photo = "Photo: Agency\n\n";
  for (const [name, words, before, after] of [
    ["the last line of a list, mistyped now, and its copy", "keepers", `${LEAD}\n\n${list}${REST}`, `${LEAD}\n\n${list.replace("50 boats", "50 boets")}- Engure: 50 boats, 4 keepers\n\n${REST}`],
    ["a line under a picture and one like it that was moved right before it with a sentence", "Agency", `${LEAD}\n\n${photo}${REST}${photo}${PUT}`, `${LEAD}\n\nBoats were counted on that evening.\n\n${photo}${photo}${REST}${PUT}`],
  ] as const) {
    test(`of ${name} neither is taken`, () => {
      const start = name.startsWith("the last") ? before.lastIndexOf(words) : before.indexOf(words);
      for (const base of [undefined, before]) {
        const [found] = anchorDocument(documentOf(before, [{ start, end: start + words.length }, ...spansOf(before)]), after, base).document.annotations;
        assert.equal(found?.orphaned, true, String(found?.start));
      }
    });
  }

  test("of a line among others without a full stop and a mistyped copy right beside it neither is taken", () => {
    const [head, tags, tail] = ["---\nauthor: Lena Berg\nsection: Islands\n", "tags: [lamps, Kolka Bay]\n", `---\n\n${TITLE}\n\n${LEAD}\n\n${REST}`];
    const mistyped = tags.replace("lamps", "lomps");
    for (const both of [tags + mistyped, mistyped + tags]) assert.equal(follow("Kolka Bay", head + tags + tail, head + both + tail, false), -1);
  });

  test("words that stand elsewhere as well, in another sentence, are found though a letter of them was mistyped", () => {
    const words = "the keeper of the lighthouse of Kolka";
    const before = `${TITLE}\n\nNobody has seen ${words} since the storm of last week.\n\n${LEAD}\n\nThe mayor wrote to ${words}, but no answer has come.\n\n${REST}`;
    const after = before.replace("lighthouse of Kolka since", "lighthouse of Kolca since");
    assert.equal(follow(words, before, after, false), before.indexOf(words));
  });

  test("a headline and the sentence that repeats it, which changed places, keep their words where that alone has happened", () => {
    const [title, lead] = ["The keeper of Kolka leaves the lamp to itself\n\n", "The keeper of Kolka leaves the lamp to itself.\n\n"];
    const [before, after] = [title + lead + REST, lead + title + REST];
    const start = before.indexOf("keeper");
    const [found] = anchorDocument(documentOf(before, [{ start, end: start + 6 }]), after).document.annotations;
    assert.deepEqual([found?.orphaned, found?.start], [undefined, after.lastIndexOf("keeper")]);
  });

  test("of a headline and a paragraph that begins like it, which changed places, none has the words of the other", () => {
    const [title, lead] = ["Ferries worldwide begin to slow\n\nRiga, 7 October\n\n", "Ferries around the world began to slow today. Behind it are the prices of oil, which the ports of the Baltic pay as well. At six in the evening the price was one of the few that had not gone up."];
    const found = follow("Ferries", title + lead, lead + title, false);
    assert.ok(found === -1 || found === lead.length, String(found));
  });

  test("an older version of the article behind it does not have words that were edited behind something that was taken out", () => {
    const before = `${TITLE}\n\n${DATE}${TOWER}\n\n${LEAD}\n\n${REST}${PUT}`;
    const revised = before.replace("of stone from the far side of ", "").replace("He came to the island with", "He had come with").replace("may have to let", "lets");
    for (const words of ["cello", "asked", "lamp"]) {
      for (const isBaseKnown of [false, true]) {
        const found = follow(words, before, `${revised}\n\nEarlier version:\n\n${before}`, isBaseKnown);
        assert.ok(found === -1 || found === revised.indexOf(words), `${words} at ${found}`);
      }
    }
  });

  test("of a paragraph that was put in once more where the rest of the article was cut off neither is taken", () => {
    const before = `${TITLE}\n\n${DATE}${LEAD}\n\n${REST}${TOWER}\n\n${PUT}`;
    for (const words of ["dogs", "cello", "lamp"]) assert.equal(follow(words, before, `${TITLE}\n\n${DATE}${LEAD}\n\n${LEAD}\n`, true), -1);
  });

  test("a copy right behind a paragraph whose start was rewritten does not have its words", () => {
    const before = `${TITLE}\n\n${LEAD}\n\n${REST}`;
    const rewritten = LEAD.replace("has told the port that he will leave in May. He came to the island with", "has said that he goes in spring, with");
    for (const words of ["cello", "asked", "lamp"]) {
      const found = follow(words, before, `${TITLE}\n\n${rewritten}\n\n${LEAD}\n\n${REST}`, true);
      assert.ok(found === -1 || found < TITLE.length + rewritten.length, `${words} at ${found}`);
    }
  });

  test("of a sentence that was moved the first words are not those of another one that stands in its place", () => {
    const [moved, next] = ["The harbour master of Kolka on Monday counted 86 boats and 88 nets in the bay. ", "The mayor of the island heard it from him at the fish market that evening, with all who were there. "];
    const before = `${TITLE}\n\n${moved}${next}${LEAD}`;
    const after = `${TITLE}\n\nThe harbour master of Kolka said that he would go on. ${next}${moved}${LEAD}`;
    for (const isBaseKnown of [false, true]) {
      const found = follow("harbour master of Kolka", before, after, isBaseKnown);
      assert.ok(found === -1 || found === after.lastIndexOf("harbour master of Kolka"), String(found));
    }
  });
});
