/**
 * Abbreviations that end in a full stop, by what may follow them. Own list; US states in the newspapers' traditional short forms.
 */

/** Stand before a name or a figure: no sentence ends after them. */
const BEFORE_NAME =
  "Mr Mrs Ms Mx Dr Prof Gen Lt Col Maj Capt Cmdr Cdr Adm Sgt Cpl Pvt Sen Sens Rep Reps Gov Govs Rev Hon Pres Messrs Mt Ft Supt Insp Det Amb Atty Asst Assoc Fr Mlle Mme vs ca cf viz al Op Vol pp";
/** May end a sentence: what follows decides. */
const ANYWHERE =
  "St Jr Sr Inc Corp Co Cos Ltd Bros Dept Univ Ave Blvd Rd Hwy etc Jan Feb Apr Aug Sept Sep Oct Nov Dec Tue Tues Wed Thu Thur Thurs Fri Ala Ariz Ark Calif Colo Conn Fla Ga Kan Ky Md Mich Minn Mo Mont Neb Nev Okla Ore Tenn Tex Va Vt Wis Wyo Ont Que Alta approx est Ph.D Ed.D";
/** Words of their own too ("in the sun.", "no."): abbreviations only before a figure, a comma or a small letter. */
const AMBIGUOUS = "No Nos Art Fig Sec Ch p Sun Sat Mon Mar Jun Jul Ill Ind La Pa Mass Miss Wash Del";

function alternatives(list: string): string {
  return list
    .split(" ")
    .map((entry) => entry.replace(/\.$/u, "").replaceAll(".", String.raw`\.`))
    .join("|");
}

/** Source of a regular expression (flag u) for an abbreviation with its full stop at the place where a word begins. */
export const ABBREVIATION_PATTERN = [
  // "U.S.", "a.m.", "e.g.", and "U.S" without its last stop
  String.raw`\p{L}\.(?:\p{L}\.)+(?![\p{L}\p{N}])`,
  String.raw`(?:\p{Lu}\.)+\p{Lu}(?![\p{L}\p{N}.])`,
  // an initial before a name: "George W. Bush", "J. K. Rowling"
  String.raw`\p{Lu}\.(?=\s{0,2}\p{Lu})`,
  String.raw`(?:${alternatives(`${BEFORE_NAME} ${ANYWHERE}`)})\.(?=[\s,;:)\]”"’'—–-]|$)`,
  String.raw`(?:${alternatives(AMBIGUOUS)})\.(?=[,)]|\s{1,2}[\p{Ll}\p{N}])`,
].join("|");

const NEVER_LAST: ReadonlySet<string> = new Set([...BEFORE_NAME.split(" "), "e.g", "i.e"].map((entry) => entry.replace(/\.$/u, "")));

/** True for an abbreviation that no sentence ends with ("Mr.", "Gen.", "e.g."); `word` comes with its full stop. */
export function standsBeforeName(word: string): boolean {
  return NEVER_LAST.has(word.slice(0, -1));
}
