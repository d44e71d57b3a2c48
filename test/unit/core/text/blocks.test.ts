import assert from "node:assert/strict";
import * as fc from "fast-check";
import { readArticle } from "../../../../src/core/text/readArticle.js";

/** Every block as "kind: text", line ends inside as spaces, a label in front as "<label>". */
function blocksOf(text: string): string[] {
  const article = readArticle({ text });
  return article.blocks.map(({ kind, start, end, label }) => {
    const mark = label === undefined ? "" : `<${text.slice(label.start, label.end)}> `;
    return `${kind}: ${mark}${text.slice(start, end).replaceAll(/\s+/gu, " ")}`;
  });
}

const PROSE = "The council met on Monday and voted against the plan for the harbor.";
const MORE = "Nobody in the hall was surprised, and the mayor left before the end.";

suite("blocks of plain text", () => {
  suite("line ends", () => {
    for (const [name, lineEnd] of Object.entries({ LF: "\n", CRLF: "\r\n", CR: "\r", NEL: "\u0085", LS: "\u2028", PS: "\u2029", "form feed": "\f" })) {
      test(`${name} parts paragraphs`, () => {
        assert.deepEqual(blocksOf(`${PROSE}${lineEnd}${lineEnd}${MORE}${lineEnd}`), [`paragraph: ${PROSE}`, `paragraph: ${MORE}`]);
      });
    }
    test("a byte order mark is no part of the first block", () => {
      assert.deepEqual(blocksOf(`\uFEFF${PROSE}`), [`paragraph: ${PROSE}`]);
    });
    test("one paragraph a line", () => {
      const long = `${PROSE} ${MORE} ${PROSE}`;
      assert.deepEqual(blocksOf(`${long}\n${long}\n${MORE}`), [`paragraph: ${long}`, `paragraph: ${long}`, `paragraph: ${MORE}`]);
    });
    test("text wrapped by hand is joined", () => {
      const text = [
        "The council met on Monday and voted against the plan for the",
        "harbor, which had been on the table for eleven years. Nobody in",
        "the hall was surprised, and the mayor left before the end.",
        "",
        "“We have waited long enough,” said Ida Brandt, who runs the fish",
        "market. “Another eleven years and there will be no fish to sell.”",
        "She then went home.",
      ];
      const [first, second] = [text.slice(0, 3).join(" "), text.slice(4).join(" ")];
      assert.deepEqual(blocksOf(text.join("\n")), [`paragraph: ${first}`, `paragraph: ${second}`]);
      assert.deepEqual(blocksOf(text.join("\r\n")), [`paragraph: ${first}`, `paragraph: ${second}`]);
    });
    test("sentences on lines of their own are joined where blank lines part paragraphs", () => {
      const lines = ["The council met on Monday in the old hall.", "It voted against the plan for the harbor.", "", "“We have waited long enough,” Ida Brandt said.", "She runs the fish market beside the old bridge and has for thirty years."];
      const [first, second] = [lines.slice(0, 2).join(" "), lines.slice(3).join(" ")];
      assert.deepEqual(blocksOf(lines.join("\n")), [`paragraph: ${first}`, `paragraph: ${second}`]);
      // without blank lines nothing tells paragraphs of one sentence from sentences
      assert.equal(blocksOf(lines.filter((line) => line !== "").join("\n")).length, 4);
    });
    test("turns of a talk are paragraphs of their own, by whatever blank lines they are parted", () => {
      const talk = ["Anna: Where is the ferry?", "Ben: It left an hour ago.", "Dr. Hale: Who told you that?", "", "Anna: The captain said so.", "Ben: Then ask him.", "Dr. Hale: I did."];
      assert.equal(blocksOf(talk.join("\n")).length, 6);
      const log = ["10:02 The council met.", "10:03 Nobody spoke.", "10:09 The mayor left.", "", "10:15 Rain began.", "10:17 The hall was closed."];
      assert.equal(blocksOf(log.join("\n")).length, 5);
    });
    test("a headline and a dateline are cut off where line breaks were lost", () => {
      assert.deepEqual(blocksOf(`Council votes on harbor today. BRINDLE — ${PROSE} ${MORE}`), ["heading: Council votes on harbor today.", "dateline: BRINDLE —", `paragraph: ${PROSE} ${MORE}`]);
      assert.deepEqual(blocksOf(`Council votes on harbor . BRINDLE, Ohio (AP) -- ${PROSE}`), ["heading: Council votes on harbor .", "dateline: BRINDLE, Ohio (AP) --", `paragraph: ${PROSE}`]);
      assert.equal(blocksOf(`The council met. NATO did not. ${PROSE}`).length, 1);
    });
    test("a narrow column is joined, verse is not", () => {
      const column = ["The council met on Monday and voted", "against the plan for the harbor, and", "nobody in the hall was surprised. The", "mayor left before the end, and went", "home."];
      assert.deepEqual(blocksOf(column.join("\n")), [`paragraph: ${column.join(" ")}`]);
      const verse = ["I said that I would wait for you,", "Beneath the alder tree;", "The river said: “Be brave, be true,”", "And nobody told me.", "The wind went home."];
      assert.equal(blocksOf(verse.join("\n")).length, verse.length);
    });
    test("a line that goes on in small letters is joined", () => {
      assert.deepEqual(blocksOf("The council met on Monday and voted against\nthe plan for the harbor."), ["paragraph: The council met on Monday and voted against the plan for the harbor."]);
    });
    test("nothing at all", () => {
      assert.deepEqual(blocksOf(""), []);
      assert.deepEqual(blocksOf(" \n\t\r\n"), []);
    });
  });

  /** Written as the lines of a text, each a paragraph; expected are the kinds. */
  const lines: readonly [line: string, kinds: string][] = [
    // headings and what is none
    ["“The tallest bridge in the county.” ― Ann Doe", "paragraph"],
    ["Harbor plan fails again", "heading"],
    ["HARBOR PLAN FAILS AGAIN!", "heading"],
    ["Mayor calls vote 'a disgrace'", "heading"],
    ["\"So far, it holds.\" - Ida Brandt", "paragraph"],
    ["The plan failed.", "paragraph"],
    ["The mayor said:", "paragraph"],
    ["Who paid for it?", "paragraph"],
    ["“We are done”", "paragraph"],
    ["and nobody came back", "paragraph"],
    // header lines
    ["Published: 6 April 2021", "header"],
    ["Updated at 1:33 p.m. on Thursday, March 29, 2018.", "header"],
    ["date 2021-04-06", "header"],
    ["2021-04-06", "header"],
    ["Tuesday, April 6, 2021 10:30 AM EDT", "header"],
    ["LINK: https://example.org/a", "header"],
    ["On 6 April 2021 the council met for the first time in the new hall.", "paragraph"],
    ["Updated rules for the harbor come into force in May, the council said.", "paragraph"],
    // bylines
    ["By Jane Doe", "byline"],
    ["By JANE DOE and John Roe, Staff Writers", "byline"],
    ["Jane Doe, Court Reporter", "byline"],
    ["(Reporting by Jane Doe in Oslo; editing by John Roe)", "byline"],
    ["Associated Press writer Jane Doe contributed to this report.", "byline"],
    ["Jane Doe of Hale, CoEditor", "heading"],
    ["By noon the hall was empty.", "paragraph"],
    ["By the end of May everybody had left the harbor, he said.", "paragraph"],
    // captions
    ["Photo: Jane Doe", "caption"],
    ["FILE - Mayor Ida Brandt speaks in Bergen on May 5, 2020.", "caption"],
    ["Mayor Ida Brandt speaks in Bergen. (AP Photo/Jane Doe)", "caption"],
    ["A ship leaves the harbor. REUTERS/Jane Doe", "caption"],
    [`Photo credit: Jane Doe. ${"Mayor Ida Brandt has said that the ferry will leave the harbor of Bergen twice a day. ".repeat(5).trimEnd()}`, "paragraph"],
    ["The photo shows a ship that left the harbor.", "paragraph"],
    ["He posted a video of the vote. (The video was later removed.)", "paragraph"],
    // teasers
    ["READ | Harbor plan fails for the third time", "teaser"],
    ["Also read: Harbor plan fails for the third time", "teaser"],
    ["Related: Who owns the fish market?", "teaser"],
    ["Click here to read the whole story.", "teaser"],
    ["Sign up for our newsletter.", "teaser"],
    ["Read the minutes, he told the council, and then vote.", "paragraph"],
    ["More and more ships pass the harbor by.", "paragraph"],
    // list items
    ["- three new piers and a shed", "listItem"],
    ["• “No pier at all,” said Brandt.", "listItem"],
    ["2. A shed for the nets.", "listItem"],
    ["2.5 million people live there.", "paragraph"],
    // entries and crossheads of a live report
    ["17:42", "heading"],
    ["5.31pm GMT", "heading"],
    ["9 a.m.", "heading"],
    ["1931", "paragraph"],
    ["'We heard the roof go'", "heading"],
    ["‘We heard the roof go.’", "paragraph"],
    ["“We heard the roof go”", "paragraph"],
  ];
  for (const [line, kind] of lines) {
    test(`${kind}: ${line}`, () => assert.deepEqual(blocksOf(`${PROSE}\n\n${line}\n\n${MORE}`), [`paragraph: ${PROSE}`, `${kind}: ${line}`, `paragraph: ${MORE}`]));
  }

  suite("at the head of a paragraph", () => {
    const heads: readonly [head: string, kind: string | undefined][] = [
      ["NEW DELHI, April 6 (Reuters) —", "dateline"],
      ["WASHINGTON (AP) -", "dateline"],
      ["OSLO/GENEVA, Oct 9 (Newswire) -", "dateline"],
      ["Springfield, Ill. (AP) —", "dateline"],
      ["(Reuters) -", "dateline"],
      ["LIMA, Peru --", "dateline"],
      ["OSLO —", "dateline"],
      ["New Delhi [India], April 6 (ANI):", "dateline"],
      ["MUMBAI:", "dateline"],
      ["date 2021-04-06", "header"],
      ["Published on April 6, 2021 at 10:15", "header"],
      ["NATO (the alliance)", undefined],
      ["Brandt (the mayor) —", undefined],
      ["UPDATE:", undefined],
    ];
    for (const [head, kind] of heads) {
      const expected = kind === undefined ? [`paragraph: ${head} ${PROSE}`] : [`${kind}: ${head}`, `paragraph: ${PROSE}`];
      test(head, () => assert.deepEqual(blocksOf(` ${head} ${PROSE}\n\n${MORE}`), [...expected, `paragraph: ${MORE}`]));
    }
    test("an acronym before a dash is no place", () => {
      assert.deepEqual(blocksOf(`NATO — which met on Monday — said no.\n\n${MORE}`), ["paragraph: NATO — which met on Monday — said no.", `paragraph: ${MORE}`]);
    });
  });

  suite("teasers inside a paragraph", () => {
    test("at its end, the words before stay prose", () => {
      assert.deepEqual(blocksOf(`${PROSE} READ | Fish market closes after a century\n\n${MORE}`), [
        `paragraph: ${PROSE}`,
        "teaser: READ | Fish market closes after a century",
        `paragraph: ${MORE}`,
      ]);
    });
    test("after a quotation", () => {
      assert.deepEqual(blocksOf(`“We are done.” Also read: Fish market closes`), ["paragraph: “We are done.”", "teaser: Also read: Fish market closes"]);
    });
    test("one that has run into the last sentence is read with it", () => {
      const sentence = "Opposition leader Ida Brandt on Wednesday accused the mayor of having sold the harbor behind the backs of all who live by it, and asked the council to take back what it had done in the night.";
      assert.deepEqual(blocksOf(`“We are done.” READ: Mayor sells harbor ${sentence}`), [`paragraph: “We are done.” READ: Mayor sells harbor ${sentence}`]);
    });
    test("a sentence that begins with such a word is prose", () => {
      assert.deepEqual(blocksOf(`${PROSE} Read between the lines: nobody wants it.`), [`paragraph: ${PROSE} Read between the lines: nobody wants it.`]);
    });
  });

  suite("transcripts", () => {
    test("capital labels that take turns", () => {
      assert.deepEqual(blocksOf("BRANDT: We will vote.\n\nLUND: When?\n\nBRANDT: On Monday."), [
        "paragraph: <BRANDT> BRANDT: We will vote.",
        "paragraph: <LUND> LUND: When?",
        "paragraph: <BRANDT> BRANDT: On Monday.",
      ]);
    });
    test("questions and answers on lines of their own", () => {
      assert.deepEqual(blocksOf("Q: When will you vote?\nA: On Monday.\nQ: And then?\nA: We go home."), [
        "paragraph: <Q> Q: When will you vote?",
        "paragraph: <A> A: On Monday.",
        "paragraph: <Q> Q: And then?",
        "paragraph: <A> A: We go home.",
      ]);
    });
    const labels: readonly [about: string, first: string, second: string][] = [
      ["bold names", "**Ida Brandt:** We", "**Host**: When"],
      ["letters with a stop", "Q. We", "A. When"],
      ["a surname after the full name", "SEN. IDA BRANDT: We", "SEN. BRANDT: When"],
      ["what somebody is", "IDA BRANDT, host: We", "LUND (on the phone): When"],
      ["a gesture that looks like a dateline", "IDA BRANDT: We", "LUND (Author): When"],
    ];
    for (const [about, first, second] of labels) {
      test(about, () => {
        const found = blocksOf(`${first} will vote.\n\n${second}?\n\n${first} vote on Monday.`);
        assert.deepEqual(found.map((block) => /^paragraph: <[^>]+>/u.test(block)), [true, true, true]);
      });
    }
    test("steps and chapters are no labels", () => {
      assert.deepEqual(blocksOf("Step 1: Mix the flour.\n\nStep 2: Add an egg.\n\nChapter 3: We bake it.").filter((block) => block.includes("<")), []);
    });
    test("a question whose space was lost, between answers", () => {
      const found = blocksOf("QWhen will you vote?\n\nA: On Monday.\n\nQWhy not now?\n\nA: It is late.");
      assert.deepEqual(found.map((block) => /^paragraph: <[QA]>/u.test(block)), [true, true, true, true]);
      assert.deepEqual(blocksOf("QAnon will vote on Monday.\n\nIt is late, they say.\n\nQAnon won before.").filter((block) => block.includes("<")), []);
    });
    test("who said something is no label where nothing has a capital", () => {
      assert.deepEqual(blocksOf("ida said: we will vote.\n\nlund said: when?\n\nida said: on monday.").filter((block) => block.includes("<")), []);
    });
    test("lines that time subtitles are no words of anybody", () => {
      assert.deepEqual(blocksOf("1\n00:00:03,000 --> 00:00:06,000\nBRANDT: We\nwill vote.\n\n00:00:07,000 --> 00:00:09,000\nLUND: When?\n\n00:00:11,000 --> 00:00:12,000\nBRANDT: On Monday."), [
        "header: 1",
        "header: 00:00:03,000 --> 00:00:06,000",
        "paragraph: <BRANDT> BRANDT: We will vote.",
        "header: 00:00:07,000 --> 00:00:09,000",
        "paragraph: <LUND> LUND: When?",
        "header: 00:00:11,000 --> 00:00:12,000",
        "paragraph: <BRANDT> BRANDT: On Monday.",
      ]);
    });
    test("a list with letters", () => {
      assert.deepEqual(blocksOf("A. We will vote.\n\nB. We will wait.\n\nC. We will go home.").filter((block) => block.includes("<")), []);
    });
    test("a name before one colon is no label", () => {
      assert.deepEqual(blocksOf(`Ida Brandt: a life by the harbor.\n\n${PROSE}`), ["paragraph: Ida Brandt: a life by the harbor.", `paragraph: ${PROSE}`]);
    });
    test("who has made pictures is no label", () => {
      assert.deepEqual(blocksOf(`${PROSE}\n\nHarbor Image: Ida Brandt.\n\nBridge and Ferry Image: Ida Brandt.\n\nPhoto: Lund.`).filter((block) => block.includes("<")), []);
    });
  });

  const text = fc
    .array(
      fc.oneof(
        fc.constantFrom("\n", "\r\n", "\r", "\u0085", "\u2028", "\f", " ", "\t", "\u00A0", "READ | ", "By ", "date 2021-04-06 ", "OSLO — ", "Q: ", "- ", "U.S. ", "He said.", "“Why?” ", "🎉", "e\u0301", "\uD800"),
        fc.string({ unit: "binary", maxLength: 12 }),
      ),
      { maxLength: 40 },
    )
    .map((parts) => parts.join(""));

  test("blocks, sentences and tokens are ordered and hold all that is no white space, whatever the text", () => {
    fc.assert(
      fc.property(text, (any) => {
        const { blocks, sentences, tokens } = readArticle({ text: any });
        let last = 0;
        blocks.forEach((block, index) => {
          assert.ok(last <= block.start && block.start < block.end && block.end <= any.length, "blocks in order");
          last = block.end;
          for (let at = block.firstSentence; at < block.endSentence; at++) {
            const sentence = sentences[at];
            assert.ok(sentence !== undefined && sentence.block === index && block.start <= sentence.start && sentence.end <= block.end, "sentences in their block");
            assert.equal(sentence.start, tokens.start(sentence.firstToken));
            assert.equal(sentence.end, tokens.end(sentence.endToken - 1));
            assert.equal(sentence.firstToken, at === block.firstSentence ? block.firstToken : sentences[at - 1]?.endToken);
          }
          assert.equal(block.endToken, sentences[block.endSentence - 1]?.endToken);
        });
        let covered = "";
        let end = 0;
        for (let index = 0; index < tokens.length; index++) {
          assert.ok(tokens.start(index) >= end && tokens.end(index) > tokens.start(index), "tokens in order");
          assert.ok(!/^[\uDC00-\uDFFF]/u.test(tokens.text(index)) || !/[\uD800-\uDBFF]$/u.test(any.slice(0, tokens.start(index))), "no pair is cut");
          end = tokens.end(index);
          covered += tokens.text(index);
        }
        assert.equal(covered.replaceAll(/[\s\u0085]/gu, ""), any.replaceAll(/[\s\u0085]/gu, ""));
      }),
      { numRuns: 800 },
    );
  });
});
