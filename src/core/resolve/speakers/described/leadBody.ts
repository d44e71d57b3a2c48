import type { SpeakerChoice } from "../../../detect/findings.js";
import { lastStartingBy } from "../../../document/sortedRanges.js";
import { holdsStatements, type Article } from "../../../text/article.js";
import type { FoundEntity } from "../../foundEntity.js";
import { BUSINESS, type Description } from "../phrases/descriptions.js";
import type { IndexedMention, MentionIndex } from "../mentionIndex.js";
import { isHouseOfOutsider } from "./outsiders.js";

/** Code units within which the first paragraph's first name is looked for. */
const LEAD = 120;
const CONFIDENCE = 0.6;
/** "(Reuters) - ", "OSLO, May 3 (Reuters) - " */
const DATELINE = /^[\p{Lu}\p{L}\d\s.,/]{0,60}\([\p{Lu}][\p{L}\s/]{1,30}\)\s?[-–—]{1,2}\s/u;
/** Bodies that are no company by their names. */
const NO_COMPANY = /\b(?:Court|Ministry|Department|Council|Committee|Commission|Congress|Senate|Parliament|University|College|School|Party|Union|Agency|Exchange|Board|Bureau|Police|Navy|Army|Administration|Associated Press|AP|AFP|Reuters|Bloomberg|Nasdaq|NYSE)\b/u;

/** The company on which an article reports: the organization with which its first paragraph begins. */
export class LeadBody {
  private readonly lead: IndexedMention | undefined;

  constructor(
    private readonly article: Article,
    private readonly mentions: MentionIndex,
    private readonly entities: readonly FoundEntity[],
  ) {
    const { blocks, text } = article;
    const opening = blocks.find((block) => holdsStatements(block) && block.endSentence > block.firstSentence);
    if (!opening) return;
    const start = opening.start + (DATELINE.exec(text.slice(opening.start, opening.start + LEAD))?.[0].length ?? 0);
    const [first] = mentions.within({ start, end: Math.min(opening.end, start + LEAD) });
    if (first && this.isCompany(first) && /^(?:(?:The )?(?:[Ss]hares|[Ss]tock) (?:of|in) )?(?:[Tt]he )?$/u.test(text.slice(start, first.start))) this.lead = first;
  }

  /** Whom "the company", "the Dutch lender" tells again anywhere in it, where the last sentences name no other one alone. */
  find({ noun, owned, start: at, end }: Description): SpeakerChoice | undefined {
    const { lead } = this;
    if (!lead || owned || lead.end > at || !BUSINESS.test(noun)) return undefined;
    // "the Denning company" is another one; "the Dutch company", "the St. Louis company" may be it
    const { text, sentences } = this.article;
    const places = this.mentions.within({ start: at, end }).filter(({ entity }) => this.entities[entity]?.type === "place");
    const rest = places.reduce((words, place) => words.replace(text.slice(place.start, place.end), ""), text.slice(at + 1, end));
    if (/\p{Lu}/u.test(rest)) return undefined;
    const from = sentences[Math.max(0, lastStartingBy(sentences, at) - 1)]?.start ?? at;
    const near = this.mentions.within({ start: from, end: at }).filter((mention) => this.isCompany(mention) && !isHouseOfOutsider(this.article, mention));
    if (near.length > 0 && !near.some(({ entity }) => entity === lead.entity)) return undefined;
    return { entities: [lead.entity], reason: "description", evidence: [{ start: lead.start, end: lead.end }, { start: at, end }], confidence: CONFIDENCE, candidates: [] };
  }

  private isCompany({ entity }: IndexedMention): boolean {
    const { type, name = "" } = this.entities[entity] ?? {};
    return type === "organization" && !NO_COMPANY.test(name);
  }
}
