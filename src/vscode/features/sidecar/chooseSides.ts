import * as vscode from "vscode";
import { cueWords, describeKind, describeSpeakers, statementWords } from "../../../core/describe/statements.js";
import { shorten } from "../../../core/describe/translate.js";
import type { AnnotationDocument, Status } from "../../../core/document/annotationDocument.js";
import { indexOf } from "../../../core/document/documentIndex.js";
import { ARTICLE_DAY } from "../../../core/sidecar/mergeWriters.js";
import type { Side } from "../../../core/sidecar/mergeFields.js";
import { describeType } from "../../cards/entityCard.js";
import { ask } from "../../gestures/chooseAmong.js";
import type { WritersConflict } from "../../services/sidecarFiles.js";
import { editorWording } from "../../services/wording.js";

/** Asks for each finding that two writers decided on differently whose decision stands; undefined where the person stops before the last one. */
export async function chooseSides({ ours, theirs, ids }: WritersConflict): Promise<ReadonlyMap<string, Side> | undefined> {
  const { l10n } = vscode;
  const sides = new Map<string, Side>();
  for (const [at, id] of ids.entries()) {
    const [mine, others] = [describeFinding(ours, id), describeFinding(theirs, id)];
    const title = l10n.t("{0} of {1}: {2}", at + 1, ids.length, shorten(mine?.words ?? others?.words ?? id, 60));
    const side = await ask<Side>(title, [
      { label: l10n.t("Mine: {0}", mine?.decision ?? l10n.t("deleted")), value: "ours" },
      { label: l10n.t("Theirs: {0}", others?.decision ?? l10n.t("deleted")), value: "theirs" },
    ]);
    if (!side) return undefined;
    sides.set(id, side);
  }
  return sides;
}

interface DescribedFinding {
  readonly words: string;
  readonly decision: string;
}

function describeFinding(document: AnnotationDocument, id: string): DescribedFinding | undefined {
  const wording = editorWording();
  const { published } = document.source;
  if (id === ARTICLE_DAY) return { words: vscode.l10n.t("Date of the Article"), decision: published ?? vscode.l10n.t("not known") };
  const index = indexOf(document);
  const parts = index.statement(id);
  if (parts) {
    const { status, kind, notes = [] } = parts.statement;
    const details = [describeStatus(status), describeSpeakers(parts, wording), describeKind(kind, wording), cueWords(parts), ...notes.map(({ text }) => `“${shorten(text, 40)}”`)];
    return { words: statementWords(parts), decision: join(details) };
  }
  const entity = index.entity(id);
  if (entity) return { words: entity.name, decision: join([entity.name, describeType(entity.type, wording), entity.country, ...(entity.mergedFrom ?? [])]) };
  const annotation = document.annotations.find((each) => each.id === id);
  if (!annotation) return undefined;
  return { words: annotation.text, decision: join([describeStatus(annotation.status), shorten(annotation.text, 60), annotation.value, index.entity(annotation.entity)?.name]) };
}

function describeStatus(status: Status | undefined): string {
  const { l10n } = vscode;
  return status === "accepted" ? l10n.t("accepted") : status === "rejected" ? l10n.t("rejected") : l10n.t("to review");
}

function join(details: readonly (string | undefined)[]): string {
  return details.filter((detail) => detail !== undefined && detail !== "").join(" · ");
}
