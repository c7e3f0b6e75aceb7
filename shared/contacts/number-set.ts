const FIRST_SLOTS = 1024;
/** Past this the probes grow long; below it the table of a million numbers is 24 MB. */
const MAX_LOAD = 0.7;

/**
 * The numbers seen so far and the line each was seen on first: open addressing over flat arrays, twelve bytes a slot.
 * The step depends on the number too, so that numbers chosen to start at one slot part at the next.
 */
export interface NumberSet {
  /** The line of the same number before, or 0 when it is new; then `line` (from 1) is kept for it. */
  add(number: number, line: number): number;
}

export function createNumberSet(): NumberSet {
  let numbers = new Float64Array(FIRST_SLOTS);
  let lines = new Uint32Array(FIRST_SLOTS);
  let count = 0;

  /** The slot that holds the number, or the free one where it belongs. */
  function find(number: number): number {
    const mask = numbers.length - 1;
    const low = number | 0;
    const mixed = Math.imul(low ^ Math.imul((number / 0x1_0000_0000) | 0, 0x85eb_ca6b), 0x9e37_79b1);
    const scrambled = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b_3c6d);
    let slot = (scrambled ^ (scrambled >>> 13)) & mask;
    // Odd, so that it visits every slot of a power of two.
    const step = ((mixed >>> 7) ^ Math.imul(low, 0x297a_2d39)) | 1;
    for (;;) {
      const held = numbers[slot];
      if (held === number || held === 0) return slot;
      slot = (slot + step) & mask;
    }
  }

  function grow(): void {
    const [oldNumbers, oldLines] = [numbers, lines];
    numbers = new Float64Array(oldNumbers.length * 2);
    lines = new Uint32Array(oldNumbers.length * 2);
    for (let index = 0; index < oldNumbers.length; index++) {
      const number = oldNumbers[index] ?? 0;
      if (number === 0) continue;
      const slot = find(number);
      numbers[slot] = number;
      lines[slot] = oldLines[index] ?? 0;
    }
  }

  return {
    add(number, line) {
      const slot = find(number);
      if (numbers[slot] === number) return lines[slot] ?? 0;
      numbers[slot] = number;
      lines[slot] = line;
      count++;
      if (count > numbers.length * MAX_LOAD) grow();
      return 0;
    },
  };
}
