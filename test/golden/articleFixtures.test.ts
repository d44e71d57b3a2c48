import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { analyze } from "../../src/core/analyze.js";

const FOLDER = "test/fixtures/articles";
const brief = decode("read/brief.txt", "utf-8");

function decode(name: string, encoding: string): string {
  return new TextDecoder(encoding, { fatal: true }).decode(readFileSync(`${FOLDER}/${name}`));
}

// git or an editor that "repairs" these files would make every test on them pass for nothing
suite("the small articles hold the bytes that their names promise", () => {
  const encodings: [string, string, RegExp][] = [
    ["bom.txt", "utf-8", /\n/gu],
    ["crlf.txt", "utf-8", /\r\n/gu],
    ["lone-cr.txt", "utf-8", /\r/gu],
    ["mixed-line-ends.txt", "utf-8", /\r\n|\r|\n/gu],
    ["utf-16le.txt", "utf-16le", /\n/gu],
    ["utf-16be.txt", "utf-16be", /\n/gu],
  ];
  for (const [name, encoding, lineEnd] of encodings) {
    test(`${name} holds the words of the brief`, () => assert.equal(decode(`edges/${name}`, encoding).replace(lineEnd, "\n"), brief));
  }

  const marks: [string, RegExp, number][] = [
    ["bom.txt", /^\uFEFF/gu, 1],
    ["crlf.txt", /\r\n/gu, 5],
    ["crlf.txt", /[^\r]\n/gu, 0],
    ["lone-cr.txt", /\n/gu, 0],
    ["mixed-line-ends.txt", /\r\n/gu, 2],
    ["mixed-line-ends.txt", /\r(?!\n)/gu, 2],
    ["mixed-line-ends.txt", /(?<!\r)\n/gu, 1],
    ["emoji.txt", /\u200D/gu, 2],
    ["emoji.txt", /[\u0301\u0308]/gu, 2],
    ["long-line.txt", /\n/gu, 1],
    ["empty.txt", /[^]/gu, 0],
  ];
  for (const [name, mark, count] of marks) {
    test(`${name}: ${count} of ${mark.source}`, () => assert.equal(readFileSync(`${FOLDER}/edges/${name}`, "utf8").match(mark)?.length ?? 0, count));
  }

  // some releases of Node decode "windows-1252" as Latin-1, so the marks are told by their bytes
  test("windows-1252.txt holds the words of the brief", () => {
    const byteOf = new Map([..."\u2013\u2019\u201C\u201D"].map((mark, index) => [mark, [0x96, 0x92, 0x93, 0x94][index]]));
    const bytes = Uint8Array.from(brief, (character) => byteOf.get(character) ?? character.charCodeAt(0));
    assert.deepEqual(new Uint8Array(readFileSync(`${FOLDER}/edges/windows-1252.txt`)), bytes);
  });

  test("windows-1252.txt is no UTF-8", () => assert.throws(() => decode("edges/windows-1252.txt", "utf-8")));
});

suite("hard input", () => {
  const tools = { gazetteer: { find: () => [], longest: () => 0 }, generator: "test" };
  const names = ["crlf", "lone-cr", "mixed-line-ends", "empty", "white-space", "emoji", "decade", "unmatched-quote", "long-line"];
  for (const name of names) {
    test(`${name}.txt: every annotation covers its words`, () => {
      const text = decode(`edges/${name}.txt`, "utf-8");
      const { annotations, source } = analyze({ text }, tools);
      assert.equal(source.length, text.length);
      for (const { start, end, text: words } of annotations) assert.equal(text.slice(start, end), words);
    });
  }
});
