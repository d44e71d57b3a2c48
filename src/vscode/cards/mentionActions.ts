import type { Annotation } from "../../core/document/annotationDocument.js";
import type { Wording } from "../../core/describe/translate.js";
import { commands } from "../ids.js";
import type { CardLine, CardPlace } from "./card.js";

/** Accept or reject one mention, and give it other edges. */
export function mentionActions(uri: string, { id, status = "proposed" }: Annotation, { t }: Wording, place: CardPlace | undefined): CardLine {
  return [
    ...(status === "accepted" ? [] : [{ words: t("Accept"), command: commands.acceptMention, args: [uri, id] }]),
    { words: t("Reject"), command: commands.rejectMention, args: [uri, id] },
    ...(place?.hasSelection ? [{ words: t("Fit to Selection"), command: commands.fitToSelection, args: [uri, id] }] : []),
  ];
}
