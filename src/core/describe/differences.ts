import type { Annotation, AnnotationDocument, Entity, Status, Unknown } from "../document/annotationDocument.js";
import { isSame } from "../document/compareDocuments.js";
import { indexOf, type StatementParts } from "../document/documentIndex.js";
import { PLACE_FIELDS } from "../document/fields.js";
import { notesOf, type Side } from "../sidecar/mergeFields.js";
import { ARTICLE_DAY } from "../sidecar/mergeWriters.js";
import { describeDate } from "./dates.js";
import { withinMarks } from "./marks.js";
import { describeCoordinates, describePlace } from "./places.js";
import { cueWords, describeKind, describeManner, describeSpeakers, describeWhen, statementWords } from "./statements.js";
import { listWords, oneLine, shorten, type Wording } from "./translate.js";
import { describeType } from "./types.js";

/** What is told of a finding under one label by each of two writers; undefined where one of them tells nothing. */
interface ToldField {
  readonly label: string;
  readonly ours: string | undefined;
  readonly theirs: string | undefined;
}

/** A finding on which two writers decided differently, in words. */
interface Difference {
  readonly id: string;
  /** What it is about, shortened: the words said, a name, a mention. */
  readonly about: string;
  /** The side that has no such finding any more. */
  readonly deleted: Side | undefined;
  /** What tells the finding, and all that differs. */
  readonly fields: readonly ToldField[];
}

/** One label with its words; `key` tells lines of one label apart; `isAlways` where it is told even of a finding on which both agree about it; `of` lists the fields of the sidecar that it is read from. */
interface Line {
  readonly key: string;
  readonly label: string;
  readonly words: string | undefined;
  readonly isAlways: boolean;
  readonly of: readonly string[];
}

interface Finding {
  readonly raw: Unknown;
  readonly about: string;
  readonly start: number;
  readonly lines: readonly Line[];
}

/** What a program told, or what follows from other fields: nobody decided about it. */
const NOT_DECIDED: readonly string[] = ["id", "origin", "confidence", "evidence", "candidates", "reason", "construction", ...PLACE_FIELDS];

/** Characters of the words that a finding is known by. */
const LONGEST_ABOUT = 80;

/** Characters of a field's value that has no words of its own. */
const LONGEST_VALUE = 120;

/** The findings with these ids as two writers have them, in the order of the article; its day comes first. */
export function describeDifferences(ours: AnnotationDocument, theirs: AnnotationDocument, ids: readonly string[], wording: Wording): Difference[] {
  const found = ids.map((id) => ({ id, mine: find(ours, id, wording), other: find(theirs, id, wording) }));
  const startOf = ({ mine, other }: (typeof found)[number]): number => (mine ?? other)?.start ?? Infinity;
  return found
    .toSorted((a, b) => (startOf(a) === startOf(b) ? 0 : startOf(a) - startOf(b)))
    .map(({ id, mine, other }) => ({
      id,
      about: (mine ?? other)?.about ?? id,
      deleted: mine ? (other ? undefined : "theirs") : "ours",
      fields: mine && other ? tellBoth(mine, other) : tellOne(mine, other),
    }));
}

/** The differences as the two sides of a comparison: for each finding a block of lines, the same lines on either side as far as both say the same. */
export function listDifferences(differences: readonly Difference[], wording: Wording): Readonly<Record<Side, string>> {
  const side = (of: Side): string => differences.map((difference) => [difference.about, ...linesOf(difference, of, wording).map((line) => `    ${line}`), ""].join("\n")).join("\n");
  return { ours: side("ours"), theirs: side("theirs") };
}

/** Findings of one document as such blocks, in the order of the article; its day comes first. */
export function listFindings(document: AnnotationDocument, ids: readonly string[], wording: Wording): string {
  const nothing = { ...document, entities: [], annotations: [], statements: [] };
  return listDifferences(describeDifferences(document, nothing, ids, wording), wording).ours;
}

/** What one side decided where the other one decided something else, on one line: "accepted · Speaker: Anna Ozola". */
export function describeSide({ fields, deleted }: Difference, side: Side, { t }: Wording): string {
  if (deleted === side) return t("deleted");
  const told = fields.filter(({ ours, theirs }) => ours !== theirs).map((field) => (field.label === t("Status") ? (field[side] ?? t("none")) : toLine(field, side, t)));
  return told.join(" · ");
}

function linesOf({ fields, deleted }: Difference, side: Side, { t }: Wording): string[] {
  return deleted === side ? [t("deleted")] : fields.map((field) => toLine(field, side, t));
}

function toLine(field: ToldField, side: Side, t: Wording["t"]): string {
  return t("{0}: {1}", field.label, field[side] ?? t("none"));
}

function tellOne(mine: Finding | undefined, other: Finding | undefined): ToldField[] {
  const told = (mine ?? other)?.lines.filter(({ isAlways, words }) => isAlways && words !== undefined) ?? [];
  return told.map(({ label, words }) => ({ label, ours: mine && words, theirs: other && words }));
}

function tellBoth(mine: Finding, other: Finding): ToldField[] {
  const told: ToldField[] = [];
  for (const { label, words, isAlways } of paired(mine.lines, other.lines)) {
    const [ours, theirs] = words;
    if (ours !== theirs || (isAlways && ours !== undefined)) told.push({ label, ours, theirs });
  }
  const inWords = new Set([...mine.lines, ...other.lines].flatMap(({ of }) => of));
  const others = differing(mine.raw, other.raw).filter((field) => !inWords.has(field));
  const decided = others.filter((field) => !NOT_DECIDED.includes(field));
  // no difference is passed over: where words tell of none, the fields do
  const isTold = decided.length > 0 || told.some(({ ours, theirs }) => ours !== theirs);
  const rest = isTold ? decided : differing(mine.raw, other.raw);
  return [...told, ...rest.map((field) => ({ label: field, ours: toValue(mine.raw[field]), theirs: toValue(other.raw[field]) }))];
}

