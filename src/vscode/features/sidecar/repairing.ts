import * as vscode from "vscode";
import type { AppError, Result } from "../../../core/common/errors.js";
import { listFindings } from "../../../core/describe/differences.js";
import type { AnnotationDocument } from "../../../core/document/annotationDocument.js";
import { isDecided } from "../../../core/document/decided.js";
import { isMention } from "../../../core/document/documentIndex.js";
import { ARTICLE_DAY, type Preferred } from "../../../core/sidecar/mergeWriters.js";
import { parseSidecar } from "../../../core/sidecar/parseSidecar.js";
import { salvageSidecar, type SalvagedSidecar } from "../../../core/sidecar/salvageSidecar.js";
import { serializeSidecar } from "../../../core/sidecar/serializeSidecar.js";
import { editorWording } from "../../services/wording.js";
import { isTooLarge } from "../../services/sidecars/readSidecar.js";
import { fileName, sidecarUri } from "../../services/sidecars/sidecarUri.js";
import type { FeatureDependencies } from "../feature.js";
import { chooseSides, OURS } from "./chooseSides.js";
import type { Comparison } from "./comparison.js";
import { describeFault, describeRemedy } from "./refusalWords.js";

/** A damaged sidecar with what can be read of it. */
interface Repair extends SalvagedSidecar {
  readonly damaged: string;
}

/** Shows what can be read of a damaged sidecar, and writes it only where a person agrees; the damaged file stays as a copy. */
export class Repairing {
  constructor(
    private readonly deps: FeatureDependencies,
    private readonly comparison: Comparison,
    /** What the arrival of a sidecar is answered with. */
    private readonly takeOver: (article: vscode.TextDocument) => Promise<void>,
  ) {}

  /** True where something can be read of a sidecar that is refused. */
  async isPossible(article: vscode.Uri): Promise<boolean> {
    const isReadable = await isTooLarge(sidecarUri(article)).then((isLarge) => !isLarge, () => false);
    const text = isReadable ? await this.deps.sidecars.readText(article) : undefined;
    return text !== undefined && !parseSidecar(text).ok && salvageSidecar(text, { file: fileName(article), preferred: "ours" }).ok;
  }

  async repair(article: vscode.TextDocument): Promise<void> {
    const { window } = vscode;
    const sidecar = sidecarUri(article.uri);
    const first = await this.read(article.uri, "ours");
    if (!first?.ok) {
      await window.showWarningMessage(describeHopeless(first?.error, fileName(sidecar)));
      return;
    }
    await this.show(article, first.value);
    const repaired = await this.askForRepair(article, first.value);
    if (repaired) await this.write(article, repaired, first.value.damaged);
  }

  /** In words, what two sides of a merge decided differently, else what was decided in the file as far as it can be read. */
  private async show(article: vscode.TextDocument, { document, conflicts, sides }: Repair): Promise<void> {
    const { l10n } = vscode;
    if (!sides || conflicts.length === 0) {
      const title = l10n.t("What can be read of {0}", fileName(sidecarUri(article.uri)));
      // named by the article: the ending of the sidecar's name would make JSON of these words
      return this.comparison.showWords(l10n.t("{0}: what can be read", fileName(article.uri)), [title, ...tellDecisions(document)].join("\n\n"));
    }
    const names = { ours: l10n.t("Ours"), theirs: l10n.t("Theirs") };
    return this.comparison.showDifferences(l10n.t("{0}: ours and theirs", fileName(article.uri)), { ...sides, ids: conflicts }, names);
  }

  /** What a person agrees to write; undefined where they leave the file as it is. */
  private async askForRepair(article: vscode.TextDocument, repair: Repair): Promise<Repair | undefined> {
    const { l10n, window } = vscode;
    const [write, ours, theirs, oneByOne] = [l10n.t("Write Repaired File"), l10n.t("Write, Keeping Ours"), l10n.t("Write, Keeping Theirs"), l10n.t("One by One…")];
    const compare = l10n.t("Compare Files");
    const sidecar = sidecarUri(article.uri);
    const message = describe(repair, fileName(sidecar));
    const choices = repair.conflicts.length > 0 ? [ours, theirs, oneByOne] : [write, compare];
    for (;;) {
      const chosen = await window.showInformationMessage(message, ...choices);
      if (chosen === undefined || chosen === write || chosen === ours) return chosen === undefined ? undefined : repair;
      if (chosen === compare) {
        await this.comparison.showFile(sidecar, serializeSidecar(repair.document), l10n.t("{0} (damaged and repaired)", fileName(sidecar)));
        continue;
      }
      const preferred = chosen === theirs ? "theirs" : repair.sides && (await chooseSides({ ...repair.sides, ids: repair.conflicts }, OURS));
      // whoever stops on the way is asked again
      if (!preferred) continue;
      const repaired = await this.read(article.uri, preferred);
      return repaired?.ok ? repaired.value : undefined;
    }
  }

