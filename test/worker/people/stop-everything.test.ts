import { reset, runDurableObjectAlarm, runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { brakeSchema, type Brake } from '../../../shared/protocol/brake.ts';
import { requireConfig } from '../../../worker/config.ts';
import { contactFile, mobile } from '../support/contacts.ts';
import { ask, getImport, importIn, makeTemplate, post, refusalOf, sendFile } from '../support/edge.ts';
import { driveUntil, isLaunched, startClock } from '../support/engine.ts';
import { makeElsewhere } from '../campaigns/elsewhere.ts';
import { dialToTheEnd, standIn } from '../support/stand-in.ts';
import type { Import } from '../../../shared/protocol/import.ts';
import { PATIENCE } from '../../fixtures/patience.ts';

let template: string;
beforeEach(async () => {
  startClock();
  await standIn.reset();
  template = (await makeTemplate()).id;
});
afterEach(reset);

const PATH = '/api/stop-everything';

async function brakeIn(answering: Promise<Response>): Promise<Brake> {
  const answer = await answering;
  expect(answer.status).toBe(200);
  return brakeSchema.parse(await answer.json());
}

const look = (): Promise<Brake> => brakeIn(ask(PATH));
const stop = (reason?: string): Promise<Brake> => brakeIn(post(PATH, reason === undefined ? undefined : { reason }));
const lift = (): Promise<Brake> => brakeIn(ask(PATH, { method: 'DELETE' }));

function account() {
  return env.ACCOUNTS.getByName(requireConfig(env).EXOTEL_ACCOUNT_SID);
}

/** Launches an import; each test gives other people by `first`. */
async function launched(contacts: number, first: number): Promise<Import> {
  const made = await importIn(sendFile(contactFile(contacts, first), { template, launch: 'true' }));
  return driveUntil(made.id, isLaunched);
}

async function stillCalling(): Promise<string[]> {
  return (await standIn.creates())
    .map(({ status }) => status)
    .filter((status) => status === 'created' || status === 'in-progress');
}

describe('stopping everything', () => {
  it('says beforehand what a press would stop', async () => {
    expect(await look()).toEqual({
      state: 'released',
      by: null,
      reason: null,
      at: null,
      done: 0,
      total: 0,
      calls: 0,
    });
    await launched(30, 0);
    await launched(20, 100);
    expect(await look()).toMatchObject({ state: 'released', total: 2, calls: 50 });
  });

  it('counts what is left of each at this moment, not when it began', async () => {
    await launched(30, 0);
    const [campaign] = await standIn.creates();
    const body = JSON.stringify({ call_sid: 'call-1', number: mobile(0), status: 'completed' });
    await ask(campaign?.callStatusCallback ?? '', { token: null, method: 'POST', body });
    await vi.waitFor(async () => expect(await look()).toMatchObject({ total: 1, calls: 29 }), PATIENCE);
  });

  it('pauses every import of everybody, tells how far it is, and lets nothing ring', async () => {
    const small = await launched(20, 0);
    const large = await launched(30, 100);
    const pressed = await stop('Wrong list');
    expect(pressed).toMatchObject({ by: 'asha', reason: 'Wrong list', total: 2, calls: 50 });
    for (const { id } of [small, large]) await driveUntil(id, ({ state }) => state === 'paused');
    expect(await look()).toMatchObject({ state: 'stopped', done: 2, total: 2 });
    expect(await stillCalling()).toEqual([]);
    await dialToTheEnd();
    expect((await standIn.summary()).counts.dials).toBe(0);
  });

  it('does not count an import that was paused before', async () => {
    const { id } = await launched(10, 0);
    await launched(20, 100);
    await importIn(post(`/api/imports/${id}/pause`));
    await driveUntil(id, ({ state }) => state === 'paused');
    expect(await look()).toMatchObject({ total: 1, calls: 20 });
    expect(await stop()).toMatchObject({ total: 1, calls: 20 });
    expect((await getImport(id)).state).toBe('paused');
  });

  it('needs no reason, and can be pressed again', async () => {
    await launched(10, 0);
    await stop();
    expect(await stop('Once more')).toMatchObject({ by: 'asha', reason: 'Once more', total: 1, calls: 10 });
  });

  it('starts nothing until it is lifted, and keeps nothing of what it refused', async () => {
    await stop('Wrong list');
    const refused = { status: 409, code: 'everything_stopped' };
    expect(await refusalOf(await sendFile(contactFile(10), { template, launch: 'true', id: 'one-shot' }))).toEqual(
      refused,
    );
    expect((await ask('/api/imports/one-shot')).status).toBe(404);
    const { id } = await importIn(sendFile(contactFile(10), { template }));
    const launch = () => post(`/api/imports/${id}/launch`, { expect: { contacts: 10, campaigns: 1 } });
    expect(await refusalOf(await launch())).toEqual(refused);
    expect(await lift()).toMatchObject({ state: 'released', by: null });
    await importIn(launch());
    await driveUntil(id, isLaunched);
  });

  it('is lifted for one import by resuming it; the others stay as they are', async () => {
    const one = await launched(10, 0);
    const other = await launched(20, 100);
    await stop();
    for (const { id } of [one, other]) await driveUntil(id, ({ state }) => state === 'paused');
    await importIn(post(`/api/imports/${one.id}/resume`));
    await driveUntil(one.id, ({ campaigns }) => campaigns.every(({ state }) => state !== 'paused'));
    expect(await look()).toMatchObject({ state: 'stopped', done: 1, total: 1, calls: 20 });
    await dialToTheEnd();
    await driveUntil(one.id, ({ state }) => state === 'finished');
    expect((await getImport(other.id)).state).toBe('paused');
    await lift();
    expect((await getImport(other.id)).state).toBe('paused');
  });

  it('lets no campaign be resumed by itself until it is lifted', async () => {
    const { id } = await launched(10, 0);
    await stop();
    await driveUntil(id, ({ state }) => state === 'paused');
    const [campaign] = await standIn.creates();
    const resume = () => post(`/api/campaigns/${campaign?.sid}/actions`, { action: 'resume' });
    expect(await refusalOf(await resume())).toEqual({ status: 409, code: 'everything_stopped' });
    await lift();
    expect((await resume()).status).toBe(200);
  });

  it('follows no campaign made elsewhere until it is lifted, since that would ring unseen', async () => {
    const { sid } = await makeElsewhere();
    await stop();
    const adopt = () => post(`/api/campaigns/${sid}/adopt`);
    expect(await refusalOf(await adopt())).toEqual({ status: 409, code: 'everything_stopped' });
    await lift();
    expect((await adopt()).status).toBe(200);
  });

  it.each(['before the first press', 'between two presses'])(
    'silences a campaign that was resumed alone %s',
    async (when) => {
      const { id } = await launched(10, 0);
      if (when === 'between two presses') await stop();
      else await importIn(post(`/api/imports/${id}/pause`));
      await driveUntil(id, ({ state }) => state === 'paused');
      const [campaign] = await standIn.creates();
      // A person resumes it, as in Exotel's own dashboard.
      await standIn.asExotelUser('PUT', `/campaigns/${campaign?.sid}`, { campaigns: [{ action: 'resume' }] });
      await driveUntil(id, ({ campaigns }) => campaigns.every(({ state }) => state !== 'paused'));
      expect(await stop()).toMatchObject({ total: 1 });
      await driveUntil(id, ({ state }) => state === 'paused');
      expect(await look()).toMatchObject({ state: 'stopped', done: 1, total: 1 });
      expect(await stillCalling()).toEqual([]);
    },
  );

  it('catches a launch that is under way in the same instant', async () => {
    const { id } = await importIn(sendFile(contactFile(10), { template }));
    const launch = post(`/api/imports/${id}/launch`, { expect: { contacts: 10, campaigns: 1 } });
    const [answer] = await Promise.all([launch, stop()]);
    if (answer.ok) await driveUntil(id, ({ state }) => state === 'paused');
    else expect(await refusalOf(answer)).toEqual({ status: 409, code: 'everything_stopped' });
    expect(await look()).toMatchObject({ state: 'stopped' });
    await dialToTheEnd();
    expect((await standIn.summary()).counts.dials).toBe(0);
  });

  it('goes on by an alarm where whoever pressed it is gone before anybody was told', async () => {
    const { id } = await launched(10, 0);
    // The stop is stored, and then the process dies.
    await runInDurableObject(account(), (object) => {
      object['brake'].press({ by: 'asha', reason: '', at: Date.now() });
    });
    await runInDurableObject(account(), (_, state) => state.storage.setAlarm(Date.now()));
    await runDurableObjectAlarm(account());
    await driveUntil(id, ({ state }) => state === 'paused');
  });

  it('forgets an import that was deleted', async () => {
    const { id } = await launched(10, 0);
    await stop();
    await driveUntil(id, ({ state }) => state === 'paused');
    await importIn(post(`/api/imports/${id}/stop`));
    await driveUntil(id, ({ state }) => state === 'stopped');
    expect((await ask(`/api/imports/${id}`, { method: 'DELETE' })).status).toBe(204);
    expect(await look()).toMatchObject({ state: 'stopped', done: 0, total: 0 });
  });

  it('is refused without a token', async () => {
    for (const method of ['GET', 'POST', 'DELETE']) expect((await ask(PATH, { method, token: null })).status).toBe(401);
  });
});
