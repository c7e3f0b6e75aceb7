export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** An encoding as its first bytes show it; `markBytes` is the length of the byte order mark. */
export interface EncodingGuess {
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be';
  readonly markBytes: number;
}

/**
 * UTF-16 without a mark has zeros on one side of its byte pairs, because every ASCII digit, delimiter and line end has
 * one.
 */
const MIN_ZERO_SHARE = 0.2;
const MAX_ZERO_SHARE_OTHER_SIDE = 0.05;

/**
 * Detects the encoding from a file's first bytes. Windows-1252 and UTF-8 are not distinguished here: both have the same
 * structure, and each cell is decoded by its own bytes.
 */
export function guessEncoding(head: Uint8Array): EncodingGuess {
  const [first, second, third] = head;
  if (first === 0xef && second === 0xbb && third === 0xbf) return { encoding: 'utf-8', markBytes: 3 };
  if (first === 0xff && second === 0xfe) return { encoding: 'utf-16le', markBytes: 2 };
  if (first === 0xfe && second === 0xff) return { encoding: 'utf-16be', markBytes: 2 };
  const pairs = head.length >> 1;
  if (pairs === 0) return { encoding: 'utf-8', markBytes: 0 };
  let zerosFirst = 0;
  let zerosSecond = 0;
  for (let index = 0; index < pairs * 2; index += 2) {
    if (head[index] === 0) zerosFirst++;
    if (head[index + 1] === 0) zerosSecond++;
  }
  const many = pairs * MIN_ZERO_SHARE;
  const few = pairs * MAX_ZERO_SHARE_OTHER_SIDE;
  if (zerosSecond >= many && zerosFirst <= few) return { encoding: 'utf-16le', markBytes: 0 };
  if (zerosFirst >= many && zerosSecond <= few) return { encoding: 'utf-16be', markBytes: 0 };
  return { encoding: 'utf-8', markBytes: 0 };
}
