const EMPTY = 0;
const FIRST_SLOTS = 1 << 13;
/** Growing fourfold places a number a third of a time more on average, not once more; a million end in 10 MB of slots. */
const GROWTH = 4;
/** Half full: a new number finds a free slot at once more often than not. */
const MAX_LOAD = 0.5;
const CHUNK_BITS = 14;
const CHUNK = 1 << CHUNK_BITS;

/**
 * The numbers seen so far and the line each was seen on first: open addressing over flat arrays. Numbers and lines lie in
 * the order they came, twelve bytes each. A slot is a tag and the number's place in that order, five bytes: the tags are
 * small enough for the cache, and tell most strangers apart without a look at the number.
 */
export interface NumberSet {
  /** The line of the same number before, or 0 when it is new; then `line` (from 1) is kept for it. */
  add(number: number, line: number): number;
}

export function createNumberSet(): NumberSet {
  const numbers: Float64Array[] = [];
  const lines: Uint32Array[] = [];
  let lastNumbers = new Float64Array(0);
  let lastLines = new Uint32Array(0);
  let tags = new Uint8Array(FIRST_SLOTS);
  let places = new Uint32Array(FIRST_SLOTS);
  let count = 0;

  /** The line the number is kept with, or 0 after `place` was put where the number belongs. */
  function findOrPut(number: number, place: number): number {
    const mask = tags.length - 1;
    const low = number | 0;
    const mixed = Math.imul(low ^ Math.imul((number / 0x1_0000_0000) | 0, 0x85eb_ca6b), 0x9e37_79b1);
    const scrambled = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b_3c6d);
    const tag = (scrambled >>> 24) | 1;
    let slot = (scrambled ^ (scrambled >>> 13)) & mask;
    // Numbers can be chosen to start at one slot: their steps differ all the same. Odd, so that every slot is reached.
    const step = ((mixed >>> 7) ^ Math.imul(low, 0x297a_2d39)) | 1;
    for (; tags[slot] !== EMPTY; slot = (slot + step) & mask) {
      if (tags[slot] !== tag) continue;
      const known = places[slot] ?? 0;
      const offset = known & (CHUNK - 1);
      if (numbers[known >> CHUNK_BITS]?.[offset] === number) return lines[known >> CHUNK_BITS]?.[offset] ?? 0;
    }
    tags[slot] = tag;
    places[slot] = place;
    return 0;
  }

  function grow(): void {
    tags = new Uint8Array(tags.length * GROWTH);
    places = new Uint32Array(tags.length);
    for (let place = 0; place < count; place++) {
      findOrPut(numbers[place >> CHUNK_BITS]?.[place & (CHUNK - 1)] ?? 0, place);
    }
  }

  return {
    add(number, line) {
      const known = findOrPut(number, count);
      if (known !== 0) return known;
      const offset = count & (CHUNK - 1);
      if (offset === 0) {
        numbers.push((lastNumbers = new Float64Array(CHUNK)));
        lines.push((lastLines = new Uint32Array(CHUNK)));
      }
      lastNumbers[offset] = number;
      lastLines[offset] = line;
      count++;
      if (count > tags.length * MAX_LOAD) grow();
      return 0;
    },
  };
}
