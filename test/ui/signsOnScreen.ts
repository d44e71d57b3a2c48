import type { ScreenPoint } from "./placeOnScreen.js";

/** How the editor draws the text at one place. */
export interface Signs {
  readonly color: string;
  /** The color behind the text: the editor's own, without tints. */
  readonly editorBackground: string;
  readonly italic: boolean;
  /** "none", "solid", "dotted": a line of the text's own. */
  readonly underline: string;
  /** Styles of the lines below the text that lie under it ("solid", "dashed", "dotted", "double"), and of frames around it. */
  readonly linesBelow: readonly string[];
  readonly frames: readonly string[];
  /** Tints behind the text, as CSS colors. */
  readonly tints: readonly string[];
}

/** Runs inside the page: what a person sees at a place besides the words. */
export function signsOnScreen({ x, y }: ScreenPoint): Signs | undefined {
  const text = document.elementsFromPoint(x, y).find((element) => element.closest(".view-line"));
  const editor = text?.closest(".monaco-editor");
  if (!text || !editor) return undefined;
  const ground = editor.querySelector(".monaco-editor-background") ?? editor;
  const linesBelow: string[] = [];
  const frames: string[] = [];
  const tints: string[] = [];
  for (const overlay of editor.querySelectorAll('.view-overlays .cdr[class*="ced-"]')) {
    const box = overlay.getBoundingClientRect();
    if (x < box.left || x > box.right || y < box.top || y > box.bottom) continue;
    const style = getComputedStyle(overlay);
    const isTinted = !/^(transparent|rgba\(.*, 0\))$/u.test(style.backgroundColor);
    if (isTinted) tints.push(style.backgroundColor);
    if (style.borderTopStyle !== "none") frames.push(style.borderTopStyle);
    else if (style.borderBottomStyle !== "none") linesBelow.push(style.borderBottomStyle);
  }
  const style = getComputedStyle(text);
  return {
    color: style.color,
    editorBackground: getComputedStyle(ground).backgroundColor,
    italic: style.fontStyle === "italic",
    underline: style.textDecorationLine === "none" ? "none" : style.textDecorationStyle,
    linesBelow,
    frames,
    tints,
  };
}
