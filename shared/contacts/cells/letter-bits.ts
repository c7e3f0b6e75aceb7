/** The letters of a byte as five bits, in either case. */
const LETTER_BITS = 5;
const LETTER_MASK = (1 << LETTER_BITS) - 1;
const LETTERS = 3;

/** One bit for every three letters, so that most cells are ruled out by three bytes. */
export class LetterBits {
  readonly #bits = new Uint32Array(1 << (LETTERS * LETTER_BITS - 5));

  /** Takes the first three letters of each. */
  constructor(words: readonly string[]) {
    const encoder = new TextEncoder();
    for (const word of words) {
      const three = threeOf(encoder.encode(word), 0);
      this.#bits[three >> 5] = (this.#bits[three >> 5] ?? 0) | (1 << (three & 31));
    }
  }

  has(bytes: Uint8Array, at: number): boolean {
    const three = threeOf(bytes, at);
    return (((this.#bits[three >> 5] ?? 0) >>> (three & 31)) & 1) === 1;
  }
}

function threeOf(bytes: Uint8Array, at: number): number {
  const [first, second, third] = [bytes[at] ?? 0, bytes[at + 1] ?? 0, bytes[at + 2] ?? 0];
  return ((first & LETTER_MASK) << 10) | ((second & LETTER_MASK) << 5) | (third & LETTER_MASK);
}
