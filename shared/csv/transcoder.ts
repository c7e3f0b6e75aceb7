import type { Encoding } from './encoding.ts';
import { createLineUnquoter } from './line-unquoter.ts';
import { createUtf16Transcoder } from './utf16-to-utf8.ts';

/**
 * Converts a file's bytes, as a stream, into UTF-8 (or other ASCII-compatible) bytes whose cells can be read directly.
 */
export interface Transcoder {
  /** The answer is valid until the next call. */
  push(bytes: Uint8Array): Uint8Array;
  finish(): Uint8Array;
}

/** Undefined if the stored bytes can be read unchanged. */
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
