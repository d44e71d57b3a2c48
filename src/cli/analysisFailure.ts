import { AppError } from "../core/common/errors.js";

/** A fault of the analysis as a failure of one article, so that it does not end the run. */
export function toAnalysisFailure(error: unknown): AppError {
  return new AppError("analysis-failed", `The analysis failed: ${error instanceof Error ? error.message : String(error)}`);
}
