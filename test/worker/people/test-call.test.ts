import { abortAllDurableObjects, reset, runDurableObjectAlarm } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { destinationSchema } from '../../../shared/protocol/destination.ts';
import { importSummarySchema } from '../../../shared/protocol/import.ts';
import { pageSchema } from '../../../shared/protocol/page.ts';
import { personSchema } from '../../../shared/protocol/person.ts';
import { settingsSchema } from '../../../shared/protocol/settings.ts';
import { usageSchema } from '../../../shared/protocol/usage.ts';
import { sumOutcomes } from '../../../shared/protocol/outcomes.ts';
import { MAX_TEST_CALLS_PER_HOUR } from '../../../shared/people-limits.ts';
import { tomorrowAt } from '../campaigns/elsewhere.ts';
import { contactFile, mobile } from '../support/contacts.ts';
import { ask, getImport, importIn, makeTemplate, post, refusalOf, sendFile } from '../support/edge.ts';
import { driveUntil, goAhead, isLaunched, startClock } from '../support/engine.ts';
import { changeSettings, setCaps, suppress } from '../support/people.ts';
import { receiverAt } from '../support/receiver.ts';
import { dialToTheEnd, standIn } from '../support/stand-in.ts';
import { join } from '../team/team.ts';
import type { Import } from '../../../shared/protocol/import.ts';

/**
 * Within calling hours, so that no test depends on the hour at which it runs. Tomorrow, because the stand-in's clock only
 * goes forward.
 */
const TODAY = tomorrowAt('10:00').slice(0, 10);
const MORNING = Date.parse(`${TODAY}T10:00:00+05:30`);
const MINE = mobile(900_000);

let template: string;
beforeEach(async () => {
  startClock(MORNING);
  await standIn.reset({ script: { mix: { completed: 1 } } });
  await standIn.skipTo(new Date(MORNING).toISOString());
  template = (await makeTemplate()).id;
});
afterEach(reset);

const call = (change: object = {}) => post('/api/test-calls', { template, number: MINE, ...change });

async function finish(id: string): Promise<Import> {
  await driveUntil(id, isLaunched);
  await ring();
  return driveUntil(id, ({ state }) => state === 'finished');
}

/** Advances the clocks here and at Exotel until one call is over, on the same day. */
async function ring(): Promise<void> {
  goAhead(20 * 60_000);
  await standIn.skipTo(new Date(Date.now()).toISOString());
}

async function listed(query: string) {
  const { items, total } = pageSchema(importSummarySchema).parse(await (await ask(`/api/imports?${query}`)).json());
  return { ids: items.map(({ id }) => id), total };
}

