/** What both extension hosts and Node 20 have, and no more: the core sees no other global. */

declare class TextDecoder {
  decode(bytes?: ArrayBuffer | Uint8Array): string;
}

interface ByteStream {
  pipeThrough(transform: DecompressionStream): ByteStream;
}

interface DecompressionStream {
  readonly readable: ByteStream;
}
declare const DecompressionStream: new (format: "gzip") => DecompressionStream;

declare class Blob {
  constructor(parts: readonly Uint8Array[]);
  stream(): ByteStream;
}

declare class Response {
  constructor(body: ByteStream);
  arrayBuffer(): Promise<ArrayBuffer>;
}

declare function atob(encoded: string): string;

declare namespace WebAssembly {
  class Memory {
    constructor(descriptor: { readonly initial: number });
    readonly buffer: ArrayBuffer;
  }
  function validate(code: Uint8Array): boolean;
  function instantiate(code: Uint8Array, imports: { readonly env: { readonly memory: Memory } }): Promise<{ readonly instance: { readonly exports: object } }>;
}
