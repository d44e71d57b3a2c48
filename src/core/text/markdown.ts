import { parser, Strikethrough, Table, TaskList, Autolink } from "@lezer/markdown";
import { pushAll } from "../common/pushAll.js";
import { plainBlocks, sortOut, type Paragraph } from "./blocks.js";
import { findFrontMatter } from "./frontMatter.js";
import { htmlParagraph } from "./htmlBlock.js";
import { entityMask, isBreakingTag } from "./markup.js";
import type { RawBlock } from "./rawBlock.js";
import type { Mask } from "./tokens.js";

type Tree = ReturnType<typeof parser.parse>;
type SyntaxNode = Tree["topNode"];

const markdown = parser.configure([Strikethrough, Table, TaskList, Autolink]);
/** Blocks only. The parser's search for the ends of links and emphasis takes quadratic time within one block. */
const blocksOnly = markdown.configure({
  remove: ["Escape", "Entity", "InlineCode", "HTMLTag", "Emphasis", "HardBreak", "Link", "Image", "LinkEnd", "Strikethrough", "Autolink"],
});
/** Marks in one block beyond which they are no longer read; a paragraph of prose has a few dozen. */
const MOST_MARKS = 1000;

/**
 * The blocks of a Markdown text, in order: prose with its marks, link targets, tags and inline code masked, and what is no
 * prose (front matter, code, definitions) as blocks of its own. Linear.
 */
export function markdownBlocks(text: string): RawBlock[] {
  const frontMatter = findFrontMatter(text);
  const offset = frontMatter?.end ?? 0;
  const head: RawBlock[] = frontMatter === undefined ? [] : [{ kind: "frontMatter", ...frontMatter }];
  const source = text.slice(offset);
  const chosen = chooseParser(source);
  if (chosen === undefined) return [...head, ...plainBlocks(text, offset)];
  const collector = new BlockCollector(text, offset, chosen.parse(source));
  const blocks = [...sortOut(text, collector.paragraphs), ...collector.others];
  return [...head, ...blocks.sort((a, b) => a.start - b.start)];
}

