/** Every mark becomes a numeric entity, which Markdown shows as the mark and never reads as syntax; line ends become spaces. */
export function inert(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, " ").replace(/[!-/:-@[-`{-~]/gu, (mark) => `&#${mark.charCodeAt(0)};`);
}
