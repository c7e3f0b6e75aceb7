import { isUtf8 } from './is-utf8.ts';

const utf8 = new TextDecoder('utf-8', { fatal: false, ignoreBOM: true });

/** Windows-1252 where it differs from Latin-1: 0x80 to 0x9F, as the WHATWG encoding standard has it. */
const WINDOWS_1252_80_TO_9F =
  '\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f' +
  '\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178';

/** Text of `bytes[start, end)`: UTF-8 where it is UTF-8, else Windows-1252. Total: every byte string has a text. */
export function decodeText(bytes: Uint8Array, start: number, end: number): string {
  if (isUtf8(bytes, start, end)) return utf8.decode(bytes.subarray(start, end));
  let text = '';
  for (let index = start; index < end; index++) {
    const byte = bytes[index] ?? 0;
    text += byte >= 0x80 && byte <= 0x9f ? (WINDOWS_1252_80_TO_9F[byte - 0x80] ?? '') : String.fromCharCode(byte);
  }
  return text;
}
