/** Starts each line of test/host/runMocha.ts; everything else on the console is the window's own talk. */
const mark = "[suites] ";

/**
 * Reads one line of a window's console.
 * @returns {{ text?: string, figures?: { passed: number, failed: number } }} a line to print, or the last one's figures.
 */
export function readSuitesLine(line) {
  const at = line.indexOf(mark);
  if (at < 0) return {};
  const text = line.slice(at + mark.length);
  return text.startsWith("{") ? { figures: JSON.parse(text) } : { text };
}
