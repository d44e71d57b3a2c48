import { findPlaces } from "../../detect/places.js";
import type { Gazetteer, Place } from "../../places/gazetteer.js";
import { findFrontMatter } from "../../text/frontMatter.js";
import type { ArticleInput } from "../../text/article.js";
import { readArticle } from "../../text/readArticle.js";
import { resolvePlaces } from "../places.js";

/** Longer ones are no place. */
const LONGEST = 100;
const FIELD = /^(?:home|location)[ \t]*[:=][ \t]*(?:"([^"\n]+)"|'([^'\n]+)'|([^"'#\n]+))/imu;

/**
 * Where the outlet is at home, by the article's front matter (`home` or `location`), else by the caller ("Springfield, Missouri"): of
 * several places of one name the nearer one is then likelier. Undefined where nobody tells, or the gazetteer knows no such place.
 */
export function findHome({ text, home }: ArticleInput, gazetteer: Gazetteer): Place | undefined {
  const frontMatter = findFrontMatter(text);
  const [, ...values] = (frontMatter && FIELD.exec(text.slice(frontMatter.start, frontMatter.end))) ?? [];
  const words = (values.find((value) => value !== undefined) ?? home ?? "").trim();
  if (words === "" || words.length > LONGEST) return undefined;
  const article = readArticle({ text: `They live in ${words}.` });
  const [place] = resolvePlaces(
    article,
    article.blocks.flatMap((block) => findPlaces(article, block, gazetteer)),
  );
  return place?.candidates[0];
}
