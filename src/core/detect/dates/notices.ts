import type { Words } from "./words.js";

/** Words of a notice from what is held to its day. */
const LONGEST_NOTICE = 24;

/** What those who read of somebody's death are asked to come to. */
const RITE = /^(?:visiting|visitation|calling|viewing|reposing|removal|funeral|requiem|burial|interment|inurnment|shiva)$/u;

/** A house that has its name from a rite: "Bell Funeral Home". */
const HOUSE = /^(?:home|homes|house|director|directors|parlou?r|chapel)$/u;

/** What is told of the roads, and of the weather, without a verb. */
const CLOSED = /^(?:closures?|Closed|detours?)$/u;
const WEATHER = /^(?:sunny|cloudy|breezy|windy|showers|thunderstorms|highs|lows|drizzle|flurries)$/u;

/**
 * "Visiting hours on Thursday", "Lane closures Wednesday and Thursday", "Partly sunny again on Friday, highs in the 50s": a notice of what is
 * held or forecast. Asked where no verb tells of the past: what such a notice is for is still to come.
 */
export function isNotice(words: Words, start: number): boolean {
  for (let at = start - 1; at >= start - LONGEST_NOTICE && at >= words.first && !/^[.!?;]$/u.test(words.text(at)); at--) {
    const word = words.lower(at);
    if (/^(?:was|were|had|did|said)$/u.test(word)) return false;
    if ((RITE.test(word) && !HOUSE.test(words.lower(at + 1))) || CLOSED.test(words.text(at)) || WEATHER.test(word) || (word === "memorial" && words.lower(at + 1) === "service")) return true;
  }
  return false;
}