describe('a test call', () => {
  it('rings the number asked for once, with the values of the row it borrows', async () => {
    const flow = { kind: 'greeting', text: 'Hello @@Name, you owe @@Amount.' };
    template = (await makeTemplate({ flow, retries: { count: 2, intervalMinutes: 1, on: ['busy'] } })).id;
    const row = { headings: ['Name', 'Phone', 'Due, "net"'], row: ['Asha', mobile(1), '1,200'] };
    const columns = { variables: { Amount: 'Due, "net"' } };
    const answer = await call({ id: 'my-press', ...row, columns });
    expect(answer.status).toBe(201);
    const made = await importIn(answer);
    expect(made).toMatchObject({ id: 'my-press', test: true, name: 'Test call: Diwali greeting', createdBy: 'asha' });
    expect(made.plan).toMatchObject({ worstCaseAttempts: 1 });
    const end = await finish('my-press');
    expect([end.rows.total, end.contacts.completed, sumOutcomes(end.contacts)]).toEqual([1, 1, 1]);
    const dials = await standIn.dials();
    expect(dials.map(({ number, spoken }) => [number, spoken])).toEqual([[MINE, 'Hello Asha, you owe 1,200.']]);
  });

  it('needs no row', async () => {
    const { id } = await importIn(call());
    await finish(id);
    expect((await standIn.dials()).map(({ number }) => number)).toEqual([MINE]);
  });

  it('takes the row of a file without headings', async () => {
    const flow = { kind: 'greeting', text: 'Hello @@Name.' };
    template = (await makeTemplate({ flow })).id;
    const { id } = await importIn(call({ row: ['x', 'Asha'], columns: { variables: { Name: 2 } } }));
    await finish(id);
    expect((await standIn.dials()).map(({ spoken }) => spoken)).toEqual(['Hello Asha.']);
  });

  it.each([
    ['one after another', 1],
    ['at once', 5],
  ])('is one call however often its press is repeated, %s', async (_, atOnce) => {
    for (let times = 0; times < 3; times += 1) {
      const answers = await Promise.all(Array.from({ length: atOnce }, () => call({ id: 'my-press' })));
      for (const answer of answers) expect([200, 201]).toContain(answer.status);
    }
    await finish('my-press');
    expect((await call({ id: 'my-press' })).status).toBe(200);
    expect((await standIn.summary()).counts).toMatchObject({ campaigns: 1, dials: 1 });
  });

  it.each(['drop_after', 'timeout_before', 'error_after'] as const)(
    'is one call when Exotel gives no good answer (%s), the Worker dies and the press is repeated',
    async (kind) => {
      await standIn.faults({ operation: 'create', kind, count: 1 });
      await importIn(call({ id: 'my-press' }));
      await abortAllDurableObjects();
      await importIn(call({ id: 'my-press' }));
      await finish('my-press');
      expect((await standIn.summary()).counts.dials).toBe(1);
    },
  );

  it('is not made under an id of another import, nor of another call', async () => {
    await importIn(sendFile(contactFile(1), { template, id: 'a-list' }));
    expect(await refusalOf(await call({ id: 'a-list' }))).toEqual({ status: 409, code: 'import_exists' });
    expect((await getImport('a-list')).launchedAt).toBeNull();
    await importIn(call({ id: 'my-press' }));
    const other = await call({ id: 'my-press', number: mobile(7) });
    expect(await refusalOf(other)).toEqual({ status: 409, code: 'import_exists' });
  });

  it('is what it is: neither checked anew nor launched as anything else', async () => {
    const { id } = await importIn(call());
    expect(await refusalOf(await post(`/api/imports/${id}/check`, { columns: { number: 1 } }))).toEqual({
      status: 409,
      code: 'already_launched',
    });
  });
});

