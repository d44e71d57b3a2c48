/** What does not fit: where (a JSON pointer) and why, in English ("must be integer"). */
export interface SchemaError {
  readonly instancePath: string;
  readonly keyword: string;
  readonly message?: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/** True for a JSON value that fits the schema of the sidecar; else its `errors` hold the first reason. */
export const validate: {
  (value: unknown): boolean;
  errors: readonly SchemaError[] | null;
};
