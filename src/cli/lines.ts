/** One line of a byte stream, without its line end. */
export interface Line {
  /** Counts from 1. */
  readonly number: number;
  /** Undefined where the line is longer than allowed; its bytes were passed over. */
  readonly bytes: Uint8Array | undefined;
}

const LINE_FEED = 0x0a;

/** Splits a byte stream into lines, holding one line at a time. A line feed at the very end begins no further line. */
export async function* readLines(input: AsyncIterable<Uint8Array>, longest: number): AsyncGenerator<Line> {
  let pieces: Uint8Array[] = [];
  let length = 0;
  let number = 1;
  const add = (piece: Uint8Array): void => {
    length += piece.length;
    if (length <= longest) pieces.push(piece);
    else pieces = [];
  };
  const take = (): Line => {
    const line = { number, bytes: length <= longest ? Buffer.concat(pieces) : undefined };
    pieces = [];
    length = 0;
    number++;
    return line;
  };
  for await (const chunk of input) {
    let start = 0;
    for (let end = chunk.indexOf(LINE_FEED); end >= 0; end = chunk.indexOf(LINE_FEED, start)) {
      add(chunk.subarray(start, end));
      start = end + 1;
      yield take();
    }
    if (start < chunk.length) add(chunk.subarray(start));
  }
  if (length > 0) yield take();
}
