export type { AnalysisTools } from "./analysis.js";
export { analysisSteps, analyze } from "./analyze.js";
export type * from "./document/annotationDocument.js";
export type { TextRange } from "./document/range.js";
export type { Gazetteer, Place, PlaceName } from "./places/gazetteer.js";
export type { ArticleFormat, ArticleInput } from "./text/article.js";
