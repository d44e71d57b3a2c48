import { PieceIndex } from "./pieceIndex.js";

/** Fewer letters stand anywhere. */
export const PIECE_LENGTH = 12;

/** The pieces of an old text and of a new one, of which each is looked through when it is first asked for. */
export class Pieces {
  private oldIndex: PieceIndex | undefined;
  private presentIndex: PieceIndex | undefined;

  constructor(
    private readonly oldText: string,
    private readonly presentText: string,
  ) {}

  get old(): PieceIndex {
    return (this.oldIndex ??= new PieceIndex(this.oldText, PIECE_LENGTH));
  }

  get present(): PieceIndex {
    return (this.presentIndex ??= new PieceIndex(this.presentText, PIECE_LENGTH));
  }
}
