import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { paceChart } from '../../../../../extension/screens/watch/pace/bar-heights.ts';
import { MAX_PACE_BARS } from '../../../../../shared/extension-limits.ts';

const MINUTE_MS = 60_000;
const NINE = Date.parse('2026-11-22T09:00:00+05:30');
const IST_MS = 5.5 * 60 * MINUTE_MS;

/** These numbers of calls, one for each minute from nine o'clock on. */
function pace(counts: readonly number[], from = NINE): { at: string; calls: number }[] {
  return counts
    .map((calls, minute) => ({ at: new Date(from + minute * MINUTE_MS).toISOString(), calls }))
    .filter(({ calls }) => calls > 0);
}

describe('paceChart', () => {
  it('draws a bar a minute while few are enough, those without calls too', () => {
    const chart = paceChart(pace([3, 0, 5]), NINE + 4 * MINUTE_MS, IST_MS);

    expect(chart?.stepMinutes).toBe(1);
    expect(chart?.slots.map((slot) => (slot.kind === 'bar' ? slot.calls : null))).toEqual([3, 0, 5, 0, 0]);
    expect(chart?.busiest).toEqual({ kind: 'bar', at: NINE + 2 * MINUTE_MS, minutes: 1, calls: 5, perMinute: 5 });
  });

  it('takes minutes together when there are many, and begins them with the local hour', () => {
    const chart = paceChart(pace(Array.from({ length: 600 }, () => 60)), NINE + 599 * MINUTE_MS, IST_MS);

    expect(chart?.stepMinutes).toBe(10);
    expect(chart?.slots.map((slot) => (slot.kind === 'bar' ? slot.perMinute : null))).toEqual(
      Array.from({ length: 60 }, () => 60),
    );
  });

  it('averages the newest bar over the minutes that have been', () => {
    const chart = paceChart(pace(Array.from({ length: 183 }, () => 60)), NINE + 182 * MINUTE_MS, IST_MS);

    expect(chart?.slots.at(-1)).toMatchObject({ minutes: 3, calls: 180, perMinute: 60 });
  });

  it('breaks a night to nothing', () => {
    const nextDay = NINE + 24 * 60 * MINUTE_MS;
    const chart = paceChart([...pace([5, 5]), ...pace([7], nextDay)], nextDay, IST_MS);

    expect(chart?.slots.map(({ kind }) => kind)).toEqual(['bar', 'bar', 'gap', 'bar']);
  });

  it('has nothing to draw without a call', () => {
    expect(paceChart([], NINE, IST_MS)).toBeNull();
    expect(paceChart([{ at: 'no time', calls: 3 }], NINE, IST_MS)).toBeNull();
  });

  it('loses no call and stays small, whatever the minutes', () => {
    const items = fc.array(
      fc.record({
        at: fc
          .integer({ min: 0, max: 20 * 24 * 60 })
          .map((minute) => new Date(NINE + minute * MINUTE_MS).toISOString()),
        calls: fc.integer({ min: 1, max: 500 }),
      }),
      { minLength: 1, maxLength: 300 },
    );
    fc.assert(
      fc.property(items, fc.integer({ min: 0, max: 40 * 24 * 60 }), (all, minutes) => {
        const chart = paceChart(all, NINE + minutes * MINUTE_MS, IST_MS);
        expect(chart?.calls).toBe(all.reduce((sum, { calls }) => sum + calls, 0));
        expect(chart?.slots.length).toBeLessThanOrEqual(MAX_PACE_BARS);
        const starts = chart?.slots.map(({ at }) => at) ?? [];
        expect(starts).toEqual(starts.toSorted((left, right) => left - right));
      }),
    );
  });
});
