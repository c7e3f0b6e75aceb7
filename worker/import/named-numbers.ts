/**
 * The contacts of a campaign that Exotel names in a refusal ("+9198… is not a valid number"), as E.164 digits.
 * Matched by their last ten digits, since it may repeat a number in national form; a number not ours is not a match.
 */
export function namedNumbers(description: string, numbers: Float64Array, known: readonly number[]): number[] {
  const runs = description.slice(0, 2_000).match(/\+?\d(?:[\s-]?\d){7,14}/g) ?? [];
  const tails = new Set(runs.map((run) => run.replace(/\D/g, '').slice(-TAIL_DIGITS)));
  if (tails.size === 0) return [];
  const already = new Set(known);
  return Array.from(numbers).filter((number) => tails.has(String(number).slice(-TAIL_DIGITS)) && !already.has(number));
}

const TAIL_DIGITS = 10;
