/** Exit codes of the command line, as the help lists them. */
export const EXIT = {
  ok: 0,
  /** Some input could not be read, analysed or written, or is not valid; all other input was done. */
  badInput: 1,
  wrongUsage: 2,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
