import type { Entity } from "../document/annotationDocument.js";
import { localFormats } from "./localFormats.js";
import type { Wording } from "./translate.js";

/** What a place is: "city in Missouri, United States", "city in the Netherlands", "country", "region". */
export function describePlace({ kind, country, division, name }: Pick<Entity, "kind" | "country" | "division" | "name">, wording: Wording): string {
  const { t } = wording;
  const land = country === undefined ? undefined : countryName(country, wording);
  const isCountry = kind === "country" || land === name;
  // Oslo lies in a division of its own name
  const within = land === undefined ? undefined : division === undefined || division === name ? withArticle(land, wording) : `${division}, ${land}`;
  switch (isCountry ? "country" : kind) {
    case "country":
      return t("country");
    case "division":
      return describeDivision({ name, country, isSecondLevel: division !== undefined && division !== name }, within, wording);
    case "city":
      return within ? t("city in {0}", within) : t("city");
    case "region":
      return within ? t("region of {0}", within) : t("region");
    case "water":
      return within ? t("body of water in {0}", within) : t("body of water");
    default:
      return within ? t("place in {0}", within) : t("place");
  }
}

/** Countries whose divisions of the first level are called states, and those where they are provinces. */
const STATES = new Set(["AT", "AU", "BR", "DE", "FM", "IN", "MM", "MX", "MY", "NG", "PW", "SS", "US", "VE"]);
const PROVINCES = new Set(["AF", "AO", "AR", "BE", "CA", "CN", "CR", "CU", "DO", "EC", "ID", "IE", "IR", "KR", "LA", "MZ", "NL", "PA", "PH", "PK", "TH", "TR", "VN", "ZA", "ZM", "ZW"]);

/** A division is named as in its country: a state of Mexico, a province of Canada; one of the second level lies in one of the first. */
function describeDivision(
  { name, country = "", isSecondLevel }: { readonly name: string; readonly country: string | undefined; readonly isSecondLevel: boolean },
  within: string | undefined,
  { t }: Wording,
): string {
  if (within === undefined) return t("region");
  if (/\bDistrict\b/u.test(name)) return t("district in {0}", within);
  if (isSecondLevel) return country === "US" ? t("county in {0}", within) : t("county or district in {0}", within);
  if (STATES.has(country)) return t("state in {0}", within);
  return PROVINCES.has(country) ? t("province in {0}", within) : t("region in {0}", within);
}

/** English names of countries that have an article: the plurals, and those that say what sort of land it is. */
const WITH_ARTICLE = /^(?:Bahamas|Comoros|Gambia|Isle of Man|Maldives|Philippines)$|(?:Emirates|Islands|Kingdom|Netherlands|Republic|States|Territories)$/u;

function withArticle(land: string, { locale }: Wording): string {
  return locale.startsWith("en") && WITH_ARTICLE.test(land) ? `the ${land}` : land;
}

/** The name of a country by its ISO code; the code itself where it is none. */
function countryName(code: string, { locale }: Wording): string {
  try {
    return localFormats(locale).countries.of(code.toUpperCase()) ?? code;
  } catch {
    // a sidecar may hold any string; only well-formed codes have a name
    return code;
  }
}

/** "28.62 N, 77.21 E"; undefined where a place has no coordinates. */
export function describeCoordinates({ latitude, longitude }: Pick<Entity, "latitude" | "longitude">, { t, locale }: Wording): string | undefined {
  if (typeof latitude !== "number" || typeof longitude !== "number") return undefined;
  const { hundredths } = localFormats(locale);
  const north = hundredths.format(Math.abs(latitude));
  const east = hundredths.format(Math.abs(longitude));
  if (latitude >= 0) return longitude >= 0 ? t("{0} N, {1} E", north, east) : t("{0} N, {1} W", north, east);
  return longitude >= 0 ? t("{0} S, {1} E", north, east) : t("{0} S, {1} W", north, east);
}
