import { describe, expect, it } from 'vitest';
import { createDaySummary } from '../../../extension/background/day-summary.ts';
import type { DayTotals } from '../../../shared/plan/day-totals.ts';
import { newsWords } from '../../../extension/background/show-notifications.ts';
import { createMemoryStore } from '../../../extension/storage/memory.ts';
import { attentionText } from '../../../extension/words/en/attention.ts';
import { news as english } from '../../../extension/words/en/news.ts';
import { accountSchema } from '../../../shared/protocol/account.ts';
import type { ImportSummary } from '../../../shared/protocol/import.ts';
import { noOutcomes } from '../../../shared/protocol/outcomes.ts';
import { err, ok } from '../../../shared/result.ts';
import { storageArea } from '../support/storage-area.ts';
import { importSummary } from '../support/wire.ts';

const ACCOUNT = accountSchema.parse({
  accountSid: 'acme1',
  region: 'local',
  user: 'asha',
  window: { from: '09:00', to: '21:00' },
  timeZone: 'Asia/Kolkata',
  country: 'IN',
  callsPerMinute: 60,
  requestsPerMinute: 200,
  retentionDays: 90,
  limits: { fileBytes: 1, fileRows: 1, numbersPerCampaign: 1, retries: 1 },
  asOf: '2026-11-29T04:30:00Z',
});
const MINUTE_MS = 60_000;
const END = Date.parse('2026-11-29T21:00:00+05:30');
const contacts = { ...noOutcomes(), completed: 10, no_answer: 3 };
const mine = importSummary({ id: 'mine', launchedAt: '2026-11-29T10:00:00+05:30', contacts });
const theirs = importSummary({ id: 'theirs', launchedAt: '2026-11-29T20:00:00+05:30', contacts });

/** A day as this browser sees it: its own started imports, and those that the team's Worker lists. */
function setUp(listed: readonly ImportSummary[] = [theirs, mine]) {
  const told: [number, DayTotals][] = [];
  const asked: string[] = [];
  const state = { now: Date.parse('2026-11-29T10:00:05+05:30'), down: false };
  const answer = <Value>(what: string, value: Value) => {
    asked.push(what);
    return Promise.resolve(state.down ? err({ code: 'unreachable' } as const) : ok(value));
  };
  const memory = createMemoryStore(storageArea({}));
  const make = () =>
    createDaySummary({
      memory,
      worker: async () => ({
        account: () => answer('account', ACCOUNT),
        imports: (limit) => answer('imports', { items: [...listed], total: listed.length, offset: 0, limit }),
      }),
      now: () => state.now,
      tell: async (end, totals) => void told.push([end, totals]),
    });
  return { asked, make, state, told };
}

describe('the summary of a day', () => {
  it('is told once, when the calling hours are over, of all the team started, however often the browser ended this', async () => {
    const { make, state, told } = setUp();
    expect(await make()([mine])).toBe(END);
    state.now = END - 1;
    expect([await make()([mine]), told]).toEqual([END, []]);
    state.now = END;
    expect(await make()([mine])).toBeNull();
    expect(told).toEqual([[END, { imports: 2, people: 26, answered: 20, sent: 0, open: 0, unaccounted: 0 }]]);
    expect([await make()([mine]), told.length]).toEqual([null, 1]);
  });

  it('is of the next day once something is started after it', async () => {
    const { make, state } = setUp();
    await make()([mine]);
    state.now = END + 1;
    await make()([mine]);
    const next = importSummary({ id: 'next', launchedAt: '2026-11-29T21:00:01+05:30' });
    expect(await make()([mine, next])).toBe(END + 86_400_000);
  });

  it('is not asked for where nothing was started', async () => {
    const { asked, make } = setUp();
    expect([await make()([]), await make()([importSummary({ launchedAt: null })]), asked]).toEqual([null, null, []]);
  });

  it('is tried again while the Worker cannot be reached, and given up once another day has begun', async () => {
    const { make, state, told } = setUp();
    await make()([mine]);
    state.now = END;
    state.down = true;
    expect(await make()([mine])).toBe(END + 5 * MINUTE_MS);
    state.down = false;
    state.now = END + 12 * 60 * MINUTE_MS + 1;
    expect([await make()([mine]), told]).toEqual([null, []]);
  });

  it.each([
    [
      { imports: 1, people: 12_480, answered: 10_195, sent: 0, open: 0, unaccounted: 0 },
      'End of the day: 1 import started',
      '10,195 answered, of 12,480 in all.',
    ],
    [
      { imports: 3, people: 20, answered: 9, sent: 1, open: 4, unaccounted: 2 },
      'End of the day: 3 imports started',
      '9 answered and 1 message sent, of 20 in all. 4 still to come. 2 without a result from Exotel.',
    ],
    [
      { imports: 1, people: 5, answered: 0, sent: 5, open: 0, unaccounted: 0 },
      'End of the day: 1 import started',
      '5 messages sent, of 5 in all.',
    ],
  ])('says %j in words', (totals, title, message) => {
    expect(newsWords({ key: 'day_end:1', kind: 'day_end', totals }, english, attentionText)).toEqual({
      title,
      message,
    });
  });
});
