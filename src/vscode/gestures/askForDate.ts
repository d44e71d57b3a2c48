import * as vscode from "vscode";
import { describeDate, describeDay } from "../../core/describe/dates.js";
import type { TypedDate } from "../../core/detect/typedDate.js";
import { timexOf } from "../../core/document/timexValue.js";
import type { Articles } from "../services/articles/articles.js";
import { editorWording } from "../services/wording.js";

/** How a date is asked for. */
export interface DateQuestion {
  readonly title: string;
  readonly prompt: string;
  /** What stands in the box at first; a value that can be told in words stands there in words. */
  readonly value: string;
  /** The day that "last Tuesday" is counted from, where it may be. */
  readonly today?: string | null | undefined;
  /** Told of what is no answer. */
  readonly refusal: string;
  readonly accepts?: (date: TypedDate) => boolean;
}

/** Asks for a date in words or in ISO form, and tells in words what is understood; gives back its value, undefined where the person does not say. */
export async function askForDate(articles: Pick<Articles, "readDate">, { title, prompt, value, today = null, refusal, accepts = () => true }: DateQuestion): Promise<string | undefined> {
  const read = async (typed: string): Promise<TypedDate | undefined> => {
    const date = await articles.readDate(typed, today);
    return date && accepts(date) ? date : undefined;
  };
  /** As a person would type it: the first words that are read as this very value. */
  const inWords = async (): Promise<string> => {
    const timex = timexOf(value);
    if (timex === undefined) return value;
    const wording = editorWording();
    for (const words of [describeDay(value, wording), describeDate({ value, timex }, wording)]) {
      if (words !== undefined && (await articles.readDate(words, today))?.value === value) return words;
    }
    return value;
  };
  const answer = await vscode.window.showInputBox({
    title,
    prompt,
    value: await inWords(),
    validateInput: async (typed) => {
      const date = await read(typed);
      if (!date) return refusal;
      const words = describeDate(date, editorWording());
      return words === undefined ? undefined : { message: words, severity: vscode.InputBoxValidationSeverity.Info };
    },
  });
  return answer === undefined ? undefined : (await read(answer))?.value;
}
