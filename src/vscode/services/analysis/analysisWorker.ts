/**
 * The analysis worker of both hosts: a web worker in the browser, a worker thread in Node. It analyses one article at a time in
 * short slices, so that a newer request or a cancellation is heard between two of them.
 */
import type { AnalysisTools } from "../../../core/analysis.js";
import { analysisSteps, analyze } from "../../../core/analyze.js";
import { toAlternative } from "../../../core/buildDocument.js";
import { readTypedDate } from "../../../core/detect/typedDate.js";
import type { Gazetteer } from "../../../core/places/gazetteer.js";
import { loadGazetteer } from "../../../core/places/packedGazetteer.js";
import { findHome } from "../../../core/resolve/places/home.js";
import { loadTagger, type Tagger } from "../../../core/tagger/tagger.js";
import type { ArticleInput } from "../../../core/text/article.js";
import type { WorkerRequest, WorkerResponse } from "./workerProtocol.js";

/** Time that one slice may take before the worker listens again, and least time between two reports of progress. */
const SLICE_MS = 20;
const PROGRESS_MS = 100;

/** An article of 100,000 words is read again at the price of what an edit touched. */
const KEPT_TOKENS = 131_072;

const FIRST_WORDS = "“It rained,” Ann Doe of the Red Cross said in Oslo on Monday.";

type LoadRequest = Extract<WorkerRequest, { type: "load" }>;

export function createAnalysisWorker(post: (response: WorkerResponse) => void): (request: WorkerRequest) => void {
  let tools: Promise<AnalysisTools> | undefined;
  const wanted = new Set<number>();

  const answer = async (id: number, input: ArticleInput): Promise<void> => {
    try {
      if (!tools) throw new Error("asked before the tables were loaded");
      const steps = analysisSteps(input, await tools);
      let sliceStart = performance.now();
      let reported = sliceStart;
      while (wanted.has(id)) {
        const step = steps.next();
        if (step.done) {
          post({ type: "result", id, document: step.value });
          return;
        }
        const now = performance.now();
        if (now - reported > PROGRESS_MS) {
          post({ type: "progress", id, done: step.value });
          reported = now;
        }
        if (now - sliceStart > SLICE_MS) {
          await nextTask();
          sliceStart = performance.now();
        }
      }
    } catch (error) {
      post({ type: "failed", id, message: error instanceof Error ? (error.stack ?? error.message) : String(error) });
    } finally {
      wanted.delete(id);
    }
  };

  const lookUp = async (id: number, toAnswer: (gazetteer: Gazetteer | undefined) => WorkerResponse): Promise<void> => {
    try {
      if (!tools) throw new Error("asked before the tables were loaded");
      const { gazetteer } = await tools;
      post(toAnswer(gazetteer));
    } catch (error) {
      post({ type: "failed", id, message: error instanceof Error ? error.message : String(error) });
    }
  };

  const load = async ({ gazetteer, tagger, generator }: LoadRequest): Promise<AnalysisTools> => {
    const [places, learned] = await Promise.all([loadGazetteer(gazetteer), tagger ? openTagger(tagger) : undefined]);
    const loaded = { gazetteer: places, generator, ...(learned ? { tagger: learned } : {}) };
    // unpacks the word lists, so that the first article need not wait for them
    analyze({ text: FIRST_WORDS }, loaded);
    return loaded;
  };

  /** Nothing where the weights are damaged: rules alone find the statements then. */
  const openTagger = async (bytes: Uint8Array): Promise<Tagger | undefined> => {
    try {
      return await loadTagger(bytes, { keptTokens: KEPT_TOKENS });
    } catch (error) {
      post({ type: "warning", message: error instanceof Error ? error.message : String(error) });
      return undefined;
    }
  };

  return (request) => {
    switch (request.type) {
      case "load":
        tools = load(request);
        // a failure is answered to whoever asks for an analysis
        tools.catch(() => undefined);
        break;
      case "analyze":
        wanted.add(request.id);
        void answer(request.id, request.input);
        break;
      case "places":
        void lookUp(request.id, (gazetteer) => {
          const places = new Set((gazetteer?.find(request.name) ?? []).map(({ place }) => place));
          return { type: "places", id: request.id, places: [...places].map(toAlternative) };
        });
        break;
      case "home":
        void lookUp(request.id, (gazetteer) => ({ type: "home", id: request.id, isKnown: gazetteer !== undefined && findHome({ text: "", home: request.home }, gazetteer) !== undefined }));
        break;
      case "date":
        post({ type: "date", id: request.id, date: readTypedDate(request.typed, request.today) });
        break;
      case "cancel":
        wanted.delete(request.id);
        break;
    }
  };
}

function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 0);
  });
}
