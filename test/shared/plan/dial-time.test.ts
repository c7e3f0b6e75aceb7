import { describe, expect, it } from 'vitest';
import { campaignPace, contactsWithin, dialMs, retryTailMs } from '../../../shared/plan/dial-time.ts';
import type { RetryRule } from '../../../shared/plan/dial-time.ts';

const none: RetryRule = { count: 0, intervalMinutes: 5, mechanism: 'Linear' };
const thrice: RetryRule = { count: 3, intervalMinutes: 5, mechanism: 'Exponential' };

describe('campaignPace', () => {
  it.each([
    [null, 60, 60],
    [20, 60, 20],
    [90, 60, 60],
  ])('of throttle %s under %i is %i', (throttle, callsPerMinute, pace) => {
    expect(campaignPace(throttle, callsPerMinute)).toBe(pace);
  });
});

describe('retryTailMs', () => {
  it('is nothing when retries are off, whatever their wait', () => {
    expect(retryTailMs(none)).toBe(0);
  });

  it('is 3 waits in line and 1 + 2 + 4 when they double', () => {
    expect(retryTailMs({ ...thrice, mechanism: 'Linear' })).toBe(15 * 60_000);
    expect(retryTailMs(thrice)).toBe(35 * 60_000);
  });
});

describe('dialMs', () => {
  it('counts a started millisecond', () => {
    expect(dialMs(1, none, 7)).toBe(8572);
  });

  it('counts every attempt at the pace, and the waits', () => {
    expect(dialMs(100, thrice, 60)).toBe(400_000 + 35 * 60_000);
  });
});

describe('contactsWithin', () => {
  it('is the most that dialMs fits', () => {
    const available = 3_600_000;
    const contacts = contactsWithin(available, thrice, 7);
    expect(dialMs(contacts, thrice, 7)).toBeLessThanOrEqual(available);
    expect(dialMs(contacts + 1, thrice, 7)).toBeGreaterThan(available);
  });

  it('is none, not less, when the waits alone are longer', () => {
    expect(contactsWithin(60_000, thrice, 60)).toBe(0);
  });
});
