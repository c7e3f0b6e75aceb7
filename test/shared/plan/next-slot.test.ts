import { describe, expect, it } from 'vitest';
import { contactsPerWindow, nextSlot } from '../../../shared/plan/next-slot.ts';
import type { DialRules } from '../../../shared/plan/next-slot.ts';
import { formatRfc3339 } from '../../../shared/plan/zoned-time.ts';
import { makeRules } from './make-rules.ts';

/** `send_at end_at done`, in local time without the offset, or the code of the fault. */
function slot(now: string, contacts: number, overrides: Partial<DialRules> = {}, notBefore?: string): string {
  const rules = makeRules(overrides);
  const found = nextSlot(rules, {
    contacts,
    now: Date.parse(now),
    ...(notBefore === undefined ? {} : { notBefore: Date.parse(notBefore) }),
  });
  if (!found.ok) return found.error.code;
  const { sendAt, endAt, doneAt } = found.value;
  return [sendAt, endAt, doneAt].map((at) => formatRfc3339(at, rules.timeZone).slice(5, 19)).join(' ');
}

const halfHour = { openMinute: 9 * 60, closeMinute: 9 * 60 + 30 };

describe('nextSlot', () => {
  it('starts after the lead, on a whole second, and ends a minute before the window closes', () => {
    expect(slot('2026-11-22T10:00:00.001+05:30', 600)).toBe('11-22T10:03:01 11-22T20:59:00 11-22T10:13:01');
  });

  it('waits for the opening', () => {
    expect(slot('2026-11-22T03:00:00+05:30', 600)).toBe('11-22T09:00:00 11-22T20:59:00 11-22T09:10:00');
  });

  it('keeps the lead when the opening is nearer', () => {
    expect(slot('2026-11-22T08:58:30+05:30', 600)).toBe('11-22T09:01:30 11-22T20:59:00 11-22T09:11:30');
  });

  it('at 20:55 still makes the calls that fit before 20:59, and no more', () => {
    expect(slot('2026-11-22T20:55:00+05:30', 60)).toBe('11-22T20:58:00 11-22T20:59:00 11-22T20:59:00');
    expect(slot('2026-11-22T20:55:00+05:30', 61)).toBe('11-23T09:00:00 11-23T20:59:00 11-23T09:01:01');
  });

  it('goes to the next day when only the lead is left of this one', () => {
    expect(slot('2026-11-22T20:57:30+05:30', 1)).toBe('11-23T09:00:00 11-23T20:59:00 11-23T09:00:01');
    expect(slot('2026-11-22T23:59:30+05:30', 1)).toBe('11-23T09:00:00 11-23T20:59:00 11-23T09:00:01');
  });

  it('waits for the campaign ahead', () => {
    expect(slot('2026-11-22T10:00:00+05:30', 60, {}, '2026-11-22T11:30:00+05:30')).toBe(
      '11-22T11:30:00 11-22T20:59:00 11-22T11:31:00',
    );
  });

  it('keeps to a throttle below the pace, and to the pace below a throttle', () => {
    const at = '2026-11-22T08:00:00+05:30';
    expect(slot(at, 600, { throttle: 10 })).toBe('11-22T09:00:00 11-22T20:59:00 11-22T10:00:00');
    expect(slot(at, 600, { throttle: 90 })).toBe('11-22T09:00:00 11-22T20:59:00 11-22T09:10:00');
  });

  it('leaves room for every retry and the waits between them', () => {
    const at = '2026-11-22T08:00:00+05:30';
    const retries = { count: 3, intervalMinutes: 10, mechanism: 'Linear' } as const;
    expect(slot(at, 600, { retries })).toBe('11-22T09:00:00 11-22T20:59:00 11-22T10:10:00');
    expect(slot(at, 600, { retries: { ...retries, mechanism: 'Exponential' } })).toBe(
      '11-22T09:00:00 11-22T20:59:00 11-22T10:50:00',
    );
  });

  it('fits 29 minutes into a window of 30', () => {
    const at = '2026-11-22T08:00:00+05:30';
    expect(slot(at, 1740, { window: halfHour })).toBe('11-22T09:00:00 11-22T09:29:00 11-22T09:29:00');
    expect(slot(at, 1741, { window: halfHour })).toBe('window_too_short');
    expect(slot('2026-11-22T09:00:00+05:30', 1740, { window: halfHour })).toBe(
      '11-23T09:00:00 11-23T09:29:00 11-23T09:29:00',
    );
  });

  it('keeps to local hours when the clocks change overnight', () => {
    const timeZone = 'America/New_York';
    expect(slot('2026-03-07T20:58:00-05:00', 60, { timeZone })).toBe('03-08T09:00:00 03-08T20:59:00 03-08T09:01:00');
    expect(slot('2026-10-31T20:58:00-04:00', 60, { timeZone })).toBe('11-01T09:00:00 11-01T20:59:00 11-01T09:01:00');
  });

  it('passes over the day whose window the clocks cut short', () => {
    const night = { timeZone: 'America/New_York', window: { openMinute: 60, closeMinute: 3 * 60 } };
    expect(slot('2026-03-07T22:00:00-05:00', 59 * 60, night)).toBe('03-08T01:00:00 03-08T01:59:00 03-08T01:59:00');
    expect(slot('2026-03-07T22:00:00-05:00', 60 * 60, night)).toBe('03-09T01:00:00 03-09T02:59:00 03-09T02:00:00');
  });

  it('closes at the first passing of a repeated hour, and opens at its last', () => {
    const timeZone = 'America/New_York';
    const closing = { timeZone, window: { openMinute: 30, closeMinute: 90 } };
    expect(slot('2026-11-01T00:00:00-04:00', 59 * 60, closing)).toBe('11-01T00:30:00 11-01T01:29:00 11-01T01:29:00');
    expect(slot('2026-11-01T01:30:00-04:00', 1, closing)).toBe('11-02T00:30:00 11-02T01:29:00 11-02T00:30:01');
    const opening = nextSlot(makeRules({ timeZone, window: { openMinute: 90, closeMinute: 180 } }), {
      contacts: 60,
      now: Date.parse('2026-11-01T00:00:00-04:00'),
    });
    expect(opening).toMatchObject({ ok: true, value: { sendAt: Date.parse('2026-11-01T01:30:00-05:00') } });
  });

  it('passes over a date that never was', () => {
    expect(slot('2011-12-29T22:00:00-10:00', 60, { timeZone: 'Pacific/Apia' })).toBe(
      '12-31T09:00:00 12-31T20:59:00 12-31T09:01:00',
    );
  });

  it.each([
    ['pace_invalid', { callsPerMinute: 0 }],
    ['pace_invalid', { callsPerMinute: Number.NaN }],
    ['pace_invalid', { throttle: 0.5 }],
    ['time_zone_unknown', { timeZone: 'Asia/Kolkatta' }],
  ])('answers %s for %j', (code, overrides) => {
    expect(slot('2026-11-22T10:00:00+05:30', 1, overrides)).toBe(code);
  });
});

describe('contactsPerWindow', () => {
  it.each([
    [43_140, {}],
    [719, { throttle: 1 }],
    [21_570, { retries: { count: 1, intervalMinutes: 0, mechanism: 'Linear' } }],
    [20_970, { retries: { count: 1, intervalMinutes: 20, mechanism: 'Linear' } }],
    [9_735, { retries: { count: 3, intervalMinutes: 10, mechanism: 'Exponential' } }],
    [0, { retries: { count: 3, intervalMinutes: 240, mechanism: 'Linear' } }],
    [0, { window: { openMinute: 540, closeMinute: 541 } }],
  ] satisfies [number, Partial<DialRules>][])('is %i for %j', (contacts, overrides) => {
    expect(contactsPerWindow(makeRules(overrides))).toBe(contacts);
  });
});
