const FIRST_SLOTS = 1 << 12;
const MAX_LOAD = 0.5;

/**
 * For each number, the line on which it is accepted. Open addressing in flat arrays: twelve bytes per slot, so that a
 * million numbers take at most 50 MB; a Map would take more, with an object per number.
 */
export class NumberLines {
  #numbers = new Float64Array(FIRST_SLOTS);
  #lines = new Uint32Array(FIRST_SLOTS);
  #kept = 0;

  /** `number` must be new and not zero; `line` counts from 1. */
  add(number: number, line: number): void {
    if (this.#kept >= this.#lines.length * MAX_LOAD) this.#grow();
    this.#put(number, line);
    this.#kept++;
  }

  /** 0 if the number was never added. */
  lineOf(number: number): number {
    return this.#lines[this.#slotOf(number)] ?? 0;
  }

  #put(number: number, line: number): void {
    const slot = this.#slotOf(number);
    this.#numbers[slot] = number;
    this.#lines[slot] = line;
  }

  #slotOf(number: number): number {
    const mask = this.#lines.length - 1;
    let slot = hash(number) & mask;
    while (this.#lines[slot] !== 0 && this.#numbers[slot] !== number) slot = (slot + 1) & mask;
    return slot;
  }

  #grow(): void {
    const [numbers, lines] = [this.#numbers, this.#lines];
    this.#numbers = new Float64Array(numbers.length * 2);
    this.#lines = new Uint32Array(lines.length * 2);
    for (let slot = 0; slot < lines.length; slot++) {
      const line = lines[slot] ?? 0;
      if (line !== 0) this.#put(numbers[slot] ?? 0, line);
    }
  }
}

function hash(number: number): number {
  const mixed = Math.imul((number | 0) ^ Math.imul((number / 0x1_0000_0000) | 0, 0x85eb_ca6b), 0x9e37_79b1);
  const scrambled = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b_3c6d);
  return scrambled ^ (scrambled >>> 13);
}
