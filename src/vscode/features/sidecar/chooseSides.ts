import * as vscode from "vscode";
import { describeDifferences, describeSide } from "../../../core/describe/differences.js";
import { shorten } from "../../../core/describe/translate.js";
import type { Side } from "../../../core/sidecar/mergeFields.js";
import { ask } from "../../gestures/chooseAmong.js";
import type { WritersConflict } from "../../services/sidecarFiles.js";
import { editorWording } from "../../services/wording.js";

/** Asks for each finding that two writers decided on differently whose decision stands; undefined where the person stops before the last one. */
export async function chooseSides({ ours, theirs, ids }: WritersConflict): Promise<ReadonlyMap<string, Side> | undefined> {
  const { l10n } = vscode;
  const wording = editorWording();
  const sides = new Map<string, Side>();
  for (const [at, difference] of describeDifferences(ours, theirs, ids, wording).entries()) {
    const title = l10n.t("{0} of {1}: {2}", at + 1, ids.length, shorten(difference.about, 60));
    const side = await ask<Side>(title, [
      { label: l10n.t("Mine: {0}", describeSide(difference, "ours", wording)), value: "ours" },
      { label: l10n.t("Theirs: {0}", describeSide(difference, "theirs", wording)), value: "theirs" },
    ]);
    if (!side) return undefined;
    sides.set(difference.id, side);
  }
  return sides;
}
