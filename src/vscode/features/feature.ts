import type * as vscode from "vscode";
import type { AnnotationStore } from "../../core/store/annotationStore.js";
import type { ActiveArticle } from "../services/articles/activeArticle.js";
import type { Articles } from "../services/articles/articles.js";
import type { Configuration } from "../services/configuration.js";
import type { Decisions } from "../services/decisions.js";
import type { Inspection } from "../services/inspection.js";
import type { Journal } from "../services/unsaved/journal.js";
import type { Review } from "../services/review.js";
import type { SelectedRows } from "../services/lists/selectedRows.js";
import type { SidecarFiles } from "../services/sidecars/sidecarFiles.js";

/** What every feature works with. */
export interface FeatureDependencies {
  readonly store: AnnotationStore;
  readonly articles: Articles;
  readonly activeArticle: ActiveArticle;
  readonly decisions: Decisions;
  readonly journal: Journal;
  readonly review: Review;
  readonly selectedRows: SelectedRows;
  readonly configuration: Configuration;
  readonly sidecars: SidecarFiles;
  readonly inspection: Inspection;
  readonly log: vscode.LogOutputChannel;
}

/** A feature registers what it contributes; disposing ends all of it. */
export type Feature = (deps: FeatureDependencies) => vscode.Disposable;
