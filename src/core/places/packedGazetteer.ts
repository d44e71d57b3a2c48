import { AppError } from "../common/errors.js";
import type { PlaceKind } from "../document/annotationDocument.js";
import { isWellKnown, type Gazetteer, type OtherUse, type Place, type PlaceName } from "./gazetteer.js";
import { likelihood } from "./likelihood.js";

const MAGIC = 0x315a4147; // "GAZ1"
const NONE_BYTE = 0xff;
const NONE_WORD = 0xffff;
const KINDS: readonly PlaceKind[] = ["country", "division", "city", "region", "water", "other"];
const CAPITAL = 8;
const USES: readonly PlaceName["as"][] = ["name", "demonym", "associative", "abbreviation"];
const OTHER_USES: readonly { readonly bit: number; readonly use: OtherUse }[] = [
  { bit: 4, use: "word" },
  { bit: 8, use: "given name" },
  { bit: 16, use: "surname" },
];

/** Shorter words in capitals are abbreviations: "UN" is not the town of Un. */
const LEAST_SHOUTED = 4;

/**
 * Opens `lexicon/gazetteer.bin`. How the bytes come in is the caller's business. Rejects where they are no such table.
 *
 * The table is gzip around columns, made by scripts/gazetteer/build.py: a header (magic, counts), the text head (hash of the
 * reviewed lists, countries, divisions), all names, then for each place its id, point, division, people, kind, country and number
 * of names, and for each name what it is.
 *
 * @param gunzip opens gzip; a host may have a quicker way than streams, which all have
 */
export async function loadGazetteer(packed: Uint8Array<ArrayBuffer>, gunzip: Gunzip = gunzipByStream): Promise<PackedGazetteer> {
  try {
    return new PackedGazetteer(await gunzip(packed));
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw new AppError("invalid-table", `The table of places cannot be used, so the installation is not whole: ${error instanceof Error ? error.message : String(error)}.`);
  }
}

type Gunzip = (packed: Uint8Array<ArrayBuffer>) => ArrayBuffer | Promise<ArrayBuffer>;

function gunzipByStream(packed: Uint8Array<ArrayBuffer>): Promise<ArrayBuffer> {
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(stream).arrayBuffer();
}

/** The table in memory: typed arrays and one string of all names (about 5 MB); places become objects as they are asked for. */
export class PackedGazetteer implements Gazetteer {
  /** SHA-256 of the reviewed lists that the table was made from, in the order of scripts/gazetteer/build.py. */
  readonly listsHash: string;
  readonly placeCount: number;

  private readonly columns: Columns;
  private readonly index: NameIndex;
  private readonly places = new Map<number, Place>();
  /** The row of each first-level division. */
  private readonly divisionRows: Int32Array;
  /** What was found before, for an article names its places again and again; no larger than the names of the table allow. */
  private readonly found = new Map<string, readonly PlaceName[]>();

  constructor(bytes: ArrayBuffer) {
    this.columns = readColumns(bytes);
    const { names, nameCount, placeOf, kinds, people } = this.columns;
    this.index = new NameIndex(names, nameCount, (name) => {
      const row = placeOf[name] ?? 0;
      return isWellKnown({ kind: kindOf(kinds[row]), population: populationOf(people[row]) });
    });
    this.divisionRows = readDivisionRows(this.columns);
    this.listsHash = this.columns.listsHash;
    this.placeCount = this.columns.ids.length;
  }

  find(words: string): readonly PlaceName[] {
    if (!this.index.mayHold(words)) return NO_NAMES;
    return this.found.get(words) ?? this.search(words);
  }

  longest(firstToken: string, wellKnown = false): number {
    const first = plainApostrophes(firstToken);
    return this.index.longest(first, wellKnown) || (MACRON.test(first) ? this.index.longest(withoutMacrons(first), wellKnown) : 0);
  }

  private search(words: string): readonly PlaceName[] {
    const written = this.index.find(plainApostrophes(words));
    const rows = written.length === 0 && MACRON.test(words) ? this.index.find(withoutMacrons(plainApostrophes(words))) : written;
    if (rows.length === 0) return NO_NAMES;
    const found = rows.map((row) => this.placeName(row));
    found.sort((a, b) => likelihood(b.place) - likelihood(a.place));
    this.found.set(words, found);
    return found;
  }

  private placeName(row: number): PlaceName {
    const flags = this.columns.uses[row] ?? 0;
    const place = this.place(this.columns.placeOf[row] ?? 0);
    return { place, as: USES[flags & 3] ?? "name", otherUses: OTHER_USES.filter(({ bit }) => flags & bit).map(({ use }) => use) };
  }

