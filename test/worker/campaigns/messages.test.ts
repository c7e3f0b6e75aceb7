import { reset } from 'cloudflare:test';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { mobile } from '../support/contacts.ts';
import { ask, post, refusalOf } from '../support/edge.ts';
import { startClock } from '../support/engine.ts';
import { standIn } from '../support/stand-in.ts';
import { callsIn, campaignIn, campaignsIn, makeMessages, put, tomorrowAt } from './elsewhere.ts';

beforeEach(async () => {
  startClock();
  await standIn.reset({ script: { messages: { [mobile(1)]: 'sent', [mobile(2)]: 'failed_dnd' } } });
});
afterEach(reset);

const SMS = '?channel=sms';

function press(sid: string, action: string): Promise<Response> {
  return post(`/api/campaigns/${sid}/actions${SMS}`, { action });
}

describe('message campaigns', () => {
  it('are told in full, under the names calls have', async () => {
    const { sid, list } = await makeMessages([mobile(1), mobile(2)]);
    const campaign = await campaignIn(ask(`/api/campaigns/${sid}${SMS}`));
    expect(campaign).toMatchObject({
      sid,
      channel: 'sms',
      name: 'Messages made elsewhere',
      state: 'created',
      delivery: 'static',
      lists: [list],
      sender: 'EXOTEL',
      text: 'Your order is on its way.',
      flowType: null,
      retries: null,
      smsType: 'transactional',
      dltEntityId: '1101428740000012125',
      dltTemplateId: '1107160016142600511',
      sendAt: tomorrowAt('10:00'),
      endAt: tomorrowAt('20:00'),
      callbacks: { call: null, schedule: null, message: null, campaign: null },
      actions: ['pause'],
      editable: 'all',
    });
    expect(Object.keys(campaign.stats)).toContain('failed-no-balance');
  });

  it('are searched, filtered and sorted by their start', async () => {
    await makeMessages([mobile(1)], { name: 'Early one', schedule: times('10:00', '20:00') });
    await makeMessages([mobile(2)], { name: 'Late one', schedule: times('11:00', '20:00') });
    const names = async (query: Readonly<Record<string, string>>) =>
      (await campaignsIn({ channel: 'sms', ...query })).items.map(({ name }) => name);
    expect(await names({})).toEqual(['Late one', 'Early one']);
    expect(await names({ sort: 'created' })).toEqual(['Early one', 'Late one']);
    expect(await names({ name: 'early' })).toEqual(['Early one']);
    expect(await names({ status: 'created' })).toHaveLength(2);
    expect(await names({ status: 'paused' })).toEqual([]);
  });

  it('are changed before their start, as a whole and under the names of the create call', async () => {
    const { sid } = await makeMessages([mobile(1)]);
    const update = {
      name: 'Messages renamed',
      text: 'Your order has arrived.',
      sendAt: tomorrowAt('12:00'),
      callbacks: { message: 'https://hooks.example/sms' },
    };
    const after = await campaignIn(put(`/api/campaigns/${sid}${SMS}`, update));
    expect(after).toMatchObject({ ...update, callbacks: { ...update.callbacks, campaign: null } });
    const { asOf: _asOf, ...read } = await campaignIn(ask(`/api/campaigns/${sid}${SMS}`));
    expect(after).toMatchObject(read);
    expect(await refusalOf(await put(`/api/campaigns/${sid}${SMS}`, { endAt: tomorrowAt('13:59') }))).toMatchObject({
      status: 422,
      code: 'span_too_short',
    });
  });

  it('are paused, resumed, completed and archived, never deleted, and not changed once paused', async () => {
    const { sid } = await makeMessages([mobile(1)]);
    expect(await refusalOf(await press(sid, 'delete'))).toMatchObject({
      code: 'action_not_legal',
      details: { state: 'created', legal: ['pause'] },
    });
    expect(await campaignIn(press(sid, 'pause'))).toMatchObject({ state: 'paused', actions: ['resume', 'complete'] });
    expect(await refusalOf(await put(`/api/campaigns/${sid}${SMS}`, { name: 'Too late' }))).toMatchObject({
      code: 'campaign_started',
    });
    expect(await campaignIn(press(sid, 'resume'))).toMatchObject({ actions: ['pause'] });
    await campaignIn(press(sid, 'pause'));
    expect(await campaignIn(press(sid, 'complete'))).toMatchObject({ state: 'completed', actions: ['archive'] });
    expect(await campaignIn(press(sid, 'archive'))).toMatchObject({ state: 'archived', actions: [] });
  });

  it('tell each message: to whom, what, and how it went', async () => {
    const { sid } = await makeMessages([mobile(1), mobile(2)]);
    expect(await callsIn(sid, { channel: 'sms' })).toMatchObject({ items: [], total: 0 });
    await standIn.skipTo(tomorrowAt('19:00'));
    const { items, total } = await callsIn(sid, { channel: 'sms', sort: 'created' });
    expect(total).toBe(2);
    expect(items.find(({ number }) => number === mobile(1))).toMatchObject({
      status: 'sent',
      sender: 'EXOTEL',
      text: 'Your order is on its way.',
      durationSeconds: null,
      recordingUrl: null,
    });
    expect((await callsIn(sid, { channel: 'sms', number: mobile(2) })).items.map(({ number }) => number)).toEqual([
      mobile(2),
    ]);
  });
});

function times(from: string, to: string) {
  return { start_time: tomorrowAt(from), end_time: tomorrowAt(to) };
}
