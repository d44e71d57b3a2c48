import type * as vscode from "vscode";
import type { AnnotationDocument, PlaceAlternative } from "../../../core/document/annotationDocument.js";
import type { TypedDate } from "../../../core/detect/typedDate.js";
import type { ArticleInput } from "../../../core/text/article.js";
import type { WorkerPort, WorkerRequest, WorkerResponse } from "./workerProtocol.js";

/** What a client needs to begin: a worker, and the tables that it looks things up in. */
export interface AnalysisClientOptions {
  readonly createPort: () => Promise<WorkerPort>;
  readonly readGazetteer: () => Promise<Uint8Array>;
  /** The weights of the tagger. Where they cannot be read, rules alone find the statements. */
  readonly readTagger: () => Promise<Uint8Array>;
  readonly warn: (message: string) => void;
  readonly generator: string;
}

interface Pending {
  readonly settle: (answer: Answer | undefined) => void;
  readonly fail: (error: Error) => void;
  readonly onProgress: (done: number) => void;
}

type Answer = Extract<WorkerResponse, { readonly type: "result" | "places" | "home" | "date" }>;

/** Analyses articles in a worker. The worker starts with the first article, and anew after it failed. */
export class AnalysisClient implements vscode.Disposable {
  private port: Promise<WorkerPort> | undefined;
  private readonly pending = new Map<number, Pending>();
  private nextId = 1;

  constructor(private readonly options: AnalysisClientOptions) {}

  /** Starts the worker ahead of an article that will be analysed soon; a failure is told to whoever asks for the analysis. */
  prepare(): void {
    this.port ??= this.start();
    this.port.catch(() => undefined);
  }

  /** The document; undefined where the token was cancelled. Rejects where the analysis failed. */
  async analyze(input: ArticleInput, token: vscode.CancellationToken, onProgress: (done: number) => void): Promise<AnnotationDocument | undefined> {
    const port = await this.started();
    if (token.isCancellationRequested) return undefined;
    const id = this.nextId++;
    const answer = await new Promise<Answer | undefined>((settle, fail) => {
      this.pending.set(id, { settle, fail, onProgress });
      token.onCancellationRequested(() => {
        if (!this.pending.delete(id)) return;
        port.post({ type: "cancel", id });
        settle(undefined);
      });
      port.post({ type: "analyze", id, input });
    });
    return answer?.type === "result" ? answer.document : undefined;
  }

  /** The places of the gazetteer that a name may mean, the likeliest first. */
  async findPlaces(name: string): Promise<readonly PlaceAlternative[]> {
    const answer = await this.ask((id) => ({ type: "places", id, name }));
    return answer?.type === "places" ? answer.places : [];
  }

  /** True where a place is known by these words ("Springfield, Missouri"). */
  async isKnownHome(home: string): Promise<boolean> {
    const answer = await this.ask((id) => ({ type: "home", id, home }));
    return answer?.type === "home" && answer.isKnown;
  }

  /** The date that a person types, counted from the day of the article; undefined for all that is none. */
  async readDate(typed: string, today: string | null): Promise<TypedDate | undefined> {
    const answer = await this.ask((id) => ({ type: "date", id, typed, today }));
    return answer?.type === "date" ? answer.date : undefined;
  }

  dispose(): void {
    void this.port?.then((port) => port.dispose());
    for (const { settle } of this.pending.values()) settle(undefined);
    this.pending.clear();
  }

  private async ask(request: (id: number) => WorkerRequest): Promise<Answer | undefined> {
    const port = await this.started();
    const id = this.nextId++;
    return new Promise<Answer | undefined>((settle, fail) => {
      this.pending.set(id, { settle, fail, onProgress: () => undefined });
      port.post(request(id));
    });
  }

  private async started(): Promise<WorkerPort> {
    this.port ??= this.start();
    try {
      return await this.port;
    } catch (error) {
      this.port = undefined;
      throw error;
    }
  }

  private async start(): Promise<WorkerPort> {
    const [port, gazetteer, tagger] = await Promise.all([this.options.createPort(), this.options.readGazetteer(), this.readTagger()]);
    port.listen(
      (response) => this.receive(response),
      (error) => this.fail(port, error),
    );
    port.post({ type: "load", gazetteer: new Uint8Array(gazetteer), tagger, generator: this.options.generator });
    return port;
  }

  private async readTagger(): Promise<Uint8Array | null> {
    try {
      return await this.options.readTagger();
    } catch (error) {
      this.options.warn(String(error));
      return null;
    }
  }

  private receive(response: WorkerResponse): void {
    if (response.type === "warning") {
      this.options.warn(response.message);
      return;
    }
    const pending = this.pending.get(response.id);
    if (!pending) return;
    if (response.type === "progress") {
      pending.onProgress(response.done);
      return;
    }
    this.pending.delete(response.id);
    if (response.type === "failed") pending.fail(new Error(response.message));
    else pending.settle(response);
  }

  /** The worker itself ended: whoever waits is told, and the next article starts a new one. */
  private fail(port: WorkerPort, error: Error): void {
    port.dispose();
    this.port = undefined;
    for (const pending of this.pending.values()) pending.fail(error);
    this.pending.clear();
  }
}
