import * as vscode from "vscode";
import { timexOf } from "../../../core/document/timexValue.js";
import { setPublished } from "../../../core/store/decisionsAboutArticle.js";
import { askForDate } from "../../gestures/askForDate.js";
import { commands } from "../../ids.js";
import type { FeatureDependencies } from "../feature.js";

/** The day that the dates of an article are counted from, set by a person; the article is then read again. */
export function registerArticleDate({ store, articles, activeArticle, decisions }: FeatureDependencies): vscode.Disposable {
  const { l10n } = vscode;
  return vscode.commands.registerCommand(commands.setArticleDate, async (given?: unknown, day?: unknown) => {
    const uri = typeof given === "string" ? given : activeArticle.uri?.toString();
    const article = uri === undefined ? undefined : articles.document(uri);
    const annotations = uri === undefined ? undefined : store.get(uri);
    if (uri === undefined || !article || !annotations) return;
    const isGiven = typeof day === "string" && isDay(day);
    const answer = isGiven
      ? day
      : await askForDate(articles, {
          title: l10n.t("Date of the Article"),
          prompt: l10n.t("The day that “today” and “last week” are counted from, for example 6 April 2021 or 2021-04-06. The article itself is not changed."),
          value: annotations.source.published ?? "",
          refusal: l10n.t("Give a day with month and year, as 6 April 2021 or 2021-04-06."),
          accepts: ({ value }) => isDay(value),
        });
    if (answer === undefined) return;
    const isChanged = decisions.decide({ uri, label: l10n.t("Set Date of Article"), asked: [], change: (before) => setPublished(before, answer) });
    if (isChanged) articles.analyzeAgain(article);
  });
}

function isDay(value: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/u.test(value) && timexOf(value) === "DATE";
}
