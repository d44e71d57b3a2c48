import assert from "node:assert/strict";
import { anchorDocument } from "../../../../../src/core/anchor/anchorDocument.js";
import { normalizeText } from "../../../../../src/core/anchor/compare/normalizedText.js";
import { wholeText } from "../../../../../src/core/anchor/oldText/sketch.js";
import { holdsTwoVersions } from "../../../../../src/core/anchor/oldText/versions.js";
import { followAt } from "../follow.js";
import { documentOf, spansOf } from "../revisions.js";

const FIRST = "Keeper of the lighthouse leaves in May after nine winters on the rock.\n\n";
const TOLD = "He came to the island with two dogs and a cello. Nobody has asked for his post so far. The port may have to let the lamp turn by itself.\n\n";
const ISLAND = "The island is an hour from the coast when the sea is calm, and the harbour has room for six boats.\n\n";
const TOWER = "The sea took the first tower in the storm of 1823, and the second one was built of stone from the bay.\n\n";
const WINTER = "Whoever misses the boat in winter has to wait for the next one, and for the wind to turn.\n\n";
const BEFORE = FIRST + ISLAND + TOLD + TOWER + WINTER;
const PUT = "A council of seven clerks counted the lanterns of the river on that evening. ";

/** Where words of the article went that are marked alone, -1 for an orphan. */
function follow(words: string, after: string, isBaseKnown = true): number {
  return followAt(BEFORE, after, [{ words, start: BEFORE.indexOf(words) }], isBaseKnown);
}

/** Words that came to others where all that an analysis may have marked is known. */
function wrongOnes(after: string, isBaseKnown: boolean, isTrue: (start: number) => boolean): string[] {
  const { document } = anchorDocument(documentOf(BEFORE, spansOf(BEFORE)), after, isBaseKnown ? BEFORE : undefined);
  return document.annotations.filter(({ orphaned, start }) => orphaned !== true && !isTrue(start)).map(({ text, start }) => `${text} at ${start}`);
}

suite("paragraphs that were copied", () => {
  const [dogs = "", post = "", lamp = ""] = TOLD.split(/(?<=\.) /u);

  test("a copy does not have the words that were cut out of the paragraph in its place", () => {
    for (const [cut, words] of [[`${dogs} `, "cello"], [` ${lamp.trim()}`, "turn"]] as const) {
      const told = TOLD.replace(cut, "");
      for (const after of [FIRST + ISLAND + told + TOWER + TOLD + WINTER, FIRST + TOLD + ISLAND + told + TOWER + WINTER]) assert.equal(follow(words, after), -1, words);
    }
  });

  test("of a paragraph and a copy of it that were both put elsewhere neither has the words", () => {
    const after = FIRST + ISLAND + TOWER + TOLD + WINTER + TOLD.trimEnd();
    for (const words of ["cello", "post", "turn"]) assert.equal(follow(words, after.replace(WINTER, PUT + WINTER + PUT)), -1, words);
  });

  test("of a paragraph and a copy right beside it, of which one was edited, neither has the words", () => {
    for (const [one, two] of [[TOLD, TOLD.replace(`${post} `, "")], [TOLD.replace(`${post} `, PUT), TOLD], [TOLD.replace(dogs, PUT.trim()), TOLD]] as const) {
      for (const words of ["cello", "asked", "turn"]) assert.equal(follow(words, FIRST + ISLAND + one + two + TOWER + WINTER), -1, words);
    }
  });

  test("words are found where their paragraph has its neighbours, whichever of it and a copy elsewhere was edited", () => {
    for (const [told, copy] of [[TOLD, TOLD], [TOLD, TOLD.replace(post, PUT.trim())], [TOLD.replace(dogs, `${PUT}${dogs}`), TOLD], [TOLD.replace("two", "tow"), TOLD.replace("dogs", "cats")]] as const) {
      for (const after of [FIRST + ISLAND + told + TOWER + WINTER + copy, FIRST + copy + ISLAND + told + TOWER + WINTER]) {
        const place = after.indexOf(ISLAND + told) + ISLAND.length;
        for (const words of ["cello", "turn"]) assert.equal(follow(words, after), after.indexOf(words, place), `${words} in ${told}`);
      }
    }
  });

  test("words are found in a section that was copied elsewhere as a whole, by what stands around all of it", () => {
    const section = ISLAND + TOLD + TOWER;
    const [last, more] = ["The council meets again in June, said the mayor, and the lamp will be on its list.\n\n", "Until then the pilots of the port take turns on the rock, a week each.\n\n"];
    const before = FIRST + section + WINTER + last + more;
    for (const after of [before + section.trimEnd(), FIRST + section + WINTER + section + last + more, section + before]) {
      const place = after.indexOf(FIRST + section);
      for (const words of ["six boats", "cello", "asked", "first tower"]) {
        for (const isBaseKnown of [true, false]) {
          const marks = isBaseKnown ? [] : spansOf(before).map(({ start, end }) => ({ words: before.slice(start, end), start }));
          assert.equal(followAt(before, after, [{ words, start: before.indexOf(words) }, ...marks], isBaseKnown), after.indexOf(words, place), words);
        }
      }
    }
  });

  test("lines from amid the one paragraph of an article, put before it, take nothing from it", () => {
    const [towns, years] = [["Kolka", "Roja", "Engure", "Mazirbe", "Talsi", "Dundaga"], [1823, 1841, 1867, 1902, 1911, 1934]];
    const told = [...towns, ...towns.map((town) => `East ${town}`), ...towns.map((town) => `New ${town}`)].map((town, index) => TOWER.replace("1823", `${(years[index % 6] ?? 0) + index}`).replace("the bay", town) + WINTER.replace("the boat", `the boat to ${town}`) + PUT.replace("river", town));
    const one = (FIRST + ISLAND + TOLD + told.join("")).replaceAll("\n\n", " ").trim();
    const names = ["An hour from the coast when the sea is calm, and the harbour has room for six boats", "nine winters on the rock", "lanterns of the Talsi on that"];
    for (const after of [`${names.join("\n\n")}\n\n${one}`, `${one}\n\n${names.join("\n\n")}`]) {
      const place = after.indexOf(one);
      for (const words of ["lighthouse", "cello", "asked", "1869"]) {
        assert.equal(followAt(one, after, [{ words, start: one.indexOf(words) }], true), after.indexOf(words, place), words);
      }
    }
  });

  test("a sentence that was copied within its paragraph is found by what stands next to it", () => {
    const after = BEFORE.replace(lamp, `${lamp.trim()} ${dogs}\n\n`);
    assert.equal(follow("cello", after), after.indexOf("cello"));
  });
});

