import { entries } from "./wellKnownPeople.generated.js";

/** One name in small letters by which everybody knows a person: "obama". */
const names: ReadonlySet<string> = new Set(entries.filter((name) => !name.includes(" ")).map((name) => name.toLowerCase()));

/** True for the name by which newspapers alone call somebody whom everybody knows, in whatever letters. */
export function isWellKnownName(name: string): boolean {
  return names.has(name.toLowerCase());
}
