import { NumberScreen } from './number-screen.ts';
import { packNumbers, sortedOnce, unpackNumbers } from './packed-numbers.ts';

/** Numbers (ascending, each once), each with the mark of its status; 0 if nothing is known. */
export interface MarkedNumbers {
  readonly numbers: Float64Array;
  readonly marks: Uint32Array;
  /** The marks of some numbers, by place; 0 for a number that is not included. */
  among(some: Float64Array): Uint32Array;
}

/** Marks of numbers' statuses, and the mark of their heading: values of different columns are not compared. */
export interface Marks {
  readonly heading: number;
  readonly marks: Uint32Array;
}

/** If a number occurs several times, its first row counts, because that is the one called. */
export function markNumbers(numbers: Float64Array, marks: Uint32Array): MarkedNumbers {
  const sorted = sortedOnce(numbers);
  const screen = new NumberScreen(sorted);
  const taken = new Uint32Array(sorted.length);
  for (let at = 0; at < numbers.length; at += 1) {
    const place = screen.placeOf(numbers[at] ?? 0);
    if (taken[place] === 0) taken[place] = marks[at] ?? 0;
  }
  return {
    numbers: sorted,
    marks: taken,
    among: (some) => Uint32Array.from(some, (number) => taken[screen.placeOf(number)] ?? 0),
  };
}

/** The output of `packNumbers`, then 32 bits each: the heading's mark, and one mark per number in the same order. */
export function packMarked(numbers: Float64Array, { heading, marks }: Marks): Uint8Array<ArrayBuffer> {
  const packed = packNumbers(numbers);
  const whole = new Uint8Array(packed.length + 4 + marks.byteLength);
  whole.set(packed);
  const words = new Uint32Array(whole.buffer);
  words[packed.length / 4] = heading;
  words.set(marks, packed.length / 4 + 1);
  return whole;
}

/** Packed numbers, with or without marks; null for other bytes, and for marks of numbers that are not ascending. */
export function readMarked(bytes: Uint8Array): { readonly packed: Uint8Array; readonly marked: Marks | null } | null {
  const words = new Uint32Array(bytes.slice(0, bytes.length - (bytes.length % 4)).buffer);
  const groups = words[0] ?? 0;
  if (bytes.length < 4 || bytes.length % 4 !== 0 || 1 + groups * 2 > words.length) return null;
  let count = 0;
  for (let group = 0; group < groups; group += 1) count += words[2 + group * 2] ?? 0;
  const end = 1 + groups * 2 + count;
  const packed = bytes.subarray(0, end * 4);
  if (words.length === end) return { packed, marked: null };
  if (words.length !== end + 1 + count || !rises(unpackNumbers(packed))) return null;
  return { packed, marked: { heading: words[end] ?? 0, marks: words.slice(end + 1) } };
}

function rises(numbers: Float64Array): boolean {
  return numbers.every((number, at) => at === 0 || number > (numbers[at - 1] ?? 0));
}