interface PairedLine extends Pick<Line, "label" | "isAlways"> {
  readonly words: readonly [string | undefined, string | undefined];
}

function paired(mine: readonly Line[], others: readonly Line[]): PairedLine[] {
  const [left, right] = [mine, others].map((lines) => new Map(lines.map((line) => [line.key, line])));
  return [...new Map([...mine, ...others].map((line) => [line.key, line])).values()].map(({ key, label, isAlways }) => ({ label, isAlways, words: [left?.get(key)?.words, right?.get(key)?.words] }));
}

function differing(ours: Unknown, theirs: Unknown): string[] {
  return [...new Set([...Object.keys(ours), ...Object.keys(theirs)])].filter((field) => !isSame(ours[field], theirs[field]));
}

function toValue(value: unknown): string | undefined {
  return value === undefined ? undefined : shorten(oneLine(typeof value === "string" ? value : JSON.stringify(value)), LONGEST_VALUE);
}

function find(document: AnnotationDocument, id: string, wording: Wording): Finding | undefined {
  if (id === ARTICLE_DAY) return articleDay(document, wording);
  const index = indexOf(document);
  const parts = index.statement(id);
  if (parts) return statement(parts, wording);
  const entity = index.entity(id);
  if (entity) return entityFinding(document, entity, wording);
  const annotation = index.annotation(id);
  return annotation && mention(document, annotation, wording);
}

function articleDay({ source }: AnnotationDocument, wording: Wording): Finding {
  const { t } = wording;
  const day = source.published ? (describeDate({ value: source.published }, wording) ?? source.published) : t("not known");
  return { raw: { published: source.published }, about: t("Date of the Article"), start: -1, lines: [always(t("Day"), day, "published")] };
}

function statement(parts: StatementParts, wording: Wording): Finding {
  const { t } = wording;
  const { statement: raw, speaker, where, range } = parts;
  const words = statementWords(parts);
  return {
    raw,
    about: shorten(oneLine(words), LONGEST_ABOUT),
    start: range.start,
    lines: [
      always(t("Status"), describeStatus(raw.status, wording), "status"),
      differs(t("Words"), oneLine(words), "quote"),
      always(t("Speaker"), describeSpeakers(parts, wording), "entity", "entities"),
      differs(t("Source phrase"), speaker && oneLine(speaker.text), "speaker"),
      always(t("Kind"), describeKind(raw.kind, wording), "kind"),
      differs(t("Cue"), cueWords(parts), "cue"),
      always(t("Manner"), listed(describeManner(parts, wording), wording), "mode", "factuality"),
      always(t("When"), describeWhen(parts, wording), "when"),
      always(t("Where"), where?.text, "where"),
      ...notesOf(raw).map(({ id, text }) => ({ ...always(t("Note"), oneLine(text), "notes"), key: id })),
    ],
  };
}

function entityFinding(document: AnnotationDocument, entity: Entity, wording: Wording): Finding {
  const { t } = wording;
  const { name, type, aliases = [], roles = [], mergedFrom = [] } = entity;
  const place = type === "place" ? [describePlace(entity, wording), describeCoordinates(entity, wording)].filter((part) => part !== undefined).join(", ") : undefined;
  return {
    raw: entity,
    about: oneLine(name),
    start: document.annotations.reduce((first, mentioned) => (mentioned.entity === entity.id ? Math.min(first, mentioned.start) : first), Infinity),
    lines: [
      always(t("Name"), name, "name", "named"),
      always(t("Type"), describeType(type, wording), "type"),
      differs(t("Other names"), listed(aliases.map((alias) => `“${withinMarks(alias)}”`), wording), "aliases"),
      differs(t("Role"), listed(roles.map(({ text }) => text), wording), "roles"),
      always(t("Place"), place, "kind", "geoname", "country", "division", "latitude", "longitude", "alternatives"),
      differs(t("Merged with"), listed(mergedFrom, wording), "mergedFrom"),
    ],
  };
}

function mention(document: AnnotationDocument, annotation: Annotation, wording: Wording): Finding {
  const { t } = wording;
  const { type, text, value, status, entity } = annotation;
  return {
    raw: annotation,
    about: shorten(oneLine(text), LONGEST_ABOUT),
    start: annotation.start,
    lines: [
      always(t("Status"), describeStatus(status, wording), "status"),
      differs(t("Words"), oneLine(text), "text"),
      always(t("Type"), describeType(type, wording), "type"),
      always(t("Name"), indexOf(document).entity(entity)?.name, "entity"),
      always(t("Date"), value === undefined ? undefined : (describeDate(annotation, wording) ?? value), "value", "timex", "anchoredTo"),
    ],
  };
}

/** "accepted", "rejected", else "to review". */
function describeStatus(status: Status | undefined, { t }: Wording): string {
  return status === "accepted" ? t("accepted") : status === "rejected" ? t("rejected") : t("to review");
}

function always(label: string, words: string | undefined, ...of: readonly string[]): Line {
  return { key: label, label, words, isAlways: true, of };
}

/** Told where the two sides differ in it only. */
function differs(label: string, words: string | undefined, ...of: readonly string[]): Line {
  return { key: label, label, words, isAlways: false, of };
}

function listed(words: readonly string[], wording: Wording): string | undefined {
  return words.length > 0 ? listWords(words, wording) : undefined;
}
