import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { words as english } from '../../../extension/words/en.ts';
import { formatDay, formatDuration, formatMoment, zoneLabel } from '../../../extension/words/format-time.ts';
import { words as hindi } from '../../../extension/words/hi.ts';
import { speak } from '../../../extension/words/words.ts';

const ZONE = 'Asia/Kolkata';
const NOON = Date.parse('2026-11-22T12:00:00+05:30');

beforeAll(() => speak(hindi));
afterAll(() => speak(english));

describe('times in Hindi', () => {
  it('names near days in words and others by date, in Latin digits', () => {
    const at = (text: string) => formatDay(Date.parse(text), ZONE, NOON);
    expect([
      at('2026-11-21T09:00:00+05:30'),
      at('2026-11-22T09:00:00+05:30'),
      at('2026-11-23T09:00:00+05:30'),
      at('2026-11-25T09:00:00+05:30'),
      at('2022-08-08T09:00:00+05:30'),
    ]).toEqual(['बीते कल', 'आज', 'कल', 'बुध, 25 नव॰', '8 अग॰ 2022']);
  });

  it('keeps the clock and the zone as India writes them', () => {
    expect(formatMoment(NOON, ZONE, NOON)).toBe('आज 12:00');
    expect(zoneLabel(NOON, ZONE)).toBe('IST');
  });

  it.each([
    [10_000, 'एक मिनट से कम'],
    [60_000, '1 मिनट'],
    [3_600_000, '1 घंटा'],
    [27_660_000, '7 घंटे 41 मिनट'],
    [25 * 86_400_000, '25 दिन'],
  ])('says %i ms as %j', (ms, said) => {
    expect(formatDuration(ms)).toBe(said);
  });
});
