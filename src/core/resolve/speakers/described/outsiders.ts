import type { TextRange } from "../../../document/range.js";
import type { Article } from "../../../text/article.js";

/** Those who judge companies from outside. */
const NOUN = "(?:analyst|economist|strategist|broker|trader|researcher)s?";
const BEFORE = new RegExp(`\\b(?:${NOUN}|former \\p{Ll}+)\\b[^.;]{0,60}\\b(?:at|with|of|for|from) (?:the )?$`, "iu");
const BEHIND = new RegExp(`^['’]?s? (?:\\p{Ll}+ )?${NOUN}\\b`, "iu");
/** Code units looked at on either side. */
const REACH = 100;
const REACH_BEHIND = 30;

/** True where a name tells for whom somebody judges others: "Northgrid analyst Mary Hale", "an economist at Northgrid", "a former head of Northgrid" tell no company on which an article reports. */
export function isHouseOfOutsider({ text }: Article, { start, end }: TextRange): boolean {
  return BEHIND.test(text.slice(end, end + REACH_BEHIND)) || BEFORE.test(text.slice(Math.max(0, start - REACH), start));
}
