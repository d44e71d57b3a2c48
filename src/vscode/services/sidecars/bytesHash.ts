import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";

/** SHA-256 in hexadecimal, which tells whether a file holds the same: by the host where it can, for the annotations of a book are long. */
export async function bytesHash(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  // a browser has none on a page that came by plain http
  const subtle = globalThis.crypto.subtle as SubtleCrypto | undefined;
  return bytesToHex(subtle ? new Uint8Array(await subtle.digest("SHA-256", bytes)) : sha256(bytes));
}
