import * as vscode from "vscode";
import { DisposableStore } from "../../../core/common/disposable.js";
import type { Annotation } from "../../../core/document/annotationDocument.js";
import { indexOf, isMention, type DocumentIndex } from "../../../core/document/documentIndex.js";
import type { Articles } from "../../services/articles/articles.js";
import type { FeatureDependencies } from "../feature.js";
import { registerForArticles } from "./articleLanguages.js";

/** Go to definition (the first mention with the full name), find all references, and the other mentions lit up at the cursor. */
export function registerReferences({ articles }: FeatureDependencies): vscode.Disposable {
  const owned = new DisposableStore();
  owned.add(
    registerForArticles(articles, (selector) => {
      const providers = new DisposableStore();
      providers.add(
        vscode.languages.registerDefinitionProvider(selector, {
          provideDefinition(document, position) {
            const hit = entityAt(articles, document, position);
            const first = hit && firstFullMention(hit.index, hit.entity);
            if (!hit || !first) return undefined;
            const target = toRange(document, first);
            return [{ originSelectionRange: toRange(document, hit.at), targetUri: document.uri, targetRange: target, targetSelectionRange: target }];
          },
        }),
      );
      providers.add(
        vscode.languages.registerReferenceProvider(selector, {
          provideReferences(document, position) {
            const hit = entityAt(articles, document, position);
            return hit && occurrences(hit.index, hit.entity).map((annotation) => new vscode.Location(document.uri, toRange(document, annotation)));
          },
        }),
      );
      providers.add(
        vscode.languages.registerDocumentHighlightProvider(selector, {
          provideDocumentHighlights(document, position) {
            const hit = entityAt(articles, document, position);
            // without an entity here the editor's own word highlights apply
            return hit && occurrences(hit.index, hit.entity).map((annotation) => new vscode.DocumentHighlight(toRange(document, annotation), vscode.DocumentHighlightKind.Read));
          },
        }),
      );
      return providers;
    }),
  );
  return owned;
}

interface Hit {
  readonly index: DocumentIndex;
  readonly entity: string;
  readonly at: Annotation;
}

/** The entity of the mention or speaker at a position. */
function entityAt(articles: Articles, document: vscode.TextDocument, position: vscode.Position): Hit | undefined {
  const annotations = articles.shown(document.uri);
  if (!annotations) return undefined;
  const index = indexOf(annotations);
  const at = index.annotationsAt(document.offsetAt(position)).find(({ type, entity }) => entity !== undefined && type !== "role");
  return at?.entity === undefined ? undefined : { index, entity: at.entity, at };
}

function firstFullMention(index: DocumentIndex, entityId: string): Annotation | undefined {
  const mentions = index.mentions(entityId);
  const name = index.entity(entityId)?.name;
  return mentions.find(({ text }) => text === name) ?? mentions[0] ?? occurrences(index, entityId)[0];
}

/** Mentions by name, and speakers that stand for the entity ("he", "the minister") where no name covers them. */
function occurrences(index: DocumentIndex, entityId: string): Annotation[] {
  const mentions = index.annotations.filter((annotation) => annotation.entity === entityId && isMention(annotation));
  const speakers = index.annotations.filter(
    ({ entity, type, start, end }) => entity === entityId && type === "speaker" && !index.mentions(entityId).some((mention) => start <= mention.start && mention.end <= end),
  );
  return [...mentions, ...speakers].sort((a, b) => a.start - b.start);
}

function toRange(document: vscode.TextDocument, { start, end }: Annotation): vscode.Range {
  return new vscode.Range(document.positionAt(start), document.positionAt(end));
}
