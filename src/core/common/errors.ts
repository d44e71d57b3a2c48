/** Every way in which the core can refuse, for tables of messages and exit codes at the edges. */
export type ErrorCode =
  | "invalid-json"
  | "invalid-document"
  | "newer-version"
  | "conflict-markers"
  | "too-large"
  | "binary-file"
  | "file-not-found"
  | "unreadable-file"
  | "unwritable-file"
  | "invalid-stream-line"
  | "invalid-table"
  | "unknown-format"
  | "wrong-base"
  | "analysis-failed"
  | "wrong-usage";

/** An expected failure. `message` is one English sentence for logs; edges translate `code`. */
export class AppError extends Error {
  override readonly name = "AppError";

  constructor(
    readonly code: ErrorCode,
    message: string,
    readonly data: Readonly<Record<string, unknown>> = {},
  ) {
    super(message);
  }
}

/** What an operation with expected failure hands back. */
export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: AppError };
