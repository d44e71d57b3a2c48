import * as vscode from "vscode";
import { AnnotationStore } from "../core/store/annotationStore.js";
import { features } from "./features/index.js";
import { ActiveArticle } from "./services/activeArticle.js";
import { AnalysisClient } from "./services/analysisClient.js";
import { Articles } from "./services/articles.js";
import { ArticleSelection } from "./services/articleSelection.js";
import { Configuration } from "./services/configuration.js";
import { Inspection } from "./services/inspection.js";
import { SelectedStatements } from "./services/selectedStatements.js";
import { SidecarFiles } from "./services/sidecarFiles.js";
import type { WorkerPort } from "./services/workerProtocol.js";
import type { ReplaceFile } from "./services/writeWhole.js";

/** What each host brings of its own. */
export interface HostTools {
  createWorkerPort(script: vscode.Uri): Promise<WorkerPort>;
  readonly replaceFile: ReplaceFile;
}

/** What tests and other extensions may look at. */
export interface OnRecordApi {
  readonly store: AnnotationStore;
  readonly articles: Articles;
  readonly inspection: Inspection;
}

/** Starts the extension; the same in the desktop and in the browser. */
export function activateShared(context: vscode.ExtensionContext, host: HostTools): OnRecordApi {
  const { extensionUri, subscriptions, workspaceState } = context;
  const file = (...path: string[]): vscode.Uri => vscode.Uri.joinPath(extensionUri, ...path);
  const own = <T extends vscode.Disposable>(disposable: T): T => {
    subscriptions.push(disposable);
    return disposable;
  };

  const log = own(vscode.window.createOutputChannel("On Record", { log: true }));
  const store = own(new AnnotationStore());
  const configuration = new Configuration();
  const selection = new ArticleSelection(configuration, workspaceState);
  const sidecars = own(new SidecarFiles(host.replaceFile));
  const client = own(
    new AnalysisClient({
      createPort: () => host.createWorkerPort(file("dist", "worker.js")),
      readGazetteer: async () => vscode.workspace.fs.readFile(file("dist", "gazetteer.bin")),
      generator: `on-record ${String((context.extension.packageJSON as { version: unknown }).version)}`,
    }),
  );
  const articles = own(new Articles({ store, client, selection, configuration, sidecars, log }));
  const activeArticle = own(new ActiveArticle(articles));
  const selectedStatements = new SelectedStatements();
  const inspection = new Inspection();
  for (const register of features) own(register({ store, articles, activeArticle, selectedStatements, configuration, sidecars, inspection, log }));
  return { store, articles, inspection };
}