  private async write(article: vscode.TextDocument, repaired: Repair, damaged: string): Promise<void> {
    const { l10n, window } = vscode;
    const name = fileName(sidecarUri(article.uri));
    try {
      const copy = await this.deps.sidecars.replaceDamaged(article.uri, damaged, serializeSidecar(repaired.document));
      if (!copy) {
        await window.showWarningMessage(l10n.t("{0} changed meanwhile and was left alone. Repair it again if it is still damaged.", name));
        return;
      }
      window.setStatusBarMessage(l10n.t("{0} is repaired; the damaged file is kept as {1}", name, fileName(copy)), 4000);
      await this.takeOver(article);
    } catch (error) {
      this.deps.log.error(`repair of ${name} failed`, error);
      await window.showErrorMessage(l10n.t("{0} could not be written: {1}", name, error instanceof Error ? error.message : String(error)));
    }
  }

  private async read(article: vscode.Uri, preferred: Preferred): Promise<Result<Repair> | undefined> {
    const damaged = await this.deps.sidecars.readText(article);
    if (damaged === undefined) return undefined;
    const repaired = salvageSidecar(damaged, { file: fileName(article), preferred });
    return repaired.ok ? { ok: true, value: { ...repaired.value, damaged } } : repaired;
  }
}

/** What was decided, a paragraph each, and that nothing else is lost. */
function tellDecisions(document: AnnotationDocument): string[] {
  const { l10n } = vscode;
  const { source, statements, entities, annotations } = document;
  const decided = [...statements, ...entities, ...annotations.filter(isMention)].filter(isDecided).map(({ id }) => id);
  const ids = source.publishedFrom === "user" ? [ARTICLE_DAY, ...decided] : decided;
  const rest = l10n.t("What nobody decided is found again as the article is read.");
  return ids.length === 0 ? [`${l10n.t("No decision can be read.")} ${rest}`] : [listFindings(document, ids, editorWording()).trimEnd(), rest];
}

/** Why nothing is to be repaired, and what else may be done. */
function describeHopeless(error: AppError | undefined, name: string): string {
  const { l10n } = vscode;
  if (!error) return l10n.t("There is no {0}.", name);
  const fault = error.code === "newer-version" ? describeFault(error, name) : l10n.t("Nothing in {0} can be read; it is left as it is.", name);
  return `${fault} ${describeRemedy(error, false)}`;
}

function describe({ document, left, fields, conflicts, sides }: Repair, name: string): string {
  const { l10n } = vscode;
  const decided = document.statements.filter(isDecided).length;
  const count = document.statements.length;
  const sentences = [
    count === 0 ? l10n.t("No statement in {0} can be read, but other findings can.", name) : count === 1 ? l10n.t("1 statement in {0} can be read.", name) : l10n.t("{1} statements in {0} can be read.", name, count),
    ...(count === 0 ? [] : [decided === 0 ? l10n.t("None is decided.") : decided === 1 ? l10n.t("1 is decided.") : l10n.t("{0} are decided.", decided)]),
    ...(left === 0 ? [] : [left === 1 ? l10n.t("1 finding is damaged and left out.") : l10n.t("{0} findings are damaged and left out.", left)]),
    ...(fields === 0 ? [] : [fields === 1 ? l10n.t("1 value of a finding is damaged and left out.") : l10n.t("{0} values of findings are damaged and left out.", fields)]),
    ...(sides ? [describeMerge(conflicts.length)] : []),
    l10n.t("Nothing is lost: the file as it is stays beside it as a copy."),
  ];
  return sentences.join(" ");
}

function describeMerge(conflicts: number): string {
  const { l10n } = vscode;
  if (conflicts === 0) return l10n.t("Both sides of the merge are joined; they agree on everything.");
  return conflicts === 1 ? l10n.t("Both sides of the merge are joined; they differ on one decision.") : l10n.t("Both sides of the merge are joined; they differ on {0} decisions.", conflicts);
}
