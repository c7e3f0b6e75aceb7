import { createKeyedHash } from '../shared/people/keyed-hash.ts';

/** What is left of a number once its person is erased: who knows the number, and the Worker's secret, can tell. */
export function createPersonHash(secretText: string): (number: number) => string {
  const secret = new TextEncoder().encode(secretText);
  // A longer secret is folded: a key of HMAC has at most 64 bytes.
  const key = new Uint8Array(Math.min(secret.length, 64));
  for (const [at, byte] of secret.entries()) key[at % 64] = (key[at % 64] ?? 0) ^ byte;
  const hash = createKeyedHash(key);
  return (number) => hash(`dialsheet person v1 ${number}`);
}