describe('what a test call is held to', () => {
  const refusedWith = async (answer: Promise<Response>, code: string, status: number) => {
    const { details: _details, ...said } = await refusalOf(await answer);
    expect(said).toEqual({ status, code });
    expect((await listed('')).ids).toEqual([]);
    expect((await standIn.requests()).filter(({ op }) => op === 'create')).toEqual([]);
  };

  it('is the list of people not to be called, and nothing of it is kept', async () => {
    await suppress(MINE);
    await refusedWith(call(), 'never_called', 409);
  });

  it('is the list in the moment it leaves', async () => {
    await standIn.faults({ operation: 'create', kind: 'throttled', count: 1 });
    const { id } = await importIn(call());
    await driveUntil(id, ({ launchedAt }) => launchedAt !== null);
    await suppress(MINE);
    const end = await driveUntil(id, ({ finishedAt }) => finishedAt !== null);
    expect(end.contacts).toMatchObject({ suppressed: 1, completed: 0 });
    expect((await standIn.summary()).counts.dials).toBe(0);
  });

  it('is that everything is stopped', async () => {
    await post('/api/stop-everything', { reason: 'Wrong list' });
    await refusedWith(call(), 'everything_stopped', 409);
  });

  it('is a press of the panic button in the same instant', async () => {
    const [answer] = await Promise.all([call({ id: 'my-press' }), post('/api/stop-everything', {})]);
    if (answer.ok) await driveUntil('my-press', ({ state }) => state === 'paused');
    await dialToTheEnd();
    expect((await standIn.summary()).counts.dials).toBe(0);
  });

  it('are calling hours, closed days, and the hours of the template', async () => {
    await changeSettings({ closedDates: [TODAY] });
    await refusedWith(call(), 'outside_calling_hours', 409);
    await changeSettings({ closedDates: [] });
    template = (await makeTemplate({ window: { from: '14:00', to: '16:00' } })).id;
    await refusedWith(call(), 'outside_calling_hours', 409);
    startClock(MORNING - 6 * 3_600_000);
    template = (await makeTemplate()).id;
    const { details } = await refusalOf(await call());
    expect(details).toEqual({ window: '09:00-21:00', opensAt: `${TODAY}T03:30:00.000Z` });
  });

  it.each([
    ['a number that is none', { number: '12345' }],
    ['more values than headings', { headings: ['Name'], row: ['Asha', 'x'] }],
    ['what nobody asked for', { again: true }],
  ])('is a request without %s', async (_, change) => {
    const answer = await call(change);
    expect(answer.status).toBe(400);
    expect((await listed('')).ids).toEqual([]);
  });

  it('is a template that calls', async () => {
    const sms = { channel: 'sms', callerId: undefined, flow: undefined, senderId: 'DIWALI', text: 'Hello' };
    const dlt = { dltEntityId: '1201159100000000001', dltTemplateId: '1207161000000000001', smsType: 'transactional' };
    const made = await makeTemplate({ ...sms, ...dlt }).catch(() => null);
    if (made === null) throw new Error('No template of messages');
    await refusedWith(call({ template: made.id }), 'invalid_request', 400);
  });

  it('are so many an hour, of each person; refused ones are none of them', async () => {
    const meena = await join('Meena', 'preparer');
    const hers = (id: string) => meena.send('POST', '/api/test-calls', { template, number: MINE, id });
    await suppress(mobile(7));
    for (let n = 0; n < MAX_TEST_CALLS_PER_HOUR; n += 1) {
      expect((await call({ number: mobile(7) })).status).toBe(409);
      await importIn(hers(`press-${n}`));
    }
    const refused = await hers('one-more');
    expect([refused.status, Number(refused.headers.get('retry-after')) > 0]).toEqual([429, true]);
    expect((await hers('press-0')).status).toBe(200);
    await importIn(call());
    goAhead(3_600_000);
    await importIn(hers('one-more'));
  });

  it('are so many an hour under one id, too, whose import is deleted each time', async () => {
    for (let n = 0; n < MAX_TEST_CALLS_PER_HOUR; n += 1) {
      await importIn(call({ id: 'mine' }));
      expect((await call({ id: 'mine' })).status).toBe(200);
      await post('/api/imports/mine/stop', {});
      await driveUntil('mine', ({ state }) => state === 'stopped');
      expect((await ask('/api/imports/mine', { method: 'DELETE' })).status).toBe(204);
    }
    expect((await call({ id: 'mine' })).status).toBe(429);
  });

  it('are counted once where one press is sent several times at once', async () => {
    const once = () => Promise.all([call({ id: 'mine' }), call({ id: 'mine' }), call({ id: 'mine' })]);
    expect((await once()).map(({ status }) => status).toSorted((left, right) => left - right)).toEqual([200, 200, 201]);
    for (let n = 1; n < MAX_TEST_CALLS_PER_HOUR; n += 1) await importIn(call());
    expect((await call()).status).toBe(429);
  });

  it('is a role: everybody who prepares, and no viewer', async () => {
    const wish = { template, number: MINE };
    const status = async (role: 'viewer' | 'preparer' | 'launcher') =>
      (await (await join(role, role)).send('POST', '/api/test-calls', wish)).status;
    expect([await status('viewer'), await status('preparer'), await status('launcher')]).toEqual([403, 201, 201]);
  });
});

