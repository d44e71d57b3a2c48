/** A place on the screen, in pixels. */
export interface ScreenPoint {
  readonly x: number;
  readonly y: number;
}

/** Words of the article, and where they stand more than once, a longer piece that they stand in. */
export interface Passage {
  readonly words: string;
  readonly within: string;
}

/**
 * Runs inside the page: the middle of some words in the active editor, where they are on the screen. Lines that the editor has
 * wrapped are read as one.
 */
export function placeOnScreen({ words, within }: Passage): ScreenPoint | undefined {
  const lines = Array.from(document.querySelectorAll(".editor-group-container.active .editor-instance .view-line"));
  lines.sort((a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top);
  const nodes: Text[] = [];
  for (const line of lines) {
    const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) if (walker.currentNode instanceof Text) nodes.push(walker.currentNode);
  }
  // the editor draws spaces as no-break spaces
  const text = nodes
    .map((node) => node.data)
    .join("")
    .replaceAll("\u00a0", " ");
  const start = text.indexOf(within);
  if (start < 0) return undefined;
  let offset = start + within.indexOf(words) + Math.floor(words.length / 2);
  for (const node of nodes) {
    if (offset < node.length) {
      const range = document.createRange();
      range.setStart(node, offset);
      range.setEnd(node, offset + 1);
      const box = range.getBoundingClientRect();
      return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    }
    offset -= node.length;
  }
  return undefined;
}
