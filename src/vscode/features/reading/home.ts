import * as vscode from "vscode";
import { DisposableStore } from "../../../core/common/disposable.js";
import { shorten } from "../../../core/describe/translate.js";
import { settings, settingsSection } from "../../ids.js";
import { filterFor } from "../../services/articles/documentFilter.js";
import type { FeatureDependencies } from "../feature.js";

/** Letters of a home that the narrow list has room for. */
const LONGEST_SHOWN = 40;

/** Tells beside the article's language where the place that a setting names as the outlet's home is none that is known: else it would do nothing, in silence. */
export function registerHome({ articles, activeArticle, configuration, inspection, log }: FeatureDependencies): vscode.Disposable {
  const owned = new DisposableStore();
  const { l10n } = vscode;
  const status = owned.add(vscode.languages.createLanguageStatusItem("onRecord.home", filterFor(undefined)));
  status.name = l10n.t("On Record: Home of the Outlet");
  status.severity = vscode.LanguageStatusSeverity.Warning;
  status.command = { command: "workbench.action.openSettings", title: l10n.t("Open Setting"), arguments: [`${settingsSection}.${settings.home}`] };

  const told = (): string | undefined => {
    const { uri, state } = activeArticle;
    return uri && state === "ready" ? configuration.get(settings.home, uri).trim() : undefined;
  };
  const update = async (): Promise<void> => {
    const home = told();
    // a worker that cannot be asked is told of by the analysis
    const isKnown = !home || (await articles.isKnownHome(home).catch((error: unknown) => (log.warn(String(error)), true)));
    if (told() !== home) return;
    if (!isKnown) status.text = l10n.t("Home: no place is known as “{0}”", shorten(home, LONGEST_SHOWN));
    status.selector = filterFor(isKnown ? undefined : activeArticle.uri);
    inspection.homeStatus = isKnown ? "" : status.text;
  };
  owned.add(activeArticle.onDidChange(() => void update()));
  owned.add(configuration.onDidChange([settings.home], () => void update()));
  void update();
  return owned;
}
