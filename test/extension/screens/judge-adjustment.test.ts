import { describe, expect, it } from 'vitest';
import { validateAdjustment } from '../../../extension/screens/confirm/adjust/validate-adjustment.ts';
import { template } from '../support/wire.ts';

const NOW = Date.parse('2026-11-22T08:00:00+05:30');
const ACCOUNT = { window: { from: '09:00', to: '21:00' }, callsPerMinute: 60 };

describe('validateAdjustment', () => {
  it('takes what the Worker takes', () => {
    const adjust = {
      startAt: '2026-11-23T10:30:00+05:30',
      window: { from: '10:00', to: '12:00' },
      throttle: 20,
      retries: { count: 1, intervalMinutes: 15, mechanism: 'Linear', on: ['busy'] },
    };

    expect(validateAdjustment(adjust, template(), ACCOUNT, NOW)).toEqual({ ok: true, value: adjust });
  });

  it.each<[string, Record<string, unknown>]>([
    ['startAt', { startAt: '' }],
    ['startAt', { startAt: '2026-12-23T10:30:00+05:30' }],
    ['window', { window: { from: '08:00', to: '12:00' } }],
    ['window', { window: { from: '12:00', to: '11:00' } }],
    ['window.from', { window: { from: '', to: '11:00' } }],
    ['throttle', { throttle: 60 }],
    ['throttle', { throttle: 1.5 }],
    ['retries.on', { retries: { count: 1, intervalMinutes: 5, on: [] } }],
    ['retries.intervalMinutes', { retries: { count: 1, intervalMinutes: Number.NaN, on: ['busy'] } }],
  ])('finds what is wrong at %s', (path, adjust) => {
    const judged = validateAdjustment(adjust, template(), ACCOUNT, NOW);

    expect(judged.ok ? [] : judged.error.map((issue) => issue.path)).toEqual([path]);
  });

  it('finds a template wrong whose pace the account does not allow any more', () => {
    const judged = validateAdjustment({}, template({ throttle: 90 }), ACCOUNT, NOW);

    expect(judged.ok ? [] : judged.error.map((issue) => issue.path)).toEqual(['throttle']);
    expect(validateAdjustment({ throttle: 30 }, template({ throttle: 90 }), ACCOUNT, NOW).ok).toBe(true);
  });
});
