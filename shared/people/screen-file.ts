import type { ScreenNumber } from '../contacts/row-check.ts';
import type { ScreenHits } from './screen-answer.ts';

export const SKIP_RULES = ['suppressed', 'called_recently'] as const;
type Rule = (typeof SKIP_RULES)[number];

/** Numbers that rise, and for each of them the place of its reason. */
export interface Skips {
  readonly numbers: Float64Array;
  readonly by: Uint32Array | null;
}

/** Whom the people room will not have called. */
export function screenOf(hits: ScreenHits): ScreenNumber {
  const skips = {
    suppressed: { numbers: hits.suppressed, by: hits.suppressedBy },
    called_recently: { numbers: hits.calledRecently, by: hits.calledBy },
  };
  return (number) => findSkip(skips, number, hits.reasons);
}

export function findSkip(
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

/** One reason, and how many people it keeps out. */
export interface LeftOutBy {
  readonly reason: ScreenHits['reasons'][number];
  readonly people: number;
}

/** By reason, the most people first. */
export function leftOutBy({ reasons, suppressedBy, calledBy }: ScreenHits): LeftOutBy[] {
  const counts = new Uint32Array(reasons.length);
  for (const by of [suppressedBy, calledBy]) for (const place of by) counts[place] = (counts[place] ?? 0) + 1;
  return reasons
    .map((reason, place) => ({ reason, people: counts[place] ?? 0 }))
    .filter(({ people }) => people > 0)
    .toSorted((left, right) => right.people - left.people);
}
