import * as vscode from "vscode";
import { describeDate } from "../../core/describe/dates.js";
import type { TypedDate } from "../../core/detect/typedDate.js";
import type { Articles } from "../services/articles.js";
import { editorWording } from "../services/wording.js";

/** How a date is asked for. */
export interface DateQuestion {
  readonly title: string;
  readonly prompt: string;
  /** What stands in the box at first. */
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
  const answer = await vscode.window.showInputBox({
    title,
    prompt,
    value,
    validateInput: async (typed) => {
      const date = await read(typed);
      if (!date) return refusal;
      const words = describeDate(date, editorWording());
      return words === undefined ? undefined : { message: words, severity: vscode.InputBoxValidationSeverity.Info };
    },
  });
  return answer === undefined ? undefined : (await read(answer))?.value;
}
