import type { RecordBatch } from './record-batch.ts';

const CHUNK_BITS = 14;
const CHUNK = 1 << CHUNK_BITS;
/** Records of this many bytes or more are few, because a file holds few of them; their lengths are kept apart. */
const LONG = 0xffff;

/** How long each record of a file is, without its line end: two bytes a record. */
export class RecordLengths {
  readonly #chunks: Uint16Array[] = [];
  readonly #long = new Map<number, number>();
  #count = 0;

  get count(): number {
    return this.#count;
  }

  add({ starts, ends, count }: RecordBatch): void {
    for (let index = 0; index < count; index++) this.#keep((ends[index] ?? 0) - (starts[index] ?? 0));
  }

  /** `place` counts the records from 0. */
  of(place: number): number {
    const length = this.#chunks[place >> CHUNK_BITS]?.[place & (CHUNK - 1)] ?? 0;
    return length === LONG ? (this.#long.get(place) ?? 0) : length;
  }

  #keep(length: number): void {
    const offset = this.#count & (CHUNK - 1);
    if (offset === 0) this.#chunks.push(new Uint16Array(CHUNK));
    const chunk = this.#chunks[this.#count >> CHUNK_BITS];
    if (chunk !== undefined) chunk[offset] = Math.min(length, LONG);
    if (length >= LONG) this.#long.set(this.#count, length);
    this.#count++;
  }
}
