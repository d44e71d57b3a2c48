import { parseDay, weekdayOf } from "../detect/dates/calendar.js";
import { WEEKDAY_ABBREVIATIONS, WEEKDAYS } from "../detect/dates/dateWords.js";
import type { Annotation } from "../document/annotationDocument.js";
import type { DocumentIndex } from "../document/documentIndex.js";
import type { Problem } from "./problem.js";
import { isSettled } from "./settled.js";

/** Dates whose weekday is not that of their day, and dates of which the day or the year stays open. */
export function dateProblems({ document, annotations }: DocumentIndex): readonly Problem[] {
  const dates = annotations.filter((annotation) => annotation.type === "date" && !isSettled(annotation));
  const contradicting = dates.flatMap((annotation): Problem[] => {
    const weekday = contradictedWeekday(annotation);
    return weekday === undefined ? [] : [{ kind: "weekday", annotation, weekday }];
  });
  const open = dates.filter(isOpen);
  const [first] = open;
  if (!first) return contradicting;
  const isDated = typeof document.source.published === "string";
  const unresolved = isDated ? open.map((annotation): Problem => ({ kind: "unresolved date", annotation })) : [{ kind: "article date", annotation: first, count: open.length } as const];
  return [...contradicting, ...unresolved];
}

/** The weekday of the calendar where the words name another one. */
function contradictedWeekday({ text, value = "" }: Annotation): number | undefined {
  const day = parseDay(value);
  const said = /^\p{L}+/u.exec(text)?.[0].toLowerCase() ?? "";
  const weekday = WEEKDAYS.get(said) ?? WEEKDAY_ABBREVIATIONS.get(said);
  if (day === null || weekday === undefined) return undefined;
  const actual = weekdayOf(day);
  return actual === weekday ? undefined : actual;
}

/** True for a point in time of which a part is not known. What recurs ("every Monday") is open by nature. */
function isOpen({ timex, value = "" }: Annotation): boolean {
  return (timex === "DATE" || timex === "TIME") && (value === "" || value.includes("XXXX") || value.includes("WXX") || value.includes("-XX"));
}
