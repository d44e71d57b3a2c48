import type { Source } from "../document/annotationDocument.js";
import { describeLanguage } from "./language.js";
import type { Wording } from "./translate.js";

/** Stands for each letter that could not be read. */
const LOST_LETTER = "\uFFFD";

/** What keeps an article from being read as it was written: another language than English, letters that are lost. Undefined where nothing does. */
export function describeLegibility(source: Pick<Source, "language">, text: string, wording: Wording): string | undefined {
  const lost = text.includes(LOST_LETTER)
    ? wording.t("Some letters show as {0}. If the file is in another encoding, the status bar offers to reopen it.", LOST_LETTER)
    : undefined;
  const told = [describeLanguage(source, wording), lost].filter((sentence) => sentence !== undefined);
  return told.length > 0 ? told.join(" ") : undefined;
}
