import type { Gazetteer } from "../../places/gazetteer.js";
import type { Article } from "../../text/article.js";
import type { NameMention, PlaceMention } from "../findings.js";

/** What serves the people of a place and has its name from it; a newspaper or a team may be told of anywhere. */
const LOCAL = new RegExp(
  `\\b(?:${[
    "Departments? Dept Police Sheriff['’]?s? Fire Patrol Guard Courts? Legislature Senate Assembly Parliament Government Council Commission Commissioners Authority Board Bureau Division District",
    "University College Schools? Library Museum Zoo Hospital Medical Health Church Cent(?:er|re) Chamber Transit Airport County Community Township Borough Parish Village City Town Regional Area",
  ]
    .join(" ")
    .replaceAll(" ", "|")})(?!\\p{L})`,
  "u",
);
/** What makes another name of the one behind it: there is no Kent in "New Kent County". */
const PART_BEFORE = /^(?:New|Old|Fort|Mount|Port|San|Santa|Saint|St\.?|El|Los|Las|La|Le)$/u;

/** Places that lie in the names of organizations that serve them ("Georgia Department of Transportation", "University of Leeds"): no mentions of the place, but they tell where the article is. */
export function placesInNames({ text, tokens }: Article, names: readonly NameMention[], gazetteer: Gazetteer): PlaceMention[] {
  const found: PlaceMention[] = [];
  for (const { start, end, type } of names) {
    const last = tokens.at(end - 1);
    // "Somerville College, Oxford": it is told where that is
    const isTold = tokens.text(last + 1) === "," && gazetteer.find(tokens.text(last + 2)).some(({ as }) => as === "name");
    if (type !== "organization" || isTold || !LOCAL.test(text.slice(start, end))) continue;
    for (let index = tokens.at(start); index <= last; ) {
      const until = tokens.isCapitalized(index) && !(tokens.start(index) > start && PART_BEFORE.test(tokens.text(index - 1))) ? endOfPlace(index, last) : 0;
      if (until === 0) {
        index++;
        continue;
      }
      const range = tokens.span(index, until);
      const known = gazetteer.find(text.slice(range.start, range.end)).filter(({ as }) => as === "name");
      found.push({ ...range, sense: "literal", candidates: [...new Set(known.map(({ place }) => place))], confidence: 0.5 });
      index = until;
    }
  }
  return found;

  /** Token after the longest place name that begins at `index` and is not the whole name; 0 where none does. */
  function endOfPlace(index: number, last: number): number {
    const reach = tokens.start(index) + gazetteer.longest(tokens.text(index));
    let until = index;
    while (until <= last && tokens.end(until) <= reach) until++;
    for (; until > index; until--) {
      const known = gazetteer.find(text.slice(tokens.start(index), tokens.end(until - 1)));
      if (known.some(({ as, otherUses }) => as === "name" && !otherUses.includes("word"))) return until;
    }
    return 0;
  }
}
