import { isUtf8 } from '../csv/is-utf8.ts';
import { MAX_VARIABLE_CHARS } from '../limits.ts';

/** The cell must be decoded to know its length. */
export const NOT_PLAIN = -1;

const OTHER = 0;
const PLAIN = 1;
const SPACE = 2;
const WIDE = 3;

/**
 * The kind of each byte. Every character that Unicode counts as space or control begins with one of the bytes excluded
 * from 0x80 on.
 */
const KINDS = Uint8Array.from({ length: 256 }, (_, byte) => {
  if (byte === 0x20) return SPACE;
  if (byte < 0x20 || byte === 0x7f || [0x22, 0x2c, 0x40, 0xc2, 0xe1, 0xe2, 0xe3, 0xef].includes(byte)) return OTHER;
  return byte < 0x80 ? PLAIN : WIDE;
});

/**
 * How many bytes the cell at `bytes[start, end)` takes in a list: the same as here, if it is sent unchanged. Because
 * most cells are, a text with variables is checked at a million rows a second rather than five.
 */
export function plainLength(bytes: Uint8Array, start: number, end: number): number {
  if (end - start > MAX_VARIABLE_CHARS) return NOT_PLAIN;
  let before = SPACE;
  let isWide = false;
  for (let at = start; at < end; at++) {
    const kind = KINDS[bytes[at] ?? 0] ?? OTHER;
    if (kind === OTHER || (kind === SPACE && before === SPACE)) return NOT_PLAIN;
    if (kind === WIDE) isWide = true;
    before = kind;
  }
  if (before === SPACE && end > start) return NOT_PLAIN;
  return isWide && !isUtf8(bytes, start, end) ? NOT_PLAIN : end - start;
}
