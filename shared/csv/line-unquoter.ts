import { DELIMITERS } from './detect-delimiter.ts';
import type { Transcoder } from './transcoder.ts';

const QUOTE = 0x22;
const LF = 0x0a;
const CR = 0x0d;
/** `"Name,Mobile";;`: cells behind a quoted line that are empty. */
const DELIMITER_CODES = new Set(DELIMITERS.map((delimiter) => delimiter.charCodeAt(0)));

/** Takes the quotes off lines that stand in quotes as a whole, so that their cells show: `"Asha,98…"` as `Asha,98…`. */
export function createLineUnquoter(): Transcoder {
  let atLineStart = true;
  let inQuotes = false;
  /** A quote was read that is doubled or closes the line: the next byte tells. */
  let pending = false;
  /** Delimiters behind the closing quote: written only when something else follows them. */
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
