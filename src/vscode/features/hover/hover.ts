import * as vscode from "vscode";
import type { Annotation } from "../../../core/document/annotationDocument.js";
import { indexOf, isMention, type DocumentIndex } from "../../../core/document/documentIndex.js";
import type { Wording } from "../../../core/describe/translate.js";
import type { Card, CardPlace } from "../../cards/card.js";
import { dateCard } from "../../cards/dateCard.js";
import { entityCard } from "../../cards/entityCard.js";
import { renderCard } from "../../cards/renderCard.js";
import { statementCard } from "../../cards/statementCard.js";
import { settings } from "../../ids.js";
import { editorWording } from "../../services/wording.js";
import type { FeatureDependencies } from "../feature.js";

/** Cards on statements, people, organizations, places and dates. Only looks up what is known; never analyses. */
export function registerHover({ articles, configuration }: FeatureDependencies): vscode.Disposable {
  return vscode.languages.registerHoverProvider("*", {
    provideHover(document, position) {
      const annotations = articles.shown(document.uri);
      if (!annotations || !configuration.get(settings.hover, document.uri)) return undefined;
      const index = indexOf(annotations);
      const editor = vscode.window.activeTextEditor;
      const selection = editor?.document === document ? editor.selection : undefined;
      const place = { offset: document.offsetAt(position), hasSelection: selection?.isEmpty === false };
      // the cursor stands between two letters, and is on what ends there for commands, too; the pointer is on a letter
      const reach = selection?.active.isEqual(position) ? 1 : 0;
      const hit = cardsAt(document.uri.toString(), index, place, reach, editorWording());
      if (!hit) return undefined;
      const range = new vscode.Range(document.positionAt(hit.over.start), document.positionAt(hit.over.end));
      return new vscode.Hover(hit.cards.map(renderCard), range);
    },
  });
}

/** Statements that one place tells of, at most. */
const MOST_STATEMENTS = 3;

/** The mention at the offset first, then the statements that it is part of, the innermost first; the range is the smallest annotation there, or one that ends within reach. */
function cardsAt(uri: string, index: DocumentIndex, place: CardPlace, reach: number, wording: Wording): { readonly cards: readonly Card[]; readonly over: Annotation } | undefined {
  const [over, ...others] = index.annotationsAt(place.offset).filter(({ end, type }) => place.offset < end + reach && type !== "role");
  if (!over) return undefined;
  const here = [over, ...others];
  const mention = here.find(isMention);
  // a shared speaker or cue belongs to several statements, and what somebody has said may stand in what a paper passes on
  const statements = new Set(here.flatMap(({ id }) => index.statementsWith(id)));
  const cards: Card[] = [];
  if (mention) {
    const entity = index.entity(mention.entity);
    if (mention.type === "date") cards.push(dateCard(uri, index, mention, wording, place));
    else if (entity) cards.push(entityCard(uri, index, entity, wording, mention, place));
  }
  for (const statement of [...statements].slice(0, MOST_STATEMENTS)) cards.push(statementCard(uri, index, statement, wording, place));
  return cards.length > 0 ? { cards, over } : undefined;
}
