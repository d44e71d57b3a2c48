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
      return within ? t("state, province or county in {0}", within) : t("state, province or county");
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
