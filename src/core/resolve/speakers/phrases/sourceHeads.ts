import type { TextRange } from "../../../document/range.js";
import type { Article } from "../../../text/article.js";
import type { FoundEntity } from "../../foundEntity.js";
import type { BodyIndex } from "./bodies.js";
import { organizationIn } from "./jointSpeakers.js";
import type { IndexedMention } from "../mentionIndex.js";
import { exampleMention, headMention, mentionBehindRole, wholeMention, withoutAddress } from "./sourceNames.js";
import type { SurnameIndex } from "./surnames.js";

/** "Everyone but Hale", "all except the mayor": those whom the phrase does not name. */
const EXCEPT = /^(?:every(?:one|body)|all|any(?:one|body)|no(?:body| one)|none)\b.{0,40}\b(?:but|except|besides|other than)\b/iu;

/** Finds the name that source phrases are about. */
export class SourceHeads {
  constructor(
    private readonly article: Article,
    private readonly entities: readonly FoundEntity[],
    private readonly surnames: SurnameIndex,
    private readonly bodies: BodyIndex,
  ) {}

  /** The mention that a source phrase with these words and these mentions within is about; for a name known by its last word alone the whole phrase, with whose it is. */
  find(source: TextRange, words: string, within: readonly IndexedMention[]): (TextRange & { readonly entity: number }) | undefined {
    if (EXCEPT.test(words)) return undefined;
    return (
      headMention(this.article, source, withoutAddress(this.article, this.entities, source, within)) ??
      mentionBehindRole(this.article, this.entities, source, within) ??
      this.byLastWord(source, words, within) ??
      exampleMention(this.article, source, within) ??
      wholeMention(this.article, source, within) ??
      organizationIn(this.article, this.entities, source, within)
    );
  }

  /** "Ham", "Mr. Clover", "the Times": a word that is somebody's surname in the article, even where it was not seen as a name by itself, or an organization's last one. */
  private byLastWord(source: TextRange, words: string, within: readonly IndexedMention[]): (TextRange & { readonly entity: number }) | undefined {
    const house = /^the (\p{Lu}[\p{L}'’-]+)$/iu.exec(words)?.[1];
    const entity = this.surnames.alone(words) ?? this.bodies.called(words) ?? (house === undefined ? undefined : this.bodies.endingIn(house.toLowerCase())) ?? this.surnames.atEnd(words);
    const isAnother = within.some((mention) => mention.end === source.end && mention.entity !== entity);
    return entity === undefined || isAnother ? undefined : { ...source, entity };
  }
}
