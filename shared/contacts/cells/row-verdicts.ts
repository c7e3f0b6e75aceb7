const FIRST_ENTRIES = 1 << 14;
const GROWTH = 2;

/**
 * The result of one reading for each entry, in order: its number (0 if refused) and the earlier line with the same
 * number (or 0). A second reading of the same bytes and settings, to leave people out, then judges no number again.
 * Takes twelve bytes per entry, at most twice that.
 */
export class RowVerdicts {
  #numbers = new Float64Array(FIRST_ENTRIES);
  #firstLines = new Uint32Array(FIRST_ENTRIES);
  #count = 0;

  /** Appends the first `count` of both arrays. */
  add(numbers: Float64Array, firstLines: Uint32Array | undefined, count: number): void {
    while (this.#count + count > this.#numbers.length) this.#grow();
    this.#numbers.set(numbers.subarray(0, count), this.#count);
    if (firstLines !== undefined) this.#firstLines.set(firstLines.subarray(0, count), this.#count);
    this.#count += count;
  }

  /** The numbers of `count` entries from `place` on; must not be changed. */
  numbers(place: number, count: number): Float64Array {
    return this.#numbers.subarray(place, Math.min(place + count, this.#count));
  }

  firstLines(place: number, count: number): Uint32Array {
    return this.#firstLines.subarray(place, Math.min(place + count, this.#count));
  }

  #grow(): void {
    const numbers = new Float64Array(this.#numbers.length * GROWTH);
    const firstLines = new Uint32Array(numbers.length);
    numbers.set(this.#numbers);
    firstLines.set(this.#firstLines);
    this.#numbers = numbers;
    this.#firstLines = firstLines;
  }
}
