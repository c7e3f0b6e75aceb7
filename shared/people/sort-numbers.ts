const DIGIT_BITS = 12;
const DIGITS = 1 << DIGIT_BITS;
const HIGHEST_DIGIT = DIGITS - 1;
/** Below this many numbers, sorting by comparison is as fast. */
const FEW = 4_096;

/**
 * A sorted copy. Many numbers are sorted digit by digit from the last one: numbers of one country are so close that
 * three digits of 12 bits distinguish them. All must lie within 2^53 of each other.
 */
export function sortNumbers(numbers: Float64Array): Float64Array {
  if (numbers.length < FEW) return numbers.slice().sort();
  let lowest = Number.POSITIVE_INFINITY;
  let highest = Number.NEGATIVE_INFINITY;
  for (const number of numbers) {
    if (number < lowest) lowest = number;
    if (number > highest) highest = number;
  }
  let sorted = numbers;
  let free: Float64Array = new Float64Array(numbers.length);
  for (let unit = 1; unit <= highest - lowest; unit *= DIGITS) {
    spread(sorted, free, lowest, unit);
    // The input array is not changed.
    [sorted, free] = [free, sorted === numbers ? new Float64Array(numbers.length) : sorted];
  }
  return sorted === numbers ? numbers.slice() : sorted;
}

/** Sorts by one digit; numbers with the same digit keep their order. */
function spread(from: Float64Array, to: Float64Array, lowest: number, unit: number): void {
  const perUnit = 1 / unit;
  const places = new Uint32Array(DIGITS);
  for (let at = 0; at < from.length; at += 1) {
    const digit = (((from[at] ?? 0) - lowest) * perUnit) & HIGHEST_DIGIT;
    places[digit] = (places[digit] ?? 0) + 1;
  }
  let before = 0;
  for (let digit = 0; digit < DIGITS; digit += 1) {
    const count = places[digit] ?? 0;
    places[digit] = before;
    before += count;
  }
  for (let at = 0; at < from.length; at += 1) {
    const number = from[at] ?? 0;
    const digit = ((number - lowest) * perUnit) & HIGHEST_DIGIT;
    const place = places[digit] ?? 0;
    to[place] = number;
    places[digit] = place + 1;
  }
}
