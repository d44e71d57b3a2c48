import type { Tokens } from "./tokens.js";

/** Words that are frequent in one of these languages and rare or unknown in the others. Own list. */
const FREQUENT: readonly (readonly [language: string, words: ReadonlySet<string>])[] = [
  ["en", words("the of and to is that for was with by at from have has had this they been are not")],
  ["de", words("der das und den von zu mit ist nicht auf ein eine sich dem im werden wurde sagte auch sei")],
  ["fr", words("le les des et est une du que pour dans sur qui il au pas ont cette avec aux ne")],
  ["es", words("el los las que y del por con una para se su al lo como más fue este sus pero")],
  ["it", words("il di che e la per non una del della con sono gli nel alla dei più anche come si")],
  ["pt", words("o os que do da em para com uma não no na dos se por mais as ao das foi")],
  ["nl", words("de het een van en dat op te met voor zijn niet aan er ook bij om naar werd door")],
];
/** Of each of these words, the languages in whose lists it stands. */
const LANGUAGES_OF = new Map<string, number[]>();
FREQUENT.forEach(([, frequent], language) => {
  for (const word of frequent) LANGUAGES_OF.set(word, [...(LANGUAGES_OF.get(word) ?? []), language]);
});
/** Words that are looked at. */
const SAMPLE = 2000;
/** Fewer words tell nothing; a language has to show in one word of so many, and so many times more often than English. */
const LEAST_WORDS = 20;
const LEAST_SHARE = 0.1;
const LEAST_LEAD = 2;

/** BCP 47 tag of the language that an article's words are in; "en" wherever no other one is plain to see. */
export function detectLanguage(tokens: Tokens): string {
  const counts = FREQUENT.map(() => 0);
  let total = 0;
  for (let index = 0; index < tokens.length && total < SAMPLE; index++) {
    if (tokens.kind(index) !== "word") continue;
    total++;
    const languages = LANGUAGES_OF.get(tokens.lower(index));
    if (languages) for (const language of languages) counts[language] = (counts[language] ?? 0) + 1;
  }
  const [english = 0, ...others] = counts;
  const most = Math.max(...others);
  if (total < LEAST_WORDS || most < LEAST_SHARE * total || most < LEAST_LEAD * english) return "en";
  return FREQUENT[1 + others.indexOf(most)]?.[0] ?? "en";
}

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(" "));
}
