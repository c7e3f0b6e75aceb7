import { reset } from 'cloudflare:test';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { accountSchema } from '../../../shared/protocol/account.ts';
import { contactFile, mobile } from '../support/contacts.ts';
import { ask, getImport, importIn, makeTemplate, post, refusalOf, sendFile } from '../support/edge.ts';
import { changeSettings } from '../support/people.ts';
import { driveUntil, isLaunched, startClock } from '../support/engine.ts';
import { standIn } from '../support/stand-in.ts';
import { campaignIn, exotel, getCampaign, makeElsewhere, put, runElsewhere, tomorrowAt } from './elsewhere.ts';
import type { CampaignUpdate, ExotelCampaign } from '../../../shared/protocol/exotel-campaign.ts';

beforeEach(async () => {
  startClock();
  await standIn.reset();
});
afterEach(reset);

const HOOK = 'https://hooks.example/all';

function change(sid: string, update: CampaignUpdate): Promise<Response> {
  return put(`/api/campaigns/${sid}`, update);
}

/** The fields of a campaign at Exotel that the change must leave as they were. */
function rest(campaign: ExotelCampaign, update: CampaignUpdate) {
  const { updatedAt: _updatedAt, asOf: _asOf, ...settings } = campaign;
  return Object.fromEntries(Object.entries(settings).filter(([name]) => !Object.hasOwn(update, name)));
}

describe('a campaign that has not begun', () => {
  it.each<[string, CampaignUpdate]>([
    ['its name', { name: 'Another name' }],
    ['its text', { text: 'Happy new year.' }],
    ['its retries', { retries: { count: 1, intervalMinutes: 3, mechanism: 'Linear', on: ['busy'] } }],
    ['its times', { sendAt: tomorrowAt('11:00'), endAt: tomorrowAt('19:00') }],
    ['its custom field', { customField: 'something' }],
    ['one callback', { callbacks: { call: HOOK } }],
  ])('has %s changed, and nothing else', async (_what, update) => {
    const { sid } = await makeElsewhere({ custom_field: 'before', status_callback: 'https://hooks.example/one' });
    const before = await getCampaign(sid);
    const answered = await campaignIn(change(sid, update));
    const after = await getCampaign(sid);
    expect(after).toMatchObject(update);
    expect(rest(after, update)).toEqual(rest(before, update));
    expect({ ...answered, asOf: after.asOf, updatedAt: after.updatedAt }).toEqual(after);
    expect(after.callbacks.campaign).toBe('https://hooks.example/one');
  });

  it('plays a flow in place of a text, and is sent the one without the other', async () => {
    const { sid } = await makeElsewhere();
    const flowUrl = 'http://my.exotel.com/dialsheet-demo/exoml/start_voice/4711';
    expect(await campaignIn(change(sid, { flowUrl }))).toMatchObject({ flowUrl, flowType: null, text: null });
    expect(await getCampaign(sid)).toMatchObject({ flowUrl, flowType: null, text: null });
    expect(await campaignIn(change(sid, { name: 'Renamed after' }))).toMatchObject({ flowUrl, name: 'Renamed after' });
  });

  it('keeps a pace that Exotel does not tell', async () => {
    const { sid } = await makeElsewhere({ mode: 'custom', throttle: 30 });
    await campaignIn(change(sid, { name: 'Renamed with pace' }));
    const { result } = await exotel.request('GET', `/campaigns/${sid}`);
    expect(result.ok && result.value.items[0]?.data['mode']).toBe('custom');
    await campaignIn(change(sid, { throttle: null }));
    const after = await exotel.request('GET', `/campaigns/${sid}`);
    expect(after.result.ok && after.result.value.items[0]?.data['mode']).toBe('auto');
  });

  it('is not sent at all when nothing is to change', async () => {
    const { sid } = await makeElsewhere();
    await campaignIn(change(sid, {}));
    expect((await standIn.requests()).filter(({ op }) => op === 'update')).toEqual([]);
  });

  it.each<[number, string, CampaignUpdate]>([
    [422, 'outside_calling_hours', { sendAt: tomorrowAt('08:00') }],
    [422, 'outside_calling_hours', { endAt: tomorrowAt('21:30') }],
    [422, 'throttle_not_below_account', { throttle: 60 }],
    [422, 'not_of_channel', { callbacks: { message: HOOK } }],
  ])('is refused before anything is sent: %i %s', async (status, code, update) => {
    const { sid } = await makeElsewhere();
    expect(await refusalOf(await change(sid, update))).toMatchObject({ status, code });
    expect((await standIn.requests()).filter(({ op }) => op === 'update')).toEqual([]);
  });

  it('is refused a setting nobody knows', async () => {
    const { sid } = await makeElsewhere();
    const answer = await put(`/api/campaigns/${sid}`, { colour: 'red' });
    expect(await refusalOf(answer)).toMatchObject({ status: 400, code: 'invalid_request' });
  });

  it("is refused in Exotel's words what only Exotel knows", async () => {
    const { sid } = await makeElsewhere();
    const answer = await change(sid, { sender: '08000000000' });
    expect(answer.status).toBe(422);
    expect(await answer.json()).toMatchObject({
      error: { message: 'Exotel refused: caller_id 08000000000 is not an ExoPhone of this account.' },
    });
  });
});

