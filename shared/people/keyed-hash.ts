/**
 * HMAC-SHA-256 of short texts, without waiting: screening must stay one step, and the platform's own answers later. Held
 * against the platform's in tests.
 */
const PRIMES = firstPrimes(64);
const K = Uint32Array.from(PRIMES, (prime) => fraction(Math.cbrt(prime)));
const START = Uint32Array.from(PRIMES.slice(0, 8), (prime) => fraction(Math.sqrt(prime)));
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

/** One block of 64 bytes into the state. */
function compress(state: Uint32Array, block: Uint8Array): void {
  const w = new Uint32Array(64);
  const view = new DataView(block.buffer, block.byteOffset, BLOCK);
  for (let at = 0; at < 16; at += 1) w[at] = view.getUint32(at * 4);
  for (let at = 16; at < 64; at += 1) {
    const x = w[at - 15] ?? 0;
    const y = w[at - 2] ?? 0;
    const s0 = turned(x, 7) ^ turned(x, 18) ^ (x >>> 3);
    const s1 = turned(y, 17) ^ turned(y, 19) ^ (y >>> 10);
    w[at] = (w[at - 16] ?? 0) + s0 + (w[at - 7] ?? 0) + s1;
  }
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
  for (let at = 0; at < 64; at += 1) {
    const s1 = turned(e, 6) ^ turned(e, 11) ^ turned(e, 25);
    const t1 = (h + s1 + ((e & f) ^ (~e & g)) + (K[at] ?? 0) + (w[at] ?? 0)) | 0;
    const s0 = turned(a, 2) ^ turned(a, 13) ^ turned(a, 22);
    const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + t1) | 0, c, b, a, (t1 + t2) | 0];
  }
  for (const [at, word] of [a, b, c, d, e, f, g, h].entries()) state[at] = (state[at] ?? 0) + word;
}

/** Into a copy of a state that has taken one block already: at most 55 bytes, their end, their length. */
function finish(state: Uint32Array, bytes: Uint8Array): Uint8Array {
  const block = new Uint8Array(BLOCK);
  block.set(bytes);
  block[bytes.length] = 0x80;
  new DataView(block.buffer).setUint32(BLOCK - 4, (BLOCK + bytes.length) * 8);
  const own = state.slice();
  compress(own, block);
  const digest = new Uint8Array(32);
  const view = new DataView(digest.buffer);
  for (const [at, word] of own.entries()) view.setUint32(at * 4, word);
  return digest;
}

/** `key` at most 64 bytes. The answer takes texts of at most 55 bytes and gives hexadecimal. */
export function createKeyedHash(key: Uint8Array): (text: string) => string {
  const padded = new Uint8Array(BLOCK);
  padded.set(key.subarray(0, BLOCK));
  const inner = START.slice();
  compress(
    inner,
    padded.map((byte) => byte ^ 0x36),
  );
  const outer = START.slice();
  compress(
    outer,
    padded.map((byte) => byte ^ 0x5c),
  );
  const encoder = new TextEncoder();
  return (text) => {
    const digest = finish(outer, finish(inner, encoder.encode(text)));
    return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
  };
}
