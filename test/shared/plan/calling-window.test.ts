import { describe, expect, it } from 'vitest';
import {
  effectiveWindow,
  formatCallingWindow,
  isWithin,
  parseCallingWindow,
  parseWindowTimes,
} from '../../../shared/plan/calling-window.ts';

const day = { openMinute: 540, closeMinute: 1260 };

describe('parseCallingWindow', () => {
  it.each([
    ['09:00-21:00', day],
    [' 09:00 - 21:00 ', day],
    ['00:00-24:00', { openMinute: 0, closeMinute: 1440 }],
    ['23:59-24:00', { openMinute: 1439, closeMinute: 1440 }],
  ])('reads %s', (text, value) => {
    expect(parseCallingWindow(text)).toEqual({ ok: true, value });
  });

  it.each([
    ['', 'window_malformed'],
    ['9-21', 'window_malformed'],
    ['09:00', 'window_malformed'],
    ['09:00-21:00-22:00', 'window_malformed'],
    ['09:60-21:00', 'window_malformed'],
    ['09:00-24:01', 'window_malformed'],
    ['09:00:00-21:00:00', 'window_malformed'],
    ['-'.repeat(1_000_000), 'window_malformed'],
    ['09:00-09:00', 'window_empty'],
    ['21:00-09:00', 'window_crosses_midnight'],
    ['24:00-09:00', 'window_crosses_midnight'],
  ])('refuses %.20s', (text, code) => {
    expect(parseCallingWindow(text)).toEqual({ ok: false, error: { code } });
  });

  it('reads back what formatCallingWindow writes', () => {
    expect(formatCallingWindow(day)).toBe('09:00-21:00');
    expect(parseCallingWindow(formatCallingWindow({ openMinute: 5, closeMinute: 1440 }))).toEqual({
      ok: true,
      value: { openMinute: 5, closeMinute: 1440 },
    });
  });
});

describe('parseWindowTimes', () => {
  it('takes no spaces, as nothing but a form writes it', () => {
    expect(parseWindowTimes({ from: ' 09:00', to: '21:00' })).toEqual({
      ok: false,
      error: { code: 'window_malformed' },
    });
  });
});

describe('isWithin', () => {
  it('holds for the same hours and fails a minute outside', () => {
    expect(isWithin(day, day)).toBe(true);
    expect(isWithin({ openMinute: 539, closeMinute: 1260 }, day)).toBe(false);
    expect(isWithin({ openMinute: 540, closeMinute: 1261 }, day)).toBe(false);
  });
});

describe('effectiveWindow', () => {
  it("is the account's when the template names none", () => {
    expect(effectiveWindow(null, day)).toEqual({ ok: true, value: day });
  });

  it("is the template's inside the account's", () => {
    const value = { openMinute: 600, closeMinute: 660 };
    expect(effectiveWindow({ from: '10:00', to: '11:00' }, day)).toEqual({ ok: true, value });
  });

  it("never reaches outside the account's, though a stored template does", () => {
    expect(effectiveWindow({ from: '00:00', to: '24:00' }, day)).toEqual({ ok: true, value: day });
  });

  it('is empty when the two do not meet', () => {
    const error = { code: 'window_empty' };
    expect(effectiveWindow({ from: '07:00', to: '09:00' }, day)).toEqual({ ok: false, error });
  });

  it('refuses times that cannot be read', () => {
    expect(effectiveWindow({ from: '7', to: '9' }, day)).toEqual({ ok: false, error: { code: 'window_malformed' } });
  });
});
