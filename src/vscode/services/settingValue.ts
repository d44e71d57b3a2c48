/**
 * A setting as it can be worked with: what a person wrote where that is of the kind of the default, else the default, for the editor
 * underlines a wrong value in settings.json and hands it over all the same. Of a list the items that are no text are left out.
 * @param choices the words that it may be; any where there are none.
 */
export function usableValue<T>(written: T, byDefault: T, choices?: readonly unknown[]): T {
  if (Array.isArray(byDefault)) return (Array.isArray(written) ? written.filter((item) => typeof item === "string") : byDefault) as T;
  const isUsable = typeof written === typeof byDefault && written !== null && !Array.isArray(written) && (choices?.includes(written) ?? true);
  return isUsable ? written : byDefault;
}
