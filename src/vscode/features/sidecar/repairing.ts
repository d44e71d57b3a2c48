import * as vscode from "vscode";
import type { Result } from "../../../core/common/errors.js";
import { isDecided } from "../../../core/document/decided.js";
import { parseSidecar } from "../../../core/sidecar/parseSidecar.js";
import { salvageSidecar, type SalvagedSidecar } from "../../../core/sidecar/salvageSidecar.js";
import { serializeSidecar } from "../../../core/sidecar/serializeSidecar.js";
import { fileName, sidecarUri } from "../../services/sidecarUri.js";
import type { FeatureDependencies } from "../feature.js";
import type { Comparison } from "./comparison.js";

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
    const text = await this.deps.sidecars.readText(article);
    return text !== undefined && !parseSidecar(text).ok && salvageSidecar(text, { file: fileName(article), preferred: "ours" }).ok;
  }

  async repair(article: vscode.TextDocument): Promise<void> {
    const { l10n, window } = vscode;
    const sidecar = sidecarUri(article.uri);
    const name = fileName(sidecar);
    const first = await this.read(article.uri, "ours");
    if (!first?.ok) {
      await window.showWarningMessage(l10n.t("Nothing in {0} can be read.", name));
      return;
    }
    const [write, ours, theirs] = [l10n.t("Write Repaired File"), l10n.t("Write, Keeping Ours"), l10n.t("Write, Keeping Theirs")];
    const { document, conflicts, sides } = first.value;
    if (sides && conflicts.length > 0) {
      await this.comparison.showDifferences(l10n.t("{0}: ours and theirs", fileName(article.uri)), { ...sides, ids: conflicts }, { ours: l10n.t("Ours"), theirs: l10n.t("Theirs") });
    } else {
      await this.comparison.showFile(sidecar, serializeSidecar(document), l10n.t("{0} (damaged and repaired)", name));
    }
    const choices = conflicts.length > 0 ? [ours, theirs] : [write];
    const chosen = await window.showInformationMessage(describe(first.value, name), ...choices);
    if (chosen === undefined) return;
    const repaired = chosen === theirs ? await this.read(article.uri, "theirs") : first;
    if (repaired?.ok) await this.write(article, repaired.value, first.value.damaged);
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

  private async read(article: vscode.Uri, preferred: "ours" | "theirs"): Promise<Result<Repair> | undefined> {
    const damaged = await this.deps.sidecars.readText(article);
    if (damaged === undefined) return undefined;
    const repaired = salvageSidecar(damaged, { file: fileName(article), preferred });
    return repaired.ok ? { ok: true, value: { ...repaired.value, damaged } } : repaired;
  }
}

function describe({ document, left, fields, conflicts }: Repair, name: string): string {
  const { l10n } = vscode;
  const decided = document.statements.filter(isDecided).length;
  const sentences = [
    l10n.t("What can be read of {0}: {1} statements, {2} of them decided.", name, document.statements.length, decided),
    ...(left + fields > 0 ? [l10n.t("Left out as damaged: {0} entries, {1} single values.", left, fields)] : []),
    ...(conflicts.length > 0 ? [l10n.t("Both sides of the merge are joined; they decided differently in {0} places.", conflicts.length)] : []),
    l10n.t("The damaged file is kept as a copy."),
  ];
  return sentences.join(" ");
}
