import assert from "node:assert/strict";
import * as fc from "fast-check";
import type { Quotation } from "../../../../src/core/detect/findings.js";
import { findQuotations } from "../../../../src/core/detect/quotations.js";
import { readArticle } from "../../../../src/core/text/readArticle.js";

function quotationsOf(text: string): Quotation[] {
  return findQuotations(readArticle({ text }));
}

/** What is found, parts joined by " / ", with a note where it is nested ("1:"), or was not closed ("…" at its end). */
function describe(text: string): string[] {
  return quotationsOf(text).map(
    ({ parts, depth, closed }) => `${depth > 0 ? `${depth}:` : ""}${parts.map(({ start, end }) => text.slice(start, end)).join(" / ")}${closed ? "" : "…"}`,
  );
}

suite("quotations", () => {
  const cases: readonly [about: string, text: string, expected: readonly string[]][] = [
    ["straight", 'She said "we won" and left.', ['"we won"']],
    ["curly", "“We won,” she said. “At last.”", ["“We won,”", "“At last.”"]],
    ["no marks", "She said they had won.", []],
    ["TeX style", "``We won,'' she said.", ["``We won,''"]],
    ["French, with spaces", "« Nous avons gagné », dit-elle.", ["« Nous avons gagné »"]],
    ["German guillemets", "»Wir haben gewonnen«, sagte sie.", ["»Wir haben gewonnen«"]],
    ["German low marks", "„Wir haben gewonnen“, sagte sie. „Endlich.“", ["„Wir haben gewonnen“", "„Endlich.“"]],
    ["Danish guillemets", "»Vi vandt», sagde hun.", ["»Vi vandt»"]],
    ["single as speech", "'We won,' she said. 'At last.'", ["'We won,'", "'At last.'"]],
    ["single curly as speech", "‘We won,’ she said. ‘It’s over.’", ["‘We won,’", "‘It’s over.’"]],
    ["an apostrophe inside a single quotation", "'It wasn't the boys' fault,' he said.", ["'It wasn't the boys' fault,'"]],
    ["plural possessives inside and outside", "‘The workers’ demands are the miners’ demands,’ he told the drivers’ union.", ["‘The workers’ demands are the miners’ demands,’"]],
    ["nested", "“He told me ‘go home,’ so I went,” she said.", ["“He told me ‘go home,’ so I went,”", "1:‘go home,’"]],
    ["nested British", "'He told me \"go home\", so I went,' she said.", ["'He told me \"go home\", so I went,'", '1:"go home"']],
    ["both close together", "“She said, ‘Stop.’” He did.", ["“She said, ‘Stop.’”", "1:‘Stop.’"]],
    ["straight in straight", '"They call it "progress" here," she said.', ['"They call it "progress" here,"', '1:"progress"']],
    ["a possessive after a quotation", "The “Times”'s editor", ["“Times”"]],
    ["no space before", 'He said:"We won."', ['"We won."']],
    ["dashes around", 'The mayor—"a crook," he said—left.', ['"a crook,"']],
    ["in brackets", 'It was over ("finished") at last.', ['"finished"']],
    ["an ellipsis first", '"…and so we left," he said. "...and that was it."', ['"…and so we left,"', '"...and that was it."']],
    ["a closing curly mark as opener", "He said ”we won” and left.", ["”we won”"]],
    ["an opening curly mark as closer", "He said “we won“ and left.", ["“we won“"]],
    ["mixed straight and curly", '"We won,” she said.', ['"We won,”']],
    ["spaced marks", 'He said " we won " and left.', ['" we won "']],
  ];
  for (const [about, text, expected] of cases) test(about, () => assert.deepEqual(describe(text), expected));

  suite("no quotation", () => {
    const none: readonly [about: string, text: string][] = [
      ["contractions", "It's what they don't say that's odd, isn’t it?"],
      ["plural possessives", "The workers' demands met the owners' refusal."],
      ["curly plural possessives", "The workers’ demands met the owners’ refusal."],
      ["a decade", "Music of the '80s and the ’90s came back in '05."],
      ["rock 'n' roll", "They played rock 'n' roll and rock ’n’ roll."],
      ["elided words", "Get 'em while 'tis cold, and give ’em hell."],
      ["dropped letters", "They were singin' and dancin' all night."],
      ["feet and inches", "He is 6'2\" tall, she is 5' 11\" and the door is 7'1\"."],
      ["inches", 'A 12" pipe and a 3" nail.'],
      ["names", "O'Neill met D’Angelo in Hawai'i."],
      ["a mark that only closes", 'It was over," she thought.'],
    ];
    for (const [about, text] of none) test(about, () => assert.deepEqual(describe(text), []));
  });

  suite("over paragraphs", () => {
    test("marks reopened at each head make one quotation", () => {
      const text = "“We came in May.\n\n“It rained.\n\n“Then we left,” she said. “For good.”";
      assert.deepEqual(describe(text), ["“We came in May. / “It rained. / “Then we left,”", "“For good.”"]);
    });
    test("straight marks too", () => {
      assert.deepEqual(describe('He said: "We came in May.\n\n"Then we left."'), ['"We came in May. / "Then we left."']);
    });
    test("a nested one is reopened with its outer one", () => {
      const text = "“He said, ‘I am here.\n\n“‘I will stay.’ And he did,” she said.";
      assert.deepEqual(describe(text), ["“He said, ‘I am here. / “‘I will stay.’ And he did,”", "1:‘I am here. / ‘I will stay.’"]);
    });
    test("curly marks after a straight one are another quotation", () => {
      assert.deepEqual(describe('"We came in May.\n\n“Then we left,” she said.'), ['"We came in May.…', "“Then we left,”"]);
    });
    test("British marks", () => {
      assert.deepEqual(describe("‘We came in May.\n\n‘Then we left,’ she said."), ["‘We came in May. / ‘Then we left,’"]);
    });
    test("without a reopened mark it ends with its paragraph", () => {
      assert.deepEqual(describe("“We came in May.\n\nIt rained all day.\n\n“Nobody minded,” she said."), ["“We came in May.…", "“Nobody minded,”"]);
    });
    test("a mark that was closed is not carried on", () => {
      assert.deepEqual(describe("“We came in May.”\n\n“Then we left,” she said."), ["“We came in May.”", "“Then we left,”"]);
    });
  });

  suite("unclosed", () => {
    const unclosed: readonly [about: string, text: string, expected: readonly string[]][] = [
      ["ends before the cue", '"We won, he said.', ['"We won,…']],
      ["ends before a name and its cue", "“We won, Mayor Ida Brandt said on Monday.\n\n“It was close,” she added.", ["“We won,…", "“It was close,”"]],
      ["ends before said and a name", "“We won, said Brandt. The others cheered.", ["“We won,…"]],
      ["ends before the next one", "“We won. “It was close,” she added.", ["“We won.…", "“It was close,”"]],
      ["ends at the end of its paragraph", "They called it “a day of joy.\n\nNobody came.", ["“a day of joy.…"]],
      ["inside a closed one", "“She said, ‘never again, and left,” he said.", ["“She said, ‘never again, and left,”", "1:‘never again, and left,…"]],
    ];
    for (const [about, text, expected] of unclosed) test(about, () => assert.deepEqual(describe(text), expected));
  });

  suite("what it is for", () => {
    const roles: readonly [text: string, role: Quotation["role"]][] = [
      ['"We won," she said.', "speech"],
      ['"Never," she said.', "speech"],
      ["He called the plan 'counterproductive' on Tuesday.", "speech"],
      ["She described the talks as “frank and open”.", "speech"],
      ["“No.”", "speech"],
      ["The so-called 'experts' were nowhere to be seen.", "scare"],
      ["The town's “smart” lamps went dark again in May.", "scare"],
      ['She has read "War and Peace" three times.', "title"],
      ["His first novel, “Rain,” sold well.", "title"],
      ["The paper hailed him as “The Comeback King” of the harbor.", "speech"],
      ['The film "Up" made her cry.', "title"],
      ['"Stop The War," he said.', "speech"],
      ['Nobody has met Dwayne "The Rock" Johnson.', "nickname"],
      ["The news came with William “Skipper” Oake, a fisherman.", "nickname"],
      ["Brandt Says Harbor Plan Was ‘Doomed’ Before Vote", "speech"],
      ["Council Backs ‘Green Corridor’ Along Old Harbor Road", "speech"],
      ['The "Big Apple" Circus is in town.', "title"],
      ["Brandt, “the Iron Mayor” of old, has retired to her farm.", "speech"],
    ];
    for (const [text, role] of roles) test(text, () => assert.equal(quotationsOf(text)[0]?.role, role));
  });

  const pieces = ['"', "“", "”", "'", "‘", "’", "«", "»", "„", "``", "''", " ", ",", ".", "he said", "Jane", "workers", "6", "\n\n", "—", "(", "🎉", "s "];
  const texts = fc.array(fc.constantFrom(...pieces), { maxLength: 60 }).map((parts) => parts.join(""));

  test("quotations nest and stay in their blocks, whatever the marks", () => {
    fc.assert(
      fc.property(texts, (text) => {
        const article = readArticle({ text });
        const around: Quotation[] = [];
        let last = -1;
        for (const quotation of findQuotations(article)) {
          assert.ok(quotation.start >= last, "in order");
          last = quotation.start;
          while ((around.at(-1)?.end ?? Infinity) <= quotation.start) around.pop();
          assert.ok(quotation.end <= (around.at(-1)?.end ?? Infinity), "inside the one around it");
          assert.equal(quotation.depth, around.length);
          around.push(quotation);
          assert.equal(quotation.parts[0]?.start, quotation.start);
          assert.equal(quotation.parts.at(-1)?.end, quotation.end);
          quotation.parts.forEach((part, nth) => {
            const block = article.blocks[quotation.block + nth];
            assert.ok(block !== undefined && block.start <= part.start && part.start < part.end && part.end <= block.end, "in its block");
            assert.ok(nth === 0 || /^["“”'‘’«»„`\s]*$/u.test(text.slice(block.start, part.start)), "reopened at the head");
          });
        }
      }),
      { numRuns: 1000 },
    );
  });

  test("ten thousand marks of any kind are read", () => {
    for (const mark of pieces) {
      const text = `word ${mark}`.repeat(10_000);
      assert.ok(quotationsOf(text).length <= 10_000);
    }
  });

  test("more quotations in a paragraph than a call has room for arguments", () => {
    assert.equal(quotationsOf('"a"'.repeat(130_000)).length, 130_000);
  });
});