describe('a campaign that has begun', () => {
  it.each([{ running: false }, { running: true }])(
    'has an address taken away, or says that it stays: %o',
    async ({ running }) => {
      const { sid } = running ? await runElsewhere() : await makeElsewhere();
      await campaignIn(change(sid, { callbacks: { call: HOOK, schedule: HOOK } }));
      const answer = await change(sid, { callbacks: { schedule: null } });
      const now = (await getCampaign(sid)).callbacks;
      expect(now.call).toBe(HOOK);
      if (answer.ok)
        expect([now.schedule, (await campaignIn(Promise.resolve(answer))).callbacks.schedule]).toEqual([null, null]);
      else expect([now.schedule, (await refusalOf(answer)).code]).toEqual([HOOK, 'address_kept']);
    },
  );

  it('has its callbacks changed alone', async () => {
    const { sid } = await runElsewhere({ status_callback: 'https://hooks.example/one' });
    const callbacks = { call: HOOK, schedule: HOOK };
    const after = await campaignIn(change(sid, { callbacks }));
    expect(after.callbacks).toEqual({ ...callbacks, campaign: 'https://hooks.example/one', message: null });
    expect((await getCampaign(sid)).callbacks).toEqual(after.callbacks);
    expect(await refusalOf(await change(sid, { name: 'Too late', callbacks }))).toEqual({
      status: 409,
      code: 'campaign_started',
      details: { channel: 'voice', settings: ['name'] },
    });
  });

  it('has nothing changed once it is over', async () => {
    const { sid } = await runElsewhere();
    await post(`/api/campaigns/${sid}/actions`, { action: 'pause' });
    await post(`/api/campaigns/${sid}/actions`, { action: 'complete' });
    expect(await refusalOf(await change(sid, { callbacks: { call: HOOK } }))).toMatchObject({ code: 'campaign_over' });
  });
});

describe('an answer that is lost', () => {
  it('is found out by reading: once the change shows, it was made', async () => {
    const { sid } = await makeElsewhere();
    await standIn.faults({ operation: 'update', kind: 'drop_after', count: 5 });
    const update = { name: 'Changed all the same', sendAt: tomorrowAt('12:00') };
    expect(await campaignIn(change(sid, update))).toMatchObject(update);
    expect((await standIn.requests()).filter(({ op }) => op === 'update')).toHaveLength(1);
  });

  it('is said to be lost where the change does not show', async () => {
    const { sid } = await makeElsewhere();
    await standIn.faults({ operation: 'update', kind: 'error_before' });
    expect(await refusalOf(await change(sid, { name: 'Not to be' }))).toEqual({
      status: 502,
      code: 'exotel_unanswered',
    });
  });
});

