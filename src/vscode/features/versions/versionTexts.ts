import * as vscode from "vscode";
import { DisposableStore } from "../../../core/common/disposable.js";

const SCHEME = "on-record-statements";

export interface VersionText {
  /** The file that it is about, shown as the name of its side. */
  readonly name: string;
  readonly text: string;
}

/** Lists of statements as read-only documents, kept as long as an editor shows them. */
export class VersionTexts implements vscode.Disposable {
  private readonly owned = new DisposableStore();
  private readonly texts = new Map<string, string>();
  private count = 0;

  constructor() {
    const { workspace } = vscode;
    this.owned.add(workspace.registerTextDocumentContentProvider(SCHEME, { provideTextDocumentContent: (uri) => this.texts.get(uri.toString()) ?? "" }));
    this.owned.add(workspace.onDidCloseTextDocument(({ uri }) => this.texts.delete(uri.toString())));
  }

  async show(title: string, before: VersionText, now: VersionText): Promise<void> {
    // else it would take the tab of an article that is only previewed, and close it
    await vscode.commands.executeCommand("vscode.diff", this.keep("before", before), this.keep("now", now), title, { preview: false });
  }

  dispose(): void {
    this.owned.dispose();
    this.texts.clear();
  }

  private keep(side: "before" | "now", { name, text }: VersionText): vscode.Uri {
    const uri = vscode.Uri.from({ scheme: SCHEME, path: `/${++this.count}/${side}/${name}` });
    this.texts.set(uri.toString(), text);
    return uri;
  }
}
