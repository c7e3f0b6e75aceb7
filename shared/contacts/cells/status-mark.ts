import { MAX_STATUS_CHARS } from '../../list-limits.ts';
import type { FileShape } from '../file-shape.ts';

const AMOUNT =
  /^(?:rs\.?|inr|₹|\$|€|£|रु\.?|रू\.?)?\s*([+-]?)\s*(\d[\d,]*)(?:\.(\d+))?\s*(?:\/-|rs\.?|inr|₹|€|रु\.?|रू\.?)?$/u;

/**
 * A status without the differences that spreadsheets and exports make: case, spaces, signs, digits of other scripts,
 * and for amounts the currency, grouping and zeros. `-` and `—` mean no status.
 */
export function foldStatus(text: string): string {
  const plain = text
    .slice(0, MAX_STATUS_CHARS)
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/\p{Cf}/gu, '')
    .replaceAll(/\p{Nd}/gu, digitOf)
    .replaceAll(/\s+/gu, ' ')
    .trim();
  const [whole, sign = '', digits = '', decimals = ''] = AMOUNT.exec(plain) ?? [];
  if (whole === undefined) return plain.replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, ' ').trim();
  const units = digits.replaceAll(',', '').replace(/^0+(?=\d)/u, '');
  const rest = decimals.replace(/0+$/u, '');
  const amount = rest === '' ? units : `${units}.${rest}`;
  return sign === '-' && amount !== '0' ? `-${amount}` : amount;
}

/** A script's ten digits follow one another, and the character before its zero is not a digit. */
export function digitOf(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  if (code < 0x80) return digit;
  let value = 0;
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - value - 1))) value += 1;
  return String(value);
}

/**
 * 32 bits that are the same for equal statuses, never 0. It does not resist an attacker, so it is stored keyed together
 * with the number.
 */
export function statusMark(text: string): number {
  let hash = 0x811c_9dc5;
  const folded = foldStatus(text);
  for (let at = 0; at < folded.length; at += 1) hash = Math.imul(hash ^ folded.charCodeAt(at), 0x0100_0193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85eb_ca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2_ae35);
  return (hash ^ (hash >>> 16)) >>> 0 || 1;
}

/**
 * The mark of the status column's heading; 0 if no column gives a status. Values of different columns are not compared.
 */
export function statusHeading({ headings, statusColumn }: Pick<FileShape, 'headings' | 'statusColumn'>): number {
  return statusColumn === undefined ? 0 : statusMark(headings[statusColumn] ?? '');
}