describe('a campaign of an import', () => {
  it('keeps its name and callbacks, and tells its import of other times', async () => {
    const { id: template } = await makeTemplate();
    const made = await importIn(sendFile(contactFile(2), { template, launch: 'true' }));
    const { campaigns } = await driveUntil(made.id, isLaunched);
    const sid = campaigns[0]?.sid ?? '';
    expect(await refusalOf(await change(sid, { name: 'Not ours any more' }))).toEqual({
      status: 409,
      code: 'belongs_to_import',
      details: { import: made.id, settings: ['name'] },
    });
    const times = { sendAt: tomorrowAt('13:00'), endAt: tomorrowAt('18:00') };
    expect(await campaignIn(change(sid, times))).toMatchObject({ ...times, contacts: 2 });
    const [campaign] = (await getImport(made.id)).campaigns;
    expect(Date.parse(campaign?.sendAt ?? '')).toBe(Date.parse(times.sendAt));
    expect(Date.parse(campaign?.endAt ?? '')).toBe(Date.parse(times.endAt));
    const { result } = await exotel.request('GET', `/campaigns/${sid}`);
    expect(result.ok && result.value.items[0]?.data['from']).toEqual([mobile(0), mobile(1)]);
  });

  it.each([
    ['its purpose', { purpose: 'promotional' }, '09:10', '09:50', '10:00-21:00'],
    ['its purpose', { purpose: 'recovery' }, '19:10', '20:50', '08:00-19:00'],
    ['its template', { window: { from: '10:00', to: '12:00' } }, '18:00', '20:00', '10:00-12:00'],
    ['both', { purpose: 'promotional', window: { from: '09:00', to: '12:00' } }, '09:30', '11:00', '10:00-12:00'],
  ])('is not moved out of the hours of %s: %j', async (_rule, rules, from, to, window) => {
    await changeSettings({ window: { from: '07:00', to: '22:00' } });
    const { id: template } = await makeTemplate(rules);
    const made = await importIn(sendFile(contactFile(2), { template, launch: 'true' }));
    const { campaigns } = await driveUntil(made.id, isLaunched);
    const times = { sendAt: tomorrowAt(from), endAt: tomorrowAt(to) };
    expect(await refusalOf(await change(campaigns[0]?.sid ?? '', times))).toMatchObject({
      status: 422,
      code: 'outside_calling_hours',
      details: { window },
    });
  });

  it('has its minutes where it was moved to, and nobody else is promised them', async () => {
    const promised = async () => {
      const account = accountSchema.parse(await (await ask('/api/account')).json());
      return account.promised.map(({ from, until, perMinute }) => [Date.parse(from), Date.parse(until), perMinute]);
    };
    const { id: template } = await makeTemplate();
    const made = await importIn(sendFile(contactFile(120), { template, launch: 'true' }));
    const { campaigns } = await driveUntil(made.id, isLaunched);
    const sid = campaigns[0]?.sid ?? '';
    const [sendAt, endAt] = [tomorrowAt('13:00'), tomorrowAt('18:00')];
    const at = (minutes: number) => Date.parse(sendAt) + minutes * 60_000;
    await campaignIn(change(sid, { sendAt, endAt }));
    // The campaign may make 60 calls a minute.
    expect(await promised()).toEqual([[at(0), at(2), 60]]);
    await campaignIn(change(sid, { throttle: 10 }));
    expect(await promised()).toEqual([[at(0), at(12), 10]]);
    await campaignIn(change(sid, { retries: { count: 1, intervalMinutes: 30, mechanism: 'Linear', on: ['busy'] } }));
    expect(await promised()).toEqual([[at(0), at(34), 60]]);
    await campaignIn(change(sid, { endAt: tomorrowAt('13:20') }));
    expect(await promised()).toEqual([[at(0), at(20), 60]]);
  });
});
