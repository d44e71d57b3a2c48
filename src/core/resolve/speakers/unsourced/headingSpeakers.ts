import type { SpeakerChoice } from "../../../detect/findings.js";
import type { TextRange } from "../../../document/range.js";
import { lastStartingBy } from "../../../document/sortedRanges.js";
import { nameWords, Word } from "../../../lexicon/nameWords.js";
import type { Article, Block } from "../../../text/article.js";
import type { FoundEntity } from "../../foundEntity.js";
import type { IndexedMention, MentionIndex } from "../mentionIndex.js";

/** Headlines of pages that hold what one person has said, and nothing else. */
const SESSION = /\b(?:transcript|press conference|news conference|post-?game|post-?match|quotes|everything|in (?:his|her|their) own words|q ?& ?a|full remarks)\b/iu;
/** What may stand before a quotation in its paragraph: "On the punt: “…”", "Opening statement: “…”". */
const TOPIC = /^(?:[^.!?"“‘]{1,160}:\s*)?$/u;
const CONFIDENCE = 0.6;

/**
 * Whom a heading names above quotations without a source: "Head Coach Mary Collins" over "On the loss:" and what she says of it, or "Mary Collins press
 * conference" over a whole page; or beneath each of several, as signatures do.
 */
export class HeadingSpeakers {
  private readonly blocks: readonly Block[];
  /** The speaker of the section that a block is in, by the block's number; only where headings name some. */
  private readonly bySection = new Map<number, TextRange & { readonly entity: number }>();

  constructor(
    private readonly article: Article,
    entities: readonly FoundEntity[],
    mentions: MentionIndex,
  ) {
    this.blocks = article.blocks;
    let ofPage: IndexedMention | undefined;
    let ofSection: IndexedMention | undefined;
    let isFirst = true;
    const named = new Map<number, IndexedMention>();
    article.blocks.forEach((block, index) => {
      if (block.kind === "heading") {
        const people = mentions.within(block).filter(({ entity }) => entities[entity]?.type === "person");
        const [person] = people;
        const isOne = person !== undefined && people.every(({ entity }) => entity === person.entity);
        if (isFirst && isOne && SESSION.test(article.text.slice(block.start, block.end))) ofPage = person;
        isFirst = false;
        ofSection = isOne && isNameAlone(article, block, person) ? person : undefined;
        if (ofSection) named.set(index, ofSection);
      }
      const speaker = ofSection ?? ofPage;
      if (speaker) this.bySection.set(index, speaker);
    });
    if (areSignatures(article, named)) {
      this.bySection.clear();
      for (const [index, speaker] of named) this.bySection.set(index - 1, speaker);
    }
  }

  /** The speaker of a quotation with which its paragraph begins, but for what it is about. */
  find(content: TextRange): SpeakerChoice | undefined {
    if (this.bySection.size === 0) return undefined;
    const index = lastStartingBy(this.blocks, content.start);
    const speaker = this.bySection.get(index);
    const { start = content.start } = this.blocks[index] ?? {};
    if (!speaker || !TOPIC.test(this.article.text.slice(start, content.start))) return undefined;
    return { entities: [speaker.entity], reason: "label", evidence: [{ start: speaker.start, end: speaker.end }], confidence: CONFIDENCE, candidates: [] };
  }
}

/** True for names beneath the quotations that they sign: one stands above the first of several, none below the last. */
function areSignatures({ blocks, text }: Article, named: ReadonlyMap<number, unknown>): boolean {
  const at = [...named.keys()];
  const isQuotation = (index: number): boolean => /^["“‘«]/u.test(text.slice(blocks[index]?.start, blocks[index]?.end));
  return at.length > 1 && at.every((index) => isQuotation(index - 1)) && !isQuotation((at.at(-1) ?? 0) + 1);
}

/** A name with an office before it or behind a comma, and nothing else: "Head Coach Mary Collins", "Mary Collins, teacher". */
function isNameAlone({ text, tokens }: Article, heading: TextRange, name: TextRange): boolean {
  const lists = nameWords();
  for (let token = tokens.at(heading.start); tokens.start(token) < name.start; token++) {
    if ((lists.facts(tokens.lower(token).replace(/\.$/u, "")) & (Word.role | Word.roleModifier | Word.honorific)) === 0 && tokens.kind(token) === "word") return false;
  }
  return /^(?:[:.]|, [^,]{3,60}|\s\([^()]{1,40}\)|\s[|·–—-]\s.{1,80})?$/u.test(text.slice(name.end, heading.end));
}
