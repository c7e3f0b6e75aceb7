import { reset } from 'cloudflare:test';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { contactFile, mobile } from '../support/contacts.ts';
import { ask, importIn, makeTemplate, refusalOf, sendFile } from '../support/edge.ts';
import { driveUntil, isLaunched, startClock } from '../support/engine.ts';
import { standIn } from '../support/stand-in.ts';
import { campaignsIn, exotel, getCampaign, makeElsewhere, tomorrowAt } from './elsewhere.ts';

beforeEach(async () => {
  startClock();
  await standIn.reset();
});
afterEach(reset);

async function names(query: Readonly<Record<string, string>>): Promise<string[]> {
  return (await campaignsIn(query)).items.map(({ name }) => name);
}

describe("the account's campaigns", () => {
  it('are told in full, made elsewhere or not', async () => {
    const callback = 'https://hooks.example/calls';
    const made = await makeElsewhere({
      name: 'Full of settings',
      flow_type: 'ivr',
      repeat_menu_attempts: 2,
      retries: { number_of_retries: 2, interval_mins: 5, mechanism: 'Exponential', on_status: ['busy', 'no-answer'] },
      call_status_callback: callback,
      custom_field: 'for the flow',
      mode: 'custom',
      throttle: 30,
    });
    const { items, total } = await campaignsIn();
    expect(total).toBe(1);
    const [campaign] = items;
    expect(campaign).toEqual(await getCampaign(made.sid).then((one) => ({ ...one, asOf: campaign?.asOf })));
    expect(campaign).toMatchObject({
      sid: made.sid,
      channel: 'voice',
      state: 'created',
      word: 'Created',
      contacts: 3,
      delivery: 'inline',
      sender: '08088919888',
      flowUrl: null,
      flowType: 'ivr',
      text: 'Happy Diwali.',
      repeatMenu: 2,
      retries: { count: 2, intervalMinutes: 5, mechanism: 'Exponential', on: ['busy', 'no-answer'] },
      // Exotel shows no throttle, even if one was sent.
      throttle: null,
      customField: 'for the flow',
      sendAt: tomorrowAt('10:00'),
      endAt: tomorrowAt('20:00'),
      callbacks: { call: callback, schedule: null, message: null, campaign: null },
      import: null,
      actions: ['pause', 'delete'],
      editable: 'all',
    });
    expect(campaign?.stats['completed']).toBe(0);
    expect(campaign?.summary['call_initialized']).toBe(0);
  });

  it('are searched, filtered, sorted and paged', async () => {
    const made = [];
    for (const name of ['Diwali one', 'Holi two', 'Diwali three']) made.push(await makeElsewhere({ name }));
    await exotel.request('PUT', `/campaigns/${made[0]?.sid ?? ''}`, { campaigns: [{ action: 'pause' }] });

    expect(await names({})).toEqual(['Diwali three', 'Holi two', 'Diwali one']);
    expect(await names({ sort: 'created' })).toEqual(['Diwali one', 'Holi two', 'Diwali three']);
    expect(await names({ sort: 'name' })).toEqual(['Diwali one', 'Diwali three', 'Holi two']);
    expect(await names({ sort: '-name' })).toEqual(['Holi two', 'Diwali three', 'Diwali one']);
    expect(await names({ name: 'diwali' })).toEqual(['Diwali three', 'Diwali one']);
    expect(await names({ status: 'paused' })).toEqual(['Diwali one']);
    expect(await names({ status: 'Created,in-progress' })).toEqual(['Diwali three', 'Holi two']);
    const page = await campaignsIn({ offset: '1', limit: '1' });
    expect(page).toMatchObject({ total: 3, offset: 1, limit: 1, items: [{ name: 'Holi two' }] });
    expect((await campaignsIn({ limit: '500' })).limit).toBe(50);
  });

  it('name the import they belong to, as long as there is one', async () => {
    const { id: template } = await makeTemplate();
    const made = await importIn(sendFile(contactFile(2), { template, launch: 'true', name: 'Diwali' }));
    const { campaigns } = await driveUntil(made.id, isLaunched);
    await makeElsewhere({ name: 'Taken for ours 1/1 #nobody99-1', from: [mobile(9)] });

    const { items } = await campaignsIn({ sort: 'created' });
    expect(items.map((campaign) => campaign.import)).toEqual([{ id: made.id, seq: 1 }, null]);
    expect(await getCampaign(campaigns[0]?.sid ?? '')).toMatchObject({ import: { id: made.id, seq: 1 } });
  });

  it.each([
    ['a state messages are not found by', { channel: 'sms', status: 'failed' }],
    ['a search of two letters among messages', { channel: 'sms', name: 'ab' }],
    ['a state nobody has', { status: 'flying' }],
    ['an order Exotel has not', { sort: 'contacts' }],
    ['a channel Exotel has not', { channel: 'fax' }],
    ['a page before the first', { offset: '-1' }],
  ])('are not asked for with %s', async (_what, query) => {
    const before = (await standIn.requests()).length;
    const answer = await ask(`/api/campaigns?${new URLSearchParams(query).toString()}`);
    expect(await refusalOf(answer)).toMatchObject({ status: 400, code: 'invalid_request' });
    expect(await standIn.requests()).toHaveLength(before);
  });

  it('are not there under a sid nobody has', async () => {
    expect(await refusalOf(await ask('/api/campaigns/nobody'))).toEqual({ status: 404, code: 'campaign_not_found' });
  });
});
