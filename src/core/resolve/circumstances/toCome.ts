import { determiners } from "../../lexicon/wordClasses.js";
import type { Sentence } from "../../text/article.js";
import type { Tokens } from "../../text/tokens.js";

/** Tells of an occasion that has not been yet: "is scheduled for Monday", "is due in court on Monday"; not "the planned road", "a regularly scheduled meeting". */
const ARRANGED: ReadonlySet<string> = new Set(["scheduled", "slated", "planned", "due"]);
/** "scheduled | for May". */
const WHEN_ARRANGED = /^(?:for|on|in|at|to)$/u;
/** "The trial is | to start". */
const IS = /^(?:is|are|was|were)$/u;
/** "The aim of the meeting was to end it": no more than what it was for. */
const PURPOSE: ReadonlySet<string> = new Set(["aim", "goal", "purpose", "idea", "point", "intention", "task", "mission"]);

/** True for a sentence of an occasion at which nobody has spoken yet: "The election is to be held on May 12", "The trial is scheduled for May". */
export function isToCome(tokens: Tokens, { firstToken, endToken }: Sentence, isOccasion: (index: number) => boolean): boolean {
  let isPurpose = false;
  for (let index = firstToken; index < endToken; index++) {
    const lower = tokens.lower(index);
    isPurpose ||= PURPOSE.has(lower);
    if (lower === "will" || isArranged(tokens, index, isOccasion)) return true;
    if (lower === "to" && ((IS.test(tokens.lower(index - 1)) && !isPurpose) || tokens.lower(index + 1) === "be")) return true;
  }
  return false;
}

/** "is due to start", "planned for Monday", "the upcoming debate"; not "due to the heat", "a hearing on the upcoming budget". */
function isArranged(tokens: Tokens, index: number, isOccasion: (index: number) => boolean): boolean {
  const lower = tokens.lower(index);
  if (lower === "upcoming") return isOccasion(index + 1) || isOccasion(index + 2);
  if (!ARRANGED.has(lower)) return false;
  const isPredicate = IS.test(tokens.lower(index - 1));
  if (lower === "due" && tokens.lower(index + 1) === "to") return isPredicate && !determiners.has(tokens.lower(index + 2));
  return isPredicate || WHEN_ARRANGED.test(tokens.lower(index + 1));
}
