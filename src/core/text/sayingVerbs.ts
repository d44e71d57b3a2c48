const SAYING: ReadonlySet<string> = new Set(
  (
    "said says asked asks told tells wrote writes added adds replied replies answered answers shouted cried exclaimed wondered wonders demanded " +
    "tweeted posted joked quipped recalled recalls explained explains continued continues insisted insists declared declares announced announces " +
    "argued argues warned warns noted notes remarked stated states claimed claims admitted admits acknowledged concluded testified yelled " +
    "whispered muttered sighed observed recounted responded retorted promised vowed predicted complained lamented urged mused"
  ).split(" "),
);

/**
 * True for the forms that most often tell who has spoken ("said", "asks"), in small letters. Enough to see where a quotation's
 * sentence goes on; what introduces a statement is the word list's matter (lexicon/cues.txt).
 */
export function isSayingVerb(word: string): boolean {
  return SAYING.has(word);
}
