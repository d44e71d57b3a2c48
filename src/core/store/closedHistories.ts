import type { AnnotationDocument } from "../document/annotationDocument.js";
import { textHash } from "../document/textHash.js";
import type { History } from "./history.js";

/** Closed articles that are remembered; of older ones nothing can be undone any more. */
const ARTICLES_AT_MOST = 50;

interface ClosedHistory {
  readonly history: History;
  /** The annotations when the article was closed. */
  readonly document: AnnotationDocument;
  readonly sha256: string;
}

/**
 * What can be undone on articles that were closed with all decisions saved: kept until they are opened again with the same text, under
 * whatever name. In another text nobody followed where the places in the history went.
 */
export class ClosedHistories {
  /** By article, the one closed last at the end. */
  private readonly byUri = new Map<string, ClosedHistory>();

  keep(uri: string, history: History, document: AnnotationDocument, text: string): void {
    this.byUri.delete(uri);
    if (history.isEmpty) return;
    this.byUri.set(uri, { history, document, sha256: textHash(text) });
    const [oldest] = this.byUri.keys();
    if (this.byUri.size > ARTICLES_AT_MOST && oldest !== undefined) this.byUri.delete(oldest);
  }

  /** Hands back the history of an article that is open again with this text and these annotations, once. */
  take(uri: string, document: AnnotationDocument, text: string): History | undefined {
    const closed = this.byUri.get(uri);
    this.byUri.delete(uri);
    if (!closed || closed.sha256 !== textHash(text)) return undefined;
    // somebody else may have written the sidecar meanwhile
    closed.history.adopt(closed.document, document);
    return closed.history;
  }

  /** Articles have other names; `newName` gives undefined for those that keep theirs. */
  rename(newName: (uri: string) => string | undefined): void {
    const moved = Array.from(this.byUri).flatMap(([uri, closed]) => {
      const to = newName(uri);
      return to === undefined ? [] : [{ uri, to, closed }];
    });
    // all of them leave first: two may change places
    for (const { uri } of moved) this.byUri.delete(uri);
    for (const { to, closed } of moved) this.byUri.set(to, closed);
  }

  clear(): void {
    this.byUri.clear();
  }
}
