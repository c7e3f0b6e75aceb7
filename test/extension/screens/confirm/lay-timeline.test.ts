import { describe, expect, it } from 'vitest';
import { planCalls } from '../../../../extension/screens/confirm/plan-calls.ts';
import { timelineDays } from '../../../../extension/screens/confirm/lay-timeline.ts';
import { template } from '../../support/wire.ts';

const ZONE = 'Asia/Kolkata';
const ACCOUNT = { window: { from: '09:00', to: '21:00' }, timeZone: ZONE, callsPerMinute: 60, messagesPerMinute: 300 };
const WINDOW = { openMinute: 9 * 60, closeMinute: 21 * 60 };

function daysOf(contacts: number, at: string) {
  const facts = { contacts, longestRowBytes: 15, wish: 'inline', now: Date.parse(at) } as const;
  const plan = planCalls(template(), ACCOUNT, facts);
  if (!plan.ok) throw new Error(plan.error.code);
  return timelineDays(plan.value, WINDOW, ZONE);
}

describe('timelineDays', () => {
  it('lays each campaign where it lies within its day', () => {
    const days = daysOf(10_000, '2026-11-22T14:57:00+05:30');

    // 5,000 calls at 60 a minute take 83 minutes and 20 seconds of the window's 720 minutes.
    expect(days).toEqual([
      {
        at: Date.parse('2026-11-22T15:00:00+05:30'),
        contacts: 10_000,
        bars: [
          { seq: 1, top: 0.5, height: expect.closeTo(83.33 / 720, 4) },
          { seq: 2, top: expect.closeTo(0.5 + 83.33 / 720, 4), height: expect.closeTo(83.33 / 720, 4) },
        ],
      },
    ]);
  });

  it('goes on the next morning, and loses nobody', () => {
    const days = daysOf(100_000, '2026-11-22T20:00:00+05:30');

    expect(days.map(({ bars }) => bars[0]?.top)).toEqual([0, 0, 0]);
    expect(days.reduce((sum, { contacts }) => sum + contacts, 0)).toBe(100_000);
    expect(days.flatMap(({ bars }) => bars).every(({ top, height }) => top >= 0 && top + height <= 1)).toBe(true);
  });
});
