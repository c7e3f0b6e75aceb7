import { reset } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { contactFile, mobile } from '../support/contacts.ts';
import { ask, getImport, importIn, makeTemplate, post, refusalOf, sendFile } from '../support/edge.ts';
import { driveUntil, isLaunched, startClock } from '../support/engine.ts';
import { dialToTheEnd, standIn } from '../support/stand-in.ts';
import { noOutcomes } from '../../../shared/protocol/outcomes.ts';
import type { Import } from '../../../shared/protocol/import.ts';

const ID = 'diwali-leads';

let template: string;
beforeEach(async () => {
  startClock();
  await standIn.reset();
  template = (await makeTemplate()).id;
});
afterEach(reset);

async function launch(file: string): Promise<Import> {
  await importIn(sendFile(file, { template, id: ID, name: 'Diwali', launch: 'true', again: 'true' }));
  return driveUntil(ID, isLaunched);
}

async function stopAndDelete(): Promise<void> {
  await importIn(post(`/api/imports/${ID}/stop`));
  await driveUntil(ID, ({ state, finishedAt }) => state === 'stopped' && finishedAt !== null);
  expect((await ask(`/api/imports/${ID}`, { method: 'DELETE' })).status).toBe(204);
}

describe('an id that comes back after it was deleted', () => {
  it('names campaigns of its own, and calls its people by them: the earlier life has none to adopt', async () => {
    const first = await launch(contactFile(3));
    await stopAndDelete();
    const second = await launch(contactFile(3));
    expect(second.campaigns[0]?.sid).not.toBe(first.campaigns[0]?.sid);
    expect(second.campaigns[0]?.name).not.toBe(first.campaigns[0]?.name);
    expect(second.campaigns[0]?.name).toMatch(/^Diwali 1\/1 #diwali-leads-[a-z0-9]{10}-1$/);
    await dialToTheEnd();
    await driveUntil(ID, ({ state }) => state === 'finished');
    const made = await standIn.creates();
    expect(made.map(({ status }) => status)).toEqual(['deleted', 'completed']);
    expect((await standIn.dials()).map(({ number }) => number).toSorted()).toEqual([0, 1, 2].map(mobile));
  });

  it('is not told what Exotel still says about the earlier life: those addresses lead nowhere', async () => {
    await launch(contactFile(3));
    await stopAndDelete();
    await launch(contactFile(3));
    const [earlier, now] = await standIn.creates();
    const body = JSON.stringify({ call_sid: 'late-1', number: mobile(0), status: 'completed' });
    const init = { token: null, method: 'POST', body, headers: { 'content-type': 'application/json' } };
    for (const url of [earlier?.callStatusCallback, earlier?.callScheduleCallback, earlier?.statusCallback])
      expect(await refusalOf(await ask(url ?? '', init))).toEqual({ status: 404, code: 'not_found' });
    expect((await getImport(ID)).contacts).toMatchObject({ queued: 3, completed: 0 });
    expect((await ask(now?.callStatusCallback ?? '', init)).status).toBe(200);
  });

  it('is not told what an object of the earlier life still reports', async () => {
    await launch(contactFile(3));
    await stopAndDelete();
    await launch(contactFile(3));
    const totals = { outcomes: { ...noOutcomes(), completed: 3 }, unfinished: 0, pressed: {}, asOf: Date.now() };
    await env.IMPORTS.getByName(ID).campaignChanged({ incarnation: 'aaaaaaaaaa', seq: 1, totals, hint: null });
    expect((await getImport(ID)).contacts).toMatchObject({ queued: 3, completed: 0 });
  });
});
