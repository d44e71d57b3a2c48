import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const surnames = ["Adeyemi", "Bergqvist", "Castellanos", "Dunmore", "Eriksen", "Farouk", "Greaves", "Holloway", "Ivanova", "Joubert", "Kimura", "Lindqvist"];

/**
 * A text of about so many words from the seed articles, over and over. Each round changes surnames and numbers, so that a name's
 * table, a cache or a pattern cannot live from one article's words alone.
 */
export function textOf(words: number): string {
  const articles = readdirSync("seeds")
    .filter((name) => name.endsWith(".txt"))
    .sort()
    .map((name) => readFileSync(join("seeds", name), "utf8").replaceAll("\r\n", "\n").trim());
  const parts: string[] = [];
  for (let count = 0, round = 0; count < words; round++) {
    for (const article of articles) {
      const paragraphs = vary(article, round).split(/\n+/u);
      for (const paragraph of paragraphs) {
        if (count >= words) break;
        parts.push(paragraph);
        count += countWords(paragraph);
      }
    }
  }
  return parts.join("\n\n");
}

export function countWords(text: string): number {
  return text.match(/\S+/gu)?.length ?? 0;
}

function vary(article: string, round: number): string {
  if (round === 0) return article;
  const surname = (at: number): string => surnames[(round + at) % surnames.length] ?? "Dunmore";
  // a capitalised word behind another one is most often a surname; years stay years
  return article
    .replace(/(?<=\b\p{Lu}\p{Ll}+ )\p{Lu}\p{Ll}{4,}\b/gu, (word, offset: number) => ((offset + round) % 3 === 0 ? surname(offset) : word))
    .replace(/\b\d{1,3}\b/gu, (number) => String((Number(number) + round) % 900));
}
