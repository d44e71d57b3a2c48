import type { PlaceMention } from "../../detect/findings.js";
import { placeContext } from "../../lexicon/placeContext.js";
import type { Place } from "../../places/gazetteer.js";
import type { Article } from "../../text/article.js";

/** Where streets are named in English. */
const ENGLISH_STREETS = ["GB", "IE", "AU", "CA", "NZ", "US", "ZA", "IN", "NG", "KE", "SG", "PK", "LK", "BD", "GH", "JM"];
/** Where "colour" is written, without those of which newspapers in other countries tell as often. */
const BRITISH = ["GB", "IE", "AU", "CA", "NZ"];
const STREET = /^(?:Street|St\.?|Road|Rd\.?|Drive|Dr\.?|Lane|Ave\.?)$/u;
/** More words than these make it no surer. */
const MOST_WORDS = 3;

/** Words of the offices, the law, the money and the daily life of one country, and of a part of it. */
const AT_HOME: readonly (readonly [words: string, country: string, divisions?: string])[] = [
  ["selectmen Selectmen Selectman selectman selectwoman Selectwoman selectboard Selectboard", "US", "CT MA ME NH RI VT"],
  ["freeholder freeholders Freeholder Freeholders", "US", "NJ"],
  ["RCMP Mountie Mounties", "CA"],
  ["gardaí Gardaí gardai Gardai garda Garda Taoiseach Tánaiste Oireachtas Cllr TDs", "IE"],
  ["₹ crore crores lakh lakhs panchayat tehsil taluk zilla Sabha", "IN"],
  ["barangay barangays Barangay Barangays", "PH"],
  ["naira Naira ₦", "NG"],
  ["£ NHS HMRC Ofsted MSP MSPs Tories", "GB"],
  ["rand MEC MECs Eskom SAPS Sanral", "ZA"],
  ["MCA MCAs matatu matatus Ksh", "KE"],
  ["AEST AEDT AFL NRL ASX", "AU"],
  ["iwi marae", "NZ"],
];

/** A country of which nothing but its code is known, and how much the wording speaks for it: 1 is as much as one sure place. */
export interface WordingHint {
  readonly place: Place;
  readonly weight: number;
}

/**
 * The countries for which the English of an article speaks: who writes of "selectmen", "sheriffs" and "neighborhoods" is in the United
 * States, and no town with a Clarksville Street is in France. Little beside what places tell, but local news names no other.
 */
export function hintsOfWording({ tokens }: Article, places: readonly PlaceMention[]): WordingHint[] {
  const american = countWritten(placeContext.american);
  const british = countWritten(placeContext.british);
  const hints: WordingHint[] = [];
  if (american > british) hints.push({ place: country("US"), weight: Math.min(american, MOST_WORDS) });
  if (british > american) hints.push(...BRITISH.map((code) => ({ place: country(code), weight: Math.min(british, MOST_WORDS) })));
  for (const [words, code, divisions] of AT_HOME) {
    if (!words.split(" ").some((word) => tokens.holds(word))) continue;
    if (divisions) hints.push(...divisions.split(" ").map((division) => ({ place: country(code, division), weight: 0.5 })));
    else hints.push({ place: country(code), weight: 1 });
  }
  if (places.some(({ end }) => STREET.test(tokens.text(tokens.at(end - 1))))) hints.push(...ENGLISH_STREETS.map((code) => ({ place: country(code), weight: 1 })));
  return hints;

  function countWritten(words: ReadonlySet<string>): number {
    let count = 0;
    for (const word of words) if (tokens.holds(word)) count++;
    return count;
  }
}

function country(code: string, division?: string): Place {
  return { geoname: undefined, name: "", kind: "region", country: code, division, divisionName: undefined, latitude: undefined, longitude: undefined, population: 0, capital: false };
}
