import { isUtf8 } from './is-utf8.ts';
import { windows1252Text } from './windows-1252.ts';

const utf8 = new TextDecoder('utf-8', { fatal: false, ignoreBOM: true });

/**
 * The text of `bytes[start, end)`: UTF-8 if it is valid UTF-8, otherwise Windows-1252. Every byte string has a text.
 */
export function decodeText(bytes: Uint8Array, start: number, end: number): string {
  return isUtf8(bytes, start, end) ? utf8.decode(bytes.subarray(start, end)) : windows1252Text(bytes, start, end);
}
