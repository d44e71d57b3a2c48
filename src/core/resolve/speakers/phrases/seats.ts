import type { SpeakerChoice } from "../../../detect/findings.js";
import type { TextRange } from "../../../document/range.js";
import { nameWords, Word } from "../../../lexicon/nameWords.js";
import type { Place } from "../../../places/gazetteer.js";
import type { Article } from "../../../text/article.js";
import type { FoundEntity } from "../../foundEntity.js";
import { sameOffices } from "./descriptions.js";
import type { IndexedMention, MentionIndex } from "../mentionIndex.js";

/** Where somebody holds an office, and of which party, as it is told with the name: "Sen. Ann Hale of Ohio", "Rep. Paul Reed (D-Tex.)", "Polish President Jan Nowak". */
interface Seat extends TextRange {
  readonly entity: number;
  readonly place: Place;
  /** In small letters; undefined where no party is told. */
  readonly party: string | undefined;
  /** Nouns for the offices, in small letters. */
  readonly offices: readonly string[];
}

const PARTY = /^\s?[,(]\s?(?<letter>[DRI])(?:em|ep|nd)?\.?(?:[-–—]|,\s)(?:from\s)?/u;
const PARTIES: Readonly<Record<string, string>> = { D: "democrat", R: "republican", I: "independent" };
const FROM = /^(?: of|,? from) $/u;
/** Characters from the name to the place. */
const MOST_BETWEEN = 16;
/** Words of an office before the name. */
const MOST_OFFICE = 3;
const CONFIDENCE = 0.8;
const PAST = /\b(?:former|ex|late|then|vice|deputy)\b/iu;
/** Whoever leads a country: "the Polish leader". */
const LEADERS = /^(?:president|pres|premier|chancellor|pm|king|emir|prime)$/u;

/** Whom "the Ohio senator", "the Texas Democrat", "the Polish leader" means: whoever was told with an office or a party and that place. */
export class Seats {
  private readonly byPlace = new Map<string, Seat[]>();

  constructor(
    private readonly article: Article,
    private readonly entities: readonly FoundEntity[],
    private readonly mentions: MentionIndex,
  ) {
    entities.forEach(({ type, mentions: named, roles }, entity) => {
      if (type !== "person") return;
      for (const { start, end } of named) this.add(this.behind({ start, end, entity }));
      for (const role of roles) this.add(this.inRole(role, entity));
    });
  }

  private add(seat: Seat | undefined): void {
    if (!seat) return;
    const known = this.byPlace.get(keyOf(seat.place));
    if (known) known.push(seat);
    else this.byPlace.set(keyOf(seat.place), [seat]);
  }

  /** Undefined where the phrase names no place with an office or a party behind it, or nobody's or several people's seat. */
  find(source: TextRange): SpeakerChoice | undefined {
    const { tokens } = this.article;
    const last = tokens.at(source.end - 1);
    const noun = tokens.lower(last);
    if (!/^(?:the|this|that)$/u.test(tokens.lower(tokens.at(source.start)))) return undefined;
    const place = this.mentions.within(source).find(({ start, end, entity }) => this.entities[entity]?.type === "place" && tokens.at(start) === tokens.at(source.start) + 1 && end <= tokens.start(last));
    const seats = (place && this.byPlace.get(keyOf(this.entities[place.entity]?.place))) ?? [];
    const offices = new Set(sameOffices(noun));
    const fits = seats.filter((seat) => seat.party === noun || seat.offices.some((office) => offices.has(office) || (noun === "leader" && seat.place.kind === "country" && LEADERS.test(office))));
    const [first] = fits;
    if (!first || fits.some(({ entity }) => entity !== first.entity)) return undefined;
    return { entities: [first.entity], reason: "title", evidence: [{ start: first.start, end: first.end }, { start: source.start, end: source.end }], confidence: CONFIDENCE, candidates: [] };
  }

  private behind(name: IndexedMention): Seat | undefined {
    const { text, tokens } = this.article;
    const behind = text.slice(name.end, name.end + MOST_BETWEEN);
    const letters = PARTY.exec(behind);
    const offices = this.officesBefore(tokens.at(name.start));
    const party = letters ? PARTIES[letters.groups?.["letter"] ?? ""] : this.partyBefore(tokens.at(name.start));
    if (!letters && offices.length === 0) return undefined;
    const from = name.end + (letters?.[0].length ?? 0);
    const [mention] = this.mentions.within({ start: from, end: from + MOST_BETWEEN * 2 }).filter(({ entity }) => this.entities[entity]?.type === "place");
    const place = mention && this.entities[mention.entity]?.place;
    if (!mention || !place || !(letters ? mention.start === from : FROM.test(text.slice(name.end, mention.start)))) return undefined;
    return { start: name.start, end: mention.end, entity: name.entity, place, party, offices };
  }

  /** "Polish President", "the president of Poland"; not "a former president of Poland". */
  private inRole(role: TextRange, entity: number): Seat | undefined {
    const { text, tokens } = this.article;
    const mention = this.mentions.within(role).find((within) => this.entities[within.entity]?.type === "place");
    const place = mention && this.entities[mention.entity]?.place;
    if (!place || PAST.test(text.slice(role.start, role.end))) return undefined;
    const offices: string[] = [];
    for (let index = tokens.at(role.start); tokens.start(index) < role.end; index++) if ((nameWords().facts(tokens.lower(index)) & Word.role) !== 0 || LEADERS.test(tokens.lower(index))) offices.push(tokens.lower(index));
    return { start: role.start, end: role.end, entity, place, party: undefined, offices };
  }

  /** "Republican Gov. Ann Hale". */
  private officesBefore(name: number): string[] {
    const { tokens } = this.article;
    const offices: string[] = [];
    for (let index = name - 1; index >= Math.max(0, name - MOST_OFFICE); index--) {
      const lower = tokens.lower(index).replace(/\.$/u, "");
      if (lower === "") continue;
      if (!tokens.isCapitalized(index) || (nameWords().facts(lower) & (Word.role | Word.honorific)) === 0) break;
      offices.push(lower);
    }
    return offices;
  }

  private partyBefore(name: number): string | undefined {
    const { tokens } = this.article;
    for (let index = name - 1; index >= Math.max(0, name - MOST_OFFICE); index--) {
      const party = /^(?<party>republican|democrat)(?:ic)?$/u.exec(tokens.lower(index))?.groups?.["party"];
      if (party !== undefined) return party;
    }
    return undefined;
  }
}

function keyOf(place: Place | undefined): string {
  return place ? `${place.country ?? ""} ${place.name}` : "";
}
