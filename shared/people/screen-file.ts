import type { ScreenNumber } from './left-out.ts';
import type { ScreenHits } from './screen-answer.ts';

export const SKIP_RULES = ['suppressed', 'called_recently'] as const;
/** With this many bits per number, one number in sixteen that is in no list is still searched for. */
const BITS_A_NUMBER = 16;
const WORD_BITS = 32;

type Rule = (typeof SKIP_RULES)[number];

/** Numbers, ascending, and for each the place of its reason. */
export interface Skips {
  readonly numbers: Float64Array;
  readonly by: Uint32Array | null;
}

/** People who must not be called, as the people room answered. */
export function screenOf(hits: ScreenHits): ScreenNumber {
  const skips = {
    suppressed: { numbers: hits.suppressed, by: hits.suppressedBy },
    called_recently: { numbers: hits.calledRecently, by: hits.calledBy },
  };
  return screenOfSkips(skips, hits.reasons);
}

/** Most numbers of a file are in no list, which a bit field shows without searching the lists. */
export function screenOfSkips(skips: Record<Rule, Skips>, reasons: ScreenHits['reasons']): ScreenNumber {
  const listed = SKIP_RULES.reduce((sum, rule) => sum + skips[rule].numbers.length, 0);
  const words = new Uint32Array(2 ** Math.ceil(Math.log2(1 + (listed * BITS_A_NUMBER) / WORD_BITS)));
  const mask = words.length - 1;
  for (const rule of SKIP_RULES) {
    for (const number of skips[rule].numbers) {
      const hash = hashOf(number);
      const word = (hash >>> 5) & mask;
      words[word] = (words[word] ?? 0) | (1 << (hash & 31));
    }
  }
  return (number) => {
    const hash = hashOf(number);
    const isClear = ((words[(hash >>> 5) & mask] ?? 0) & (1 << (hash & 31))) === 0;
    return isClear ? null : findSkip(skips, number, reasons);
  };
}

/** Whole numbers below 2^53. */
function hashOf(number: number): number {
  const mixed = Math.imul((number | 0) ^ Math.imul((number / 0x1_0000_0000) | 0, 0x85eb_ca6b), 0x9e37_79b1);
  return mixed ^ (mixed >>> 15);
}

function findSkip(
  skips: Record<Rule, Skips>,
  number: number,
  reasons: ScreenHits['reasons'],
): ReturnType<ScreenNumber> {
  for (const code of SKIP_RULES) {
    const { numbers, by } = skips[code];
    const place = placeOf(numbers, number);
    if (place < 0) continue;
    const reason = by === null ? undefined : reasons[by[place] ?? 0];
    return reason === undefined ? { code } : { code, reason };
  }
  return null;
}

function placeOf(numbers: Float64Array, number: number): number {
  let from = 0;
  let to = numbers.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((numbers[middle] ?? 0) < number) from = middle + 1;
    else to = middle;
  }
  return numbers[from] === number ? from : -1;
}

/** One reason, and how many people are left out because of it. */
export interface LeftOutBy {
  readonly reason: ScreenHits['reasons'][number];
  readonly people: number;
}

/** By reason, the one with the most people first. */
export function leftOutBy({ reasons, suppressedBy, calledBy }: ScreenHits): LeftOutBy[] {
  const counts = new Uint32Array(reasons.length);
  for (const by of [suppressedBy, calledBy]) for (const place of by) counts[place] = (counts[place] ?? 0) + 1;
  return reasons
    .map((reason, place) => ({ reason, people: counts[place] ?? 0 }))
    .filter(({ people }) => people > 0)
    .toSorted((left, right) => right.people - left.people);
}
