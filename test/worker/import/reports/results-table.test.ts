import { describe, expect, it } from 'vitest';
import { csvOf } from '../../../../worker/import/reports/csv-of.ts';
import { reasonOf } from '../../../../worker/import/reports/outcome-reason.ts';
import { resultsTable } from '../../../../worker/import/reports/results-table.ts';
import { toCallDetail } from '../../../../worker/exotel/status.ts';
import { addCall, NO_CALLS, type Call } from '../../../../worker/campaign/contact-calls.ts';
import { toContactResult } from '../../../../worker/campaign/contact-result.ts';
import { newCampaignRow } from '../../../../worker/import/outbox/campaign-row.ts';

const campaign = newCampaignRow({
  seq: 1,
  name: 'Leads 1/1 #a-1',
  firstContact: 0,
  contacts: 1,
  sendAt: 0,
  endAt: 0,
  lists: [],
  deletable: true,
});
const call: Call = { sid: 'c1', status: 'failed', at: null, durationSeconds: 0, digits: null, recordingUrl: null };

async function lineWith(at: string | null, timeZone: string): Promise<string> {
  const result = toContactResult(addCall(NO_CALLS, { ...call, status: 'busy', at }), 'busy');
  async function* rows() {
    yield await Promise.resolve([
      { line: 2, cells: ['Asha'], number: 919810010001, campaign, outcome: 'busy' as const, result },
    ]);
  }
  let text = '';
  for await (const piece of csvOf(
    resultsTable({ headings: ['Name'], rows: rows(), channel: 'voice', timeZone, keys: {} }),
  ))
    text += piece;
  return text.split('\r\n')[1] ?? '';
}

describe('times in the results', () => {
  it.each([
    ['2026-11-29T09:15:33+05:30', 'Asia/Kolkata', '2026-11-29 09:15:33'],
    ['2026-11-29T09:15:33+05:30', 'Asia/Dubai', '2026-11-29 07:45:33'],
    ['2026-11-28T20:00:00Z', 'Asia/Kolkata', '2026-11-29 01:30:00'],
    ['2026-11-29 09:15:33', 'Asia/Kolkata', '2026-11-29 09:15:33'],
    ['2026-11-29 09:15:33', 'UTC', '2026-11-29 03:45:33'],
    ['at noon', 'UTC', 'at noon'],
    [null, 'UTC', ''],
  ])('read %s in %s as %s', async (at, zone, told) => {
    expect(await lineWith(at, zone)).toBe(`Asha,Busy,1,${told},0,,,c1,Leads 1/1 #a-1,,2`);
  });
});

describe('the reason', () => {
  const why = (outcome: Parameters<typeof reasonOf>[0]['outcome'], detail: string | null = null, more = {}) =>
    reasonOf({ outcome, detail }, 919810010001, { ...campaign, ...more }, 'voice');
  const ofMessage = (outcome: Parameters<typeof why>[0], detail: string | null = null) =>
    reasonOf({ outcome, detail }, 919810010001, campaign, 'sms');

  it('is given for every end that is not self-evident', () => {
    expect([why('completed'), why('busy'), why('no_answer'), why('queued')]).toEqual([null, null, null, null]);
    expect(why('failed')).toBe('Exotel reports a failed call and gives no reason.');
    expect(why('failed', 'failed-no-balance')).toBe('The Exotel account had no balance left.');
    expect(why('failed', 'switched_off')).toBe('Exotel says “switched_off”.');
    expect(why('failed', 'constructor')).toBe('Exotel says “constructor”.');
    expect(why('invalid')).toBe('Exotel says that this is not a valid number.');
    expect(why('invalid', null, { excluded: [919810010001] })).toBe(
      'Exotel refused this number when the campaign was made.',
    );
    expect(why('not_attempted', null, { refusal: { code: 'x', message: 'Caller id not allowed.' } })).toBe(
      'The campaign was not made. Caller id not allowed.',
    );
    expect(why('not_attempted', null, { state: 'canceled' })).toBe(
      'The campaign was stopped before this number was called.',
    );
  });

  it('speaks of calls where there are calls, and of messages where those were sent', () => {
    const ends = ['failed', 'dnd', 'unaccounted', 'suppressed', 'not_attempted', 'invalid'] as const;
    for (const end of ends) {
      expect(ofMessage(end)).not.toMatch(/call/iu);
      expect(why(end)).not.toMatch(/message|written/iu);
    }
    expect(ofMessage('failed', 'canceled')).toBe('It was cancelled at Exotel.');
  });

  it('is the word that says more than the status, however reports of a call are put together', () => {
    expect(toCallDetail('failed', 'failed_no_balance')).toBe('failed_no_balance');
    expect(toCallDetail('sent', 'DELIVERED_TO_HANDSET')).toBeNull();
    expect([toCallDetail('failed', ''), toCallDetail('busy'), toCallDetail('in-progress')]).toEqual([null, null, null]);
    const bare = addCall(NO_CALLS, call);
    const telling = { ...call, detail: 'rejected' };
    for (const calls of [addCall(bare, telling), addCall(addCall(NO_CALLS, telling), call)]) {
      expect(toContactResult(calls, 'failed').detail).toBe('rejected');
    }
  });
});
