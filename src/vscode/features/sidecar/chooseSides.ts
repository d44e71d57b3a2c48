import * as vscode from "vscode";
import { describeDifferences, describeSide } from "../../../core/describe/differences.js";
import { shorten } from "../../../core/describe/translate.js";
import type { Side } from "../../../core/sidecar/mergeFields.js";
import { ask } from "../../gestures/chooseAmong.js";
import type { WritersConflict } from "../../services/sidecars/sidecarFiles.js";
import { editorWording } from "../../services/wording.js";

/** How the two sides are called, with what each of them decided. */
type SideNames = Readonly<Record<Side, (decided: string) => string>>;

const THEIRS = (decided: string): string => vscode.l10n.t("Theirs: {0}", decided);
const MINE: SideNames = { ours: (decided) => vscode.l10n.t("Mine: {0}", decided), theirs: THEIRS };
/** In a merge either side may be somebody else's. */
export const OURS: SideNames = { ours: (decided) => vscode.l10n.t("Ours: {0}", decided), theirs: THEIRS };

/** Asks for each finding that two writers decided on differently whose decision stands; undefined where the person stops before the last one. */
export async function chooseSides({ ours, theirs, ids }: Pick<WritersConflict, "ours" | "theirs" | "ids">, names: SideNames = MINE): Promise<ReadonlyMap<string, Side> | undefined> {
  const { l10n } = vscode;
  const wording = editorWording();
  const sides = new Map<string, Side>();
  for (const [at, difference] of describeDifferences(ours, theirs, ids, wording).entries()) {
    const title = l10n.t("{0} of {1}: {2}", at + 1, ids.length, shorten(difference.about, 60));
    const side = await ask<Side>(title, [
      { label: names.ours(describeSide(difference, "ours", wording)), value: "ours" },
      { label: names.theirs(describeSide(difference, "theirs", wording)), value: "theirs" },
    ]);
    if (!side) return undefined;
    sides.set(difference.id, side);
  }
  return sides;
}
