import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";

/** Copied rather than made anew each time, so that one is always there, as `Tokens.none` is. */
const HASH_OF_NOTHING = sha256.create();

/** SHA-256 of a text as UTF-8, in hexadecimal. */
export function textHash(text: string): string {
  return bytesToHex(HASH_OF_NOTHING.clone().update(utf8ToBytes(text.toWellFormed())).digest());
}
