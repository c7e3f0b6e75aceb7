import { isRounded } from './excel-damage.ts';
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
/** Up to here the digits' value is an exact integer. */
const MAX_DIGITS = 15;

/**
 * Reads `bytes[start, end)` where it is nothing but digits, spaces, dashes and round brackets, with a plus before them
 * perhaps: the E.164 digits of a valid number as an integer, NOTHING_WRITTEN for spaces only, else UNDECIDED. Makes no
 * string. `digits` is the caller's, to be written over.
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
  const plus = bytes[index] === PLUS;
  if (plus) index++;
  let last = end;
  while (bytes[last - 1] === SPACE) last--;
  const first = index;
  let value = 0;
  let count = 0;
  let leadingZeros = 0;
  let zerosAtEnd = 0;
  for (; index < last; index++) {
    const byte = bytes[index] ?? 0;
    if (byte > ZERO && byte <= NINE) {
      value = value * 10 + (byte - ZERO);
      zerosAtEnd = 0;
      count++;
    } else if (byte === ZERO) {
      value *= 10;
      zerosAtEnd++;
      if (value === 0) leadingZeros++;
      count++;
    } else if (byte !== SPACE && byte !== DASH && byte !== OPENING && byte !== CLOSING) return UNDECIDED;
  }
  if (count - leadingZeros > MAX_DIGITS) return UNDECIDED;
  if (!plus && leadingZeros === 0 && count === last - first && isRounded(count, zerosAtEnd)) return UNDECIDED;
  digits.value = value;
  digits.count = count;
  digits.leadingZeros = leadingZeros;
  digits.plus = plus;
  return table.find(digits) || UNDECIDED;
}
