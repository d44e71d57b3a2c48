import * as vscode from "vscode";
import { colors, type ColorId } from "../../ids.js";
import { SPEAKER_HUES } from "../../services/speakerHues.js";
import { paints, type Paint } from "./paintings.js";

const color = (id: ColorId): vscode.ThemeColor => new vscode.ThemeColor(id);

/** Statements tint or underline the text; mentions have a border below, so that both show where they meet. */
function below(style: "solid" | "double" | "dotted" | "dashed", id: ColorId, width = 1): vscode.DecorationRenderOptions {
  return { borderStyle: `none none ${style} none`, borderWidth: `0 0 ${width}px 0`, borderColor: color(id) };
}

/** A color id as the style sheet of the workbench knows it; text decorations take no theme color directly. */
function themeVariable(id: ColorId): string {
  return `var(--vscode-${id.replaceAll(".", "-")})`;
}

function overview(id: ColorId): vscode.DecorationRenderOptions {
  return { overviewRulerColor: color(id), overviewRulerLane: vscode.OverviewRulerLane.Center };
}

function speakerOptions(hue: number): vscode.DecorationRenderOptions {
  const solid = `onRecord.speaker${hue}` as ColorId;
  return { backgroundColor: color(`${solid}Background` as ColorId), ...overview(solid) };
}

const OPTIONS: Readonly<Record<Exclude<Paint, `speaker${number}`>, vscode.DecorationRenderOptions>> = {
  direct: { backgroundColor: color(colors.directQuote), ...overview(colors.reportedQuote) },
  reported: { textDecoration: `underline dotted 1.5px ${themeVariable(colors.reportedQuote)}; text-underline-offset: 3px`, ...overview(colors.reportedQuote) },
  unattributed: { border: "1px dashed", borderColor: color(colors.unattributed), ...overview(colors.unattributed) },
  speaker: { textDecoration: `underline solid 2px ${themeVariable(colors.speaker)}; text-underline-offset: 3px`, fontWeight: "500" },
  cue: { fontStyle: "italic", color: color(colors.cue) },
  person: below("solid", colors.person),
  organization: below("double", colors.organization, 3),
  place: below("dotted", colors.place, 2),
  date: below("dashed", colors.date),
};

/** Makes every decoration type once; whoever asks owns them. */
export function createDecorationTypes(): ReadonlyMap<Paint, vscode.TextEditorDecorationType> {
  const hues = new Map<Paint, vscode.DecorationRenderOptions>(Array.from({ length: SPEAKER_HUES }, (_, at) => [`speaker${at + 1}` as Paint, speakerOptions(at + 1)]));
  return new Map(
    paints.map((name) => {
      const options = hues.get(name) ?? OPTIONS[name as keyof typeof OPTIONS];
      return [name, vscode.window.createTextEditorDecorationType({ ...options, rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed })];
    }),
  );
}
