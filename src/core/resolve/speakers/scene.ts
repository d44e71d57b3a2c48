import type { Article } from "../../text/article.js";
import type { FoundEntity } from "../foundEntity.js";
import type { Conversation } from "./conversation.js";
import type { MentionIndex } from "./mentionIndex.js";

/** What rules for speakers look at: the article, whom it names where, and who has spoken so far. */
export interface SpeakerScene {
  readonly article: Article;
  readonly entities: readonly FoundEntity[];
  readonly mentions: MentionIndex;
  readonly conversation: Conversation;
  /** Tells of an offset whether it lies inside what somebody says, quoted or told. */
  readonly spoken: (offset: number) => boolean;
  /** Tells of an offset whether it lies inside quotation marks. */
  readonly quoted: (offset: number) => boolean;
}
