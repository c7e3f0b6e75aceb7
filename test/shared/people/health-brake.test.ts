import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HEALTH_SAMPLES_COUNT } from '../../../shared/people-limits.ts';
import { DEFAULT_SETTINGS } from '../../../shared/people/default-settings.ts';
import { judgeHealth, NO_HEALTH, withSample } from '../../../shared/people/health-brake.ts';
import type { CallHealth, HealthSample } from '../../../shared/people/health-brake.ts';

const { brake } = DEFAULT_SETTINGS;
const MINUTE_MS = 60_000;
const START: HealthSample = { ...NO_HEALTH, at: 0 };
/** A sample from the moment at which the first call has ended. */
const HEARD: HealthSample = { ...NO_HEALTH, ended: 1, at: 5 * MINUTE_MS };
const after = (health: Partial<CallHealth>, minutes = 10): HealthSample => ({
  ...NO_HEALTH,
  ...health,
  at: minutes * MINUTE_MS,
});

describe('judgeHealth', () => {
  it.each([
    ['too few answered', { ended: 200, answered: 29 }, 'connectRate', 14.5, 15],
    ['too many refused as do-not-disturb', { ended: 200, answered: 100, dnd: 61 }, 'dndShare', 30.5, 30],
    ['too many cut short', { ended: 200, answered: 150, timed: 150, short: 91 }, 'shortShare', 60.7, 60],
  ] as const)('names the figure: %s', (_what, health, figure, percent, limit) => {
    const calls = figure === 'shortShare' ? 150 : 200;
    expect(judgeHealth(brake, 'voice', [START, HEARD], after(health))).toEqual({
      figure,
      percent,
      limit,
      calls,
      minutes: 10,
    });
  });

  it.each([
    ['on its line', { ended: 200, answered: 30, dnd: 60 }],
    ['too few to prove anything', { ended: 99 }],
    ['of too few lengths', { ended: 200, answered: 150, timed: 99, short: 99 }],
    ['nothing yet', {}],
  ])('says nothing of figures that are %s', (_what, health) => {
    expect(judgeHealth(brake, 'voice', [START, HEARD], after(health))).toBeNull();
  });

  it('judges messages by their delivery alone', () => {
    const told = judgeHealth(brake, 'sms', [START, HEARD], after({ ended: 100, answered: 79, dnd: 50 }));
    expect(told).toMatchObject({ figure: 'deliveryRate', percent: 79, limit: 80, calls: 100 });
    expect(judgeHealth(brake, 'sms', [START, HEARD], after({ ended: 100, answered: 80, dnd: 50 }))).toBeNull();
  });

  it('counts only what ended since the oldest sample', () => {
    const before = after({ ended: 1_000, answered: 900 }, 5);
    const heard = after({ ended: 1_020, answered: 900 }, 6);
    expect(judgeHealth(brake, 'voice', [before, heard], after({ ended: 1_150, answered: 910 }, 15))).toMatchObject({
      figure: 'connectRate',
      percent: 6.7,
      calls: 150,
    });
    expect(judgeHealth(brake, 'voice', [before, heard], after({ ended: 1_150, answered: 1_010 }, 15))).toBeNull();
  });

  it('waits until calls that are answered had the time to end', () => {
    const burst = { ended: 300, answered: 0 };
    expect(judgeHealth(brake, 'voice', [START], after(burst))).toBeNull();
    expect(judgeHealth(brake, 'voice', [START, HEARD], after(burst, 5.99))).toBeNull();
    expect(judgeHealth(brake, 'voice', [START, HEARD], after(burst, 6))).toMatchObject({ figure: 'connectRate' });
  });

  it('judges a span of one minute, too, however closely it is looked at', () => {
    const lines = { ...brake, minutes: 1 };
    let samples: readonly HealthSample[] = [START];
    const told = Array.from({ length: 40 }, (_, look) => {
      const now = { ...NO_HEALTH, ended: look * 50, at: look * 5_000 };
      samples = withSample(samples, now, lines);
      return judgeHealth(lines, 'voice', samples, now);
    });
    expect(told.at(-1)).toMatchObject({ figure: 'connectRate', percent: 0 });
    expect(told.slice(0, 4)).toEqual([null, null, null, null]);
  });

  it('is silent when it is switched off', () => {
    expect(judgeHealth({ ...brake, enabled: false }, 'voice', [START, HEARD], after({ ended: 500 }))).toBeNull();
  });
});

describe('withSample', () => {
  it('keeps a whole span, no more of it than it needs, and few samples, however often it is asked', () => {
    const gaps = fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 300 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 120 }), gaps, (minutes, seconds) => {
        let samples: readonly HealthSample[] = [START];
        let at = 0;
        for (const gap of seconds) {
          at += gap * 1_000;
          samples = withSample(samples, { ...NO_HEALTH, at }, { minutes });
          const from = at - minutes * MINUTE_MS;
          const [first, second] = samples;
          if (from >= 0) expect(first?.at).toBeLessThanOrEqual(from);
          else expect(first).toBe(START);
          if (second !== undefined) expect(second.at).toBeGreaterThan(from);
          expect(samples.length).toBeLessThanOrEqual(HEALTH_SAMPLES_COUNT + 2);
          expect(samples.map((sample) => sample.at)).toEqual(
            samples.map((sample) => sample.at).toSorted((a, b) => a - b),
          );
        }
      }),
    );
  });
});
