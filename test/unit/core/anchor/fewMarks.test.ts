import assert from "node:assert/strict";
import { anchorDocument } from "../../../../src/core/anchor/anchorDocument.js";
import { withoutFields } from "../../../../src/core/document/fields.js";
import { followAt } from "./follow.js";
import { documentOf } from "./revisions.js";

const LEAD = "The keeper of the lighthouse has told the port that he will leave in May. He came to the island with two dogs and a cello. ";
const POST = "Nobody has asked for his post so far, and the port may have to let the lamp turn by itself. ";
const ISLAND = "The island is an hour from the coast when the sea is calm. ";
const WINTER = "In winter the boat comes twice a week, and the post with it. Whoever misses it has to wait for the next one, and for the wind to turn. ";
/** Sentences that somebody put in. */
const PUT = "A council of seven clerks had counted the lanterns of the river on that evening. ";
const OTHER = "Under the bridge waited the old ferry. ";

/** Where the first of some words went that alone are marked, each at the first place where it stands in the old text; -1 for an orphan. */
function follow(before: string, after: string, ...marks: readonly string[]): number {
  return followAt(before, after, marks.map((words) => ({ words, start: before.indexOf(words) })));
}

function paragraph(words: string): string {
  return `${words.trim()}\n\n`;
}

/** An article with a list in it. */
function list(...lines: readonly string[]): string {
  return `${LEAD}${POST.trim()}\n\n${lines.join("")}\n${WINTER}`;
}

