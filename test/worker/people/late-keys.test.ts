import { reset } from 'cloudflare:test';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { screenAnswerSchema } from '../../../shared/people/screen-answer.ts';
import { contactFile, mobile } from '../support/contacts.ts';
import { ask, importIn, makeTemplate, post, sendFile } from '../support/edge.ts';
import { driveUntil, isLaunched, startClock } from '../support/engine.ts';
import { dialToTheEnd, standIn } from '../support/stand-in.ts';

const WHO = mobile(1);

beforeEach(async () => {
  startClock();
  await standIn.reset({ script: { mix: { completed: 1 }, script: { [WHO]: [{ result: 'completed', digit: '9' }] } } });
});
afterEach(reset);

/** Exotel's callbacks, which are there at once and know of no key. */
async function callBack(): Promise<void> {
  const [made] = await standIn.creates();
  const url = new URL(made?.callScheduleCallback ?? '');
  for (const { number, callSid } of await standIn.dials()) {
    const told = { call_sid: callSid, status: 'completed' };
    const body = JSON.stringify({ campaign_sid: made?.sid, to: number, status: 'completed', call_sids: [told] });
    const headers = { 'content-type': 'application/json' };
    expect((await ask(url.pathname, { method: 'POST', token: null, body, headers })).ok).toBe(true);
  }
}

/** Once the import is finished: who must not be called, and how often each meaning was pressed. */
async function heardOf(id: string, template: string): Promise<unknown> {
  const { keys } = await driveUntil(id, ({ state }) => state === 'finished');
  const screened = await post('/api/people/screen', { template, numbers: [WHO, mobile(2)] });
  return [screenAnswerSchema.parse(await screened.json()).suppressed, keys];
}

const NOT_YET = { code: 404, error_data: { code: 1000, description: 'Not Found', message: 'Not Found' }, data: null };

describe('a key pressed in a call whose details come, or are whole, two minutes after it', () => {
  it.each([
    ['no calls', { status: 404, body: JSON.stringify({ response: [NOT_YET] }) }],
    ['an empty page', { status: 200, body: JSON.stringify({ metadata: { total: 0 }, response: [] }) }],
  ])('is heard, though callbacks told how everyone ended and the first reading shows %s', async (_, late) => {
    const { id: template } = await makeTemplate({ keys: { 9: 'opt_out' } });
    const { id } = await importIn(sendFile(contactFile(3), { template, launch: 'true' }));
    await driveUntil(id, isLaunched);
    await dialToTheEnd();
    await callBack();
    for (let reading = 0; reading < 2; reading += 1) await standIn.replay({ op: 'calls', ...late });
    expect(await heardOf(id, template)).toEqual([[WHO], { opt_out: 1 }]);
  });

  it.each([true, false])(
    'is heard, though the first reading shows the call without it (callbacks: %s)',
    async (told) => {
      const { id: template } = await makeTemplate({ keys: { 9: 'opt_out' } });
      const { id } = await importIn(sendFile(contactFile(3), { template, launch: 'true' }));
      await driveUntil(id, isLaunched);
      await dialToTheEnd();
      if (told) await callBack();
      const [made] = await standIn.creates();
      const details = await standIn.asExotelUser('GET', `/campaigns/${made?.sid}/call-details?limit=500`);
      const keyless = details.replaceAll(/"digits?":"[^"]*"/g, '"digit":null');
      expect(keyless).not.toBe(details);
      await standIn.replay({ op: 'calls', status: 200, body: keyless });
      const x = await heardOf(id, template);
      console.log(
        JSON.stringify((await standIn.requests()).map((r) => [r.op, r.status, r.at])),
        details.match(/.{0,30}digit.{0,30}/g),
      );
      expect(x).toEqual([[WHO], { opt_out: 1 }]);
    },
  );
});
