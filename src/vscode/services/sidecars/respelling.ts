/** True where a name or a path is another one only in its letters, capital for small. */
export function isRespelled(from: string, to: string): boolean {
  return from !== to && letters(from) === letters(to);
}

/**
 * True where a file that was renamed together with another one kept its old letters, capital for small: a disk that takes both for one
 * name says that the new one is there already. `names` are the files in its folder.
 */
export function keptItsLetters(from: string, to: string, names: readonly string[]): boolean {
  return isRespelled(from, to) && names.includes(from) && !names.includes(to);
}

/** Such disks take composed and decomposed letters for the same, too. */
function letters(name: string): string {
  return name.normalize("NFC").toLowerCase();
}
