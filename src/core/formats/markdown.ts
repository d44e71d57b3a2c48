import { describeDate, describeDay, describeOpenDate } from "../describe/dates.js";
import { withinMarks } from "../describe/marks.js";
import { describeCoordinates, describePlace } from "../describe/places.js";
import { cueWords, describeKind, describeManner, describeOccasion, describeSpeakers, statementWords } from "../describe/statements.js";
import { englishWording as wording, translatable } from "../describe/translate.js";
import type { Annotation, AnnotationDocument, Entity } from "../document/annotationDocument.js";
import { speakingEntities } from "../document/decided.js";
import { indexOf, type StatementParts } from "../document/documentIndex.js";
import { withoutLostProposals } from "../sidecar/lostProposals.js";
import { articleName } from "./csv.js";
import type { AnnotatedArticle, ExportFormat } from "./format.js";

/**
 * A fact sheet to read, in the words of cards and lists: statements by speaker, then people, organizations, places and dates. What a person
 * rejected is left out. Words of the article are escaped: they show as they stand there and can neither format nor link nor embed anything.
 */
export const markdownFormat: ExportFormat = {
  id: "markdown",
  label: translatable("Fact sheet (Markdown)"),
  purpose: translatable("To read, print or send: who said what, with notes; people, places and dates. Without what was rejected."),
  readers: "people",
  extension: "md",
  cannotCarry: ["rejected findings", "proposals that are no longer in the text", "offsets and ids", "evidence and candidates", "place alternatives", "single mentions of people and organizations"],
  holdsMany: true,
  serialize: (articles) => `${articles.map(({ document }: AnnotatedArticle) => factSheet(withoutLostProposals(document))).join("\n\n---\n\n")}\n`,
};

function factSheet(document: AnnotationDocument): string {
  const { published } = document.source;
  const sections = [
    `# ${plain(articleName(document))}`,
    ...(published ? [`Published ${plain(describeDay(published, wording))}`] : []),
    statementsSection(document),
    entitySection(document, "person", "People"),
    entitySection(document, "organization", "Organizations"),
    placesSection(document),
    datesSection(document),
  ];
  return sections.filter((section) => section !== "").join("\n\n");
}

function statementsSection(document: AnnotationDocument): string {
  const index = indexOf(document);
  const bySpeaker = new Map<string, string[]>();
  for (const { id, status } of document.statements) {
    const parts = index.statement(id);
    if (!parts || status === "rejected") continue;
    const speaker = parts.entities.length > 0 ? describeSpeakers(parts, wording) : "";
    const lines = bySpeaker.get(speaker) ?? [];
    lines.push(...statementLines(parts));
    bySpeaker.set(speaker, lines);
  }
  const unattributed = bySpeaker.get("");
  bySpeaker.delete("");
  const groups = [...bySpeaker].map(([speaker, lines]) => `### ${plain(speaker)}\n\n${lines.join("\n")}`);
  if (unattributed) groups.push(`### Unattributed\n\n${unattributed.join("\n")}`);
  return groups.length > 0 ? `## Statements\n\n${groups.join("\n\n")}` : "";
}

/** What was said, how, when and where, and below it what people noted. */
function statementLines(parts: StatementParts): string[] {
  const { kind, status, notes = [] } = parts.statement;
  const cue = cueWords(parts);
  const details = [
    describeKind(kind, wording),
    // "denied" once where that is the word itself
    ...describeManner(parts, wording).filter((manner) => manner !== cue),
    cue === undefined ? undefined : `“${withinMarks(cue)}”`,
    describeOccasion(parts, wording),
    status === "accepted" ? "accepted" : undefined,
  ];
  return [`- ${plain(statementWords(parts))}${inBrackets(details)}`, ...notes.map(({ text }) => `  - Note: ${plain(text)}`)];
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
      const also = unique(aliases.filter((alias) => alias !== name)).map((alias) => `“${withinMarks(alias)}”`);
      return `- ${plain(name)}${inBrackets([
        ...unique(roles.map(({ text }) => text)),
        also.length > 0 ? `also ${also.join(", ")}` : undefined,
        counted(mentioned.get(id), "mention"),
        counted(quoted.get(id), "statement"),
      ])}`;
    });
  return listSection(title, lines);
}

function placesSection(document: AnnotationDocument): string {
  const mentioned = countMentions(document);
  const lines = document.entities
    .filter(({ type, id }) => type === "place" && (mentioned.get(id) ?? 0) > 0)
    .map((place) => `- ${plain(place.name)}${inBrackets([isKnown(place) ? describePlace(place, wording) : undefined, describeCoordinates(place, wording), counted(mentioned.get(place.id), "mention")])}`);
  return listSection("Places", lines);
}

function isKnown({ kind, country }: Entity): boolean {
  return kind !== undefined || country !== undefined;
}

function datesSection(document: AnnotationDocument): string {
  const lines = document.annotations.filter(({ type, status }) => type === "date" && status !== "rejected").map((date) => `- ${plain(date.text)}${inBrackets([dateWords(date)])}`);
  return listSection("Dates", unique(lines));
}

/** What the article's words do not tell by themselves, as those of a length of time and of a bare year do. */
function dateWords(date: Annotation): string | undefined {
  if (date.timex === "DURATION" || date.value === date.text) return undefined;
  const words = describeDate(date, wording) ?? describeOpenDate(date, wording);
  return words?.toLowerCase() === date.text.toLowerCase() ? undefined : words;
}

function inBrackets(details: readonly (string | undefined)[]): string {
  const told = details.filter((detail) => detail !== undefined);
  return told.length > 0 ? ` (${told.map(plain).join("; ")})` : "";
}

function counted(count: number | undefined, what: "mention" | "statement"): string | undefined {
  if (!count) return undefined;
  return count === 1 ? `1 ${what}` : `${count} ${what}s`;
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
