import * as vscode from "vscode";
import { DisposableStore } from "../../core/common/disposable.js";

/** One side of a comparison. */
export interface Side {
  /** Shown as the name of its side. */
  readonly name: string;
  readonly text: string;
}

/** Texts that are in no file, shown as read-only documents, two of them side by side, and kept as long as an editor shows them. */
export class SideBySide implements vscode.Disposable {
  private readonly owned = new DisposableStore();
  private readonly texts = new Map<string, string>();
  private count = 0;

  /** @param scheme of the documents' URIs: one for each kind of comparison. */
  constructor(private readonly scheme: string) {
    const { workspace } = vscode;
    this.owned.add(workspace.registerTextDocumentContentProvider(scheme, { provideTextDocumentContent: (uri) => this.texts.get(uri.toString()) ?? "" }));
    this.owned.add(workspace.onDidCloseTextDocument(({ uri }) => this.texts.delete(uri.toString())));
  }

  async show(title: string, left: Side, right: Side): Promise<void> {
    // else it would take the tab of an article that is only previewed, and close it
    await vscode.commands.executeCommand("vscode.diff", this.keep("left", left), this.keep("right", right), title, { preview: false });
  }

  async showOne(side: Side): Promise<void> {
    await vscode.window.showTextDocument(this.keep("left", side), { preview: false });
  }

  dispose(): void {
    this.owned.dispose();
    this.texts.clear();
  }

  private keep(side: "left" | "right", { name, text }: Side): vscode.Uri {
    const uri = vscode.Uri.from({ scheme: this.scheme, path: `/${++this.count}/${side}/${name}` });
    this.texts.set(uri.toString(), text);
    return uri;
  }
}
