import type { AnnotationDocument, Entity } from "../document/annotationDocument.js";
import { isName } from "../document/names.js";
import { pairByOverlap, type Covering } from "../document/pairing.js";

/**
 * Pairs the entities of a fresh analysis with those already known: fresh id -> known id, each known one used once unless a person
 * merged several into it. Equal names go first, then names that a person gave or merged, then the most mentions in common.
 */
export function pairEntities(kept: AnnotationDocument, fresh: AnnotationDocument): Map<string, string> {
  const pairs = new Map<string, string>();
  const used = new Set<string>();
  const byName = new Map<string, Entity>();
  for (const entity of kept.entities) {
    const key = nameKey(entity.type, entity.name);
    if (!byName.has(key)) byName.set(key, entity);
  }
  const known = new Map(kept.entities.map((entity) => [entity.id, entity]));
  const merged = new Map<string, Entity>();
  for (const entity of kept.entities) {
    if (entity.origin !== "user") continue;
    for (const name of [...(entity.aliases ?? []), ...(entity.mergedFrom ?? [])]) merged.set(nameKey(entity.type, name), entity);
  }
  for (const entity of fresh.entities) {
    const key = nameKey(entity.type, entity.name);
    const same = byName.get(key);
    if (!same || used.has(same.id)) continue;
    pairs.set(entity.id, same.id);
    used.add(same.id);
  }
  const shared = countShared(kept, fresh);
  for (const entity of fresh.entities) {
    if (pairs.has(entity.id)) continue;
    const taken = merged.get(nameKey(entity.type, entity.name)) ?? mergedAsOther(entity, known, shared);
    if (taken) {
      pairs.set(entity.id, taken.id);
      used.add(taken.id);
      continue;
    }
    const closest = mostShared(entity, kept, shared, used);
    if (closest === undefined) continue;
    pairs.set(entity.id, closest);
    used.add(closest);
  }
  return pairs;
}

/** Fresh entity id -> known entity id -> how many mentions they have in common. */
function countShared(kept: AnnotationDocument, fresh: AnnotationDocument): Map<string, Map<string, number>> {
  const left = entityMentions(kept);
  const right = entityMentions(fresh);
  const keptEntity = new Map(left.map(({ id, entity }) => [id, entity]));
  const freshEntity = new Map(right.map(({ id, entity }) => [id, entity]));
  const counts = new Map<string, Map<string, number>>();
  for (const [freshId, keptId] of pairByOverlap(left, right)) {
    const from = freshEntity.get(freshId);
    const to = keptEntity.get(keptId);
    if (from === undefined || to === undefined) continue;
    const row = counts.get(from) ?? new Map<string, number>();
    row.set(to, (row.get(to) ?? 0) + 1);
    counts.set(from, row);
  }
  return counts;
}

function entityMentions({ annotations }: AnnotationDocument): (Covering & { readonly entity: string })[] {
  return annotations.flatMap(({ id, type, start, end, entity, orphaned }) =>
    entity === undefined || orphaned === true || type === "role" ? [] : [{ id, group: isName(type) ? "name" : type, ranges: [{ start, end }], entity }],
  );
}

/** Where a person merged something of such a name that the analysis takes for something else: what has its mentions by now. */
function mergedAsOther({ id, name }: Entity, known: ReadonlyMap<string, Entity>, shared: ReadonlyMap<string, ReadonlyMap<string, number>>): Entity | undefined {
  const wanted = nameKey("", name);
  const sharing = [...(shared.get(id)?.keys() ?? [])].map((each) => known.get(each));
  return sharing.find((entity) => entity?.mergedFrom?.some((each) => nameKey("", each) === wanted));
}

function mostShared(entity: Entity, kept: AnnotationDocument, shared: ReadonlyMap<string, ReadonlyMap<string, number>>, used: ReadonlySet<string>): string | undefined {
  const row = shared.get(entity.id);
  if (!row) return undefined;
  // what a person said it is may be something else than what the analysis takes it for
  const fits = new Set(kept.entities.filter(({ type, origin }) => type === entity.type || origin === "user").map(({ id }) => id));
  let best: string | undefined;
  let most = 0;
  for (const [id, count] of row) {
    if (count <= most || used.has(id) || !fits.has(id)) continue;
    best = id;
    most = count;
  }
  return best;
}

function nameKey(type: string, name: string): string {
  return `${type}:${name.normalize("NFC").toLowerCase()}`;
}
