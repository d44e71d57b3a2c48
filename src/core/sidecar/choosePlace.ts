import type { Unknown } from "../document/annotationDocument.js";

/**
 * Whose place an annotation has of which two writers tell, in one text: words that only one of them chose anew are taken from that one. Of `before` only the
 * words tell something, for it may refer to an older text; what an edit of the article did to them both show. "same" where the two agree.
 */
export function choosePlace(before: Unknown | undefined, ours: Unknown, theirs: Unknown): "same" | "ours" | "theirs" | "conflict" {
  const [isOursLost, isTheirsLost] = [ours["orphaned"] === true, theirs["orphaned"] === true];
  const isTheirsChosen = before === undefined || theirs["text"] !== before["text"];
  if (isOursLost !== isTheirsLost) return isOursLost && (isTheirsChosen || before["orphaned"] === true) ? "theirs" : "ours";
  if (ours["text"] === theirs["text"]) return "same";
  if (!isTheirsChosen) return "ours";
  return before !== undefined && ours["text"] === before["text"] ? "theirs" : "conflict";
}
