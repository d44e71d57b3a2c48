import type { Annotation, Entity } from "../../../core/document/annotationDocument.js";
import { isMention, type DocumentIndex } from "../../../core/document/documentIndex.js";

export type EntityGroupKind = "people" | "organizations" | "places" | "unnamed" | "dates" | "orphaned" | "rejected";

export interface EntityGroup {
  readonly type: "group";
  readonly id: string;
  readonly kind: EntityGroupKind;
  readonly children: readonly (EntityItem | MentionItem)[];
}

export interface EntityItem {
  readonly type: "entity";
  readonly id: string;
  readonly entity: Entity;
  readonly statements: number;
  readonly children: readonly MentionItem[];
  readonly parent: EntityGroup;
}

export interface MentionItem {
  readonly type: "mention";
  readonly id: string;
  readonly annotation: Annotation;
  readonly parent: EntityItem | EntityGroup;
}

export type EntityNode = EntityGroup | EntityItem | MentionItem;

/** The rows of the view of people, places and dates. */
export interface EntityTree {
  readonly roots: readonly EntityGroup[];
  readonly entities: ReadonlyMap<string, EntityItem>;
  /** Every mention row by the annotation's id. */
  readonly mentions: ReadonlyMap<string, MentionItem>;
}

const GROUPS: readonly { readonly kind: EntityGroupKind; readonly type: Entity["type"] }[] = [
  { kind: "people", type: "person" },
  { kind: "organizations", type: "organization" },
  { kind: "unnamed", type: "group" },
  { kind: "places", type: "place" },
];

/** Arranges entities by what is said and mentioned most; dates in document order. Pure. */
export function buildEntityTree(index: DocumentIndex): EntityTree {
  const entities = new Map<string, EntityItem>();
  const mentions = new Map<string, MentionItem>();
  const roots: EntityGroup[] = [];
  for (const { kind, type } of GROUPS) {
    const children: EntityItem[] = [];
    const group: EntityGroup = { type: "group", id: `group:${kind}`, kind, children };
    for (const entity of index.document.entities) {
      if (entity.type !== type) continue;
      const statements = index.statementsOf(entity.id).length;
      const found = index.mentions(entity.id);
      if (found.length === 0 && statements === 0) continue;
      const rows: MentionItem[] = [];
      const item: EntityItem = { type: "entity", id: `entity:${entity.id}`, entity, statements, children: rows, parent: group };
      for (const annotation of found) rows.push(addMention(annotation, item, mentions));
      entities.set(entity.id, item);
      children.push(item);
    }
    children.sort((a, b) => b.statements - a.statements || b.children.length - a.children.length);
    if (children.length > 0) roots.push(group);
  }
  const dates: MentionItem[] = [];
  const group: EntityGroup = { type: "group", id: "group:dates", kind: "dates", children: dates };
  for (const annotation of index.annotations) if (annotation.type === "date") dates.push(addMention(annotation, group, mentions));
  if (dates.length > 0) roots.push(group);
  const mentioned = index.document.annotations.filter(isMention);
  addGroup("orphaned", mentioned.filter(({ orphaned, status }) => orphaned === true && status !== "rejected"), roots, mentions);
  addGroup("rejected", mentioned.filter(({ status }) => status === "rejected"), roots, mentions);
  return { roots, entities, mentions };
}

/** Mentions that are not shown in the text, to be taken back. */
function addGroup(kind: EntityGroupKind, annotations: readonly Annotation[], roots: EntityGroup[], mentions: Map<string, MentionItem>): void {
  if (annotations.length === 0) return;
  const children: MentionItem[] = [];
  const group: EntityGroup = { type: "group", id: `group:${kind}`, kind, children };
  for (const annotation of annotations) children.push(addMention(annotation, group, mentions));
  roots.push(group);
}

function addMention(annotation: Annotation, parent: EntityItem | EntityGroup, mentions: Map<string, MentionItem>): MentionItem {
  const item: MentionItem = { type: "mention", id: `mention:${annotation.id}`, annotation, parent };
  mentions.set(annotation.id, item);
  return item;
}
