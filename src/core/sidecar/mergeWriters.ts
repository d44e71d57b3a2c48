import type { Annotation, AnnotationDocument, Entity, EntityType, Source, Statement } from "../document/annotationDocument.js";
import { decidedIds, isDecided } from "../document/decided.js";
import { PLACE_FIELDS, withoutFields } from "../document/fields.js";
import { isSame } from "../document/compareDocuments.js";
import { noPlacesAmong, withMentionType, withoutPlaces } from "../document/mentionTypes.js";
import { choosePlace } from "./choosePlace.js";
import { followMerges } from "./followMerges.js";
import { lostProposals } from "./lostProposals.js";
import { mergeAnalysis } from "./mergeAnalysis.js";
import { mergeFields, type Side } from "./mergeFields.js";

/** Two writers' documents joined. */
export interface MergedWriters {
  readonly document: AnnotationDocument;
  /** Ids of what both decided about the same, each in another way; `document` then holds the decision of the preferred one, and all else that either decided about it. */
  readonly conflicts: readonly string[];
}

/** Whose decision stands where both decided the same differently: for all, or by the ids of findings; ours where none is told. */
export type Preferred = Side | ReadonlyMap<string, Side>;

/** Stands among the ids of conflicts for the day of the article. */
export const ARTICLE_DAY = "source.published";

type Finding = Entity | Annotation | Statement;
type List = "entities" | "annotations" | "statements";

/**
 * Joins what two people decided since they both read `base`: what only one of them changed is taken from that one, by ids and, where both changed one finding, by its fields. Of mere
 * proposals ours remain: they come from the last analysis of the present text. `ours` and `theirs` refer to the same text; of `base`
 * only decisions count, so that it may refer to an older one. Without a base all that either decided is joined.
 */
export function mergeWriters(base: AnnotationDocument | undefined, ours: AnnotationDocument, theirs: AnnotationDocument, preferred: Preferred = "ours"): MergedWriters {
  return joinWriters(base, followMerges(ours, theirs, base), followMerges(theirs, ours, base), preferred);
}

function joinWriters(base: AnnotationDocument | undefined, ours: AnnotationDocument, theirs: AnnotationDocument, preferred: Preferred): MergedWriters {
  const lost = { ours: lostProposals(ours), theirs: lostProposals(theirs) };
  const held = { ours: decidedIds(ours, lost.ours), theirs: decidedIds(theirs, lost.theirs) };
  const conflicts: string[] = [];
  const sideOf = (id: string): Side => (typeof preferred === "string" ? preferred : (preferred.get(id) ?? "ours"));
  const join = <T extends Finding>(list: List, mine: readonly T[], others: readonly T[]): T[] => {
    const before = new Map<string, Finding>((base?.[list] ?? []).map((item) => [item.id, item]));
    const known = new Map(mine.map((item) => [item.id, item]));
    const joined = new Map<string, T>();
    for (const theirItem of others) {
      const { id } = theirItem;
      const ourItem = known.get(id);
      const choice = choose(before.get(id), ourItem, theirItem, lost.theirs.has(id));
      const old = before.get(id) as T | undefined;
      const both = choice === "conflict" && old && ourItem ? mergeFields(old, ourItem, theirItem) : undefined;
      const isConflict = choice === "conflict" && !both;
      if (isConflict) conflicts.push(id);
      const side = sideOf(id);
      const settled = isConflict && old && ourItem ? mergeFields(old, ourItem, theirItem, side) : undefined;
      const chosen = both ?? settled ?? ((choice === "conflict" ? side : choice) === "theirs" ? theirItem : ourItem);
      if (chosen && (held.theirs.has(id) || held.ours.has(id))) joined.set(id, chosen);
    }
    const remaining = new Set(others.map(({ id }) => id));
    for (const item of mine) {
      if (remaining.has(item.id) || !held.ours.has(item.id)) continue;
      const old = before.get(item.id);
      // they deleted what we left as it was, or the text along with the proposals in it
      if (old && (isDecided(old) || lost.ours.has(item.id)) && isSameDecision(old, item)) continue;
      joined.set(item.id, item);
    }
    return [...joined.values()];
  };
  const day = chooseDay(base?.source, ours.source, theirs.source);
  if (day === "conflict") conflicts.push(ARTICLE_DAY);
  const decided = withParts(
    {
      ...theirs,
      ...ours,
      source: mergeSources(ours.source, theirs.source, day === "conflict" ? sideOf(ARTICLE_DAY) : day),
      entities: join("entities", ours.entities, theirs.entities),
      annotations: join("annotations", ours.annotations, theirs.annotations),
      statements: join("statements", ours.statements, theirs.statements),
    },
    ours,
    theirs,
    new Set([...lost.ours, ...lost.theirs]),
  );
  const types = contestedTypes(decided, ours, theirs);
  const typed = withTypes(decided, types);
  const document = mergeAnalysis(typed, proposals(typed, withTypes(ours, types), lost.ours));
  return { document: withoutFalsePlaces(document, ours, theirs), conflicts };
}

