import { describe, expect, it } from 'vitest';
import { howFar, isBeforeStart } from '../../../../worker/import/outbox/how-far.ts';
import type { CampaignState } from '../../../../shared/protocol/campaign-view.ts';

const STARTS_AT = 1_000_000;
/** So long before it, clocks may still differ about it. */
const EARLY = STARTS_AT - 60_001;

describe('how far a campaign is', () => {
  it.each<[CampaignState, before: number, after: number, unsaid: number]>([
    ['in_progress', 3, 3, 3],
    ['completed', 0, 4, 4],
    ['canceled', 0, 4, 4],
    ['failed', 0, 4, 4],
    ['archived', 0, 4, 4],
    ['deleted', 0, 0, 0],
    ['paused', 1, 2, 2],
    ['created', 1, 1, 1],
    ['unknown', 1, 3, 1],
  ])('is, in the state %s, %i before its start, %i after it, and %i if it has none', (state, before, after, unsaid) => {
    const ranks = [EARLY, STARTS_AT].map((now) => howFar({ state, startsAt: STARTS_AT }, now));
    expect([...ranks, howFar({ state, startsAt: null }, STARTS_AT)]).toEqual([before, after, unsaid]);
  });

  it('takes it for begun as long as clocks may differ', () => {
    const times = [EARLY, EARLY + 1, STARTS_AT];
    expect(times.map((now) => isBeforeStart({ startsAt: STARTS_AT }, now))).toEqual([true, false, false]);
    expect(isBeforeStart({ startsAt: null }, 0)).toBe(false);
  });
});
