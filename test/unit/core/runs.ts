/** How often a property is tried: more by the environment variable RUNS (a factor), for a long look in the night. */
export function runs(usual: number): { numRuns: number } {
  return { numRuns: Math.ceil(usual * Number(process.env["RUNS"] ?? 1)) };
}
