import { isRounded } from './excel-damage.ts';
import { MAX_E164_DIGITS, powerOfTen } from './number-table.ts';
import type { NumberTable, WrittenDigits } from './number-table.ts';

export const UNDECIDED = -1;
export const NOTHING_WRITTEN = 0;

const SPACE = 0x20;
const PLUS = 0x2b;
const OPENING = 0x28;
const CLOSING = 0x29;
const DASH = 0x2d;
const ZERO = 0x30;
const NINE = 0x39;
/** Nine digits are a small integer, which is faster to build than a floating-point number. */
const HIGH_DIGITS = 9;

/**
 * Reads `bytes[start, end)` if it has only digits, spaces, dashes and round brackets, perhaps after a plus: the E.164
 * digits of a valid number as an integer, NOTHING_WRITTEN for only spaces, otherwise UNDECIDED. Makes no string.
 * `digits` belongs to the caller and is overwritten.
 */
export function readNumber(
  bytes: Uint8Array,
  start: number,
  end: number,
  table: NumberTable,
  digits: WrittenDigits,
): number {
  let index = start;
  while (index < end && bytes[index] === SPACE) index++;
  if (index === end) return NOTHING_WRITTEN;
  let last = end;
  while (bytes[last - 1] === SPACE) last--;
  const plus = bytes[index] === PLUS;
  if (plus) index++;
  const first = index;
  // A minus before the digits is the result of a sum.
  for (; index < last && isSeparator(bytes[index] ?? 0); index++) if (bytes[index] === DASH) return UNDECIDED;
  while (index < last && (bytes[index] === ZERO || isSeparator(bytes[index] ?? 0))) index++;
  const leadingZeros = countZeros(bytes, first, index);
  let high = 0;
  let low = 0;
  let significant = 0;
  for (; index < last; index++) {
    const byte = bytes[index] ?? 0;
    if (byte >= ZERO && byte <= NINE) {
      if (significant < HIGH_DIGITS) high = high * 10 + (byte - ZERO);
      else low = low * 10 + (byte - ZERO);
      significant++;
    } else if (!isSeparator(byte)) return UNDECIDED;
  }
  if (significant > MAX_E164_DIGITS) return UNDECIDED;
  const isBare = !plus && leadingZeros === 0 && significant === last - first;
  if (isBare && bytes[last - 1] === ZERO && isRounded(significant, zerosBefore(bytes, last))) return UNDECIDED;
  // A minus after the digits, or brackets around all of them, is a negative amount.
  if (!isBare && (bytes[last - 1] === DASH || (bytes[first] === OPENING && bytes[last - 1] === CLOSING)))
    return UNDECIDED;
  digits.value = high * powerOfTen(Math.max(0, significant - HIGH_DIGITS)) + low;
  digits.count = leadingZeros + significant;
  digits.leadingZeros = leadingZeros;
  digits.plus = plus;
  return table.find(digits) || UNDECIDED;
}

function isSeparator(byte: number): boolean {
  return byte === SPACE || byte === DASH || byte === OPENING || byte === CLOSING;
}

function countZeros(bytes: Uint8Array, from: number, to: number): number {
  let zeros = 0;
  for (let index = from; index < to; index++) if (bytes[index] === ZERO) zeros++;
  return zeros;
}

function zerosBefore(bytes: Uint8Array, end: number): number {
  let zeros = 0;
  while (bytes[end - 1 - zeros] === ZERO) zeros++;
  return zeros;
}
