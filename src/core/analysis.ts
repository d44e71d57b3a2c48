import type { ArticleDate, Attribution, DateMention, PlaceMention } from "./detect/findings.js";
import type { Gazetteer } from "./places/gazetteer.js";
import type { Circumstances } from "./resolve/circumstances.js";
import type { FoundEntity } from "./resolve/foundEntity.js";
import type { ResolvedSpeakers } from "./resolve/speakers.js";
import type { Tagger } from "./tagger/tagger.js";
import type { Article, ArticleInput } from "./text/article.js";

/** The tables that an analysis looks things up in, loaded by the caller. */
export interface AnalysisTools {
  readonly gazetteer: Gazetteer;
  /** Where it is missing, rules alone find the statements. */
  readonly tagger?: Tagger;
  /** Program and version for the document, "on-record 0.1.0". */
  readonly generator: string;
}

/** All that an analysis found. */
export interface Analysis {
  readonly input: ArticleInput;
  readonly article: Article;
  readonly tools: AnalysisTools;
  readonly published: ArticleDate | null;
  readonly dates: readonly DateMention[];
  readonly places: readonly PlaceMention[];
  readonly entities: readonly FoundEntity[];
  readonly attributions: readonly Attribution[];
  readonly speakers: ResolvedSpeakers;
  readonly circumstances: readonly Circumstances[];
}
