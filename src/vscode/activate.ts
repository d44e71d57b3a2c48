import * as vscode from "vscode";
import { RecentCopies } from "../core/anchor/oldText/copies.js";
import { AnnotationStore } from "../core/store/annotationStore.js";
import { features } from "./features/index.js";
import { ActiveArticle } from "./services/articles/activeArticle.js";
import { AnalysisClient } from "./services/analysis/analysisClient.js";
import { Articles } from "./services/articles/articles.js";
import { ArticleSelection } from "./services/articles/articleSelection.js";
import { Configuration } from "./services/configuration.js";
import { Decisions } from "./services/decisions.js";
import { Inspection } from "./services/inspection.js";
import { Journal } from "./services/unsaved/journal.js";
import { Review } from "./services/review.js";
import { SelectedRows } from "./services/lists/selectedRows.js";
import { SidecarFiles } from "./services/sidecars/sidecarFiles.js";
import type { WorkerPort } from "./services/analysis/workerProtocol.js";
import type { ReplaceFile } from "./services/sidecars/writeWhole.js";

/** What each host brings of its own. */
export interface HostTools {
  createWorkerPort(script: vscode.Uri): Promise<WorkerPort>;
  readonly replaceFile: ReplaceFile;
}

/** What tests and other extensions may look at. */
export interface OnRecordApi {
  readonly store: AnnotationStore;
  readonly articles: Articles;
  readonly journal: Journal;
  readonly inspection: Inspection;
}

/** Starts the extension; the same in the desktop and in the browser. */
export function activateShared(context: vscode.ExtensionContext, host: HostTools): OnRecordApi {
  const { extensionUri, storageUri, globalStorageUri, subscriptions, workspaceState } = context;
  const file = (...path: string[]): vscode.Uri => vscode.Uri.joinPath(extensionUri, ...path);
  const own = <T extends vscode.Disposable>(disposable: T): T => {
    subscriptions.push(disposable);
    return disposable;
  };

  const log = own(vscode.window.createOutputChannel("On Record", { log: true }));
  const store = own(new AnnotationStore());
  const configuration = new Configuration();
  const selection = new ArticleSelection(configuration, workspaceState);
  const copies = new RecentCopies();
  const sidecars = own(new SidecarFiles(host.replaceFile, copies));
  const client = own(
    new AnalysisClient({
      createPort: () => host.createWorkerPort(file("dist", "worker.js")),
      readGazetteer: async () => vscode.workspace.fs.readFile(file("dist", "gazetteer.bin")),
      readTagger: async () => vscode.workspace.fs.readFile(file("dist", "tagger.bin")),
      warn: (message) => log.warn(`Statements are found by rules alone: ${message}`),
      generator: `on-record ${String((context.extension.packageJSON as { version: unknown }).version)}`,
    }),
  );
  const journal = own(new Journal({ store, folder: storageUri ?? globalStorageUri, isOfWorkspace: storageUri !== undefined, replaceFile: host.replaceFile, copies, log }));
  const articles = own(new Articles({ store, client, selection, configuration, sidecars, journal, log }));
  const activeArticle = own(new ActiveArticle(articles));
  const selectedRows = new SelectedRows();
  const inspection = new Inspection();
  const decisions = own(new Decisions(store));
  const review = own(new Review(articles, activeArticle));
  for (const register of features) own(register({ store, articles, activeArticle, decisions, journal, review, selectedRows, configuration, sidecars, inspection, log }));
  return { store, articles, journal, inspection };
}
