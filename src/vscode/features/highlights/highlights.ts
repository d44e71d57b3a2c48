import * as vscode from "vscode";
import { DisposableStore } from "../../../core/common/disposable.js";
import type { AnnotationDocument } from "../../../core/document/annotationDocument.js";
import { commands, contextKeys, highlightKinds, settings, type HighlightKind } from "../../ids.js";
import { ManagedContextKey } from "../../services/contextKey.js";
import type { FeatureDependencies } from "../feature.js";
import { createDecorationTypes } from "./decorationTypes.js";
import { paint, type Paintings } from "./paintings.js";

interface Painted {
  readonly document: AnnotationDocument;
  readonly paintings: Paintings;
}

/** Paints statements and entities in every visible editor, and switches kinds off and on. */
export function registerHighlights({ store, articles, configuration, inspection }: FeatureDependencies): vscode.Disposable {
  const owned = new DisposableStore();
  const types = createDecorationTypes();
  for (const type of types.values()) owned.add(type);
  const colorBy = owned.add(new ManagedContextKey<string>(contextKeys.colorBy));
  /** What was painted last for each article, so that an editor that comes back is painted at once. */
  const cache = new Map<string, Painted>();
  /** What each editor shows, of which version of its text: an analysis is told more than once, and mostly brings what is there. */
  const painted = new WeakMap<vscode.TextEditor, { readonly paintings: Paintings | undefined; readonly version: number }>();

  const paintingsOf = (editor: vscode.TextEditor): Paintings | undefined => {
    const uri = editor.document.uri.toString();
    const document = articles.shown(editor.document.uri);
    if (!document || articles.state(editor.document.uri) === undefined) return undefined;
    const known = cache.get(uri);
    if (known?.document === document) return known.paintings;
    const paintings = paint(document, {
      kinds: configuration.highlightedKinds(),
      colorBy: configuration.get(settings.colorBy),
      text: editor.document.getText(),
    });
    cache.set(uri, { document, paintings });
    return paintings;
  };

  const repaint = (editor: vscode.TextEditor): void => {
    const { document } = editor;
    const paintings = paintingsOf(editor);
    if (paintings) inspection.paintings.set(document.uri.toString(), paintings);
    else inspection.paintings.delete(document.uri.toString());
    const last = painted.get(editor);
    if (last && last.paintings === paintings && last.version === document.version) return;
    painted.set(editor, { paintings, version: document.version });
    for (const [name, type] of types) {
      const ranges = paintings?.get(name) ?? [];
      editor.setDecorations(
        type,
        ranges.map(({ start, end }) => new vscode.Range(document.positionAt(start), document.positionAt(end))),
      );
    }
  };

  const repaintAll = (uri?: string): void => {
    for (const editor of vscode.window.visibleTextEditors) {
      if (uri === undefined || editor.document.uri.toString() === uri) repaint(editor);
    }
  };

  const applySettings = (): void => {
    cache.clear();
    colorBy.set(configuration.get(settings.colorBy));
    repaintAll();
  };

  owned.add(
    store.onDidChange(({ uri, origin }) => {
      // the editor moves what is painted through edits by itself; painting again would only make it flicker
      if (origin !== "edit") repaintAll(uri);
    }),
  );
  owned.add(
    articles.onDidChangeState((uri) => {
      if (articles.state(uri) !== "analyzing") repaintAll(uri.toString());
    }),
  );
  owned.add(vscode.window.onDidChangeVisibleTextEditors((editors) => editors.forEach(repaint)));
  owned.add(configuration.onDidChange([settings.highlightsEnabled, settings.highlightKinds, settings.colorBy], applySettings));
  owned.add(vscode.commands.registerCommand(commands.toggleHighlights, () => configuration.set(settings.highlightsEnabled, !configuration.get(settings.highlightsEnabled))));
  owned.add(vscode.commands.registerCommand(commands.colorByKind, () => configuration.set(settings.colorBy, "kind")));
  owned.add(vscode.commands.registerCommand(commands.colorBySpeaker, () => configuration.set(settings.colorBy, "speaker")));
  owned.add(
    vscode.commands.registerCommand(commands.chooseHighlights, async (kind?: HighlightKind) => {
      const shown = configuration.highlightedKinds();
      const chosen = kind === undefined ? await chooseKinds(shown) : new Set(highlightKinds.filter((other) => (other === kind) !== shown.has(other)));
      if (!chosen) return;
      await configuration.set(settings.highlightKinds, Object.fromEntries(highlightKinds.map((each) => [each, chosen.has(each)])));
      if (!configuration.get(settings.highlightsEnabled)) await configuration.set(settings.highlightsEnabled, true);
    }),
  );
  applySettings();
  return owned;
}

/** Asks which kinds to show; undefined where the person turns away. */
async function chooseKinds(shown: ReadonlySet<HighlightKind>): Promise<Set<HighlightKind> | undefined> {
  const { l10n } = vscode;
  const labels: Readonly<Record<HighlightKind, string>> = {
    quotes: l10n.t("Quotes"),
    speakers: l10n.t("Speakers"),
    cues: l10n.t("Cues (the verbs that introduce statements)"),
    people: l10n.t("People"),
    organizations: l10n.t("Organizations"),
    places: l10n.t("Places"),
    dates: l10n.t("Dates"),
  };
  const items = highlightKinds.map((highlight) => ({ highlight, label: labels[highlight], picked: shown.has(highlight) }));
  const picked = await vscode.window.showQuickPick(items, { canPickMany: true, title: l10n.t("Choose Highlights"), placeHolder: l10n.t("Kinds to highlight in articles") });
  return picked && new Set(picked.map(({ highlight }) => highlight));
}
