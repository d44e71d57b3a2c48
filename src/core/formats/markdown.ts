import { cueWords } from "../describe/statements.js";
import { translatable } from "../describe/translate.js";
import type { Annotation, AnnotationDocument, Entity, Statement } from "../document/annotationDocument.js";
import { speakingEntities } from "../document/decided.js";
import { withoutLostProposals } from "../sidecar/lostProposals.js";
import { articleName } from "./csv.js";
import type { AnnotatedArticle, ExportFormat } from "./format.js";

/**
 * A fact sheet to read: statements by speaker, then people, organizations, places and dates. What a person rejected is left out.
 * Words of the article are escaped: they show as they stand there and can neither format nor link nor embed anything.
 */
export const markdownFormat: ExportFormat = {
  id: "markdown",
  label: translatable("Markdown fact sheet"),
  extension: "md",
  cannotCarry: [translatable("rejected findings"), translatable("proposals that are no longer in the text"), translatable("offsets and ids"), translatable("evidence, candidates and notes"), translatable("place alternatives"), translatable("single mentions of people and organizations")],
  holdsMany: true,
  serialize: (articles) => `${articles.map(({ document }: AnnotatedArticle) => factSheet(withoutLostProposals(document))).join("\n\n---\n\n")}\n`,
};

function factSheet(document: AnnotationDocument): string {
  const { published } = document.source;
  const sections = [
    `# ${plain(articleName(document))}`,
    ...(published ? [`Published ${plain(published)}`] : []),
    statementsSection(document),
    entitySection(document, "person", "People"),
    entitySection(document, "organization", "Organizations"),
    placesSection(document),
    datesSection(document),
  ];
  return sections.filter((section) => section !== "").join("\n\n");
}

function statementsSection(document: AnnotationDocument): string {
  const annotations = new Map(document.annotations.map((annotation) => [annotation.id, annotation]));
  const entities = new Map(document.entities.map((entity) => [entity.id, entity]));
  const bySpeaker = new Map<string, string[]>();
  for (const statement of document.statements) {
    if (statement.status === "rejected") continue;
    const names = speakingEntities(statement).map((id) => entities.get(id)?.name ?? "");
    const speaker = names.filter((name) => name !== "").join(" and ");
    const lines = bySpeaker.get(speaker) ?? [];
    lines.push(`- ${statementLine(statement, annotations)}`);
    bySpeaker.set(speaker, lines);
  }
  const unattributed = bySpeaker.get("");
  bySpeaker.delete("");
  const groups = [...bySpeaker].map(([speaker, lines]) => `### ${plain(speaker)}\n\n${lines.join("\n")}`);
  if (unattributed) groups.push(`### Unattributed\n\n${unattributed.join("\n")}`);
  return groups.length > 0 ? `## Statements\n\n${groups.join("\n\n")}` : "";
}

function statementLine(statement: Statement, annotations: ReadonlyMap<string, Annotation>): string {
  const words = (id: string | null | undefined): string => plain(annotations.get(id ?? "")?.text ?? "");
  const quote = statement.quote.map(words).filter((part) => part !== "").join(" … ");
  const when = annotations.get(statement.when ?? "");
  const cue = cueWords({ cue: annotations.get(statement.cue ?? "") });
  const details = [
    statement.kind,
    ...(statement.mode && statement.mode !== "speech" ? [statement.mode] : []),
    ...(statement.factuality && statement.factuality !== "asserted" ? [statement.factuality] : []),
    ...(cue === undefined ? [] : [`cue: ${plain(cue)}`]),
    ...(when ? [`when: ${plain(when.text)}${when.value === undefined ? "" : ` (${plain(when.value)})`}`] : []),
    ...(statement.where ? [`where: ${words(statement.where)}`] : []),
    ...(statement.status === "accepted" ? ["accepted"] : []),
  ];
  return `${quote} (${details.join("; ")})`;
}

function entitySection(document: AnnotationDocument, type: "person" | "organization", title: string): string {
  const mentioned = countMentions(document);
  const quoted = new Map<string, number>();
  for (const statement of document.statements) {
    if (statement.status === "rejected") continue;
    for (const id of speakingEntities(statement)) quoted.set(id, (quoted.get(id) ?? 0) + 1);
  }
  const lines = document.entities
    .filter((entity) => entity.type === type)
    .map(({ id, name, aliases = [], roles = [] }) => {
      const also = unique(aliases.filter((alias) => alias !== name));
      const details = [
        ...unique(roles.map(({ text }) => text)),
        ...(also.length > 0 ? [`also: ${also.join(", ")}`] : []),
        `mentioned ${mentioned.get(id) ?? 0}×`,
        `quoted ${quoted.get(id) ?? 0}×`,
      ];
      return `- ${plain(name)} (${details.map(plain).join("; ")})`;
    });
  return listSection(title, lines);
}

function placesSection(document: AnnotationDocument): string {
  const mentioned = countMentions(document);
  const lines = document.entities
    .filter(({ type, id }) => type === "place" && (mentioned.get(id) ?? 0) > 0)
    .map((place) => `- ${plain(place.name)} (${[...placeDetails(place), `mentioned ${mentioned.get(place.id) ?? 0}×`].map(plain).join("; ")})`);
  return listSection("Places", lines);
}

function placeDetails({ kind, country, latitude, longitude }: Entity): string[] {
  return [
    ...(kind === undefined ? [] : [kind]),
    ...(country === undefined ? [] : [country]),
    ...(latitude === undefined || longitude === undefined ? [] : [`${latitude}, ${longitude}`]),
  ];
}

function datesSection(document: AnnotationDocument): string {
  const lines = document.annotations
    .filter(({ type, status }) => type === "date" && status !== "rejected")
    .map(({ text, value }) => `- ${plain(text)}${value === undefined ? "" : ` (${plain(value)})`}`);
  return listSection("Dates", unique(lines));
}

function listSection(title: string, lines: readonly string[]): string {
  return lines.length > 0 ? `## ${title}\n\n${lines.join("\n")}` : "";
}

function countMentions({ annotations }: AnnotationDocument): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { type, entity, status, orphaned } of annotations) {
    const isMention = type === "person" || type === "organization" || type === "place";
    if (isMention && entity !== undefined && status !== "rejected" && orphaned !== true) counts.set(entity, (counts.get(entity) ?? 0) + 1);
  }
  return counts;
}

function unique<T>(items: readonly T[]): T[] {
  return [...new Set(items)];
}

/** What a Markdown reader may turn into a link by itself. Bounded before its mark, so that long words cost no more than others. */
const ADDRESS = /((?:[a-z][a-z0-9+.-]{0,20}:)?\/\/[^\s`]+|\bwww\.[^\s`]+|\b(?:mailto|xmpp):[^\s`]+|[\p{L}\p{N}._%+-]{1,64}@[^\s`]+)/giu;

/**
 * Words of an article as inert Markdown on one line: every mark that Markdown or HTML acts upon is escaped, addresses become code, and
 * control and direction marks are left out.
 */
export function plain(text: string): string {
  const line = text.replace(/\s+/gu, " ").trim().replace(/[\p{Cc}\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu, "");
  return line
    .split(ADDRESS)
    .map((piece, index) => (index % 2 === 1 ? `\`${piece}\`` : piece.replace(/[\\`*_{}[\]<>#|~^=$&!]/gu, "\\$&")))
    .join("")
    .replace(/^(\d{1,9})([.)])(?=\s|$)/u, "$1\\$2")
    .replace(/^[-+](?=\s|$)/u, "\\$&");
}
