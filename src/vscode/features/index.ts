import { registerDecisions } from "./decisions/decisions.js";
import { registerEntitiesView } from "./entities/entitiesView.js";
import { registerExport } from "./export/export.js";
import type { Feature } from "./feature.js";
import { registerHighlights } from "./highlights/highlights.js";
import { registerHover } from "./hover/hover.js";
import { registerFolding } from "./navigation/folding.js";
import { registerGoTo } from "./navigation/goTo.js";
import { registerReferences } from "./navigation/references.js";
import { registerSymbols } from "./navigation/symbols.js";
import { registerReading } from "./reading/reading.js";
import { registerSidecar } from "./sidecar/sidecar.js";
import { registerStatementsView } from "./statements/statementsView.js";
import { registerCompareVersions } from "./versions/compareVersions.js";

/** All features, in the order in which they start. None knows another. */
export const features: readonly Feature[] = [
  registerReading,
  registerHighlights,
  registerHover,
  registerStatementsView,
  registerEntitiesView,
  registerGoTo,
  registerSymbols,
  registerReferences,
  registerFolding,
  registerDecisions,
  registerSidecar,
  registerExport,
  registerCompareVersions,
];
