import { createScheduledController, reset, runDurableObjectAlarm, runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { PeopleObject } from '../../../worker/people/people-object.ts';
import { AccountObject } from '../../../worker/account/account-object.ts';
import worker from '../../../worker/index.ts';
import { ALARM_FAILURES_SHOWN, ALARM_RETRY_LONGEST_SECONDS } from '../../../shared/safety-limits.ts';
import { WATCHDOG_SECONDS } from '../../../shared/limits.ts';
import { contactFile, mobile } from '../support/contacts.ts';
import { ask, getImport, importIn, makeTemplate, post, sendFile } from '../support/edge.ts';
import { driveUntil, isLaunched, startClock } from '../support/engine.ts';
import { standIn } from '../support/stand-in.ts';
import { PATIENCE } from '../../fixtures/patience.ts';

let template: string;
beforeEach(async () => {
  startClock();
  await standIn.reset();
  template = (await makeTemplate()).id;
});
afterEach(async () => {
  vi.restoreAllMocks();
  await reset();
});

async function launched(): Promise<string> {
  const { id } = await importIn(sendFile(contactFile(20), { template, launch: 'true' }));
  await driveUntil(id, isLaunched);
  return id;
}

function alarmOf(id: string): Promise<number | null> {
  return runInDurableObject(env.IMPORTS.getByName(id), (_, { storage }) => storage.getAlarm());
}

async function loseAlarm(id: string): Promise<void> {
  await runInDurableObject(env.IMPORTS.getByName(id), (_, { storage }) => storage.deleteAlarm());
  expect(await alarmOf(id)).toBeNull();
}

async function trigger(): Promise<void> {
  await worker.scheduled(createScheduledController({ cron: '*/5 * * * *' }), env);
}

const LOOKS: readonly (readonly [string, (id: string) => Promise<unknown>])[] = [
  ['the import', (id) => ask(`/api/imports/${id}`)],
  ['the list of imports', () => ask('/api/imports')],
  ['its issues', (id) => ask(`/api/imports/${id}/issues`)],
  ['its issues as a file', (id) => ask(`/api/imports/${id}/issues.csv`)],
  ['its results', (id) => ask(`/api/imports/${id}/results.csv`).then((answer) => answer.text())],
  ['one contact', (id) => ask(`/api/imports/${id}/contacts?number=${encodeURIComponent(mobile(1))}`)],
  ['its callbacks', (id) => ask(`/api/imports/${id}/callbacks`).then((answer) => answer.text())],
  [
    'how far its file is',
    (id) => ask(`/api/imports/${id}/file`, { method: 'HEAD', headers: { 'tus-resumable': '1.0.0' } }),
  ],
  [
    'it again, launched once more',
    (id) => post(`/api/imports/${id}/launch`, { expect: { contacts: 20, campaigns: 1 } }),
  ],
  ['what a campaign reports', (id) => reportOf(id)],
];

async function reportOf(id: string): Promise<void> {
  const stub = env.IMPORTS.getByName(id);
  const incarnation = await stub.incarnationToAdopt();
  const totals = await runInDurableObject(stub, (object) => object.summary()).then((view) => view?.contacts);
  if (totals === undefined) throw new Error('No such import');
  await stub.campaignChanged({
    incarnation,
    seq: 1,
    totals: { outcomes: totals, unfinished: 20, pressed: {}, asOf: 0 },
    hint: null,
  });
}

describe('an import that dies between the record of its launch and its alarm', () => {
  it.each([
    ['in one request', () => sendFile(contactFile(20), { template, id: 'leads', launch: 'true' })],
    [
      'in steps',
      async () => {
        await importIn(sendFile(contactFile(20), { template, id: 'leads' }));
        // After this its alarm is set to the end of its lifetime.
        await runDurableObjectAlarm(env.IMPORTS.getByName('leads'));
        return post('/api/imports/leads/launch', { expect: { contacts: 20, campaigns: 1 } });
      },
    ],
  ])('comes back within minutes, not when an upload would expire: asked %s', async (_, ask) => {
    vi.spyOn(PeopleObject.prototype, 'confirm').mockRejectedValueOnce(new Error('killed'));
    expect((await ask()).status).toBe(500);
    const alarm = (await alarmOf('leads')) ?? Number.POSITIVE_INFINITY;
    expect(alarm).toBeLessThanOrEqual(Date.now() + WATCHDOG_SECONDS * 1000);
    expect((await getImport('leads')).launchedAt).not.toBeNull();
    await driveUntil('leads', isLaunched);
    expect(await standIn.creates()).toHaveLength(1);
  });

  it('is asked for so long that its alarm comes meanwhile, and comes back as soon', async () => {
    await importIn(sendFile(contactFile(20), { template, id: 'leads' }));
    const claim = vi.spyOn(AccountObject.prototype, 'claimLaunch').mockImplementationOnce(async () => {
      await runDurableObjectAlarm(env.IMPORTS.getByName('leads'));
      throw new Error('killed');
    });
    expect((await post('/api/imports/leads/launch', { expect: { contacts: 20, campaigns: 1 } })).status).toBe(500);
    expect(claim).toHaveBeenCalledOnce();
    expect(((await alarmOf('leads')) ?? Number.POSITIVE_INFINITY) - Date.now()).toBeLessThanOrEqual(
      WATCHDOG_SECONDS * 1000,
    );
  });
});

describe('an import under way whose alarm was lost', () => {
  it.each(LOOKS)('is taken up again by whoever looks at %s', async (_, look) => {
    const id = await launched();
    await loseAlarm(id);
    await look(id);
    const at = await alarmOf(id);
    expect(at === null ? null : at <= Date.now() + WATCHDOG_SECONDS * 1000).toBe(true);
  });

  it('is taken up again by the trigger, and comes to its end though nobody looks', async () => {
    const { id } = await importIn(sendFile(contactFile(20), { template, launch: 'true' }));
    await runInDurableObject(env.IMPORTS.getByName(id), (_, { storage }) => storage.deleteAlarm());
    await trigger();
    await vi.waitFor(async () => expect((await standIn.summary()).counts.numbers).toBe(20), PATIENCE);
  });

  it('is left alone by the trigger once it has ended, and when it was only checked', async () => {
    const checked = (await importIn(sendFile(contactFile(20), { template }))).id;
    const stopped = await launched();
    await post(`/api/imports/${stopped}/stop`);
    await driveUntil(stopped, ({ finishedAt }) => finishedAt !== null);
    for (const id of [checked, stopped])
      await runInDurableObject(env.IMPORTS.getByName(id), (_, { storage }) => storage.deleteAlarm());
    await trigger();
    expect([await alarmOf(checked), await alarmOf(stopped)]).toEqual([null, null]);
  });

  it('is erased when its time is over, though nobody ever launched it or looked', async () => {
    const { id, expiresAt } = await importIn(sendFile(contactFile(20), { template }));
    await loseAlarm(id);
    vi.spyOn(Date, 'now').mockReturnValue(Date.parse(expiresAt ?? ''));
    await trigger();
    await runDurableObjectAlarm(env.IMPORTS.getByName(id));
    expect((await ask(`/api/imports/${id}`)).status).toBe(404);
  });
});

describe('an import at which the Worker fails again and again', () => {
  it('waits for minutes between two tries, says so, and goes on by itself once it can', async () => {
    const id = await launched();
    const failing = vi.spyOn(AccountObject.prototype, 'takeTurn').mockImplementation(() => {
      throw new Error('broken');
    });
    for (let failures = 1; failures < ALARM_FAILURES_SHOWN; failures += 1) await runNextAlarm(id);
    expect((await getImport(id)).state).toBe('running');
    for (let failures = 0; failures < 5; failures += 1) await runNextAlarm(id);
    const told = await getImport(id);
    expect([told.state, told.attention.map(({ code }) => code)]).toEqual(['needs_attention', ['worker_failing']]);
    expect((await env.ACCOUNTS.getByName('dialsheet-demo').imports(ALL)).items).toContainEqual(
      expect.objectContaining({ id, state: 'needs_attention' }),
    );
    expect(((await alarmOf(id)) ?? 0) - Date.now()).toBeLessThanOrEqual(ALARM_RETRY_LONGEST_SECONDS * 1000);
    failing.mockRestore();
    startClock();
    await runNextAlarm(id);
    expect(await getImport(id)).toMatchObject({ state: 'running', attention: [] });
  });
});

const ALL = {
  offset: 0,
  limit: 100,
  search: '',
  states: ['needs_attention' as const],
  createdBy: null,
  template: null,
};

/** Moves the clock to the alarm and runs it. */
async function runNextAlarm(id: string): Promise<void> {
  const at = await alarmOf(id);
  if (at === null) throw new Error('There is no alarm');
  vi.spyOn(Date, 'now').mockReturnValue(Math.max(at, Date.now()));
  await runDurableObjectAlarm(env.IMPORTS.getByName(id));
}
