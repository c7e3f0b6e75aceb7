import type { Encoding } from './encoding.ts';
import { createLineUnquoter } from './line-unquoter.ts';
import { createUtf16Transcoder } from './utf16-to-utf8.ts';

/** Turns the bytes of a file into UTF-8 (or any ASCII-shaped) bytes with its cells in plain sight, as a stream. */
export interface Transcoder {
  /** The answer is valid until the next call. */
  push(bytes: Uint8Array): Uint8Array;
  finish(): Uint8Array;
}

/** Undefined where the bytes can be read as they lie on disk. */
export function createTranscoder(encoding: Encoding, linesInQuotes: boolean): Transcoder | undefined {
  const isUtf16 = encoding === 'utf-16le' || encoding === 'utf-16be';
  const wide = isUtf16 ? createUtf16Transcoder(encoding === 'utf-16le') : undefined;
  if (!linesInQuotes) return wide;
  const lines = createLineUnquoter();
  if (wide === undefined) return lines;
  return {
    push: (bytes) => lines.push(wide.push(bytes)),
    finish: () => lines.push(wide.finish()),
  };
}
