/**
 * Ids of findings: derived from type and content, so that the same text gives the same ids on every machine and a sidecar in git
 * changes only where the article did. They are opaque to everyone else.
 */
export class FindingIds {
  /** Always there, as `Tokens.none` is. */
  static readonly none = new FindingIds();

  /** By type, then by content. */
  private readonly counts = new Map<string, Map<string, number>>();
  private readonly taken = new Set<string>();

  /** An id for the next finding of this type with this content; equal findings are told apart by their order. */
  next(type: string, content: string): string {
    let counts = this.counts.get(type);
    if (!counts) this.counts.set(type, (counts = new Map()));
    const ordinal = counts.get(content) ?? 0;
    counts.set(content, ordinal + 1);
    return this.reserve(`${type}-${contentHash(type, "\u0000", content, "\u0000", String(ordinal))}`);
  }

  /** A readable id for an entity: its type and name in plain letters. */
  nextNamed(type: string, name: string): string {
    const letters = ASCII.test(name) ? name : name.normalize("NFKD").replace(/\p{M}/gu, "");
    const slug = letters.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/gu, "").slice(0, 40);
    return this.reserve(`${type}-${slug || contentHash(name)}`);
  }

  private reserve(wanted: string): string {
    let id = wanted;
    for (let count = 2; this.taken.has(id); count++) id = `${wanted}-${count}`;
    this.taken.add(id);
    return id;
  }
}

/** Fifty-two bits of FNV-1a over the code units of texts that follow each other, in base 36: two 26-bit halves from different starts. */
function contentHash(...texts: readonly string[]): string {
  let low = 0x811c9dc5;
  let high = 0x01000193;
  for (const text of texts) {
    for (let index = 0; index < text.length; index++) {
      const unit = text.charCodeAt(index);
      low = Math.imul(low ^ unit, 0x01000193);
      high = Math.imul(high ^ unit ^ (low >>> 15), 0x01000193);
    }
  }
  return base36((high >>> 6) * 2 ** 26 + (low >>> 6));
}

const ASCII = /^\p{ASCII}*$/u;

const LOW_DIGITS = 5;
const LOW = 36 ** LOW_DIGITS;

/** `toString(36)` of a whole number of up to fifty-two bits, which is slow above 31 bits. */
function base36(number: number): string {
  const high = Math.floor(number / LOW);
  const low = (number - high * LOW).toString(36);
  return high === 0 ? low : high.toString(36) + low.padStart(LOW_DIGITS, "0");
}
