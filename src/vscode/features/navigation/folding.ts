import * as vscode from "vscode";
import { indexOf } from "../../../core/document/documentIndex.js";
import type { FeatureDependencies } from "../feature.js";
import { registerForArticles } from "./articleLanguages.js";

/** Statements that run over several lines fold to their first one. */
export function registerFolding({ articles }: FeatureDependencies): vscode.Disposable {
  return registerForArticles(articles, (selector) =>
    vscode.languages.registerFoldingRangeProvider(selector, {
      async provideFoldingRanges(document, _context, token) {
        const annotations = await articles.settled(document, token);
        if (!annotations) return [];
        const folds = new Map<number, vscode.FoldingRange>();
        for (const { quotes } of indexOf(annotations).statements) {
          const present = quotes.filter(({ orphaned }) => orphaned !== true);
          const [first] = present;
          const last = present.at(-1);
          if (!first || !last) continue;
          const start = document.positionAt(first.start).line;
          const end = document.positionAt(last.end).line;
          if (end > start && !folds.has(start)) folds.set(start, new vscode.FoldingRange(start, end));
        }
        return [...folds.values()];
      },
    }),
  );
}
