import { describe, expect, it } from 'vitest';
import { dayTotals } from '../../../shared/plan/day-totals.ts';
import { noOutcomes } from '../../../shared/protocol/outcomes.ts';

describe('dayTotals', () => {
  it('sums what was started in the day, calls and messages each by their own word, and nothing else', () => {
    const [from, until] = [Date.parse('2026-11-28T15:30:00Z'), Date.parse('2026-11-29T15:30:00Z')];
    const calls = { ...noOutcomes(), completed: 10, no_answer: 3, queued: 4, unaccounted: 2 };
    const messages = { ...noOutcomes(), completed: 7, failed: 1 };
    const imports = [
      { launchedAt: '2026-11-29T04:00:00Z', channel: 'voice', contacts: calls, test: false },
      { launchedAt: '2026-11-29T15:30:00Z', channel: 'sms', contacts: messages, test: false },
      { launchedAt: '2026-11-28T15:30:00Z', channel: 'voice', contacts: calls, test: false },
      { launchedAt: '2026-11-29T15:30:01Z', channel: 'voice', contacts: calls, test: false },
      { launchedAt: null, channel: 'voice', contacts: calls, test: false },
      { launchedAt: '2026-11-29T04:00:00Z', channel: 'voice', contacts: calls, test: true },
    ] as const;
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
