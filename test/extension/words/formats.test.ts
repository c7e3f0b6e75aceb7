import { describe, expect, it } from 'vitest';
import { countOf, formatBytes, formatCount, formatPercent } from '../../../extension/words/format-number.ts';
import {
  formatClock,
  formatDay,
  formatDuration,
  formatMoment,
  zoneLabel,
} from '../../../extension/words/format-time.ts';

const ZONE = 'Asia/Kolkata';
const NOON = Date.parse('2026-11-22T12:00:00+05:30');

describe('numbers', () => {
  it('groups as India reads', () => {
    expect([formatCount(0), formatCount(12_480), formatCount(1_248_000)]).toEqual(['0', '12,480', '12,48,000']);
  });

  it('says 100% only when all is done', () => {
    expect([formatPercent(0, 0), formatPercent(12_479, 12_480), formatPercent(12_480, 12_480)]).toEqual([
      '0%',
      '99%',
      '100%',
    ]);
  });

  it('says sizes as the limits are set', () => {
    expect([formatBytes(900), formatBytes(912_345), formatBytes(100 * 1024 * 1024), formatBytes(5_500_000)]).toEqual([
      '900 B',
      '891 kB',
      '100 MB',
      '5.3 MB',
    ]);
  });

  it('never says of what is over a limit that it is the limit', () => {
    expect([formatBytes(100 * 1024 * 1024 + 1), formatBytes(1025)]).toEqual(['100.1 MB', '2 kB']);
  });

  it('says one of one', () => {
    expect([countOf(1, 'call', 'calls'), countOf(0, 'call', 'calls')]).toEqual(['1 call', '0 calls']);
  });
});

describe('times', () => {
  it('tells the clock where the calls are made', () => {
    expect([formatClock(NOON, ZONE), formatClock(NOON, 'America/New_York')]).toEqual(['12:00:00', '01:30:00']);
  });

  it('says midnight as the beginning of a day', () => {
    expect(formatMoment(Date.parse('2026-11-23T00:00:00+05:30'), ZONE, NOON)).toBe('tomorrow 00:00');
  });

  it('names near days in words and others by date, as the zone counts days', () => {
    const at = (text: string) => formatDay(Date.parse(text), ZONE, NOON);

    expect([
      at('2026-11-21T23:59:00+05:30'),
      at('2026-11-22T00:00:00+05:30'),
      at('2026-11-22T19:00:00Z'),
      at('2026-11-25T09:00:00+05:30'),
    ]).toEqual(['yesterday', 'today', 'tomorrow', 'Wed 25 Nov']);
  });

  it.each([
    [10_000, 'under a minute'],
    [60_000, '1 min'],
    [3_600_000, '1 h'],
    [27_660_000, '7 h 41 min'],
    [25 * 86_400_000, '25 days'],
  ])('says %i ms as %j', (ms, said) => {
    expect(formatDuration(ms)).toBe(said);
  });

  it('names the zone as people there do', () => {
    expect(zoneLabel(NOON, ZONE)).toBe('IST');
  });
});
