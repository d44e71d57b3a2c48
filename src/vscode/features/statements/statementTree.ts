import type { Entity, StatementKind, Status } from "../../../core/document/annotationDocument.js";
import { isOrphaned, type DocumentIndex, type StatementParts } from "../../../core/document/documentIndex.js";
import { statementWords } from "../../../core/describe/statements.js";
import type { GroupBy } from "../../services/configuration.js";

/** A group of statements: a speaker, a kind, those without a speaker, or those that a person rejected. */
export interface StatementGroup {
  readonly type: "group";
  readonly id: string;
  readonly of: { readonly speaker: Entity } | { readonly kind: StatementKind } | "joint" | "unattributed" | "orphaned" | "rejected";
  /** Names of those who speak jointly. */
  readonly name?: string;
  readonly children: readonly StatementItem[];
}

export interface StatementItem {
  readonly type: "statement";
  readonly id: string;
  readonly parts: StatementParts;
  readonly parent: StatementGroup | undefined;
}

export type StatementNode = StatementGroup | StatementItem;

/** The rows of the statements view. */
export interface StatementTree {
  readonly roots: readonly StatementNode[];
  /** Every statement row by the statement's id. */
  readonly items: ReadonlyMap<string, StatementItem>;
  /** Statements in all, before the filter. */
  readonly total: number;
}

export interface StatementTreeOptions {
  readonly groupBy: GroupBy;
  /** Words that a statement's words, speaker or cue must hold, any case; empty for all. */
  readonly filter: string;
  /** What a person made of the statements that are shown. */
  readonly statuses: ReadonlySet<Status>;
}

const KINDS: readonly StatementKind[] = ["direct", "mixed", "indirect"];

/** Arranges the statements of a document; pure. Ids stay the same as long as the statements do. */
export function buildStatementTree(index: DocumentIndex, { groupBy, filter, statuses }: StatementTreeOptions): StatementTree {
  const wanted = filter.trim().toLowerCase();
  const matches = (parts: StatementParts): boolean => statuses.has(parts.statement.status ?? "proposed") && (wanted === "" || searchText(parts).includes(wanted));
  // what a person made others of is no statement any more
  const all = index.document.statements.map(({ id }) => index.statement(id)).filter((parts) => parts !== undefined).filter(({ statement }) => statement.replacedBy === undefined);
  const shown = all.filter(matches).sort((a, b) => a.range.start - b.range.start);
  const live = shown.filter((parts) => !isRejected(parts) && !isOrphaned(parts));
  const items = new Map<string, StatementItem>();
  const group = (of: StatementGroup["of"], id: string, members: readonly StatementParts[], name?: string): StatementGroup[] => {
    if (members.length === 0) return [];
    const children: StatementItem[] = [];
    const made: StatementGroup = { type: "group", id, of, children, ...(name === undefined ? {} : { name }) };
    for (const parts of members) children.push(toItem(parts, made, items));
    return [made];
  };
  const rest = [...group("orphaned", "group:orphaned", shown.filter((parts) => isOrphaned(parts) && !isRejected(parts))), ...group("rejected", "group:rejected", shown.filter(isRejected))];
  const roots = ((): readonly StatementNode[] => {
    switch (groupBy) {
      case "position":
        return [...live.map((parts) => toItem(parts, undefined, items)), ...rest];
      case "kind":
        return [...KINDS.flatMap((kind) => group({ kind }, `group:kind:${kind}`, live.filter(({ statement }) => statement.kind === kind))), ...rest];
      case "speaker":
        return [...groupBySpeaker(live, group), ...rest];
    }
  })();
  return { roots, items, total: index.statements.length };
}

/** Speakers by how much they say, then by who speaks first; those who speak jointly and the unattributed follow. */
function groupBySpeaker(live: readonly StatementParts[], group: (of: StatementGroup["of"], id: string, members: readonly StatementParts[], name?: string) => StatementGroup[]): StatementGroup[] {
  const bySpeaker = new Map<string, { readonly speaker: Entity; readonly members: StatementParts[] }>();
  const jointly = new Map<string, StatementParts[]>();
  const unattributed: StatementParts[] = [];
  for (const parts of live) {
    const [speaker, ...others] = parts.entities;
    if (!speaker) unattributed.push(parts);
    else if (others.length > 0) {
      const key = parts.entities.map(({ id }) => id).join("+");
      jointly.set(key, [...(jointly.get(key) ?? []), parts]);
    } else {
      const known = bySpeaker.get(speaker.id);
      if (known) known.members.push(parts);
      else bySpeaker.set(speaker.id, { speaker, members: [parts] });
    }
  }
  const speakers = [...bySpeaker.values()].sort((a, b) => b.members.length - a.members.length);
  return [
    ...speakers.flatMap(({ speaker, members }) => group({ speaker }, `group:speaker:${speaker.id}`, members)),
    ...[...jointly].flatMap(([key, members]) => group("joint", `group:joint:${key}`, members, members[0]?.entities.map(({ name }) => name).join(" + "))),
    ...group("unattributed", "group:unattributed", unattributed),
  ];
}

function toItem(parts: StatementParts, parent: StatementGroup | undefined, items: Map<string, StatementItem>): StatementItem {
  const item: StatementItem = { type: "statement", id: parts.statement.id, parts, parent };
  items.set(item.id, item);
  return item;
}

function searchText(parts: StatementParts): string {
  const names = parts.entities.flatMap(({ name, aliases }) => [name, ...(aliases ?? [])]);
  return [statementWords(parts), parts.speaker?.text ?? "", parts.cue?.text ?? "", ...names].join("\n").toLowerCase();
}

function isRejected({ statement }: StatementParts): boolean {
  return statement.status === "rejected";
}
