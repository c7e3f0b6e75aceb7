const ALPHABET = 'abcdefghijklmnopqrstuvwxyz0123456789';
const LENGTH = 8;
/** The largest multiple of 36 in a byte: bytes from here on would favour the first letters. */
const FAIR_BELOW = 252;

/** Eight characters of a-z0-9: the import's id on every surface, and in every campaign's name. */
export function newImportId(fillRandom: (bytes: Uint8Array<ArrayBuffer>) => void): string {
  let id = '';
  const bytes = new Uint8Array(16);
  while (id.length < LENGTH) {
    fillRandom(bytes);
    for (const byte of bytes) {
      if (byte < FAIR_BELOW && id.length < LENGTH) id += ALPHABET.charAt(byte % ALPHABET.length);
    }
  }
  return id;
}
