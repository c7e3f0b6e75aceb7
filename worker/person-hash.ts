import { createKeyedHash } from '../shared/people/keyed-hash.ts';

/** What is left of numbers: who knows a number, and the Worker's secret, can tell. */
export interface PersonHash {
  /** Of a person who is erased. */
  readonly person: (number: number) => string;
  /** Of somebody who was called by an import that is deleted; not to be told from chance, nor joined to the other. */
  readonly called: (number: number) => number;
  /** Of what a status said of somebody: 32 bits, never 0. Of two people with one status they differ. */
  readonly status: (number: number, mark: number) => number;
  /** Of the heading a status stood under, never 0. */
  readonly heading: (mark: number) => number;
}

export function createPersonHash(secretText: string): PersonHash {
  const secret = new TextEncoder().encode(secretText);
  // A longer secret is folded: a key of HMAC has at most 64 bytes.
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
