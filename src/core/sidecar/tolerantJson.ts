/** What a damaged text still says. */
export interface TolerantValue {
  readonly value: unknown;
  /** Objects inside of lists that are cut off or torn, and are left out. */
  readonly torn: number;
}

const BLANK = /[\s,;]*/y;
const SCALAR = /(?:-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?|true|false|null)(?![A-Za-z0-9_.+-])/y;
/** What cannot be read is passed over up to the next mark that could mean something. */
const NOISE = /[^\s,;"{}[\]]+|[\s\S]/y;
const DEEPEST = 100;

/** Stands for what could not be read; no JSON value is one. */
const NOTHING = Symbol("nothing");
/** Stands for an object that does not end. */
const TORN = Symbol("torn");

/**
 * Reads JSON that was cut off or that a hand has broken: commas too many or too few, brackets that are missing, words without quotation
 * marks, strings that do not end. What cannot be read is passed over; what is open at the end is closed. Linear time, never throws.
 */
export function readTolerantly(text: string): TolerantValue {
  const reader = new TolerantReader(text);
  const value = reader.readFirst();
  return { value: value === NOTHING ? undefined : value, torn: reader.torn };
}

class TolerantReader {
  torn = 0;
  private offset = 0;

  constructor(private readonly text: string) {}

  /** The first object or list; what stands before it is passed over. */
  readFirst(): unknown {
    const start = /[{[]/u.exec(this.text);
    if (!start) return NOTHING;
    this.offset = start.index;
    return this.readValue(0);
  }

  private readValue(depth: number): unknown {
    this.take(BLANK);
    switch (this.text.charAt(this.offset)) {
      case "{":
        return depth < DEEPEST ? this.readObject(depth + 1) : this.giveUp();
      case "[":
        return depth < DEEPEST ? this.readList(depth + 1) : this.giveUp();
      case '"':
        return this.readString();
      default: {
        const word = this.take(SCALAR);
        return word === undefined ? NOTHING : JSON.parse(word);
      }
    }
  }

  /** Ends before what belongs to whoever holds it: another object where a name should be, the end of a list. */
  private readObject(depth: number): unknown {
    this.offset++;
    const entries: [string, unknown][] = [];
    let isWhole = false;
    for (;;) {
      this.take(BLANK);
      const next = this.text.charAt(this.offset);
      if (next === "}") {
        this.offset++;
        isWhole = true;
        break;
      }
      if (next === "" || next === "{" || next === "]") break;
      const name = next === '"' ? this.readString() : NOTHING;
      if (typeof name !== "string" || !this.takeColon()) {
        if (name === NOTHING) this.take(NOISE);
        continue;
      }
      const value = this.readValue(depth);
      if (value !== NOTHING && value !== TORN) entries.push([name, value]);
    }
    // as own properties, whatever their names
    return isWhole || depth === 1 ? Object.fromEntries(entries) : TORN;
  }

  /** Ends before a name with a colon: then the bracket that ends the list is missing. */
  private readList(depth: number): unknown[] {
    this.offset++;
    const items: unknown[] = [];
    for (;;) {
      this.take(BLANK);
      const next = this.text.charAt(this.offset);
      if (next === "]") {
        this.offset++;
        return items;
      }
      if (next === "" || next === "}") return items;
      const start = this.offset;
      const item = this.readValue(depth);
      if (typeof item === "string" && this.text.charAt(this.skipBlank()) === ":") {
        this.offset = start;
        return items;
      }
      if (item === TORN) this.torn++;
      else if (item === NOTHING) this.take(NOISE);
      else items.push(item);
    }
  }

  /** A string ends with its line at the latest: JSON writes line ends in another way. */
  private readString(): unknown {
    const start = this.offset;
    for (this.offset++; this.offset < this.text.length; this.offset++) {
      const char = this.text.charAt(this.offset);
      if (char === "\n") return NOTHING;
      if (char === "\\") this.offset++;
      if (char !== '"') continue;
      this.offset++;
      try {
        return JSON.parse(this.text.slice(start, this.offset));
      } catch {
        // an escape or a control character that JSON does not know
        return NOTHING;
      }
    }
    return NOTHING;
  }

  private takeColon(): boolean {
    this.skipBlank();
    if (this.text.charAt(this.offset) !== ":") return false;
    this.offset++;
    return true;
  }

  private skipBlank(): number {
    this.take(BLANK);
    return this.offset;
  }

  private take(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.offset;
    const found = pattern.exec(this.text)?.[0];
    if (found !== undefined) this.offset = Math.min(this.text.length, this.offset + found.length);
    return found;
  }

  private giveUp(): unknown {
    this.offset = this.text.length;
    return NOTHING;
  }
}
