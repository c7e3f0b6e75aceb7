import { decodeText } from './decode-text.ts';

const QUOTE = 0x22;

/**
 * Where the first `most` cells of one record are: pairs `[start, end]`, quotes included. `bytes[start, end)` is a
 * complete record without its line end, so that every newline in it is quoted.
 */
export function cellRanges(
  bytes: Uint8Array,
  start: number,
  end: number,
  delimiter: number,
  most = Number.POSITIVE_INFINITY,
): number[] {
  const ranges: number[] = [];
  let at = start;
  for (;;) {
    ranges.push(at);
    at = cellEnd(bytes, at, end, delimiter);
    ranges.push(at);
    if (at >= end || ranges.length >= most * 2) return ranges;
    at++;
  }
}

/** Where the cell that begins at `start` ends, quotes included: at the delimiter or the end of the record. */
export function cellEnd(bytes: Uint8Array, start: number, end: number, delimiter: number): number {
  let at = start;
  if (at < end && bytes[at] === QUOTE) at = afterQuotes(bytes, at + 1, end);
  while (at < end && bytes[at] !== delimiter) at++;
  return at;
}

/** The position after the closing quote; a doubled quote does not close. */
function afterQuotes(bytes: Uint8Array, from: number, end: number): number {
  let at = from;
  while (at < end) {
    if (bytes[at] !== QUOTE) at++;
    else if (at + 1 < end && bytes[at + 1] === QUOTE) at += 2;
    else return at + 1;
  }
  return end;
}

/** The text of the cell at `bytes[start, end)`, quoted or not, in UTF-8 or Windows-1252. */
export function cellText(bytes: Uint8Array, start: number, end: number): string {
  if (start >= end || bytes[start] !== QUOTE) return decodeText(bytes, start, end);
  const plain = unquote(bytes.subarray(start, end));
  return decodeText(plain, 0, plain.length);
}

/** Removes RFC 4180 quotes; text after the closing quote is kept, as spreadsheets do. */
function unquote(written: Uint8Array): Uint8Array {
  if (written.indexOf(QUOTE, 1) === written.length - 1) return written.subarray(1, -1);
  const plain = new Uint8Array(written.length);
  let length = 0;
  let inQuotes = true;
  for (let index = 1; index < written.length; index++) {
    const byte = written[index] ?? 0;
    if (inQuotes && byte === QUOTE) {
      if (written[index + 1] === QUOTE) index++;
      else {
        inQuotes = false;
        continue;
      }
    }
    plain[length++] = byte;
  }
  return plain.subarray(0, length);
}
