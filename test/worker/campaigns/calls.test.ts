import { reset } from 'cloudflare:test';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { mobile } from '../support/contacts.ts';
import { ask, refusalOf } from '../support/edge.ts';
import { startClock } from '../support/engine.ts';
import { dialToTheEnd, standIn } from '../support/stand-in.ts';
import { callsIn, makeElsewhere } from './elsewhere.ts';

const [ANSWERED, BUSY, SILENT] = [mobile(1), mobile(2), mobile(3)];
const RECORDING = 'https://recordings.example/one.mp3';

beforeEach(async () => {
  startClock();
  await standIn.reset({
    script: {
      script: {
        [ANSWERED]: [{ result: 'completed', seconds: 42, digit: '1', recordingUrl: RECORDING }],
        // Exotel sorts by the end of a call. These calls are longer, so that all are in the order of their beginnings.
        [BUSY]: [{ result: 'busy', seconds: 60 }],
        [SILENT]: [{ result: 'no-answer', seconds: 90 }],
      },
    },
  });
});
afterEach(reset);

async function called(): Promise<string> {
  const { sid } = await makeElsewhere();
  await dialToTheEnd();
  return sid;
}

describe('the calls of a campaign', () => {
  it('are none before the first, which Exotel says with a 404', async () => {
    const { sid } = await makeElsewhere();
    expect(await callsIn(sid)).toEqual({ items: [], total: 0, offset: 0, limit: 20 });
  });

  it('are told in full: who, how it ended, what was pressed, and the recording', async () => {
    const { items, total } = await callsIn(await called(), { sort: 'created' });
    expect(total).toBe(3);
    expect(items.map(({ number }) => number)).toEqual([ANSWERED, BUSY, SILENT]);
    expect(items[0]).toMatchObject({
      number: ANSWERED,
      name: null,
      status: 'completed',
      detail: null,
      durationSeconds: 42,
      digits: '1',
      recordingUrl: RECORDING,
      sender: '08088919888',
      text: null,
    });
    expect(items[1]).toMatchObject({ status: 'busy', digits: null, recordingUrl: null });
    expect(Date.parse(items[0]?.at ?? '')).toBeLessThan(Date.parse(items[0]?.endedAt ?? ''));
  });

  it('are filtered by how they ended, in either spelling, sorted and paged', async () => {
    const sid = await called();
    const numbers = async (query: Readonly<Record<string, string>>) =>
      (await callsIn(sid, query)).items.map(({ number }) => number);
    expect(await numbers({})).toEqual([SILENT, BUSY, ANSWERED]);
    expect(await numbers({ status: 'no_answer,busy' })).toEqual([SILENT, BUSY]);
    expect(await numbers({ status: 'no-answer' })).toEqual([SILENT]);
    expect(await callsIn(sid, { offset: '1', limit: '1' })).toMatchObject({
      total: 3,
      offset: 1,
      limit: 1,
      items: [{ number: BUSY }],
    });
    expect((await callsIn(sid, { limit: '9999' })).limit).toBe(500);
  });

  it.each([
    ['a result no call has', { status: 'flying' }, /completed, failed, busy, no-answer/],
    ['a number, by which Exotel does not search', { number: ANSWERED }, /does not search calls by number/],
    ['a status of messages, by which Exotel does not filter', { channel: 'sms', status: 'sent' }, /finds one person/],
  ])('are not asked for by %s', async (_what, query, words) => {
    const answer = await ask(`/api/campaigns/abc/calls?${new URLSearchParams(query).toString()}`);
    const said = answer.clone();
    expect(await refusalOf(answer)).toEqual({ status: 400, code: 'invalid_request' });
    expect(await said.text()).toMatch(words);
    expect(await standIn.requests()).toEqual([]);
  });
});
