import { registerArticleDate } from "./corrections/articleDate.js";
import { registerAtCursor } from "./corrections/atCursor.js";
import { registerCodeActions } from "./corrections/codeActions.js";
import { registerEntityCorrections } from "./corrections/entityCorrections.js";
import { registerHistory } from "./corrections/history.js";
import { registerMentionCorrections } from "./corrections/mentionCorrections.js";
import { registerOrphanCorrections } from "./corrections/orphanCorrections.js";
import { registerStatementCorrections } from "./corrections/statementCorrections.js";
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
import { registerNotes } from "./notes/notes.js";
import { registerProblems } from "./problems/problems.js";
import { registerHome } from "./reading/home.js";
import { registerReading } from "./reading/reading.js";
import { registerRestoring } from "./review/restoring.js";
import { registerReview } from "./review/review.js";
import { registerUnsaved } from "./review/unsaved.js";
import { registerSidecar } from "./sidecar/sidecar.js";
import { registerStatementsView } from "./statements/statementsView.js";
import { registerCompareVersions } from "./versions/compareVersions.js";

/** All features, in the order in which they start. None knows another. */
export const features: readonly Feature[] = [
  registerReading,
  registerHome,
  registerHighlights,
  registerHover,
  registerProblems,
  registerStatementsView,
  registerEntitiesView,
  registerGoTo,
  registerSymbols,
  registerReferences,
  registerFolding,
  registerDecisions,
  registerStatementCorrections,
  registerMentionCorrections,
  registerEntityCorrections,
  registerOrphanCorrections,
  registerArticleDate,
  registerHistory,
  registerAtCursor,
  registerCodeActions,
  registerReview,
  registerNotes,
  registerRestoring,
  registerUnsaved,
  registerSidecar,
  registerExport,
  registerCompareVersions,
];