suite("few marks in a text that nobody has any more", () => {
  test("of a paragraph that stands twice, of which one was moved in front of the other, neither has the words of the other", () => {
    const [title, told, between] = ["Keeper leaves\n\n", `${LEAD}${POST}${ISLAND.trim()}\n\n`, `${WINTER.trim()}\n\n`];
    const before = title + told + between + told;
    const after = told.replace(POST, PUT + POST) + title + told.replace(ISLAND.trim(), "") + between + PUT;
    const found = follow(before, after, "asked", "misses");
    assert.ok(found === -1 || found === after.lastIndexOf("asked"), String(found));
  });

  test("a sentence that was taken out does not have the words of the next one, which is like it", () => {
    const [island, noon] = [`${ISLAND.trim()}\n\n`, "At noon the wind had turned.\n\n"];
    const said = `“${LEAD}And he always speaks of the sea. `;
    const [storm, flood] = ["It is going to be a real storm. ", "It is going to be a real flood.”"];
    assert.equal(follow(island + noon + said + storm + flood, noon + island + said + OTHER + flood, storm.trim(), "calm"), -1);
  });

  test("the words with which a sentence began that was taken out are not those with which the next one begins", () => {
    const [gone, next] = ["The harbour master has three more lamps to light by the summer. ", "The harbour master already has eight of them, and had asked for more before. "];
    const before = `${LEAD}${POST}${gone}${next}${WINTER}`;
    assert.equal(follow(before, before.replace(gone, ""), "The harbour master", "dogs", "misses"), -1);
  });

  test("the first word of a headline that was taken out is not that of the next paragraph", () => {
    const [title, date] = ["Kolka Engines ferry sales plunge by half this year\n\n", "1 April 2009\n\n"];
    const rest = `Kolka Engines Company (KE) told the port on Wednesday that its sales had halved. ${LEAD}${WINTER}`;
    for (const between of [date, ""]) assert.equal(follow(title + between + rest, between + rest, "Kolka", "port", "dogs", "misses"), -1);
  });

  test("words that were taken out are not those like them that stand next to where they were", () => {
    const before = `${LEAD}And I’m just not quite there yet. I’m not quite there yet.”\n\nWhen the keeper used the words, “I’m not quite there yet,” he was echoing the pilot, who used the same words when asked in May if he would go. ${WINTER}`;
    const after = before.replace("When the keeper used the words, “I’m not quite there yet,”", "").replace(" I’m not", ` ${PUT}I’m not`);
    const marks = ["pilot", "misses"].map((words) => ({ words, start: before.indexOf(words) }));
    assert.equal(followAt(before, after, [{ words: "quite", start: before.lastIndexOf("quite") }, ...marks]), -1);
  });

  test("what was said twice and is taken out once, but for its end, is not what was said the other time", () => {
    const [slow, port] = ["“But even so, I have been slow, I think, with the lamps of the island.", " I think the port is.”"];
    const before = `${LEAD}\n\n“I love lamps, and I’ve always tried to keep them well,” Berg said. ${slow}${port}\n\n“I think of myself as a fairly quiet man. I love lamps, and I’ve always tried to keep them well,” he said. ${slow}${port}\n\n${WINTER}`;
    assert.equal(follow(before, before.replace(` ${slow}`, ""), slow + port, "dogs", "misses"), -1);
  });

  test("of two paragraphs that say the same and changed places and were changed, neither has the words of the other", () => {
    const [title, told, picture] = ["Keeper leaves\n\n", `${LEAD}${POST}${ISLAND}Nobody left before the letter from Lena Berg had been read by all. `, "Axel Lasse, Kolka"];
    const before = `${title}${told}${picture}.\n\n${told}${picture}\n\n${WINTER}`;
    const after = `${title}${OTHER}${told}${picture}\n\n${told.replace(ISLAND, `${PUT}${PUT}${ISLAND}`).trim()}\n\n${PUT}${WINTER}`;
    const apart = `${title}${OTHER}${told}${picture}\n\n${told.replace("Nobody left", `${PUT}${OTHER}Nobody left`)}${picture}.\n\n${PUT}${WINTER}`;
    for (const [changed, words] of [[after, "Lena Berg"], [apart, "before"]] as const) {
      const found = follow(before, changed, words);
      assert.ok(found === -1 || found === changed.lastIndexOf(words), `${words} at ${found}`);
    }
  });

  test("of a sentence and a copy between it and the one before, sentences put in between, neither is taken", () => {
    const said = "It was built for the port, said the keeper of the lamps of the lighthouse of Kolka. ";
    const [last, rest] = ["The last lamp of the tower was the ninth one made by the works of Riga, the old home of the trade. ", "It also marked the end of an age. "];
    const before = `${LEAD}${said}${last}${rest}${WINTER}`;
    const after = `${LEAD}${PUT}${said.replace("and", "annd")}${last}${"Bright winter sky. ".repeat(22)}${last}${rest}${WINTER}`;
    assert.equal(follow(before, after, "last", "dogs", "told the port", "said the", "age"), -1);
  });

  test("words of which others stand next to like words are found where sentences were put in behind them", () => {
    const before = `Kolka radio on Monday\n\nBerg will be asked about what he said of the ferry.\n\nBerg will ask Mr. Jan Karl about the vote on the lamps.\n\nBerg will ask the keeper Axel Lasse of Kolka about the winter and Mr. Karl about the storm.\n\n${LEAD}${WINTER}`;
    const after = before.replace("Mr. Jan", `Mr. ${PUT}${OTHER}Jan`).replace(WINTER, `${PUT}${WINTER}`);
    const words = "will ask Mr.";
    assert.equal(followAt(before, after, [{ words: "will", start: before.indexOf(words) }]), after.indexOf(words));
  });

  test("the end of a sentence is found where others were put in behind it", () => {
    const before = `${LEAD.trim()} Nobody asked what was to be told about the old dogs” in him. ${WINTER}`;
    const after = before.replace(WINTER, PUT + WINTER);
    assert.equal(follow(before, after, "him"), after.indexOf("him"));
  });

  test("a headline is found that the first sentence repeats in other words, though sentences were put in elsewhere", () => {
    for (const [title, lead, words] of [["Ferry fares worldwide continue to fall\n\n7 October\n\n", "Ferry fares around the world continued to fall today, the ports said. ", "Ferry"], ["Lena Berg wins the isle's vote.\n\n", "Lena Berg has won the isle's vote, three of the clerks have told the port. ", "wins"]] as const) {
      const before = `${title}${lead}${LEAD}${WINTER}`;
      const after = before.replace(WINTER, `${PUT}${OTHER}${WINTER}`);
      assert.equal(follow(before, after, words, "misses"), after.indexOf(words), words);
    }
  });

  test("words of which a copy has something put in next to it are found", () => {
    const told = "the port has told the keeper that half of the “isle folk” asked to go, ";
    const [first, second] = [`In the evening ${told}and the old ones stayed at home with their dogs and all they had. `, `At noon ${told}while nobody who was over eighty years of age had said a word of it. `];
    const before = ISLAND + first + LEAD + second + WINTER;
    const after = ISLAND + PUT + first + PUT + LEAD + second.replace("asked", `${OTHER}asked`) + PUT + WINTER;
    assert.equal(follow(before, after, "asked", "May", "calm"), after.indexOf("asked"));
  });

  test("a line that stands all over a text and was moved next to another one like it is not told from that", () => {
    const line = "Share this article\n\n";
    const [first, second] = [[LEAD, POST, ISLAND], [WINTER, OTHER]].map((parts) => parts.map((words) => paragraph(words) + line).join(""));
    const before = `${first}${second}`;
    const start = before.lastIndexOf("this");
    assert.equal(followAt(before, `${first}${line}${before.slice(first?.length, -line.length)}`, [{ words: "this", start }]), -1);
  });

  test("of a long paragraph and a copy right behind it, from which a sentence was taken, neither is taken", () => {
    const told = `${LEAD}${POST}${ISLAND}${WINTER}The lamp of the tower was made by the works of Riga, the old home of the trade, and nobody there can make another one.`;
    const [start, end] = [paragraph(OTHER), paragraph("At noon the wind had turned.")];
    const copies = [paragraph(told), paragraph(told.replace(ISLAND, ""))];
    for (const both of [copies, copies.toReversed()]) assert.equal(follow(start + paragraph(told) + end, start + both.join("") + end, "cello"), -1);
  });

  test("a copy of a paragraph has not its words, though a sentence that was taken out of it is there, where all around them is as it was", () => {
    const said = "“The keeper is not about that.”";
    const told = `${said} He will speak of the lamp in the evening, as he has throughout the winter, to the clerks and to the port. `;
    const gone = "Nobody else has lived there since, and nobody wants to, as far as anybody knows.";
    const [head, rest] = [paragraph(LEAD) + paragraph(POST), paragraph(ISLAND) + paragraph(WINTER)];
    const before = head + rest + paragraph(told + gone) + paragraph(OTHER);
    const after = head + paragraph(told + gone) + paragraph(PUT) + rest + paragraph(told) + paragraph(OTHER);
    const found = follow(before, after, said, "anybody knows");
    assert.ok(found === -1 || found === after.lastIndexOf(said), String(found));
  });

  test("the last words of a list are not those of the line before, where the last line was moved away", () => {
    const lines = ["- Engure: 38 boats, 1 keepers\n", "- Roja: 65 boats, 7 keepers\n", "- Mersrags: 80 boats, 5 keepers\n"].join("");
    const last = "- Pape: 49 boats, 8 keepers\n";
    const before = paragraph("Lamps of the coast") + paragraph(LEAD) + paragraph(lines + last) + WINTER;
    const after = paragraph("Lamp of the coast") + paragraph(last) + paragraph(LEAD) + paragraph(lines) + WINTER;
    const marks = ["dogs", "misses"].map((words) => ({ words, start: before.indexOf(words) }));
    const found = followAt(before, after, [{ words: "keepers", start: before.lastIndexOf("keepers") }, ...marks]);
    assert.ok(found === -1 || found === after.indexOf("keepers", after.indexOf("Pape")), String(found));
  });

  test("of the same line before and behind another one, which changed places with one of them, neither has the words of the other", () => {
    const [line, other] = [paragraph("We need the lamp now."), paragraph("You're right.")];
    const [before, after] = [`${paragraph(LEAD)}${line}${other}${line}${WINTER}`, `${paragraph(LEAD)}${line}${line}${other}${WINTER}`];
    for (const isBaseKnown of [false, true]) {
      const marks = [before.indexOf("need"), before.lastIndexOf("need")].map((start) => ({ words: "need", start }));
      const [first, second] = [followAt(before, after, marks, isBaseKnown), followAt(before, after, marks.toReversed(), isBaseKnown)];
      assert.ok(first !== after.lastIndexOf("need") && second !== after.indexOf("need"), `${first}, ${second}`);
    }
  });

  test("of a sentence that stands twice in a row the first one is found where it was moved, and the second does not have its words", () => {
    const said = "We need the lamp.";
    const before = `${paragraph(LEAD)}${paragraph(POST)}${paragraph(`${said} ${said}`)}${WINTER}`;
    const after = `${paragraph(`${LEAD.trim()}${said}`)}${paragraph(POST)} ${paragraph(said)}${WINTER}`;
    assert.equal(followAt(before, after, [{ words: "need", start: before.indexOf("need") }]), after.indexOf("need"));
  });

  const phrases: [string, string][] = [
    [`He built the first lamp of the coast and was one of the founders [of] the modern guild of keepers. ${ISLAND}`, "Her uncle is now widely known as one of the founders of lantern science. "],
    ["The hearing must now include the letters from [the] former keeper of the light and his two mates, as the clerk said. ", "She had met them during the former keeper of the light’s last winter on the rock. "],
    ["It was so for Ilze Kalna, for Lasse Lind and for the former harbour master [Karl Berg].\n\n", "At the table will be the former harbour master Karl Berg, the baker and two pilots. "],
  ];
  for (const [told, other] of phrases) {
    test(`a phrase that another article shares is no place of words: ${other}`, () => {
      const [words = ""] = /(?<=\[)[^\]]+/u.exec(told) ?? [];
      const before = LEAD + told.replaceAll(/[[\]]/gu, "") + WINTER;
      assert.equal(followAt(before, `${POST}${OTHER}${PUT}${paragraph(PUT)}${other}${OTHER}`, [{ words, start: LEAD.length + told.indexOf("[") }]), -1);
    });
  }

  test("a line of a list that was taken out is not the next one, which differs from it in a name and a figure; a mistyped one is found", () => {
    const [one, two, three] = ["1. Kolka will get 6 million euros for its harbour.\n", "2. Roja will get 2 million euros for its harbour.\n", "3. Mazirbe will get 8 million euros for its harbour.\n"];
    const [before, words] = [list(one, two, three), " Roja will get 2 million euros for its harbour."];
    assert.equal(follow(before, list(one, three), words, "dogs", "misses"), -1);
    const mistyped = list(one, two.replace("million", "milion"), three);
    assert.equal(follow(before, mistyped, words, "dogs", "misses"), mistyped.indexOf("Roja"));
  });

  test("what is told twice and taken out the first time is not what is told the second time; taken out the second time, the first one is found", () => {
    const told = "The council has not allowed anybody to light the lamp before Easter.\n\n";
    const [first, second] = [paragraph(LEAD) + told + paragraph(POST), paragraph(WINTER) + told + paragraph(ISLAND)];
    const before = first + second;
    const words = ["The council has not allowed anybody to light the lamp before Easter.", "dogs", "misses", "calm"];
    assert.equal(follow(before, first.replace(told, "") + second, ...words), -1);
    assert.equal(follow(before, paragraph(PUT) + first.replace(told, "") + second, ...words), -1);
    const after = first + second.replace(told, "");
    assert.equal(follow(before, after, ...words), after.indexOf(told));
  });

  test("a headline that was moved is found, though the first words of the paragraph behind it, which repeats it, stayed", () => {
    const [title, told] = ["Keeper Lasse Berg leaves his lighthouse in May.\n\n", `Keeper Lasse Berg leaves his post, as he told the port. ${LEAD}\n\n`];
    const before = `${title}${told}${paragraph(POST)}${paragraph(ISLAND)}${WINTER}`;
    const after = `${told}${paragraph(POST)}${title}${paragraph(ISLAND)}${WINTER}`;
    assert.equal(follow(before, after, "lighthouse in", "misses"), after.indexOf("lighthouse in"));
  });

  test("words that stood twice, of which nobody wrote that down, do not both have the one place that is left", () => {
    const said = "The lesson of the winter is that he will not promise a lamp to anybody. “Nobody needs more of that,” he has said.\n\n";
    const story = Array.from({ length: 60 }, (_, index) => `In the year ${1900 + index} the boats of the port were ${index * 7}. `).join("");
    const before = `Abstract.\n\n${LEAD.trim()}\n\n${said}Full text.\n\n${story}\n\n${said}${ISLAND}\n\n${WINTER}`;
    const document = documentOf(before, [...before.matchAll(/“.*”|he(?= has)|has said|\b\d{4}/gu)].map(({ 0: words, index }) => ({ start: index, end: index + words.length })));
    const annotations = document.annotations.map((annotation) => withoutFields(annotation, "copies", "alike"));
    for (const after of [before.replace(LEAD.trim(), "").replace(said, said.replace("The lesson of the winter is", "Mrs.")).replace(`${story}\n\n${said}`, ""), `${story}${said}${WINTER}`, `Abstract.\n\n${said}${WINTER}`]) {
      const placed = anchorDocument({ ...document, annotations }, after).document.annotations.filter(({ orphaned }) => orphaned !== true);
      assert.equal(new Set(placed.map(({ start }) => start)).size, placed.length);
    }
  });
});
