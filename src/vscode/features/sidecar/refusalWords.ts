import * as vscode from "vscode";
import type { AppError } from "../../../core/common/errors.js";
import type { AnnotationDocument } from "../../../core/document/annotationDocument.js";
import { decidedIds } from "../../../core/document/decided.js";

/**
 * What is wrong with a sidecar, that nothing is lost, and what to do, in words for a person.
 * @param annotations what is known of its article.
 */
export function describeRefusal(error: AppError, name: string, annotations: AnnotationDocument | undefined, canRepair: boolean): string {
  const { l10n } = vscode;
  const isDecided = annotations !== undefined && decidedIds(annotations).size > 0;
  const effect = isDecided
    ? l10n.t("It is left as it is. Your decisions are kept, and saved once it can be read.")
    : l10n.t("It is left as it is. What was decided in it is not shown, and nothing is saved, until it can be read.");
  return `${describeFault(error, name)} ${effect} ${describeRemedy(error, canRepair)}`;
}

/** What is wrong with a sidecar, as one sentence. */
export function describeFault({ code, message, data }: AppError, name: string): string {
  const { l10n } = vscode;
  const line = typeof data["line"] === "number" ? data["line"] : undefined;
  switch (code) {
    case "conflict-markers":
      return l10n.t("{0} holds a merge conflict that nobody has resolved (line {1}).", name, line ?? 1);
    case "newer-version":
      return l10n.t("{0} was written by a newer version of On Record.", name);
    case "invalid-json":
      if (data["isTruncated"] === true) return l10n.t("{0} is cut off at line {1}.", name, line ?? 1);
      return line === undefined ? l10n.t("{0} holds something else than annotations.", name) : l10n.t("{0} is damaged at line {1}.", name, line);
    case "too-large":
      // a small one may be nested too deep
      return typeof data["length"] === "number" ? l10n.t("{0} is too large to be an annotations file.", name) : l10n.t("{0} holds something else than annotations.", name);
    case "unreadable-file":
      return l10n.t("{0} could not be read.", name);
    default:
      return l10n.t("{0} does not hold annotations that can be read: {1}", name, message);
  }
}

/** What a person can do about it, as one sentence. */
export function describeRemedy({ code }: AppError, canRepair: boolean): string {
  const { l10n } = vscode;
  if (code === "newer-version") return l10n.t("Update On Record to work with it.");
  if (code === "unreadable-file") return l10n.t("Saving tries again.");
  if (!canRepair) return l10n.t("Restore it from a copy, or rename it to begin a new one.");
  return code === "conflict-markers" ? l10n.t("“Repair…” joins both sides and asks where they differ.") : l10n.t("“Repair…” shows what can still be read, and asks before it writes.");
}

/** Why a sidecar was not written, that nothing is lost, and what to do. */
export function describeFailure({ data }: AppError, name: string): string {
  const { l10n } = vscode;
  return data["isReadOnly"] === true
    ? l10n.t("{0} was not saved: the file or its folder is read-only. Your decisions are kept and come back with the article. Save a copy elsewhere to have them in a file.", name)
    : l10n.t("{0} was not saved: it could not be written. Your decisions are kept and come back with the article. Save again later, or save a copy elsewhere.", name);
}
