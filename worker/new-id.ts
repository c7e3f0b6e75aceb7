const ALPHABET = 'abcdefghijkmnpqrstuvwxyz23456789';
const ID_CHARS = 10;

/** 50 random bits, in letters that nobody mistakes for digits. The alphabet has 32 letters, so the modulo is fair. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(ID_CHARS));
  return Array.from(bytes, (byte) => ALPHABET[byte % ALPHABET.length]).join('');
}
