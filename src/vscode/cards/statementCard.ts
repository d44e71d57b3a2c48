import type { DocumentIndex, StatementParts } from "../../core/document/documentIndex.js";
import {
  describeConfidence,
  describeKind,
  describeManner,
  describeSpeakers,
  describeWhen,
  explainConstruction,
  explainSpeaker,
  cueWords,
  statementWords,
} from "../../core/describe/statements.js";
import { withinMarks } from "../../core/describe/marks.js";
import { describePercent, listWords, shorten, type Wording } from "../../core/describe/translate.js";
import { commands } from "../ids.js";
import { hasNext } from "../gestures/nearby.js";
import { joinActions, type Card, type CardLine, type CardPlace } from "./card.js";

/** Who said it, how, when and where, how sure that is and why, and who else it might be. `place` is where the card is shown, in the article. */
export function statementCard(uri: string, index: DocumentIndex, parts: StatementParts, wording: Wording, place?: CardPlace): Card {
  const { t } = wording;
  const { statement } = parts;
  const cue = cueWords(parts);
  const [speaker] = parts.entities;
  const name = describeSpeakers(parts, wording);
  const who: CardLine = [
    speaker ? { words: name, command: commands.showEntity, args: [uri, speaker.id] } : { strong: name },
    ` ${cue ? `“${withinMarks(cue)}”` : ""}`.trimEnd(),
    ` · ${[describeKind(statement.kind, wording), ...describeManner(parts, wording)].join(", ")}`,
  ];
  const when = describeWhen(parts, wording);
  const occasion = [...(when === undefined ? [] : [t("When: {0}", when)]), ...(parts.where ? [t("Where: {0}", parts.where.text)] : [])].join(" · ");
  const construction = explainConstruction(parts, wording);
  const others = (statement.candidates ?? [])
    .map(({ entity, confidence }) => ({ name: index.entity(entity)?.name, confidence }))
    .filter((other) => other.name !== undefined)
    .map((other) => `${other.name} (${describePercent(other.confidence, wording)})`);
  const confidence = statement.confidence === undefined ? "" : ` (${describePercent(statement.confidence, wording)})`;
  return {
    title: [{ strong: shorten(statementWords(parts), 90) }],
    lines: [who, ...(occasion ? [[occasion]] : [])],
    details: [
      [{ strong: describeConfidence(parts, wording) }, `${confidence}: ${explainSpeaker(parts, wording)}`],
      ...(construction ? [[t("Found because {0}", construction)]] : []),
      ...(statement.notes ?? []).map(({ text }): CardLine => [t("Note: {0}", text)]),
      ...(others.length > 0 ? [[statement.entity ? t("Less likely: {0}", listWords(others, wording)) : t("It might be {0}", listWords(others, wording))]] : []),
    ],
    actions: [statementActions(uri, parts, wording), wordActions(uri, index, parts, wording, place)].filter((line) => line.length > 0),
  };
}

function statementActions(uri: string, { statement }: StatementParts, { t }: Wording): CardLine {
  const { id, status = "proposed" } = statement;
  const actions = [
    ...(status === "accepted" ? [] : [{ words: t("Accept"), command: commands.acceptStatement, args: [uri, id] }]),
    ...(status === "rejected" ? [] : [{ words: t("Reject"), command: commands.rejectStatement, args: [uri, id] }]),
    ...(status === "proposed" ? [] : [{ words: t("Withdraw Decision"), command: commands.proposeAgain, args: [uri, id] }]),
    { words: t("Change Speaker…"), command: commands.changeSpeaker, args: [uri, id] },
    { words: t("Change Kind…"), command: commands.changeKind, args: [uri, id] },
    { words: t("Add Note…"), command: commands.addNote, args: [uri, id] },
    { words: t("Copy as Citation"), command: commands.copyCitation, args: [uri, id] },
  ];
  return joinActions(actions);
}

/** What is done with the words themselves: at the pointer, and with those that are selected. */
function wordActions(uri: string, index: DocumentIndex, parts: StatementParts, { t }: Wording, place: CardPlace | undefined): CardLine {
  const { statement: { id }, quotes } = parts;
  if (!place) return [];
  const isWithin = quotes.some(({ start, end }) => start < place.offset && place.offset < end);
  return joinActions([
    ...(isWithin ? [{ words: t("Split Here"), command: commands.splitStatement, args: [uri, id, place.offset] }] : []),
    ...(hasNext(index, parts) ? [{ words: t("Join with Next"), command: commands.joinStatements, args: [uri, id] }] : []),
    ...(place.hasSelection
      ? [
          { words: t("Fit to Selection"), command: commands.fitToSelection, args: [uri, id] },
          { words: t("Set Cue to Selection"), command: commands.setCue, args: [uri, id] },
          { words: t("Set Source Phrase to Selection"), command: commands.setSource, args: [uri, id] },
          { words: t("Set Time to Selection"), command: commands.setWhen, args: [uri, id] },
          { words: t("Set Place to Selection"), command: commands.setWhere, args: [uri, id] },
        ]
      : []),
  ]);
}
