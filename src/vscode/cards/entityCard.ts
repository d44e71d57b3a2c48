import type { Annotation, Entity } from "../../core/document/annotationDocument.js";
import type { DocumentIndex, StatementParts } from "../../core/document/documentIndex.js";
import { withinMarks } from "../../core/describe/marks.js";
import { describeCoordinates, describePlace } from "../../core/describe/places.js";
import { describeKind, statementWords } from "../../core/describe/statements.js";
import { describeType } from "../../core/describe/types.js";
import { describePercent, listWords, shorten, type Wording } from "../../core/describe/translate.js";
import { commands } from "../ids.js";
import { joinActions, type Card, type CardLine, type CardPlace } from "./card.js";
import { mentionActions } from "./mentionActions.js";

/** Links that a card lists before it says how many more there are. */
const MOST_STATEMENTS = 30;
const MOST_MENTIONS = 100;
/** Other places of a name that a card tells before it says how many more there are. */
const MOST_PLACES = 4;

/** Name, type, roles, aliases, how often mentioned and quoted, with links to every statement and mention; places with where they lie. `mention` is the one that the card is about. */
export function entityCard(uri: string, index: DocumentIndex, entity: Entity, wording: Wording, mention?: Annotation, place?: CardPlace): Card {
  const { t } = wording;
  const mentions = index.mentions(entity.id);
  const statements = index.statementsOf(entity.id);
  const roles = [...new Set((entity.roles ?? []).map(({ text }) => text))];
  const aliases = (entity.aliases ?? []).filter((alias) => alias !== entity.name);
  return {
    title: [{ strong: entity.name }, ` · ${entity.type === "place" ? describePlace(entity, wording) : describeType(entity.type, wording)}`],
    lines: [
      ...(roles.length > 0 ? [[listWords(roles, wording)]] : []),
      ...(aliases.length > 0 ? [[t("also {0}", listWords(aliases.map((alias) => `“${withinMarks(alias)}”`), wording))]] : []),
      ...(entity.type === "place" ? placeLines(entity, wording, mention?.sense) : []),
    ],
    details: statements.length > 0 ? [[countStatements(statements, wording), share(index, statements, wording)]] : [],
    actions: [
      joinActions([
        { words: t("Show in List"), command: commands.showEntity, args: [uri, entity.id] },
        { words: t("Rename…"), command: commands.renameEntity, args: [uri, entity.id] },
        { words: t("Merge…"), command: commands.mergeEntities, args: [uri, entity.id] },
        { words: t("Change Type…"), command: commands.changeType, args: [uri, entity.id] },
        ...(entity.type === "place" ? [{ words: t("Choose Place…"), command: commands.choosePlace, args: [uri, entity.id] }] : []),
        ...(mention ? mentionActions(uri, mention, wording, place) : []),
        ...(mention && mentions.length > 1 ? [{ words: t("Split Off…"), command: commands.splitMention, args: [uri, mention.id] }] : []),
      ]),
    ],
    lists: [...statementLinks(uri, entity, statements, wording), ...(mentions.length > 0 ? [mentionLinks(uri, mentions, wording)] : [])],
  };
}

function placeLines(entity: Entity, wording: Wording, sense: Annotation["sense"]): CardLine[] {
  const { t } = wording;
  const coordinates = describeCoordinates(entity, wording);
  const certainty = entity.confidence === undefined ? "" : ` · ${t("{0} sure", describePercent(entity.confidence, wording))}`;
  const { alternatives = [] } = entity;
  const others = alternatives.slice(0, MOST_PLACES).map((other) => (other.name === entity.name ? describePlace(other, wording) : `${other.name}, ${describePlace(other, wording)}`));
  const more = alternatives.length - others.length;
  return [
    [coordinates ? `${coordinates}${certainty}` : t("Not found on the map")],
    ...(sense === "associative" ? [[t("Here: a government, team or company of this place")]] : []),
    ...(sense === "demonym" ? [[t("Here: its people, or something of theirs")]] : []),
    ...(others.length > 0 ? [[t("Other places of that name: {0}", [...others, ...(more > 0 ? [t("and {0} more", more)] : [])].join("; "))]] : []),
  ];
}

function countStatements(statements: readonly StatementParts[], wording: Wording): string {
  const { t } = wording;
  const count = (kind: StatementParts["statement"]["kind"]): number => statements.filter(({ statement }) => statement.kind === kind).length;
  const found = (["direct", "mixed", "indirect"] as const).filter((kind) => count(kind) > 0);
  const kinds = found.map((kind) => (found.length === 1 ? describeKind(kind, wording) : `${count(kind)} ${describeKind(kind, wording)}`));
  return statements.length === 1 ? t("1 statement ({0})", kinds.join(", ")) : t("{0} statements ({1})", statements.length, kinds.join(", "));
}

/** The entity's part of all words that anyone is quoted or reported with. */
function share(index: DocumentIndex, statements: readonly StatementParts[], wording: Wording): string {
  const { t } = wording;
  const total = countWords(index.statements);
  return total === 0 ? "" : ` · ${t("{0} of all words said", describePercent(countWords(statements) / total, wording))}`;
}

function countWords(statements: readonly StatementParts[]): number {
  return statements.reduce((sum, parts) => sum + statementWords(parts).split(/\s+/u).length, 0);
}

function statementLinks(uri: string, entity: Entity, statements: readonly StatementParts[], { t }: Wording): CardLine[] {
  const links = statements.slice(0, MOST_STATEMENTS).map((parts): CardLine => {
    const [first] = parts.quotes;
    const words = shorten(statementWords(parts), 70);
    return first ? ["– ", { words, command: commands.goToAnnotation, args: [uri, first.id] }] : ["– ", words];
  });
  const more = statements.length - links.length;
  return more > 0 ? [...links, [{ words: t("and {0} more in the list", more), command: commands.showEntity, args: [uri, entity.id] }]] : links;
}

function mentionLinks(uri: string, mentions: readonly Annotation[], { t }: Wording): CardLine {
  const links = mentions.slice(0, MOST_MENTIONS).flatMap(({ id }, at) => [" ", { words: String(at + 1), command: commands.goToAnnotation, args: [uri, id] }]);
  const more = mentions.length - MOST_MENTIONS;
  const count = mentions.length === 1 ? t("1 mention:") : t("{0} mentions:", mentions.length);
  return [count, ...links, ...(more > 0 ? [` ${t("and {0} more", more)}`] : [])];
}
