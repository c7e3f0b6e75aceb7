import { DELIMITERS } from './detect-delimiter.ts';
import type { Transcoder } from './transcoder.ts';

const QUOTE = 0x22;
const LF = 0x0a;
const CR = 0x0d;
/** `"Name,Mobile";;`: empty cells after a quoted line. */
const DELIMITER_CODES = new Set(DELIMITERS.map((delimiter) => delimiter.charCodeAt(0)));

/**
 * Removes the quotes of lines that are quoted as a whole, so that their cells appear: `"Asha,98…"` becomes `Asha,98…`.
 */
export function createLineUnquoter(): Transcoder {
  let atLineStart = true;
  let inQuotes = false;
  /** After a quote, the next byte shows whether it is doubled or closes the line. */
  let pending = false;
  /** Delimiters after the closing quote are written only if something else follows them. */
  let behind: number[] | undefined;

  return {
    push(bytes) {
      const out = new Uint8Array(bytes.length + 1 + (behind?.length ?? 0));
      let length = 0;
      for (const byte of bytes) {
        if (pending) {
          pending = false;
          if (byte === QUOTE) {
            out[length++] = QUOTE;
            continue;
          }
          inQuotes = false;
          behind = [];
        }
        if (behind !== undefined) {
          if (DELIMITER_CODES.has(byte)) {
            behind.push(byte);
            continue;
          }
          if (byte !== LF && byte !== CR) for (const held of behind) out[length++] = held;
          behind = undefined;
        }
        if (byte === QUOTE && atLineStart) inQuotes = true;
        else if (byte === QUOTE && inQuotes) pending = true;
        else out[length++] = byte;
        atLineStart = !inQuotes && (byte === LF || byte === CR);
      }
      return out.subarray(0, length);
    },
    finish: () => new Uint8Array(0),
  };
}
