import { isUtf8 } from './is-utf8.ts';
import { windows1252Bytes } from './windows-1252.ts';

/** The later bytes of a character, as Windows-1252 shows them. */
const REST =
  '[\\u0080-\\u00bf\\u20ac\\u201a\\u0192\\u201e\\u2026\\u2020\\u2021\\u02c6\\u2030\\u0160\\u2039\\u0152\\u017d\\u2018\\u2019\\u201c\\u201d\\u2022\\u2013\\u2014\\u02dc\\u2122\\u0161\\u203a\\u0153\\u017e\\u0178]';
const SEQUENCE = new RegExp(`[\\u00c2-\\u00df]${REST}|[\\u00e0-\\u00ef]${REST}{2}|[\\u00f0-\\u00f4]${REST}{3}`, 'gu');
const FOREIGN = /[^\p{ASCII}\u00a0]/gu;
const LETTER = /[\p{L}\p{M}]/u;
/** Some bytes have no character in Windows-1252 and were lost, so not every letter has to fit. */
const MOST = 0.6;

const MOST_READ = 64 * 1024;

const utf8 = new TextDecoder('utf-8', { fatal: false, ignoreBOM: true });

/** Whether a UTF-8 text was read as Windows-1252 and encoded again: `RenÃ©`, `à¤®à¥‹à¤¬à¤¾à¤‡à¤²`. */
export function isEncodedTwice(text: Uint8Array): boolean {
  const written = utf8.decode(text.subarray(0, MOST_READ));
  const foreign = written.match(FOREIGN)?.length ?? 0;
  if (foreign === 0) return false;
  let [within, letters] = [0, 0];
  for (const [sequence] of written.matchAll(SEQUENCE)) {
    const bytes = windows1252Bytes(sequence);
    if (bytes === undefined || !isUtf8(bytes, 0, bytes.length)) continue;
    within += sequence.length;
    if (LETTER.test(utf8.decode(bytes))) letters++;
  }
  return letters > 0 && within >= foreign * MOST;
}
