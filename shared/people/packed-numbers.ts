import { sortNumbers } from './sort-numbers.ts';

/**
 * E.164 numbers as few bytes: sorted, four bytes each. Numbers of one country differ only in their lower 32 bits, so
 * they are grouped: `[groups, high, count, high, count, .., low, low, ..]`, all 32 bits, little-endian.
 */
const HIGH = 0x1_0000_0000;

/** `sorted` is ascending and may hold a number several times. */
export function packNumbers(sorted: Float64Array): Uint8Array<ArrayBuffer> {
  const groups: { high: number; count: number }[] = [];
  for (const number of sorted) {
    const high = Math.floor(number / HIGH);
    const last = groups.at(-1);
    if (last?.high === high) last.count += 1;
    else groups.push({ high, count: 1 });
  }
  const words = new Uint32Array(1 + groups.length * 2 + sorted.length);
  words[0] = groups.length;
  for (const [at, { high, count }] of groups.entries()) words.set([high, count], 1 + at * 2);
  const from = 1 + groups.length * 2;
  for (let at = 0; at < sorted.length; at += 1) words[from + at] = (sorted[at] ?? 0) % HIGH;
  return new Uint8Array(words.buffer);
}

export interface PackedGroup {
  readonly high: number;
  readonly lows: Uint32Array;
  /** The place of the group's first number among all numbers. */
  readonly from: number;
}

/** The groups of what `packNumbers` made, without copying; null for other bytes. */
export function readPacked(bytes: Uint8Array): readonly PackedGroup[] | null {
  if (bytes.byteLength < 4 || bytes.byteLength % 4 !== 0) return null;
  // A typed-array view needs bytes that start at a multiple of four.
  const own = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice();
  const words = new Uint32Array(own.buffer, own.byteOffset, own.byteLength / 4);
  const count = words[0] ?? 0;
  if (1 + count * 2 > words.length) return null;
  const groups: PackedGroup[] = [];
  let at = 1 + count * 2;
  let from = 0;
  for (let group = 0; group < count; group += 1) {
    const high = words[1 + group * 2] ?? 0;
    const size = words[2 + group * 2] ?? 0;
    if (at + size > words.length) return null;
    groups.push({ high, lows: words.subarray(at, at + size), from });
    at += size;
    from += size;
  }
  return at === words.length ? groups : null;
}

export function countPacked(bytes: Uint8Array): number {
  return (readPacked(bytes) ?? []).reduce((sum, { lows }) => sum + lows.length, 0);
}

/** All numbers, ascending; empty for other bytes. */
export function unpackNumbers(bytes: Uint8Array): Float64Array {
  const groups = readPacked(bytes) ?? [];
  const numbers = new Float64Array(groups.reduce((sum, { lows }) => sum + lows.length, 0));
  for (const { high, lows, from } of groups) {
    for (let at = 0; at < lows.length; at += 1) numbers[from + at] = high * HIGH + (lows[at] ?? 0);
  }
  return numbers;
}

/** The places of a number, `[first, end)`; empty if it is not there. */
export function placesOf(bytes: Uint8Array, number: number): readonly [first: number, end: number] {
  const high = Math.floor(number / HIGH);
  const low = number % HIGH;
  for (const group of readPacked(bytes) ?? []) {
    if (group.high !== high) continue;
    const first = lowerBound(group.lows, low);
    let end = first;
    while (end < group.lows.length && group.lows[end] === low) end += 1;
    return [group.from + first, group.from + end];
  }
  return [0, 0];
}

/** The first place whose value is at least `value`. */
function lowerBound(lows: Uint32Array, value: number): number {
  let from = 0;
  let to = lows.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((lows[middle] ?? 0) < value) from = middle + 1;
    else to = middle;
  }
  return from;
}

/**
 * The same numbers without this one. A neighbour is written over it, and so occurs twice, so that all others keep their
 * places.
 */
export function overwriteNumber(bytes: Uint8Array, number: number): Uint8Array<ArrayBuffer> | null {
  const numbers = unpackNumbers(bytes);
  const other = numbers.findLast((each) => each < number) ?? numbers.find((each) => each > number);
  if (other === undefined) return null;
  return packNumbers(numbers.map((each) => (each === number ? other : each)));
}

/** A sorted copy with every number once. */
export function sortedOnce(numbers: Float64Array): Float64Array {
  const sorted = sortNumbers(numbers);
  let kept = 0;
  for (let at = 0; at < sorted.length; at += 1) {
    if (at === 0 || sorted[at] !== sorted[kept - 1]) sorted[kept++] = sorted[at] ?? 0;
  }
  return sorted.subarray(0, kept);
}
