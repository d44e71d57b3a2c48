import type { Wording } from "../../core/describe/translate.js";

/** What the group of those that are no longer in the text is, and what can be done about it. */
export function explainOrphans({ t }: Wording): string {
  return t("These words stood in the article when its annotations were saved. Select where they are now and choose “Attach Lost Finding to Selection”, or delete them. What nobody decided about goes with one click.");
}

/** How many of a group a person decided about; undefined for none. */
export function describeDecided(count: number, { t }: Wording): string | undefined {
  return count === 0 ? undefined : t("{0} decided", count);
}
