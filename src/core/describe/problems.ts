import type { Problem } from "../problems/problem.js";
import { localFormats } from "./localFormats.js";
import { withinMarks } from "./marks.js";
import { describeCoordinates, describePlace } from "./places.js";
import { shorten, type Wording } from "./translate.js";

/** A problem as one or two sentences: what is wrong, and what would settle it. */
export function describeProblem(problem: Problem, wording: Wording): string {
  const { t, locale } = wording;
  const words = withinMarks(shorten(problem.annotation.text, 60));
  switch (problem.kind) {
    case "article date":
      return problem.count === 1
        ? t("The day of “{0}” is open, because the article’s date is not known. Set the article’s date.", words)
        : t("The days of “{0}” and {1} more are open, because the article’s date is not known. Set the article’s date.", words, problem.count - 1);
    case "unresolved date":
      return t("The article does not tell which day “{0}” is.", words);
    case "weekday": {
      // 1 January 2024 was a Monday
      const weekday = localFormats(locale).weekday.format(Date.UTC(2024, 0, problem.weekday));
      return t("“{0}” contradicts the calendar: that day is a {1}.", words, weekday);
    }
    case "ambiguous place": {
      const { entity } = problem;
      // without its state, one of several towns of a country is told by its coordinates alone
      const place = [describePlace(entity, wording), entity.division === undefined ? describeCoordinates(entity, wording) : undefined].filter((part) => part !== undefined).join(", ");
      const others = entity.alternatives?.length ?? 0;
      return others === 1
        ? t("“{0}” was taken for the {1}; another place bears the name.", words, place)
        : t("“{0}” was taken for the {1}; {2} other places bear the name.", words, place, others);
    }
    case "single name":
      return t("The article gives only one name of {0}.", problem.entity.name);
    case "spelling":
      return t("“{0}” may be “{1}” in another spelling.", words, withinMarks(shorten(problem.other.text, 60)));
  }
}
