import type { PlaceMention } from "../../detect/findings.js";
import type { Article } from "../../text/article.js";
import type { Tokens } from "../../text/tokens.js";

/** Roads that go by a number. */
const NUMBERED = /^(?:Highway|Hwy\.?|Interstate|Route|Rte\.?|Rt\.?|Expressway|Motorway|Autoroute)$/u;
/** What has numbered roads of its own. */
const KEEPER = /^(?:County|State|Farm|Ranch|Forest|Provincial|Regional|Township|Parish|Rural)$/u;
/** Words behind a number that counts them: "on Highway 9 12 people" has none. */
const COUNTED = /^(?:people|men|women|children|others|cars|miles|km|kilometers|kilometres|percent|%)$/u;

/** "State Highway 1" for "State Highway", "County Road 12B" for "County Road": the number is part of the name. */
export function withNumbers<Mention extends PlaceMention>({ tokens }: Article, places: readonly Mention[]): Mention[] {
  return places.map((place) => {
    const end = tokens.at(place.end - 1) + 1;
    return isNumbered(tokens, end) ? { ...place, end: tokens.end(end) } : place;
  });
}

function isNumbered(tokens: Tokens, end: number): boolean {
  const head = tokens.text(end - 1);
  const isRoad = NUMBERED.test(head) || (/^(?:Road|Rd\.?)$/u.test(head) && KEEPER.test(tokens.text(end - 2)));
  return isRoad && /^\d{1,3}\p{Lu}?$/u.test(tokens.text(end)) && !COUNTED.test(tokens.lower(end + 1));
}
