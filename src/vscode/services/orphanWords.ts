import type { Wording } from "../../core/describe/translate.js";

/** What the group of those that are no longer in the text is, and what can be done about it. */
export function explainOrphans({ t }: Wording): string {
  return t("The article had these words once. Select where they stand now and choose “Attach Lost Finding to Selection”, or delete them; the button deletes all that nobody decided about.");
}

/** How many of a group a person decided about; undefined for none. */
export function describeDecided(count: number, { t }: Wording): string | undefined {
  return count === 0 ? undefined : t("{0} decided", count);
}
