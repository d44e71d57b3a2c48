import type { Source } from "../document/annotationDocument.js";
import type { Wording } from "./translate.js";

/** Says that an article's language is not one in which statements are found; undefined for English, and where nothing is known. */
export function describeLanguage({ language }: Pick<Source, "language">, { t, locale }: Wording): string | undefined {
  if (language === undefined || /^en\b/iu.test(language)) return undefined;
  if (/^und\b/iu.test(language)) return t("This article is not in English. Statements are found in English articles only.");
  return t("This article is in {0}. Statements are found in English articles only.", nameOf(language, locale));
}

/** The name of a language by its BCP 47 tag; the tag itself where it is none: a sidecar may hold any string. */
function nameOf(tag: string, locale: string): string {
  try {
    return new Intl.DisplayNames([locale], { type: "language" }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}
