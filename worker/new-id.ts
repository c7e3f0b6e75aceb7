const ALPHABET = 'abcdefghijkmnpqrstuvwxyz23456789';
const ID_CHARS = 10;

/** 50 random bits in letters nobody mistakes for digits; the alphabet's 32 letters make the modulo fair. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(ID_CHARS));
  return Array.from(bytes, (byte) => ALPHABET[byte % ALPHABET.length]).join('');
}
