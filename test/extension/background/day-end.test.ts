import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayEndAfter, dayEndBefore, dayTotals } from '../../../extension/background/day-end.ts';
import { noOutcomes } from '../../../shared/protocol/outcomes.ts';
import { importSummary } from '../support/wire.ts';

const HOUR_MS = 3_600_000;
const INDIA = { window: { from: '09:00', to: '21:00' }, timeZone: 'Asia/Kolkata' };
const after = (moment: string, hours = INDIA) => new Date(dayEndAfter(Date.parse(moment), hours)).toISOString();

describe('dayEndAfter', () => {
  it.each([
    ['2026-11-29T09:00:00+05:30', '2026-11-29T15:30:00.000Z'],
    ['2026-11-29T20:59:59+05:30', '2026-11-29T15:30:00.000Z'],
    ['2026-11-29T21:00:00+05:30', '2026-11-30T15:30:00.000Z'],
    ['2026-11-30T00:10:00+05:30', '2026-11-30T15:30:00.000Z'],
  ])('is for %s the close of the hours at %s', (moment, end) => {
    expect(after(moment)).toBe(end);
  });

  it('is midnight for hours that last until then', () => {
    const hours = { ...INDIA, window: { from: '09:00', to: '24:00' } };
    expect(after('2026-11-29T23:59:00+05:30', hours)).toBe('2026-11-29T18:30:00.000Z');
    expect(after('2026-11-30T00:00:00+05:30', hours)).toBe('2026-11-30T18:30:00.000Z');
  });

  it('comes within a day and an hour, after the end before it, whatever the clocks do', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2027, 11, 31) }),
        fc.constantFrom('Asia/Kolkata', 'America/New_York', 'Europe/Berlin', 'Pacific/Apia'),
        fc.constantFrom('12:00', '18:30', '21:00'),
        (moment, timeZone, to) => {
          const hours = { window: { from: '09:00', to }, timeZone };
          const end = dayEndAfter(moment, hours);
          expect([end > moment, end - moment <= 25 * HOUR_MS, dayEndBefore(end, hours) <= moment]).toEqual([
            true,
            true,
            true,
          ]);
        },
      ),
    );
  });
});

describe('dayTotals', () => {
  it('sums what was started in the day, calls and messages each by their own word, and nothing else', () => {
    const [from, until] = [Date.parse('2026-11-28T15:30:00Z'), Date.parse('2026-11-29T15:30:00Z')];
    const calls = { ...noOutcomes(), completed: 10, no_answer: 3, queued: 4, unaccounted: 2 };
    const messages = { ...noOutcomes(), completed: 7, failed: 1 };
    const imports = [
      importSummary({ id: 'calls', launchedAt: '2026-11-29T04:00:00Z', contacts: calls }),
      importSummary({ id: 'texts', launchedAt: '2026-11-29T15:30:00Z', channel: 'sms', contacts: messages }),
      importSummary({ id: 'before', launchedAt: '2026-11-28T15:30:00Z', contacts: calls }),
      importSummary({ id: 'later', launchedAt: '2026-11-29T15:30:01Z', contacts: calls }),
      importSummary({ id: 'never', launchedAt: null, contacts: calls }),
      importSummary({ id: 'test', launchedAt: '2026-11-29T04:00:00Z', contacts: calls, test: true }),
    ];
    expect(dayTotals(imports, from, until)).toEqual({
      imports: 2,
      people: 27,
      answered: 10,
      sent: 7,
      open: 4,
      unaccounted: 2,
    });
    expect(dayTotals(imports.slice(2), from, until)).toBeNull();
  });
});
