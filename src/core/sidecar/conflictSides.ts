/** The versions that a file with conflict markers holds; `base` only where git wrote it (`merge.conflictStyle` diff3 or zdiff3). */
export interface ConflictSides {
  readonly ours: string;
  readonly theirs: string;
  readonly base: string | undefined;
}

const MARKER = /^(<{7}|\|{7}|={7}|>{7})(?:[ \t\r]|$)/u;

/** Tells at little cost that there is nothing to take apart. */
const ANY_MARKER = /^<{7}(?:[ \t\r]|$)/mu;

type Side = "all" | "ours" | "base" | "theirs";

/** Takes a file with conflict markers apart; undefined where it has none, or they are not in order. */
export function conflictSides(text: string): ConflictSides | undefined {
  if (!ANY_MARKER.test(text)) return undefined;
  const sides = { ours: [] as string[], base: [] as string[], theirs: [] as string[] };
  let side: Side = "all";
  let hasConflict = false;
  let hasBase = false;
  for (const line of text.split("\n")) {
    const mark = MARKER.exec(line)?.[1]?.charAt(0);
    if (mark === undefined) {
      if (side === "all") for (const lines of Object.values(sides)) lines.push(line);
      else sides[side].push(line);
      continue;
    }
    const next = follow(side, mark);
    if (!next) return undefined;
    hasConflict = true;
    hasBase ||= next === "base";
    side = next;
  }
  if (!hasConflict || side !== "all") return undefined;
  return { ours: sides.ours.join("\n"), theirs: sides.theirs.join("\n"), base: hasBase ? sides.base.join("\n") : undefined };
}

function follow(side: Side, mark: string): Side | undefined {
  switch (mark) {
    case "<":
      return side === "all" ? "ours" : undefined;
    case "|":
      return side === "ours" ? "base" : undefined;
    case "=":
      return side === "ours" || side === "base" ? "theirs" : undefined;
    default:
      return side === "theirs" ? "all" : undefined;
  }
}
