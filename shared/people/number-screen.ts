import type { PackedGroup } from './packed-numbers.ts';

const HIGH = 0x1_0000_0000;
/** About as many buckets as numbers, so that a look-up takes one step; a power of two. */
const MAX_BUCKETS = 1 << 20;
const MOST = 0xffff;
/** Beyond this many steps a look-up is faster than walking. */
const STEPS = 8;
/** With this many bits per number, one number in sixteen of a list that is far from all of ours is looked up. */
const BITS_A_NUMBER = 16;
const WORD_BITS = 32;
/** 16 MB, which no file reaches. */
const MAX_PART_BITS = 27;

/**
 * One bit for each of equal parts of the numbers with the same upper bits: whether one of ours is in that part. A list
 * is ascending, so its parts are read one after another, from the cache.
 */
interface Filter {
  readonly words: Uint32Array;
  /** A number's lower 32 bits, shifted to the right by this, are its part. */
  readonly shift: number;
}

/** Of `asked[from, to)`, which all have the same upper bits. */
function makeFilter(asked: Float64Array, from: number, to: number): Filter {
  const partBits = Math.min(MAX_PART_BITS, Math.ceil(Math.log2(Math.max(WORD_BITS, (to - from) * BITS_A_NUMBER))));
  const shift = WORD_BITS - partBits;
  const words = new Uint32Array(2 ** partBits / WORD_BITS);
  for (let place = from; place < to; place += 1) {
    const bit = ((asked[place] ?? 0) % HIGH) >>> shift;
    words[bit >>> 5] = (words[bit >>> 5] ?? 0) | (1 << (bit & 31));
  }
  return { words, shift };
}

/**
 * Compares a set of numbers with packed lists, in time that depends only on the lists. `asked` is ascending, each
 * number once. What is found is added up by a number's place in it.
 */
export class NumberScreen {
  readonly asked: Float64Array;
  readonly attempts: Uint16Array;
  readonly imports: Uint16Array;
  /** By place: the ordinal of the last import that counted plus one, or 0. */
  readonly lastImport: Uint16Array;
  readonly #starts: Uint32Array;
  readonly #lowest: number;
  readonly #scale: number;
  readonly #filters = new Map<number, Filter>();

  constructor(asked: Float64Array) {
    const count = asked.length;
    this.asked = asked;
    this.attempts = new Uint16Array(count);
    this.imports = new Uint16Array(count);
    this.lastImport = new Uint16Array(count);
    let buckets = 1;
    while (buckets < count && buckets < MAX_BUCKETS) buckets *= 2;
    this.#lowest = asked[0] ?? 0;
    const span = (asked[count - 1] ?? 0) - this.#lowest + 1;
    this.#scale = buckets / span;
    this.#starts = new Uint32Array(buckets + 1);
    let bucket = 0;
    for (let place = 0; place < count; place += 1) {
      const own = this.#bucketOf(asked[place] ?? 0);
      while (bucket < own) this.#starts[++bucket] = place;
    }
    while (bucket < buckets) this.#starts[++bucket] = count;
  }

  /** The place of a number, or -1. */
  placeOf(number: number): number {
    if (this.asked.length === 0 || number < this.#lowest) return -1;
    const place = this.#find(number);
    return this.asked[place] === number ? place : -1;
  }

  /** Calls `tell` for every asked number in the group, with its place here and its place in the list. */
  each(group: PackedGroup, tell: (place: number, inList: number) => void): void {
    const { asked } = this;
    const { lows, from } = group;
    const base = group.high * HIGH;
    const { words, shift } = this.#filterOf(group.high);
    let place = 0;
    let before = -1;
    for (let at = 0; at < lows.length; at += 1) {
      const low = lows[at] ?? 0;
      const bit = low >>> shift;
      if (((words[bit >>> 5] ?? 0) & (1 << (bit & 31))) === 0) continue;
      const number = base + low;
      // Both lists are ascending, so the next match is often a step or two away.
      const isNear = number >= before && (asked[place + STEPS] ?? Number.POSITIVE_INFINITY) >= number;
      if (isNear) while ((asked[place] ?? Number.POSITIVE_INFINITY) < number) place += 1;
      else place = this.#find(number);
      before = number;
      if (asked[place] === number) tell(place, from + at);
    }
  }

  /** Adds a campaign that plans the same attempts for everybody. `ordinal` numbers the imports, the newest last. */
  addPlanned(groups: readonly PackedGroup[], attempts: number, ordinal: number): void {
    for (const group of groups) this.each(group, (place) => this.add(place, attempts, ordinal));
  }

  /**
   * Adds a campaign whose attempts are known, by place in the list; calls for which `counts` is false are too long ago.
   */
  addMade(
    groups: readonly PackedGroup[],
    made: Uint8Array,
    ordinal: number,
    counts: (inList: number) => boolean,
  ): void {
    for (const group of groups) {
      this.each(group, (place, inList) => {
        const attempts = made[inList] ?? 0;
        if (attempts > 0 && counts(inList)) this.add(place, attempts, ordinal);
      });
    }
  }

  /** Adds one call to a number by the import with this ordinal. All calls of one import must be added in a row. */
  add(place: number, attempts: number, ordinal: number): void {
    this.attempts[place] = Math.min(MOST, (this.attempts[place] ?? 0) + attempts);
    if (this.lastImport[place] === ordinal + 1) return;
    this.lastImport[place] = ordinal + 1;
    this.imports[place] = Math.min(MOST, (this.imports[place] ?? 0) + 1);
  }

  #filterOf(high: number): Filter {
    const known = this.#filters.get(high);
    if (known !== undefined) return known;
    const made = makeFilter(this.asked, this.#find(high * HIGH), this.#find((high + 1) * HIGH));
    this.#filters.set(high, made);
    return made;
  }

  #bucketOf(number: number): number {
    return Math.min(this.#starts.length - 2, Math.floor((number - this.#lowest) * this.#scale));
  }

  /** The place of a number, or of the next larger one. */
  #find(number: number): number {
    const bucket = this.#bucketOf(number);
    let from = this.#starts[bucket] ?? 0;
    let to = this.#starts[bucket + 1] ?? 0;
    const { asked } = this;
    while (to - from > 8) {
      const middle = (from + to) >> 1;
      if ((asked[middle] ?? 0) < number) from = middle + 1;
      else to = middle;
    }
    while (from < to && (asked[from] ?? 0) < number) from += 1;
    return from;
  }
}