suite("paragraphs that were copied, of which little is known", () => {
  test("words are found where they were, though a copy stands next to what is known next", () => {
    const unknown = "Nobody knows what the clerks wrote into the books of that year, and the books went down with the ferry. The winter was long, and the ice held until the first week of May, as it had not for thirty years.\n\n".repeat(4);
    const [head, tail] = [FIRST + TOLD + unknown, ISLAND + TOWER + WINTER];
    const before = head + tail;
    const marks = ["room for six", "boats", "The sea took", "first tower in the storm"].map((words) => ({ words, start: before.indexOf(words) }));
    for (const words of ["asked for his post", "so far"]) {
      const start = before.indexOf(words);
      assert.equal(followAt(before, head + TOLD + tail, [{ words, start }, ...marks]), start, words);
    }
  });
});

suite("two versions of an article", () => {
  const revised = BEFORE.replace("two dogs", "three dogs").replace("an hour", "half an hour").replace(TOWER, "");
  const older = BEFORE.replace("nine winters", "many winters").replace("Nobody has", `${PUT}Nobody has`);

  for (const isBaseKnown of [false, true]) {
    test(`neither has the words of the other, old text ${isBaseKnown ? "" : "not "}known`, () => {
      for (const [article, other] of [[revised, older], [revised, BEFORE], [BEFORE, older], [BEFORE, BEFORE]] as const) {
        assert.deepEqual(wrongOnes(`${article}${other}`, isBaseKnown, (start) => start < article.length), []);
        assert.deepEqual(wrongOnes(`${other}Earlier version:\n\n${article}`, isBaseKnown, (start) => start >= other.length), []);
      }
    });
  }

  const others: [string, string, boolean][] = [
    ["an older version before the article", older + revised, true],
    ["the article twice", BEFORE + BEFORE, true],
    ["a paragraph twice", BEFORE + TOLD, false],
    ["another article", BEFORE + PUT.repeat(8), false],
    ["the article itself", BEFORE, false],
  ];
  for (const [name, after, expected] of others) {
    test(`a text with ${name} holds ${expected ? "two versions" : "one version"}`, () => {
      assert.equal(holdsTwoVersions(wholeText(BEFORE), normalizeText(BEFORE), BEFORE.length, normalizeText(after)), expected);
    });
  }
});
