/** The bytes of a stream that are in memory: those still needed, and the last ones that came. */
export class ByteWindow {
  bytes: Uint8Array<ArrayBuffer>;
  filled = 0;

  constructor(size: number) {
    this.bytes = new Uint8Array(size);
  }

  /**
   * Appends bytes. If room is needed, what lies before `keepFrom` is dropped; answers how far everything moved to the
   * left.
   */
  append(piece: Uint8Array, keepFrom: number): number {
    const shift = this.filled + piece.length > this.bytes.length ? this.#drop(keepFrom, piece.length) : 0;
    this.bytes.set(piece, this.filled);
    this.filled += piece.length;
    return shift;
  }

  #drop(keepFrom: number, coming: number): number {
    const needed = this.filled - keepFrom + coming;
    // Half stays free, so that a long record that arrives byte by byte is not moved for every byte.
    if (needed * 2 > this.bytes.length) {
      const larger = new Uint8Array(needed * 2);
      larger.set(this.bytes.subarray(keepFrom, this.filled));
      this.bytes = larger;
    } else this.bytes.copyWithin(0, keepFrom, this.filled);
    this.filled -= keepFrom;
    return keepFrom;
  }
}
