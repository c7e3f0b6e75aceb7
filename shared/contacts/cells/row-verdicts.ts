const FIRST_ENTRIES = 1 << 14;
const GROWTH = 2;

/**
 * What one reading made of each entry, in order: its number, or 0 where it was refused, and the line of the same number
 * before it, or 0. Reading the same bytes again with the same settings, to leave people out of it, then judges no number
 * twice. Twelve bytes an entry, up to twice that.
 */
export class RowVerdicts {
  #numbers = new Float64Array(FIRST_ENTRIES);
  #firstLines = new Uint32Array(FIRST_ENTRIES);
  #count = 0;

  /** The first `count` of both arrays, behind what is there. */
  add(numbers: Float64Array, firstLines: Uint32Array | undefined, count: number): void {
    while (this.#count + count > this.#numbers.length) this.#grow();
    this.#numbers.set(numbers.subarray(0, count), this.#count);
    if (firstLines !== undefined) this.#firstLines.set(firstLines.subarray(0, count), this.#count);
    this.#count += count;
  }

  /** Of `count` entries from `place` on; read only. */
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
