import type { AnnotationDocument, PlaceAlternative } from "../../../core/document/annotationDocument.js";
import type { TypedDate } from "../../../core/detect/typedDate.js";
import type { ArticleInput } from "../../../core/text/article.js";

/** What the extension host asks of the analysis worker. */
export type WorkerRequest =
  | { readonly type: "load"; readonly gazetteer: Uint8Array<ArrayBuffer>; readonly tagger: Uint8Array | null; readonly generator: string }
  | { readonly type: "analyze"; readonly id: number; readonly input: ArticleInput }
  | { readonly type: "cancel"; readonly id: number }
  /** Looks a name up in the gazetteer. */
  | { readonly type: "places"; readonly id: number; readonly name: string }
  /** Asks whether a place is known that the setting for the outlet's home names. */
  | { readonly type: "home"; readonly id: number; readonly home: string }
  /** Reads a date that a person types, counted from a day. */
  | { readonly type: "date"; readonly id: number; readonly typed: string; readonly today: string | null };

/** What the worker answers. A cancelled analysis is not answered. */
export type WorkerResponse =
  | { readonly type: "warning"; readonly message: string }
  | { readonly type: "progress"; readonly id: number; readonly done: number }
  | { readonly type: "result"; readonly id: number; readonly document: AnnotationDocument }
  | { readonly type: "places"; readonly id: number; readonly places: readonly PlaceAlternative[] }
  | { readonly type: "home"; readonly id: number; readonly isKnown: boolean }
  | { readonly type: "date"; readonly id: number; readonly date: TypedDate | undefined }
  | { readonly type: "failed"; readonly id: number; readonly message: string };

/** One end of the line to a worker, the same in both hosts. */
export interface WorkerPort {
  post(request: WorkerRequest): void;
  /** Called once, before the first `post`. */
  listen(onResponse: (response: WorkerResponse) => void, onFailure: (error: Error) => void): void;
  dispose(): void;
}