describe('what a test call leaves as it was', () => {
  it('are the caps, whichever way round, and the minutes of others', async () => {
    await setCaps({ voice: { attempts: 1, imports: 1, hours: 24 } });
    await changeSettings({ approveAbove: 0 });
    await finish((await importIn(call())).id);
    await finish((await importIn(call())).id);
    await changeSettings({ approveAbove: null });
    const list = `Phone\n${MINE}\n`;
    const seen = await importIn(sendFile(list, { template }));
    expect(seen.rows).toMatchObject({ accepted: 1, called_recently: 0 });
    expect(seen.launchedBefore).toBeNull();
    await finish((await importIn(sendFile(list, { template, launch: 'true' }))).id);
    await finish((await importIn(call())).id);
    expect((await standIn.summary()).counts.dials).toBe(4);
  });

  it('is a running import: it rings beside it and changes no sum of it', async () => {
    const { id } = await importIn(sendFile(contactFile(1_200), { template, launch: 'true' }));
    const running = await driveUntil(id, isLaunched);
    const made = await importIn(call());
    expect(Date.parse(made.plan?.startsAt ?? '')).toBeLessThan(Date.now() + 600_000);
    await driveUntil(made.id, isLaunched);
    await dialToTheEnd();
    await driveUntil(made.id, ({ state }) => state === 'finished');
    const end = await driveUntil(id, ({ state }) => state === 'finished');
    expect([end.rows.total, sumOutcomes(end.contacts), end.campaigns.length]).toEqual([1_200, 1_200, 1]);
    expect(running.test).toBe(false);
    const { dialsOutsideWindow, dials } = (await standIn.summary()).counts;
    expect([dials, dialsOutsideWindow]).toEqual([1_201, 0]);
  });

  it('is what people used and spent', async () => {
    await changeSettings({ prices: { pulse: 1, pulseSeconds: 60 }, spend: { day: 0.01, person: 0.01, import: 0.01 } });
    await finish((await importIn(call())).id);
    expect(usageSchema.parse(await (await ask('/api/usage')).json()).items).toEqual([]);
    const { spent } = settingsSchema.parse(await (await ask('/api/settings')).json());
    expect(Object.values(spent).filter((each) => typeof each === 'number' && each > 0)).toEqual([]);
  });

  it('are the lists of imports, where it is listed as what it is', async () => {
    const ordinary = (await importIn(sendFile(contactFile(2), { template, launch: 'true' }))).id;
    const { id } = await importIn(call());
    await driveUntil(ordinary, isLaunched);
    await driveUntil(id, isLaunched);
    await dialToTheEnd();
    for (const each of [ordinary, id]) await driveUntil(each, ({ state }) => state === 'finished');
    expect(await listed('state=finished')).toEqual({ ids: [ordinary], total: 1 });
    expect(await listed('test=false')).toEqual({ ids: [ordinary], total: 1 });
    expect(await listed('test=true')).toEqual({ ids: [id], total: 1 });
    expect(await listed('test=true&state=finished')).toEqual({ ids: [id], total: 1 });
    expect((await listed('')).total).toBe(2);
    expect((await ask(`/api/imports/${id}`, { method: 'DELETE' })).status).toBe(204);
    expect(await listed('')).toEqual({ ids: [ordinary], total: 1 });
  });
});

/** What one destination is told of an import from its start to its end. */
async function toldOf(made: Promise<Import>): Promise<string[]> {
  const { id } = await made;
  const { campaigns } = await driveUntil(id, isLaunched);
  const create = (await standIn.creates()).find(({ name }) => name === campaigns[0]?.name);
  const body = JSON.stringify({ call_sid: `call-${id}`, number: MINE, status: 'completed' });
  await ask(create?.callStatusCallback ?? '', { token: null, method: 'POST', body });
  await finish(id);
  const [, life = ''] = /#(.+)-1$/.exec(create?.name ?? '') ?? [];
  await runDurableObjectAlarm(env.CAMPAIGNS.getByName(`${life}/1`));
  const [destination] = pageSchema(destinationSchema).parse(await (await ask('/api/destinations')).json()).items;
  if (destination === undefined) throw new Error('No destination');
  while (await runDurableObjectAlarm(env.DESTINATIONS.getByName(destination.id)));
  const events = (await receiverAt('test-call').received()).map((each) => told.parse(JSON.parse(each.body)));
  return events.filter(({ data }) => JSON.stringify(data).includes(id)).map(({ type }) => type);
}
const told = z.object({ type: z.string(), data: z.unknown() });

it('is told to destinations as callbacks alone: nothing of the person whose row it borrows', async () => {
  const events = ['import.started', 'import.finished', 'call.attempted', 'contact.finished', 'callback.raw'];
  const wish = { name: 'CRM', url: receiverAt('test-call').url, events };
  expect((await post('/api/destinations', wish)).status).toBe(201);
  const list = importIn(sendFile(`Phone\n${MINE}\n`, { template, launch: 'true' }));
  expect(new Set(await toldOf(list))).toEqual(new Set(events));
  expect(await toldOf(importIn(call({ headings: ['Name'], row: ['Asha'] })))).toEqual(['callback.raw']);
});

it('is told to whoever asks about its number, and goes with the person', async () => {
  const { id } = await importIn(call());
  await finish(id);
  const folder = personSchema.parse(await (await post('/api/people/find', { number: MINE })).json());
  expect(folder).toMatchObject({ attempts: 1, imports: [{ id, launchedBy: 'asha' }] });
  await post('/api/people/erase', { number: MINE, reason: 'Asked' });
  expect(JSON.stringify(await (await ask(`/api/imports/${id}/results.csv`)).text())).not.toContain(MINE.slice(3));
  expect(await refusalOf(await call())).toEqual({ status: 409, code: 'never_called' });
});

it('is a line of the trail, without its number', async () => {
  await importIn(call());
  const trail = await (await ask('/api/audit')).text();
  expect(trail).toContain('"test_call.made"');
  expect(trail).not.toContain(MINE.slice(3));
});
