import type { AnnotationType, EntityType } from "../document/annotationDocument.js";
import type { Wording } from "./translate.js";

/** "person", "organization", "place", "unnamed source"; of annotations also "date", "role", "source phrase", "cue", "quote". */
export function describeType(type: EntityType | AnnotationType, { t }: Wording): string {
  switch (type) {
    case "person":
      return t("person");
    case "organization":
      return t("organization");
    case "place":
      return t("place");
    case "group":
      return t("unnamed source");
    case "date":
      return t("date");
    case "role":
      return t("role");
    case "speaker":
      return t("source phrase");
    case "cue":
      return t("cue");
    case "quote":
      return t("quote");
  }
}
