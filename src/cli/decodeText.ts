import { analyse } from "chardet";
import { AppError, type Result } from "../core/common/errors.js";

/** A file's text, without byte order mark, line ends as stored. */
export interface DecodedText {
  readonly text: string;
  /** Name of the encoding as `TextDecoder` knows it: "utf-8", "utf-16le", "windows-1252". */
  readonly encoding: string;
}

const MARKS: readonly [string, readonly number[]][] = [
  ["utf-8", [0xef, 0xbb, 0xbf]],
  ["utf-16le", [0xff, 0xfe]],
  ["utf-16be", [0xfe, 0xff]],
];
/** What decides about UTF-16 and about the guess of an encoding is read from this many bytes. */
const SAMPLE = 64 * 1024;
/** Western text is told from Central European by a few letters only: the common case wins unless another is this much likelier. */
const WESTERN_LEAD = 15;

/**
 * Decodes a file of unknown encoding: by its byte order mark, as UTF-16 without one, as UTF-8, else by the statistics of a library.
 * Fails with `binary-file` where it is no text at all.
 */
export function decodeText(bytes: Uint8Array): Result<DecodedText> {
  for (const [encoding, mark] of MARKS) {
    if (mark.every((byte, index) => bytes[index] === byte)) return decode(bytes, encoding);
  }
  const wide = wideEncoding(bytes);
  if (wide) return decode(bytes, wide);
  if (bytes.includes(0)) return binary();
  try {
    return textOrBinary(new TextDecoder("utf-8", { fatal: true }).decode(bytes), "utf-8");
  } catch {
    return decode(bytes, guessEncoding(bytes));
  }
}

function decode(bytes: Uint8Array, encoding: string): Result<DecodedText> {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return textOrBinary(encoding === "windows-1252" ? text.replace(/[\u0080-\u009f]/gu, westernMark) : text, encoding);
  } catch {
    return { ok: false, error: new AppError("binary-file", `The file is neither UTF-8 nor UTF-16 nor a known older encoding (it looks most like ${encoding}).`, { encoding }) };
  }
}

/** Node 20 decodes Windows-1252 as Latin-1: what it leaves as control characters are the curly marks, the dashes and the euro sign. */
const WESTERN_MARKS = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

function westernMark(control: string): string {
  return WESTERN_MARKS.charAt(control.charCodeAt(0) - 0x80);
}

/** In UTF-16, spaces and line ends alone put zero bytes in one of the two places of a pair, and in no other. */
function wideEncoding(bytes: Uint8Array): string | undefined {
  const length = Math.min(bytes.length, SAMPLE) & ~1;
  const zeros: [number, number] = [0, 0];
  for (let index = 0; index < length; index++) if (bytes[index] === 0) zeros[(index & 1) as 0 | 1]++;
  const [even, odd] = zeros;
  const enough = length / 2 / 20;
  if (odd > enough && even === 0) return "utf-16le";
  if (even > enough && odd === 0) return "utf-16be";
  return undefined;
}

function guessEncoding(bytes: Uint8Array): string {
  const known = analyse(bytes.subarray(0, SAMPLE)).filter(({ name }) => isKnown(name));
  const [best] = known;
  const western = known.find(({ name }) => name === "windows-1252" || name === "ISO-8859-1");
  if (western && best && best.confidence - western.confidence <= WESTERN_LEAD) return "windows-1252";
  return best?.name.toLowerCase() ?? "windows-1252";
}

function isKnown(encoding: string): boolean {
  try {
    return new TextDecoder(encoding).encoding !== "";
  } catch {
    return false;
  }
}

/** Control characters have no place in an article; a few strays are forgiven. */
function textOrBinary(text: string, encoding: string): Result<DecodedText> {
  let controls = 0;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code === 0 || (code < 0x20 && code !== 0x09 && code !== 0x0a && code !== 0x0c && code !== 0x0d && code !== 0x1a)) controls++;
  }
  return controls > 3 && controls > text.length / 500 ? binary() : { ok: true, value: { text, encoding } };
}

function binary(): Result<never> {
  return { ok: false, error: new AppError("binary-file", "This is a binary file, no text.") };
}
