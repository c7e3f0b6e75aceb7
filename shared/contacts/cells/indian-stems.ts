/** All letters of India's scripts but Urdu's take three bytes in UTF-8, of which eleven bits tell them apart. */
const LEAD = 0xe0;
const LETTERS = 1 << 11;
const BITS_LOG = 16;
const LEFT_OF_BITS = 32 - BITS_LOG;
/** In the place of a letter: nothing, or the end of a word. */
const NONE = 0;

/** One bit for every three letters that begin a stem, so that most cells in Indian letters are ruled out undecoded. */
export class IndianStems {
  /** The few stems of two letters. */
  readonly #short: number[] = [];
  readonly #bits = new Uint32Array(1 << (BITS_LOG - 5));

  /** Stems of two letters at least; others than Indian ones are left out, as a cell that holds their letters is decoded. */
  constructor(stems: readonly string[]) {
    const encoder = new TextEncoder();
    for (const stem of stems) {
      const bytes = encoder.encode(stem);
      const [first = -1, second = -1, third = -1] = [0, 3, 6].map((at) => letterOf(bytes, at));
      if (first < 0 || second < 0) continue;
      if (third >= 0) this.#mark(first, second, third);
      else this.#short.push(first * LETTERS + second);
    }
  }

  /** Whether a cell that begins with such a letter may hold a stem, or holds other letters too. */
  mayBeIn(bytes: Uint8Array, start: number, end: number): boolean {
    let [first, second] = [NONE, NONE];
    for (let at = start; at < end; at++) {
      const byte = bytes[at] ?? 0;
      if (isLatin(byte)) return true;
      const letter = byte < 0x80 ? NONE : letterOf(bytes, at);
      if (letter < 0 || (first !== NONE && this.#has(first, second, letter))) return true;
      if (letter !== NONE && this.#short.includes(second * LETTERS + letter)) return true;
      [first, second] = letter === NONE ? [NONE, NONE] : [second, letter];
      if (letter !== NONE) at += 2;
    }
    return false;
  }

  #mark(first: number, second: number, third: number): void {
    const place = placeOf(first, second, third);
    this.#bits[place >> 5] = (this.#bits[place >> 5] ?? 0) | (1 << (place & 31));
  }

  #has(first: number, second: number, third: number): boolean {
    const place = placeOf(first, second, third);
    return (((this.#bits[place >> 5] ?? 0) >>> (place & 31)) & 1) === 1;
  }
}

/** Letters of one script are neighbours, so their bits are spread. */
function placeOf(first: number, second: number, third: number): number {
  const mixed = Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b) ^ Math.imul(third, 0xc2b2ae35);
  return Math.imul(mixed ^ (mixed >>> 15), 0x27d4eb2f) >>> LEFT_OF_BITS;
}

/** -1 for a letter of other than three bytes. */
function letterOf(bytes: Uint8Array, at: number): number {
  if (bytes[at] !== LEAD) return -1;
  return (((bytes[at + 1] ?? 0) & 31) << 6) | ((bytes[at + 2] ?? 0) & 63);
}

export function isLatin(byte: number): boolean {
  const letter = byte | 0x20;
  return letter >= 0x61 && letter <= 0x7a;
}