  private place(row: number): Place {
    const known = this.places.get(row);
    if (known) return known;
    const { columns } = this;
    const kind = columns.kinds[row] ?? 0;
    const id = columns.ids[row];
    const country = columns.countries[columns.country[row] ?? NONE_BYTE];
    const divisionAt = columns.division[row] ?? NONE_WORD;
    const division = columns.divisions[divisionAt];
    const divisionRow = this.divisionRows[divisionAt] ?? -1;
    const place: Place = {
      geoname: id === 0 ? undefined : id,
      name: this.index.nameAt(columns.firstName[row] ?? 0),
      kind: kindOf(kind),
      country,
      division: division?.slice(division.indexOf(".") + 1),
      divisionName: divisionRow < 0 || divisionRow === row ? undefined : this.index.nameAt(columns.firstName[divisionRow] ?? 0),
      latitude: (columns.latitude[row] ?? 0) / 100,
      longitude: (columns.longitude[row] ?? 0) / 100,
      population: populationOf(columns.people[row]),
      capital: (kind & CAPITAL) !== 0,
    };
    this.places.set(row, place);
    return place;
  }
}

const NO_NAMES: readonly PlaceName[] = [];

/** Long vowels as Māori writes them: "Whangārei" is in the table without. */
const MACRON = /[āēīōūĀĒĪŌŪ]/u;

function withoutMacrons(words: string): string {
  return words.normalize("NFD").replaceAll("\u0304", "").normalize("NFC");
}

/** Finds names in one long string by a hash of their small letters; buckets are chained. */
class NameIndex {
  private readonly starts: Int32Array;
  private readonly heads: Int32Array;
  private readonly next: Int32Array;
  /** A bit by hash of each name: most words that are asked for are no name, and need no other look-up. */
  private readonly held: Uint8Array;
  /** By hash of the first token: two tokens that share a hash get the greater length, which costs a look-up and nothing else. */
  private readonly lengths: Uint8Array;
  /** The same of names of well-known places. */
  private readonly knownLengths: Uint8Array;

  constructor(
    private readonly names: string,
    count: number,
    isKnown: (row: number) => boolean,
  ) {
    this.starts = new Int32Array(count + 1);
    this.heads = new Int32Array(1 << 17).fill(-1);
    this.next = new Int32Array(count);
    this.held = new Uint8Array(1 << (HELD_BITS - 3));
    this.lengths = new Uint8Array(1 << 17);
    this.knownLengths = new Uint8Array(1 << 17);
    let start = 0;
    for (let row = 0; row < count; row++) {
      // read once, since every start waits for it: the hash of the first token is that of the name on the way
      let value = HASH_START;
      let ofFirst: number | undefined;
      let end = start;
      for (; end < names.length; end++) {
        const unit = names.charCodeAt(end);
        if (unit === NAME_END) break;
        if (ofFirst === undefined && end > start && endsFirstToken(names, end, unit)) ofFirst = value;
        value = hashed(value, unit);
      }
      this.starts[row] = start;
      const whole = finished(value);
      const bit = whole >>> (32 - HELD_BITS);
      this.held[bit >> 3] = (this.held[bit >> 3] ?? 0) | (1 << (bit & 7));
      const bucket = whole & (this.heads.length - 1);
      this.next[row] = this.heads[bucket] ?? -1;
      this.heads[bucket] = row;
      const first = finished(ofFirst ?? value) & (this.lengths.length - 1);
      const length = Math.min(end - start, 255);
      this.lengths[first] = Math.max(this.lengths[first] ?? 0, length);
      if (isKnown(row)) this.knownLengths[first] = Math.max(this.knownLengths[first] ?? 0, length);
      start = end + 1;
    }
    this.starts[count] = start;
  }

  /** False only for words that are surely no name, however their apostrophes and long vowels are written. */
  mayHold(words: string): boolean {
    let value = HASH_START;
    for (let at = 0; at < words.length; at++) {
      const unit = words.charCodeAt(at);
      if (unit > 0xff && unit !== 0x2019) return true;
      value = hashed(value, unit === 0x2019 ? 0x27 : unit);
    }
    const bit = finished(value) >>> (32 - HELD_BITS);
    return ((this.held[bit >> 3] ?? 0) & (1 << (bit & 7))) !== 0;
  }

  find(words: string): number[] {
    const bucket = hash(words) & (this.heads.length - 1);
    const rows: number[] = [];
    let folded: string | undefined;
    for (let row = this.heads[bucket] ?? -1; row >= 0; row = this.next[row] ?? -1) {
      const start = this.starts[row] ?? 0;
      if ((this.starts[row + 1] ?? 0) - 1 - start !== words.length) continue;
      if (this.names.startsWith(words, start)) rows.push(row);
      else if (words.length >= LEAST_SHOUTED && words.toUpperCase() === words) {
        folded ??= words.toLowerCase();
        if (this.nameAt(row).toLowerCase() === folded) rows.push(row);
      }
    }
    return rows;
  }

  longest(token: string, ofKnown: boolean): number {
    const lengths = ofKnown ? this.knownLengths : this.lengths;
    return lengths[hash(token) & (lengths.length - 1)] ?? 0;
  }

  nameAt(row: number): string {
    return this.names.slice(this.starts[row], (this.starts[row + 1] ?? 0) - 1);
  }
}

/** Bits of a hash that tell whether it is a name's: one in twenty-five of other words shares them with a name. */
const HELD_BITS = 21;

