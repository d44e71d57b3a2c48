/** What both extension hosts and Node 20 have, and no more: the core sees no other global. */

declare class TextDecoder {
  decode(bytes?: ArrayBuffer | Uint8Array): string;
}

interface ByteStream {
  pipeThrough(transform: DecompressionStream): ByteStream;
}

declare class DecompressionStream {
  constructor(format: "gzip");
}

declare class Blob {
  constructor(parts: readonly Uint8Array[]);
  stream(): ByteStream;
}

declare class Response {
  constructor(body: ByteStream);
  arrayBuffer(): Promise<ArrayBuffer>;
}