/** Whose version of one finding stands; "ours" where we have none means that it goes. `isLost`: theirs is an orphan that nobody decided on. */
function choose(before: Finding | undefined, ours: Finding | undefined, theirs: Finding, isLost: boolean): "ours" | "theirs" | "conflict" {
  const place = ours && (isDecided(ours) || isDecided(theirs)) ? choosePlace(before, ours, theirs) : "same";
  if (ours && isSameDecision(ours, theirs)) return place === "same" ? "ours" : place;
  // a proposal that we dropped since does not come back as their orphan: the paragraph that it stood in was taken out along with it
  const isDropped = before !== undefined && (isLost || isDecided(before));
  const isChanged = (now: Finding): boolean => (before ? !isSameDecision(before, now) : isDecided(now));
  if (!isChanged(theirs)) return place === "theirs" || place === "conflict" ? "conflict" : ours || isDropped ? "ours" : "theirs";
  return ours && (isChanged(ours) || place === "ours" || place === "conflict") ? "conflict" : "theirs";
}

/** The day that either set outranks what the text tells; of two days the one that is new. */
function mergeSources(ours: Source, theirs: Source, side: "ours" | "theirs" | "conflict"): Source {
  const source = { ...theirs, ...ours };
  if (side !== "theirs") return source;
  return { ...withoutFields(source, "publishedAnnotation"), published: theirs.published ?? null, publishedFrom: "user" };
}

/** Undefined where nobody set one. */
function dayByPerson(source: Source | undefined): string | null | undefined {
  return source?.publishedFrom === "user" ? (source.published ?? null) : undefined;
}

function chooseDay(before: Source | undefined, ours: Source, theirs: Source): "ours" | "theirs" | "conflict" {
  const [old, mine, other] = [before, ours, theirs].map(dayByPerson);
  if (other === undefined || other === mine || other === old) return "ours";
  return mine === undefined || mine === old ? "theirs" : "conflict";
}

/** True where two versions of a finding hold the same decision: place, context and confidence are the program's own. */
function isSameDecision(a: Finding, b: Finding): boolean {
  if (!isDecided(a) && !isDecided(b)) return true;
  return isSame(decisionOf(a), decisionOf(b));
}

function decisionOf(finding: Finding): Finding {
  return withoutFields(finding, ...PLACE_FIELDS, "confidence", "evidence");
}

/** Adds what the joined findings refer to and only one of the two documents has. */
function withParts(decided: AnnotationDocument, ours: AnnotationDocument, theirs: AnnotationDocument, lost: ReadonlySet<string>): AnnotationDocument {
  const needed = decidedIds(decided, lost);
  const add = <T extends Finding>(items: readonly T[], ...sources: readonly (readonly T[])[]): T[] => {
    const all = new Map(items.map((item) => [item.id, item]));
    for (const item of sources.flat()) if (needed.has(item.id) && !all.has(item.id)) all.set(item.id, item);
    return [...all.values()];
  };
  const annotations = add(decided.annotations, ours.annotations, theirs.annotations);
  // the added annotations refer to entities of their own
  for (const { entity } of annotations) if (entity !== undefined) needed.add(entity);
  return { ...decided, entities: add(decided.entities, ours.entities, theirs.entities), annotations };
}

/** The types that stand of entities that the two take for different ones. */
function contestedTypes(decided: AnnotationDocument, ours: AnnotationDocument, theirs: AnnotationDocument): Map<string, EntityType> {
  const others = new Map(theirs.entities.map(({ id, type }) => [id, type]));
  const contested = new Set(ours.entities.filter(({ id, type }) => others.has(id) && others.get(id) !== type).map(({ id }) => id));
  return new Map(decided.entities.filter(({ id }) => contested.has(id)).map(({ id, type }) => [id, type]));
}

function withTypes(document: AnnotationDocument, types: ReadonlyMap<string, EntityType>): AnnotationDocument {
  if (types.size === 0) return document;
  const retyped: AnnotationDocument = { ...document, entities: document.entities.map((entity) => ({ ...entity, type: types.get(entity.id) ?? entity.type })) };
  return [...types].reduce((before, [id, type]) => withMentionType(before, id, type), retyped);
}

/** What one took for a place and is none, nothing was said at. */
function withoutFalsePlaces(document: AnnotationDocument, ours: AnnotationDocument, theirs: AnnotationDocument): AnnotationDocument {
  const places = new Set([...ours.annotations, ...theirs.annotations].filter(({ type }) => type === "place").map(({ id }) => id));
  const statements = withoutPlaces(document.statements, noPlacesAmong(document, places));
  return statements === document.statements ? document : { ...document, statements };
}

/** What nobody decided, as an analysis would have found it; what one of the two withdrew is among it. An analysis finds no orphans. */
function proposals(decided: AnnotationDocument, ours: AnnotationDocument, lost: ReadonlySet<string>): AnnotationDocument {
  const held = decidedIds(decided);
  const free = <T extends Finding>(mine: readonly T[], joined: readonly T[]): T[] => {
    const withdrawn = new Map(joined.filter(({ id }) => !held.has(id)).map((item) => [item.id, item]));
    return mine.filter(({ id }) => !held.has(id)).map((item) => withdrawn.get(item.id) ?? item).filter((item) => !isDecided(item));
  };
  return {
    ...ours,
    annotations: free(ours.annotations, decided.annotations).filter(({ orphaned }) => orphaned !== true),
    statements: free(ours.statements, decided.statements).filter(({ id }) => !lost.has(id)),
  };
}
