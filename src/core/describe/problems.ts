import type { Problem } from "../problems/problem.js";
import { describePlace } from "./places.js";
import { shorten, type Wording } from "./translate.js";

/** How many of a place's other meanings a message lists. */
const LISTED = 3;

/** A problem as one or two sentences: what is wrong, and what would settle it. */
export function describeProblem(problem: Problem, wording: Wording): string {
  const { t, locale } = wording;
  const words = shorten(problem.annotation.text, 60);
  switch (problem.kind) {
    case "article date":
      return problem.count === 1
        ? t("The day of “{0}” is open, because the article’s date is not known. Set the article’s date.", words)
        : t("The days of “{0}” and {1} more are open, because the article’s date is not known. Set the article’s date.", words, problem.count - 1);
    case "unresolved date":
      return t("The article does not tell which day “{0}” is.", words);
    case "weekday": {
      // 1 January 2024 was a Monday
      const weekday = new Intl.DateTimeFormat(locale, { weekday: "long", timeZone: "UTC" }).format(Date.UTC(2024, 0, problem.weekday));
      return t("“{0}” contradicts the calendar: that day is a {1}.", words, weekday);
    }
    case "ambiguous place": {
      const { entity } = problem;
      const others = (entity.alternatives ?? []).slice(0, LISTED).map((place) => `${place.name} (${describePlace(place, wording)})`);
      return t("“{0}” was taken for {1} ({2}), but may be {3}.", words, entity.name, describePlace(entity, wording), new Intl.ListFormat(locale, { type: "disjunction" }).format(others));
    }
    case "single name":
      return t("The article gives only one name of {0}.", problem.entity.name);
    case "spelling":
      return t("“{0}” may be “{1}” in another spelling.", words, shorten(problem.other.text, 60));
  }
}
