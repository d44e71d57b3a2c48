import type { Analysis } from "./analysis.js";
import type { Annotation, AnnotationDocument, AnnotationType, Entity, EntityType, PlaceAlternative, Source, Statement } from "./document/annotationDocument.js";
import { describeRange } from "./document/context.js";
import { FindingIds } from "./document/ids.js";
import { compareRanges, overlaps, rangeKey, type TextRange } from "./document/range.js";
import { withoutOverlaps } from "./document/sortedRanges.js";
import { textHash } from "./document/textHash.js";
import type { Place } from "./places/gazetteer.js";
import { statementConfidence } from "./resolve/confidence.js";
import type { FoundEntity } from "./resolve/foundEntity.js";

/** What is not whole yet: fields that it may lack are set rather than spread out, with which hosts are slow. */
type Draft<T> = { -readonly [Key in keyof T]: T[Key] };

/** Turns findings into the annotation document: ids given, parts listed once, everything in document order. */
export function buildDocument(analysis: Analysis): AnnotationDocument {
  const ids = new FindingIds();
  const annotations = new AnnotationList(analysis.article.text, ids);
  for (const { start, end, timex, value, confidence, anchoredTo } of analysis.dates) {
    // a range is replaced by that date's id once all dates have one
    annotations.add("date", { start, end }, { timex, value, confidence: round(confidence), ...(anchoredTo === "article" ? { anchoredTo } : {}) });
  }
  for (const { start, end, anchoredTo } of analysis.dates) {
    const anchor = typeof anchoredTo === "object" ? annotations.find("date", anchoredTo) : undefined;
    if (anchor) annotations.add("date", { start, end }, { anchoredTo: anchor.id });
  }
  const senses = new Map(analysis.places.map((place) => [rangeKey(place), place.sense]));
  const found = [...analysis.entities, ...analysis.speakers.unnamed];
  const inNewer = mentionsInNewer(analysis);
  const entities = found.map((entity) => {
    const id = ids.nextNamed(entity.type, entity.name);
    if (entity.type !== "group") {
      for (const mention of entity.mentions) {
        if (inNewer.has(mention)) continue;
        const sense = entity.type === "place" ? senses.get(rangeKey(mention)) : undefined;
        const confidence = round(mention.confidence);
        annotations.add(entity.type, mention, sense ? { entity: id, confidence, sense } : { entity: id, confidence });
      }
    }
    const roles = entity.roles.map((range) => {
      const { id: annotation, text } = annotations.add("role", range, { entity: id });
      return { text, annotation };
    });
    return toEntity(entity, id, roles);
  });
  const entityIds = entities.map(({ id }) => id);
  const statements = analysis.attributions.map((_, index) => toStatement(analysis, index, entityIds, annotations, ids));
  return {
    format: "on-record",
    version: 1,
    generator: analysis.tools.generator,
    source: toSource(analysis, annotations),
    entities,
    annotations: annotations.sorted(),
    statements,
  };
}

/** Mentions like "Volvo" inside "Volvo Buses", which a source phrase alone has told to be a name; but not all that is told of an entity. Sorts and merges. */
function mentionsInNewer({ entities, speakers }: Analysis): ReadonlySet<TextRange> {
  const repeated = entities.filter(({ mentions }) => mentions.length > 1);
  const types = [...new Set(speakers.unnamed.map(({ type }) => type))];
  return new Set(
    types.flatMap((type) => {
      const mentions = mentionsOf(repeated, type);
      const apart = new Set(withoutOverlaps(mentions, mentionsOf(speakers.unnamed, type)));
      return mentions.filter((mention) => !apart.has(mention));
    }),
  );
}

function mentionsOf(entities: readonly FoundEntity[], type: EntityType): TextRange[] {
  return entities.flatMap((entity) => (entity.type === type ? entity.mentions : [])).sort(compareRanges);
}

function toSource({ input, article, published }: Analysis, annotations: AnnotationList): Source {
  const told = published?.range ? annotations.overlapping("date", published.range) : undefined;
  return {
    ...(input.file === undefined ? {} : { file: input.file.replace(/^.*[\\/]/u, "") }),
    ...(input.id === undefined ? {} : { id: input.id }),
    sha256: textHash(article.text),
    length: article.text.length,
    language: article.language,
    published: published?.value ?? null,
    ...(published ? { publishedFrom: published.from } : {}),
    ...(told ? { publishedAnnotation: told.id } : {}),
  };
}

function toEntity(found: FoundEntity, id: string, roles: { text: string; annotation: string }[]): Entity {
  const { type, name, aliases, named, place, alternatives, confidence } = found;
  const entity: Draft<Entity> = { id, type, name, origin: "auto" };
  if (aliases.length > 0) entity.aliases = aliases;
  if (roles.length > 0) entity.roles = roles;
  if (!named) entity.named = false;
  if (place) Object.assign(entity, toPlaceFields(place));
  if (confidence !== undefined) entity.confidence = round(confidence);
  if (alternatives && alternatives.length > 0) entity.alternatives = alternatives.map(toAlternative);
  return entity;
}

