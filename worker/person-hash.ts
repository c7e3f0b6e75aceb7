import { createKeyedHash } from '../shared/people/keyed-hash.ts';

/** Keyed hashes that stand in for a number: only somebody who knows the number and the Worker's secret can check it. */
export interface PersonHash {
  /** The hash of a person who was erased. */
  readonly person: (number: number) => string;
  /**
   * The hash of somebody called by an import that was deleted. It looks random, and cannot be matched with `person`.
   */
  readonly called: (number: number) => number;
  /** The hash of what a status said of somebody: 32 bits, never 0. It differs for two people with the same status. */
  readonly status: (number: number, mark: number) => number;
  /** The hash of the heading a status stood under; never 0. */
  readonly heading: (mark: number) => number;
}

export function createPersonHash(secretText: string): PersonHash {
  const secret = new TextEncoder().encode(secretText);
  // A longer secret is folded, because an HMAC key has at most 64 bytes.
  const key = new Uint8Array(Math.min(secret.length, 64));
  for (const [at, byte] of secret.entries()) key[at % 64] = (key[at % 64] ?? 0) ^ byte;
  const hash = createKeyedHash(key);
  return {
    person: (number) => hash.text(`dialsheet person v1 ${number}`),
    called: (number) => hash.bits(`dialsheet called v1 ${number}`),
    status: (number, mark) => hash.bits(`dialsheet status v1 ${number} ${mark}`) % 0x1_0000_0000 || 1,
    heading: (mark) => hash.bits(`dialsheet heading v1 ${mark}`) || 1,
  };
}
