import { reset, runDurableObjectAlarm, runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { packNumbers } from '../../../shared/people/packed-numbers.ts';
import { rowIssueViewSchema } from '../../../shared/protocol/row-issue.ts';
import { requireConfig } from '../../../worker/config.ts';
import { contactFile, mobile } from '../support/contacts.ts';
import { ask, importIn, makeTemplate, post, sendFile } from '../support/edge.ts';
import { driveUntil, isLaunched, startClock } from '../support/engine.ts';
import { DEFAULT_CAPS, setCaps } from '../support/people.ts';
import { placesOf } from '../support/scan-storage.ts';
import { dialToTheEnd, standIn } from '../support/stand-in.ts';

const HOUR_MS = 3_600_000;
const issuesSchema = z.object({ items: z.array(rowIssueViewSchema) });
const people = () => env.PEOPLE.getByName(requireConfig(env).EXOTEL_ACCOUNT_SID);

let template: string;
beforeEach(async () => {
  await reset();
  startClock();
  await standIn.reset({ script: { mix: { completed: 1 } } });
  await setCaps(DEFAULT_CAPS);
  template = (await makeTemplate()).id;
});
afterEach(reset);

/** An import that called three people to the end, and the time of the calls. */
async function called(): Promise<{ id: string; at: number }> {
  const { id } = await importIn(sendFile(contactFile(3), { template, launch: 'true', again: 'true', name: 'Diwali' }));
  await driveUntil(id, isLaunched);
  await dialToTheEnd();
  await driveUntil(id, ({ state }) => state === 'finished');
  return { id, at: Date.now() };
}

/** A launch of the same three people that is over, reported as its import would report it. */
async function settled(life: string, at: number): Promise<void> {
  const numbers = [0, 1, 2].map((place) => Number(mobile(place).slice(1)));
  await people().claim({
    life,
    importId: life,
    template: '',
    name: life,
    by: 'ravi',
    channel: 'voice',
    attempts: 1,
    keys: {},
    group: 'service',
    override: true,
    notCalledForDays: null,
    parts: 1,
    campaigns: [{ seq: 1, contacts: 3, numbers: packNumbers(Float64Array.from(numbers)) }],
  });
  await people().settle(
    life,
    1,
    numbers.map((number) => ({ number, attempts: 1, lastAt: at })),
  );
}

function erase(id: string): Promise<Response> {
  return ask(`/api/imports/${id}`, { method: 'DELETE' });
}

/** The rows of a file with the three people and one more, checked at this time. */
async function rowsAt(time: number) {
  startClock(time);
  const { id, rows } = await importIn(sendFile(contactFile(4), { template }));
  return { id, accepted: rows.accepted, called_recently: rows.called_recently };
}

/** The time of the alarm after which nobody is held back any more. */
async function overAt(): Promise<number> {
  const at = await runInDurableObject(people(), (_, { storage }) => storage.getAlarm());
  if (at === null) throw new Error('There is no alarm');
  return at;
}

function forgottenRows(): Promise<number> {
  return runInDurableObject(people(), (_, { storage }) =>
    Number(storage.sql.exec('SELECT COUNT(*) AS total FROM forgotten_calls').one()['total']),
  );
}

describe('whom a deleted import called', () => {
  it('is called recently until the hours of the cap are over, and then no longer', async () => {
    const { id, at } = await called();
    expect(await rowsAt(at)).toMatchObject({ accepted: 1, called_recently: 3 });
    expect((await erase(id)).status).toBe(204);
    expect(await rowsAt(at)).toMatchObject({ accepted: 1, called_recently: 3 });
    const over = await overAt();
    expect(await rowsAt(over - 23 * HOUR_MS)).toMatchObject({ accepted: 1, called_recently: 3 });
    expect(await rowsAt(over)).toMatchObject({ accepted: 4, called_recently: 0 });
  });

  it('is told without the name of the import, and called all the same by a decision', async () => {
    const { id, at } = await called();
    await erase(id);
    const next = await rowsAt(at);
    const { items } = issuesSchema.parse(await (await ask(`/api/imports/${next.id}/issues`)).json());
    expect(items).toHaveLength(3);
    for (const item of items) expect(item).toMatchObject({ rule: 'called_recently', by: 'asha', importName: null });
    const body = { override: 'called_recently', reason: 'They asked us to call back' };
    const view = await importIn(post(`/api/imports/${next.id}/check`, body));
    expect(view.rows).toMatchObject({ accepted: 4, called_recently: 0 });
  });

  it('counts together with those of imports that are kept, import by import', async () => {
    await setCaps({ ...DEFAULT_CAPS, voice: { attempts: null, imports: 2, hours: 24 } });
    const { id, at } = await called();
    await erase(id);
    expect(await rowsAt(at)).toMatchObject({ accepted: 4, called_recently: 0 });
    await settled('other-1', at);
    expect(await rowsAt(at)).toMatchObject({ accepted: 1, called_recently: 3 });
    await people().forget('other-1');
    expect(await rowsAt(at)).toMatchObject({ accepted: 1, called_recently: 3 });
  });

  it('leaves no digit in any storage, and no row once the hours are over', async () => {
    const { id } = await called();
    expect(await placesOf(mobile(0).slice(1))).toContain('PEOPLE.ledger.numbers');
    await erase(id);
    for (const place of [0, 1, 2]) expect(await placesOf(mobile(place).slice(1))).toEqual([]);
    expect(await forgottenRows()).toBe(1);
    startClock(await overAt());
    await runDurableObjectAlarm(people());
    expect(await forgottenRows()).toBe(0);
    expect(await runInDurableObject(people(), (_, { storage }) => storage.getAlarm())).toBeNull();
  });

  it('keeps nothing of an import that called nobody', async () => {
    const { id } = await importIn(sendFile(contactFile(3), { template }));
    await erase(id);
    expect(await forgottenRows()).toBe(0);
  });
});