interface Columns {
  readonly listsHash: string;
  readonly countries: readonly string[];
  readonly divisions: readonly string[];
  readonly names: string;
  readonly nameCount: number;
  readonly ids: Int32Array;
  readonly latitude: Int16Array;
  readonly longitude: Int16Array;
  readonly division: Uint16Array;
  readonly people: Uint8Array;
  readonly kinds: Uint8Array;
  readonly country: Uint8Array;
  readonly firstName: Int32Array;
  readonly placeOf: Int32Array;
  readonly uses: Uint8Array;
}

function readColumns(bytes: ArrayBuffer): Columns {
  const view = new DataView(bytes);
  if (bytes.byteLength < 24 || view.getUint32(0, true) !== MAGIC) throw new Error("these bytes are no gazetteer");
  const [placeCount, nameCount, headLength, poolLength, idsLength] = [4, 8, 12, 16, 20].map((at) => view.getUint32(at, true)) as [number, number, number, number, number];
  let at = 24;
  const take = (length: number): ArrayBuffer => bytes.slice(at, (at += length));
  const decoder = new TextDecoder();
  const [listsHash = "", countries = "", divisions = ""] = decoder.decode(take(headLength)).split("\n");
  const names = decoder.decode(take(poolLength));
  const ids = readIds(new Uint8Array(take(idsLength)), placeCount);
  // both hosts run on little-endian machines alone, as WebAssembly does
  const latitude = new Int16Array(take(2 * placeCount));
  const longitude = new Int16Array(take(2 * placeCount));
  const division = new Uint16Array(take(2 * placeCount));
  const people = new Uint8Array(take(placeCount));
  const kinds = new Uint8Array(take(placeCount));
  const country = new Uint8Array(take(placeCount));
  const counts = new Uint8Array(take(placeCount));
  const uses = new Uint8Array(take(nameCount));
  const firstName = new Int32Array(placeCount);
  const placeOf = new Int32Array(nameCount);
  let name = 0;
  for (let place = 0; place < placeCount; place++) {
    firstName[place] = name;
    placeOf.fill(place, name, (name += counts[place] ?? 0));
  }
  return {
    listsHash,
    countries: countries.split(" "),
    divisions: divisions.split(" "),
    names,
    nameCount,
    ids,
    latitude,
    longitude,
    division,
    people,
    kinds,
    country,
    firstName,
    placeOf,
    uses,
  };
}

/** The first of a code's divisions is the one that the code is for; the second level follows. */
function readDivisionRows({ divisions, division, kinds }: Columns): Int32Array {
  const rows = new Int32Array(divisions.length).fill(-1);
  for (let row = 0; row < division.length; row++) {
    const at = division[row] ?? NONE_WORD;
    if (rows[at] === -1 && kindOf(kinds[row]) === "division") rows[at] = row;
  }
  return rows;
}

/** Differences from one id to the next, seven bits a byte, the sign in the lowest bit. */
function readIds(bytes: Uint8Array, count: number): Int32Array {
  const ids = new Int32Array(count);
  let last = 0;
  let at = 0;
  for (let place = 0; place < count; place++) {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at++] ?? 0;
      value |= (byte & 127) << shift;
      if (byte < 128) break;
    }
    last += value & 1 ? -((value + 1) >> 1) : value >> 1;
    ids[place] = last;
  }
  return ids;
}

/** FNV-1a over UTF-16 code units, capitals of ASCII and Latin-1 taken as small letters ("SÃO PAULO"). */
function hash(text: string): number {
  let value = HASH_START;
  for (let at = 0; at < text.length; at++) value = hashed(value, text.charCodeAt(at));
  return finished(value);
}

const HASH_START = 0x811c9dc5;

function hashed(value: number, unit: number): number {
  const isCapital = (unit >= 65 && unit <= 90) || (unit >= 192 && unit <= 222 && unit !== 215);
  return Math.imul(value ^ (isCapital ? unit + 32 : unit), 0x01000193);
}

function finished(value: number): number {
  return (value ^ (value >>> 15)) >>> 0;
}

/** Names stand one on a line. */
const NAME_END = 10;

/** True where the first token of a name ends: before a space, a hyphen, a comma or a possessive. */
function endsFirstToken(names: string, at: number, unit: number): boolean {
  if (unit === 32 || unit === 45 || unit === 44) return true;
  return unit === 39 && /^s(?:[ \n]|$)/u.test(names.slice(at + 1, at + 3));
}

function plainApostrophes(words: string): string {
  return words.includes("’") ? words.replaceAll("’", "'") : words;
}

function kindOf(bits = 0): PlaceKind {
  return KINDS[bits & 7] ?? "other";
}

/** By the byte of the column of people, which holds eight times their logarithm. */
const POPULATIONS: readonly number[] = Array.from({ length: 256 }, (_, byte) => (byte === 0 ? 0 : twoFigures(2 ** (byte / 8))));

function populationOf(byte = 0): number {
  return POPULATIONS[byte] ?? 0;
}

/** 1234567 -> 1200000: the column holds no more. */
function twoFigures(people: number): number {
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(people)) - 1);
  return Math.round(people / unit) * unit;
}