/** The parser that takes linear time on this text; undefined where only plain reading does (containers nested a hundred deep). */
function chooseParser(source: string): typeof markdown | undefined {
  if (/^[ \t]*(?:>[ \t]?|[-*+][ \t]+|\d{1,9}[.)][ \t]+){100}/mu.test(source)) return undefined;
  let marks = 0;
  // a blank line, a heading or an item ends the block before it
  for (const [found] of source.matchAll(/[*_[\]`<&!~\\]|(?:\r\n?|\n)[ \t]*(?:\r\n?|\n|#|[-*+][ \t])/gu)) {
    marks = found.length > 1 ? 0 : marks + 1;
    if (marks > MOST_MARKS) return blocksOnly;
  }
  return markdown;
}

const HEADING = /^(?:ATX|Setext)Heading[1-6]$/u;

/** Walks a syntax tree once and collects paragraphs with their masks, and all other blocks. */
class BlockCollector {
  readonly paragraphs: Paragraph[] = [];
  readonly others: RawBlock[] = [];
  /** Labels of link definitions, in small letters: "[sic]" is a link only if it has one. */
  private readonly defined = new Set<string>();

  constructor(
    private readonly text: string,
    private readonly offset: number,
    tree: Tree,
  ) {
    tree.iterate({
      enter: ({ name, node }) => {
        if (name === "LinkReference") this.define(node);
        return !isLeaf(name);
      },
    });
    tree.iterate({
      enter: ({ name, node }) => {
        if (!isLeaf(name)) return undefined;
        this.addLeaf(name, node);
        return false;
      },
    });
  }

  private define(node: SyntaxNode): void {
    const label = node.getChild("LinkLabel");
    if (label !== null) this.defined.add(this.slice(label.from + 1, label.to - 1).toLowerCase());
  }

  private addLeaf(name: string, node: SyntaxNode): void {
    if (name === "FencedCode" || name === "CodeBlock") return this.addOther("code", node.from, node.to);
    if (name === "HTMLBlock") return this.addHtml(node);
    if (name !== "Paragraph" && name !== "Task" && name !== "TableCell" && !HEADING.test(name)) return this.addOther("markup", node.from, node.to);
    const masked: Mask[] = [];
    const breaks: { from: number; to: number }[] = [];
    this.mask(node, masked, breaks);
    if (name === "TableCell") {
      this.others.push({ kind: "table", ...this.range(node.from, node.to), masked });
      return undefined;
    }
    const kind = HEADING.test(name) ? "heading" : kindInContainer(node);
    if (kind !== "heading" && this.isImage(node)) {
      this.others.push({ kind: "caption", ...this.range(node.from, node.to), masked: this.maskImage(node) });
      return undefined;
    }
    // a hard break ends a line on purpose: turns of a dialogue, a byline under a headline
    let from = node.from;
    for (const { from: end, to } of [...breaks, { from: node.to, to: node.to }]) {
      const range = this.range(from, end);
      const inside = masked.filter((mask) => mask.start >= range.start && mask.end <= range.end);
      if (range.start < range.end) this.paragraphs.push({ kind, ...range, masked: inside, isLine: !/[\r\n]/u.test(this.text.slice(range.start, range.end)) });
      from = to;
    }
    return undefined;
  }

  /** Collects the masks below a node, in order. */
  private mask(node: SyntaxNode, masked: Mask[], breaks: { from: number; to: number }[]): void {
    for (let child = node.firstChild; child !== null; child = child.nextSibling) {
      const { name, from, to } = child;
      if (name === "Link") this.maskLink(child, masked, breaks);
      else if (name === "HardBreak") breaks.push({ from, to });
      else if (name === "Escape") this.push(masked, from, from + 1);
      else if (name === "Entity") masked.push(entityMask(this.slice(from, to), this.offset + from) ?? { start: this.offset + from, end: this.offset + to });
      else if (name === "HTMLTag" || name === "Comment" || name === "ProcessingInstruction") this.push(masked, from, to, isBreakingTag(this.slice(from, to)));
      else if (name === "Image") this.push(masked, from, to, true);
      else if (/^(?:InlineCode|Autolink|URL|\w+Mark|TaskMarker)$/u.test(name)) this.push(masked, from, to);
      else this.mask(child, masked, breaks);
    }
  }

  /** "[text](target)" and "[text][label]": the text stays; "[^1]" goes; "[sic]" is no link. */
  private maskLink(link: SyntaxNode, masked: Mask[], breaks: { from: number; to: number }[]): void {
    const closing = link.getChildren("LinkMark").find((mark) => this.slice(mark.from, mark.to) === "]");
    if (closing === undefined) return;
    const inner = this.slice(link.from + 1, closing.from);
    if (inner.startsWith("^")) {
      // a footnote's mark, with the colon where it begins the note itself
      const isNote = this.slice(closing.to, closing.to + 1) === ":" && link.prevSibling === null && link.from === link.parent?.from;
      this.push(masked, link.from, isNote ? closing.to + 1 : link.to);
      return;
    }
    const isResolved = closing.to < link.to || this.defined.has(inner.toLowerCase());
    if (isResolved) this.push(masked, link.from, link.from + 1);
    const within: Mask[] = [];
    this.mask(link, within, breaks);
    const start = this.offset + link.from + 1;
    pushAll(masked, within.filter((mask) => mask.start >= start && mask.end <= this.offset + closing.from));
    if (isResolved) this.push(masked, closing.from, link.to);
  }

  private isImage(node: SyntaxNode): boolean {
    const image = node.firstChild;
    return image !== null && image.name === "Image" && image.from === node.from && image.to === node.to;
  }

  /** The words under an image stay: they are its caption. */
  private maskImage(node: SyntaxNode): Mask[] {
    const image = node.firstChild ?? node;
    const closing = image.getChildren("LinkMark").find((mark) => this.slice(mark.from, mark.to) === "]");
    const masked: Mask[] = [];
    this.push(masked, image.from, image.from + 2);
    this.push(masked, closing?.from ?? image.from + 2, image.to);
    return masked;
  }

  private addHtml(node: SyntaxNode): void {
    const { start, end } = this.range(node.from, node.to);
    const found = htmlParagraph(this.text, start, end);
    if (found === undefined) this.addOther("markup", node.from, node.to);
    else this.paragraphs.push(found);
  }

  private addOther(kind: RawBlock["kind"], from: number, to: number): void {
    const range = this.range(from, to);
    if (range.start < range.end) this.others.push({ kind, ...range });
  }

  private push(masked: Mask[], from: number, to: number, isSpace = false): void {
    if (from < to) masked.push({ start: this.offset + from, end: this.offset + to, ...(isSpace ? { isSpace } : {}) });
  }

  private range(from: number, to: number): { start: number; end: number } {
    return { start: this.offset + from, end: this.offset + to };
  }

  private slice(from: number, to: number): string {
    return this.text.slice(this.offset + from, this.offset + to);
  }
}

/** Blocks that hold no other blocks. */
function isLeaf(name: string): boolean {
  return (
    /^(?:Paragraph|Task|TableCell|FencedCode|CodeBlock|HTMLBlock|CommentBlock|ProcessingInstructionBlock|LinkReference|HorizontalRule)$/u.test(name) || HEADING.test(name)
  );
}

function kindInContainer(node: SyntaxNode): Paragraph["kind"] {
  for (let above = node.parent; above !== null; above = above.parent) {
    if (above.name === "Blockquote") return "blockQuote";
    if (above.name === "ListItem") return "listItem";
  }
  return "paragraph";
}
