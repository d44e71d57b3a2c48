import type { Tokens } from "./tokens.js";
import type { WrittenWord } from "./vocabulary.js";

/** Words that are frequent in one of these languages and rare or unknown in the others; above all no English ones ("no", "as", "come"). Own list. */
const FREQUENT: readonly (readonly [language: string, words: ReadonlySet<string>])[] = [
  ["en", words("the of and to is that for was with by at from have has had this they been are not")],
  ["de", words("der das und den von zu mit ist nicht auf ein eine sich dem im werden wurde sagte auch sei")],
  ["fr", words("le les des et est une du que pour dans sur qui il au pas ont cette avec aux ne")],
  ["es", words("el los las que y del por una para se al lo más fue este sus pero")],
  ["it", words("il di che e la non una del della con sono gli nel alla dei più anche si")],
  ["pt", words("os que da em para com uma não na dos por mais ao das foi")],
  ["nl", words("de het een en dat op te voor zijn niet aan er ook bij om naar werd")],
  ["af", words("die het nie van sal wees en hulle ons sy wat vir om te aan ook deur word")],
  ["sv", words("och att det som en på är av för med den inte har ett från sade")],
  ["nb", words("og det en på som er av for med til den ikke har et han men fra hun sa om")],
  ["da", words("og det at en på som er af for med til den ikke har et han men fra hun sagde om")],
  ["fi", words("ja ei että se hän oli ovat kun mutta myös mukaan joka ole sanoi olisi tai niin kuin")],
  ["pl", words("w na z że się nie jest jak za przez od ale przy który oraz dla jednak tylko przed roku")],
  ["cs", words("na se že je ve který jako ale po jsou si za však podle jsem byl jeho které")],
  ["hu", words("az és hogy nem egy ez van volt csak azt már vagy kell mint ki lesz után hanem szerint")],
  ["ro", words("și în cu că din pentru care este mai sau fost pe va prin după despre între")],
  ["tr", words("ve bir bu da de için olarak ile çok daha olan gibi sonra dedi kadar")],
  ["id", words("yang dan di dengan untuk dari pada ini itu tidak dalam akan juga ke kata oleh bahwa")],
  ["cy", words("yn y yr ar gan fod wedi mae bod oedd ei dros ac gyda ddim")],
  ["pcm", words("di dey don wey dem na im dis dat dia pipo una sey tok wetin una abi oga dem")],
  ["ga", words("na ag ar bhí sé sí do ní agus leis sa atá chun ach ina seo")],
];
/** Scripts that are written in one language, and those that many share. */
const SCRIPTS: readonly (readonly [language: string, letters: RegExp])[] = [
  ["ja", /[\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ["ko", /\p{Script=Hangul}/gu],
  ["zh", /\p{Script=Han}/gu],
  ["el", /\p{Script=Greek}/gu],
  ["he", /\p{Script=Hebrew}/gu],
  ["th", /\p{Script=Thai}/gu],
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
/** In English prose one word in four is one of its list; a text of so many words with fewer of them is in another language, known or not. */
const ENOUGH_WORDS = 30;
const LEAST_ENGLISH = 0.04;
/** Characters that are looked at for the script, and letters without which it tells nothing. */
const SCRIPT_SAMPLE = 4000;
const LEAST_LETTERS = 20;
/** "ja" where a sign in ten is a syllable: the others are Chinese. */
const JAPANESE_SHARE = 0.1;
/** A language that is not known by name. */
const UNKNOWN = "und";

/** BCP 47 tag of the language that an article's words are in, "und" for one that is not known; "en" wherever no other one is plain to see. */
export function detectLanguage(tokens: Tokens, text: string): string {
  return languageOfScript(text.slice(0, SCRIPT_SAMPLE)) ?? languageOfWords(tokens);
}

/** The language of a text of which most letters are in another script than ours. */
function languageOfScript(text: string): string | undefined {
  if (isPlain(text)) return undefined;
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0;
  if (letters < LEAST_LETTERS || latin * 2 > letters) return undefined;
  return SCRIPTS.find(([language, script]) => (text.match(script)?.length ?? 0) > (language === "ja" ? JAPANESE_SHARE : 0.5) * (letters - latin))?.[0] ?? UNKNOWN;
}

/** True for a text of which most characters are letters of ASCII, as most texts of our script are; cheaper than to count its letters. */
function isPlain(text: string): boolean {
  let count = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at) | 0x20;
    if (unit >= 0x61 && unit <= 0x7a) count++;
  }
  return count * 2 > text.length;
}

function languageOfWords(tokens: Tokens): string {
  const counts = FREQUENT.map(() => 0);
  const languagesOf = tokens.perWord(languagesOfWord);
  let total = 0;
  for (let index = 0; index < tokens.length && total < SAMPLE; index++) {
    if (tokens.kind(index) !== "word") continue;
    total++;
    for (const language of languagesOf(index) ?? NO_LANGUAGES) counts[language] = (counts[language] ?? 0) + 1;
  }
  const [english = 0, ...others] = counts;
  const most = Math.max(...others);
  if (total >= LEAST_WORDS && most >= LEAST_SHARE * total && most >= LEAST_LEAD * english) return FREQUENT[1 + others.indexOf(most)]?.[0] ?? UNKNOWN;
  return total >= ENOUGH_WORDS && english < LEAST_ENGLISH * total ? UNKNOWN : "en";
}

function languagesOfWord({ lower }: WrittenWord): readonly number[] {
  return LANGUAGES_OF.get(lower) ?? NO_LANGUAGES;
}

const NO_LANGUAGES: readonly number[] = [];

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(" "));
}
