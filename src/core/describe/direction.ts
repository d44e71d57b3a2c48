/** Letters that are written from right to left: Hebrew, Arabic and their like. */
const RIGHT_TO_LEFT = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]/u;
const LEFT_TO_RIGHT_MARK = "\u200E";

/**
 * What stands on a line behind a name, piece by piece. Behind Hebrew or Arabic letters a mark keeps numbers from being drawn to their
 * other side.
 */
export function behindName(name: string, details: readonly string[]): string {
  const pieces = details.map((detail, at) => (RIGHT_TO_LEFT.test(details[at - 1] ?? name) ? `${LEFT_TO_RIGHT_MARK}${detail}` : detail));
  return pieces.join(" · ");
}
