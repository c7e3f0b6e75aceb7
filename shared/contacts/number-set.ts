import { BATCH_RECORDS } from '../csv/record-batch.ts';

const EMPTY = 0;
const FIRST_SLOTS = 1 << 12;
/**
 * Growing eightfold moves each number a seventh of a time on average instead of once; a million numbers end in 8 MB of
 * slots.
 */
const GROWTH = 8;
/** Slots that are checked before jumping on; they are neighbours, so they are already in the cache. */
const GROUP = 16;
const CHUNK_BITS = 14;
const CHUNK = 1 << CHUNK_BITS;

/**
 * The numbers seen so far, each with the line it was first seen on, in open addressing over flat arrays. Numbers and
 * lines are stored in order of arrival, twelve bytes each. A slot has four bytes: the number's place in that order,
 * from 1, and above it as many bits of the number's hash as are left. These rule out most other numbers without reading
 * them. Slots are at most half full, so that a new number usually finds a free one at once, and so that the place fits
 * into as many bits as count the slots.
 */
export class NumberSet {
  readonly #chunks: Float64Array[] = [];
  readonly #lineChunks: Uint32Array[] = [];
  readonly #homes = new Int32Array(BATCH_RECORDS);
  /** Only written to, so that reading ahead is not optimised away. */
  readonly #ahead = new Uint32Array(BATCH_RECORDS);
  readonly #firstLines = new Uint32Array(BATCH_RECORDS);
  #slots = new Int32Array(FIRST_SLOTS);
  #kept = 0;

  /**
   * Adds `numbers[0, count)` in order, at most BATCH_RECORDS, skipping zeros, each with its line. Answers for each the
   * earlier line of the same number, or 0 if it is new; the array must be read before the next call.
   */
  addAll(numbers: Float64Array, count: number, lines: Uint32Array): Uint32Array {
    while (this.#kept + count > this.#slots.length >> 1) this.#grow();
    const homes = this.#homes;
    const ahead = this.#ahead;
    const slots = this.#slots;
    const mask = slots.length - 1;
    // Slots are read ahead, so that waiting for memory happens once per batch and not once per number below.
    for (let index = 0; index < count; index++) {
      const home = hash(numbers[index] ?? 0);
      homes[index] = home;
      ahead[index] = slots[home & mask] ?? 0;
    }
    for (let index = 0; index < count; index++) {
      const number = numbers[index] ?? 0;
      const firstLine = number === 0 ? 0 : this.#findOrPut(number, homes[index] ?? 0, this.#kept);
      this.#firstLines[index] = firstLine;
      if (number !== 0 && firstLine === 0) this.#keep(number, lines[index] ?? 0);
    }
    return this.#firstLines;
  }

  #keep(number: number, line: number): void {
    const offset = this.#kept & (CHUNK - 1);
    if (offset === 0) {
      this.#chunks.push(new Float64Array(CHUNK));
      this.#lineChunks.push(new Uint32Array(CHUNK));
    }
    const chunk = this.#chunks[this.#kept >> CHUNK_BITS];
    const lines = this.#lineChunks[this.#kept >> CHUNK_BITS];
    if (chunk === undefined || lines === undefined) return;
    chunk[offset] = number;
    lines[offset] = line;
    this.#kept++;
  }

  /** The line stored with the number, or 0 if it is new and was stored under `place`. `home` is its hash. */
  #findOrPut(number: number, home: number, place: number): number {
    const slots = this.#slots;
    const mask = slots.length - 1;
    const tag = home & ~mask;
    let slot = home & mask;
    for (let probes = 1; slots[slot] !== EMPTY; probes++) {
      const taken = slots[slot] ?? EMPTY;
      if ((taken & ~mask) === tag) {
        const known = (taken & mask) - 1;
        const offset = known & (CHUNK - 1);
        if (this.#chunks[known >> CHUNK_BITS]?.[offset] === number) {
          return this.#lineChunks[known >> CHUNK_BITS]?.[offset] ?? 0;
        }
      }
      slot = probes % GROUP === 0 ? this.#nextGroup(number, slot) : (slot & -GROUP) | ((slot + 1) & (GROUP - 1));
    }
    slots[slot] = tag | (place + 1);
    return 0;
  }

  /**
   * Numbers can be chosen so that they share a group, but their steps still differ. The step is odd, so that every
   * group is reached.
   */
  #nextGroup(number: number, slot: number): number {
    const step = Math.imul(number | 0, 0x297a_2d39) | 1;
    return (slot + Math.imul(step, GROUP)) & (this.#slots.length - 1);
  }

  #grow(): void {
    this.#slots = new Int32Array(this.#slots.length * GROWTH);
    for (let place = 0; place < this.#kept; place++) {
      const number = this.#chunks[place >> CHUNK_BITS]?.[place & (CHUNK - 1)] ?? 0;
      this.#findOrPut(number, hash(number), place);
    }
  }
}

function hash(number: number): number {
  const mixed = Math.imul((number | 0) ^ Math.imul((number / 0x1_0000_0000) | 0, 0x85eb_ca6b), 0x9e37_79b1);
  const scrambled = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b_3c6d);
  return scrambled ^ (scrambled >>> 13);
}
