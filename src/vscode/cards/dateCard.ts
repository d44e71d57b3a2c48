import type { Annotation, AnnotationDocument, PublishedFrom } from "../../core/document/annotationDocument.js";
import type { DocumentIndex } from "../../core/document/documentIndex.js";
import { describeDate, describeOpenDate, isCalendarDate, isCountedFromArticle } from "../../core/describe/dates.js";
import { withinMarks } from "../../core/describe/marks.js";
import type { Wording } from "../../core/describe/translate.js";
import { commands } from "../ids.js";
import { joinActions, type Card, type CardLine, type CardPlace } from "./card.js";
import { mentionActions } from "./mentionActions.js";

/** The resolved value in words, of the calendar in ISO form too, and what it was counted from. */
export function dateCard(uri: string, index: DocumentIndex, date: Annotation, wording: Wording, place?: CardPlace): Card {
  const { t } = wording;
  const words = describeDate(date, wording) ?? describeOpenDate(date, wording);
  const { value = "" } = date;
  const kind = describeTimex(date.timex, wording);
  // "2021-04-06" is a day to anyone; "P2D" and "XXXX-WXX-2" are codes
  const details = isCalendarDate(date) || (value !== "" && words === undefined) ? t("{0} · {1}", value, kind) : kind;
  return {
    title: [{ strong: date.text }, ...(words === undefined || words.toLowerCase() === date.text.toLowerCase() ? [] : [` → ${words}`])],
    lines: [anchorLine(index, date, wording)].filter((line) => line.length > 0),
    details: [[value ? details : t("Not resolved to a day")]],
    actions: [
      joinActions([
        { words: t("Set Date…"), command: commands.setDateValue, args: [uri, date.id] },
        { words: t("Set Date of Article…"), command: commands.setArticleDate, args: [uri] },
        ...mentionActions(uri, date, wording, place),
      ]),
    ],
  };
}

function anchorLine(index: DocumentIndex, date: Annotation, wording: Wording): CardLine {
  const { t } = wording;
  const { source } = index.document;
  if (source.publishedAnnotation === date.id) return [t("The article’s date")];
  if (date.anchoredTo === "article") return [describeArticleDay(source, wording)];
  const anchor = index.annotation(date.anchoredTo);
  if (anchor) return [t("Counted from “{0}”", withinMarks(anchor.text))];
  return source.published || !isCountedFromArticle(date) ? [] : [t("The article’s date is not known")];
}

function describeArticleDay({ published, publishedFrom }: AnnotationDocument["source"], wording: Wording): string {
  const { t } = wording;
  if (!published) return t("The article’s date is not known");
  const day = describeDate({ value: published, timex: "DATE" }, wording) ?? published;
  return t("Counted from the article’s date, {0} ({1})", day, describeFrom(publishedFrom, wording));
}

function describeFrom(from: PublishedFrom | undefined, { t }: Wording): string {
  switch (from) {
    case "text":
      return t("given in its text");
    case "front matter":
      return t("given in its front matter");
    case "file name":
      return t("given in the file name");
    case "user":
      return t("set by a person");
    case undefined:
      return t("source not stated");
  }
}

function describeTimex(timex: Annotation["timex"], { t }: Wording): string {
  switch (timex) {
    case "TIME":
      return t("time of day");
    case "DURATION":
      return t("length of time");
    case "SET":
      return t("recurring");
    case "DATE":
    case undefined:
      return t("date");
  }
}
