import type { Origin, Status } from "../document/annotationDocument.js";

/** True for what a person has made or accepted: nothing about it is left to decide. */
export function isSettled({ origin, status }: { readonly origin?: Origin; readonly status?: Status }): boolean {
  return origin === "user" || status === "accepted";
}
