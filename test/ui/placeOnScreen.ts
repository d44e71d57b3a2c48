/** A place on the screen, in pixels. */
export interface ScreenPoint {
  readonly x: number;
  readonly y: number;
}

/** Runs inside the page: the middle of a piece of text in the active editor, where it is on the screen. */
export function placeOnScreen(text: string): ScreenPoint | undefined {
  for (const line of document.querySelectorAll(".editor-group-container.active .editor-instance .view-line")) {
    const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
    const nodes: Text[] = [];
    while (walker.nextNode()) nodes.push(walker.currentNode as Text);
    // the editor draws spaces as no-break spaces
    const start = nodes
      .map((node) => node.data)
      .join("")
      .replaceAll("\u00a0", " ")
      .indexOf(text);
    if (start < 0) continue;
    let offset = start + Math.floor(text.length / 2);
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
  }
  return undefined;
}