/** A place as one that an entity may be. */
export function toAlternative(place: Place): PlaceAlternative {
  return { name: place.name, ...toPlaceFields(place) };
}

function toPlaceFields({ kind, geoname, country, divisionName, latitude, longitude }: Place): Partial<Entity> {
  return {
    kind,
    ...(geoname === undefined ? {} : { geoname }),
    ...(country === undefined ? {} : { country }),
    ...(divisionName === undefined ? {} : { division: divisionName }),
    ...(latitude === undefined || longitude === undefined ? {} : { latitude, longitude }),
  };
}

function toStatement(analysis: Analysis, index: number, entityIds: readonly string[], annotations: AnnotationList, ids: FindingIds): Statement {
  const { text } = analysis.article;
  const attribution = analysis.attributions[index];
  const choice = analysis.speakers.choices[index];
  const circumstances = analysis.circumstances[index];
  if (!attribution || !choice || !circumstances) throw new RangeError(`no findings for attribution ${index}`);
  const entityId = (at: number): string => entityIds[at] ?? "";
  const speakers = choice.entities.map(entityId);
  const [first] = speakers;
  const { cue, source, contents } = attribution;
  const candidates = choice.candidates.map(({ entity, confidence }) => ({ entity: entityId(entity), confidence: round(confidence) }));
  const quote = contents.map((range) => annotations.add("quote", range, {}).id);
  const when = circumstances.when && annotations.find("date", circumstances.when);
  const where = circumstances.where && annotations.find("place", circumstances.where);
  const statement: Draft<Statement> = {
    id: ids.next("statement", contents.map(({ start, end }) => text.slice(start, end)).join("\n")),
    kind: circumstances.kind,
    quote,
    cue: cue && annotations.add("cue", cue, {}).id,
    speaker: source && annotations.add("speaker", source, first !== undefined && speakers.length === 1 ? { entity: first } : {}).id,
    mode: circumstances.mode,
    factuality: circumstances.factuality,
    when: when?.id ?? null,
    where: where?.id ?? null,
    reason: choice.reason,
    construction: attribution.construction,
    origin: "auto",
    status: "proposed",
    confidence: round(statementConfidence(attribution, circumstances.kind, choice)),
  };
  if (speakers.length > 1) statement.entities = speakers;
  else statement.entity = first ?? null;
  if (choice.evidence.length > 0) statement.evidence = choice.evidence.map(({ start, end }) => ({ start, end, text: text.slice(start, end) }));
  if (candidates.length > 0) statement.candidates = candidates;
  return statement;
}

/** Annotations by type and range, each once. */
class AnnotationList {
  /** Always there, as `Tokens.none` is. */
  static readonly none = new AnnotationList("", FindingIds.none);

  private readonly all: Annotation[] = [];
  /** By type, then by start: few begin together. */
  private readonly byStart = new Map<AnnotationType, Map<number, Annotation[]>>();

  constructor(
    private readonly text: string,
    private readonly ids: FindingIds,
  ) {}

  /** Adds an annotation, or more fields to the one of this type and range. */
  add(type: AnnotationType, range: TextRange, fields: Partial<Annotation>): Annotation {
    const known = this.find(type, range);
    if (known) return Object.assign(known, fields);
    const annotation = this.describe(type, range, fields);
    this.all.push(annotation);
    this.startingAt(type, range.start).push(annotation);
    return annotation;
  }

  private describe(type: AnnotationType, range: TextRange, fields: Partial<Annotation>): Annotation {
    const { text, prefix, suffix } = describeRange(this.text, range);
    const annotation: Annotation = { id: this.ids.next(type, text), type, start: range.start, end: range.end, text, prefix, suffix, origin: "auto", status: "proposed" };
    return Object.assign(annotation, fields);
  }

  find(type: AnnotationType, { start, end }: TextRange): Annotation | undefined {
    return this.byStart.get(type)?.get(start)?.find((annotation) => annotation.end === end);
  }

  private startingAt(type: AnnotationType, start: number): Annotation[] {
    let ofType = this.byStart.get(type);
    if (!ofType) this.byStart.set(type, (ofType = new Map<number, Annotation[]>()));
    let starting = ofType.get(start);
    if (!starting) ofType.set(start, (starting = []));
    return starting;
  }

  /** The annotation of this type with this range, else the first that overlaps it. */
  overlapping(type: AnnotationType, range: TextRange): Annotation | undefined {
    return this.find(type, range) ?? this.all.find((annotation) => annotation.type === type && overlaps(annotation, range));
  }

  sorted(): Annotation[] {
    return this.all.sort((a, b) => compareRanges(a, b) || (a.type < b.type ? -1 : a.type > b.type ? 1 : 0));
  }
}

function round(confidence: number): number {
  return Math.round(confidence * 100) / 100;
}
