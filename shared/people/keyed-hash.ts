/**
 * HMAC-SHA-256 of short texts without awaiting: screening must stay one synchronous step, and the platform's own HMAC
 * is asynchronous. Tests compare the results with the platform's.
 */
const PRIMES = firstPrimes(64);
const K = Int32Array.from(PRIMES, (prime) => fraction(Math.cbrt(prime)));
const START = Int32Array.from(PRIMES.slice(0, 8), (prime) => fraction(Math.sqrt(prime)));
const BLOCK = 64;

function firstPrimes(count: number): number[] {
  const primes: number[] = [];
  for (let each = 2; primes.length < count; each += 1) {
    if (primes.every((prime) => each % prime !== 0)) primes.push(each);
  }
  return primes;
}

function fraction(root: number): number {
  return Math.floor((root - Math.floor(root)) * 0x1_0000_0000);
}

const turned = (word: number, by: number): number => (word >>> by) | (word << (32 - by));

/** Buffer for one block; it is filled and read without awaiting in between. */
const W = new Int32Array(64);
const BYTES = new Uint8Array(BLOCK);
const VIEW = new DataView(BYTES.buffer);

/**
 * Adds the block in `BYTES` to the state. Plain variables instead of arrays in the loop, so that a million numbers are
 * hashed in seconds.
 */
function compress(state: Int32Array): void {
  for (let at = 0; at < 16; at += 1) W[at] = VIEW.getInt32(at * 4);
  for (let at = 16; at < 64; at += 1) {
    const x = W[at - 15] ?? 0;
    const y = W[at - 2] ?? 0;
    const s0 = turned(x, 7) ^ turned(x, 18) ^ (x >>> 3);
    const s1 = turned(y, 17) ^ turned(y, 19) ^ (y >>> 10);
    W[at] = ((W[at - 16] ?? 0) + s0 + (W[at - 7] ?? 0) + s1) | 0;
  }
  let a = state[0] ?? 0;
  let b = state[1] ?? 0;
  let c = state[2] ?? 0;
  let d = state[3] ?? 0;
  let e = state[4] ?? 0;
  let f = state[5] ?? 0;
  let g = state[6] ?? 0;
  let h = state[7] ?? 0;
  for (let at = 0; at < 64; at += 1) {
    const s1 = turned(e, 6) ^ turned(e, 11) ^ turned(e, 25);
    const t1 = (h + s1 + ((e & f) ^ (~e & g)) + (K[at] ?? 0) + (W[at] ?? 0)) | 0;
    const s0 = turned(a, 2) ^ turned(a, 13) ^ turned(a, 22);
    const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + t1) | 0;
    d = c;
    c = b;
    b = a;
    a = (t1 + t2) | 0;
  }
  state[0] = ((state[0] ?? 0) + a) | 0;
  state[1] = ((state[1] ?? 0) + b) | 0;
  state[2] = ((state[2] ?? 0) + c) | 0;
  state[3] = ((state[3] ?? 0) + d) | 0;
  state[4] = ((state[4] ?? 0) + e) | 0;
  state[5] = ((state[5] ?? 0) + f) | 0;
  state[6] = ((state[6] ?? 0) + g) | 0;
  state[7] = ((state[7] ?? 0) + h) | 0;
}

/**
 * Finishes a state that already took one block, with the first `length` bytes of `BYTES` (at most 55) as the last
 * block.
 */
function finish(state: Int32Array, length: number): void {
  BYTES[length] = 0x80;
  BYTES.fill(0, length + 1);
  VIEW.setUint32(BLOCK - 4, (BLOCK + length) * 8);
  compress(state);
}

export interface KeyedHash {
  /** HMAC-SHA-256 of at most 55 bytes, as hexadecimal. */
  text(text: string): string;
  /** The first 53 bits of the same as a number, which saves making a text for each of a million. */
  bits(text: string): number;
}

/** `key` has at most 64 bytes. */
export function createKeyedHash(key: Uint8Array): KeyedHash {
  const inner = stateOf(key, 0x36);
  const outer = stateOf(key, 0x5c);
  const encoder = new TextEncoder();
  const digest = new Int32Array(8);
  function hash(text: string): void {
    const { written } = encoder.encodeInto(text, BYTES);
    digest.set(inner);
    finish(digest, written);
    for (let at = 0; at < 8; at += 1) VIEW.setInt32(at * 4, digest[at] ?? 0);
    digest.set(outer);
    finish(digest, 32);
  }
  return {
    text: (text) => {
      hash(text);
      return Array.from(digest, (word) => (word >>> 0).toString(16).padStart(8, '0')).join('');
    },
    bits: (text) => {
      hash(text);
      return ((digest[0] ?? 0) >>> 0) * 0x20_0000 + ((digest[1] ?? 0) >>> 11);
    },
  };
}

/** A state that has taken the key. */
function stateOf(key: Uint8Array, pad: number): Int32Array {
  for (let at = 0; at < BLOCK; at += 1) BYTES[at] = (key[at] ?? 0) ^ pad;
  const state = START.slice();
  compress(state);
  return state;
}
