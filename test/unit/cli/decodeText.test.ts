import assert from "node:assert/strict";
import { decodeText } from "../../../src/cli/decodeText.js";

const TEXT = "“No,” said Mayor Kalna – the café on Jūras Street stays.\r\nIt was her last word.\n";
const WESTERN = "“No,” said Mayor Müller – the café stays. ‘It is naïve,’ he added, to think that the façade costs €50,000.\nNobody in the town’s council asked for more.\n";

const SPECIAL: Readonly<Record<string, number>> = { "€": 0x80, "‘": 0x91, "’": 0x92, "“": 0x93, "”": 0x94, "–": 0x96 };

suite("decode text", () => {
  const utf8 = new TextEncoder().encode(TEXT);
  const wide = Uint8Array.from(Buffer.from(TEXT, "utf16le"));
  const cases: [string, Uint8Array, string, string][] = [
    ["UTF-8", utf8, TEXT, "utf-8"],
    ["UTF-8 with a mark", Uint8Array.from([0xef, 0xbb, 0xbf, ...utf8]), TEXT, "utf-8"],
    ["UTF-16 little end first", wide, TEXT, "utf-16le"],
    ["UTF-16 little end first with a mark", Uint8Array.from([0xff, 0xfe, ...wide]), TEXT, "utf-16le"],
    ["UTF-16 big end first", swapped(wide), TEXT, "utf-16be"],
    ["UTF-16 big end first with a mark", Uint8Array.from([0xfe, 0xff, ...swapped(wide)]), TEXT, "utf-16be"],
    ["Windows-1252", windows1252(WESTERN), WESTERN, "windows-1252"],
    ["Windows-1252 with one special letter only", windows1252("The café stays open, the mayor said on Monday, and nobody objected to it."), "The café stays open, the mayor said on Monday, and nobody objected to it.", "windows-1252"],
    ["an empty file", new Uint8Array(), "", "utf-8"],
    ["a form feed and an end-of-file mark", Uint8Array.from([0x61, 0x0c, 0x62, 0x1a]), "a\fb\u001a", "utf-8"],
  ];
  for (const [name, bytes, text, encoding] of cases) {
    test(name, () => assert.deepEqual(decodeText(bytes), { ok: true, value: { text, encoding } }));
  }

  const refused: [string, Uint8Array][] = [
    ["zero bytes among text", Uint8Array.from([...utf8, 0, 1, 0, 0])],
    ["a picture's head", Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d])],
    ["half a UTF-16 file", Uint8Array.from([0xff, 0xfe, 0x61, 0x00, 0x62])],
  ];
  for (const [name, bytes] of refused) {
    test(`${name} is no text`, () => {
      const result = decodeText(bytes);
      assert.equal(result.ok, false);
      assert.equal(result.error.code, "binary-file");
    });
  }
});

function swapped(bytes: Uint8Array): Uint8Array {
  return Uint8Array.from(bytes, (_, index) => bytes[index ^ 1] ?? 0);
}

function windows1252(text: string): Uint8Array {
  return Uint8Array.from(text, (char) => SPECIAL[char] ?? char.charCodeAt(0));
}
