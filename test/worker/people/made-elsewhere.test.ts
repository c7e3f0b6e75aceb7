import { reset } from 'cloudflare:test';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { personSchema } from '../../../shared/protocol/person.ts';
import { screenAnswerSchema } from '../../../shared/people/screen-answer.ts';
import { contactFile, mobile } from '../support/contacts.ts';
import { ask, getImport, importIn, makeTemplate, ORIGIN, post, sendFile } from '../support/edge.ts';
import { driveUntil, isLaunched, startClock } from '../support/engine.ts';
import { setCaps } from '../support/people.ts';
import { dialToTheEnd, standIn } from '../support/stand-in.ts';
import { makeElsewhere, makeList, tomorrowAt } from '../campaigns/elsewhere.ts';

const PEOPLE = [mobile(1), mobile(2), mobile(3)];
let template: string;
beforeEach(async () => {
  const morning = tomorrowAt('10:00');
  startClock(Date.parse(morning));
  await standIn.reset({ script: { mix: { completed: 1 } } });
  await standIn.skipTo(morning);
  template = (await makeTemplate()).id;
});
afterEach(reset);

async function calledRecently(): Promise<number> {
  const answer = await post('/api/people/screen', { template, numbers: PEOPLE });
  return screenAnswerSchema.parse(await answer.json()).calledRecently.length;
}

async function adopt(sid: string) {
  return importIn(post(`/api/campaigns/${sid}/adopt`));
}

async function known() {
  const answer = await post('/api/people/find', { number: mobile(1) });
  return personSchema.parse(await answer.json());
}

describe('people called by a campaign that was made elsewhere and is followed', () => {
  it('count for the caps from then on, by its planned attempts, and by those made once it is over', async () => {
    await setCaps({ voice: { attempts: 3, imports: null } });
    const { sid } = await makeElsewhere({
      retries: { number_of_retries: 2, interval_mins: 1, mechanism: 'Linear', on_status: ['busy'] },
    });
    expect(await calledRecently()).toBe(0);
    const { id } = await adopt(sid);
    expect(await calledRecently()).toBe(3);
    await dialToTheEnd();
    await driveUntil(id, ({ finishedAt }) => finishedAt !== null);
    // Each person had one call of the three allowed.
    expect(await calledRecently()).toBe(0);
    await setCaps({ voice: { attempts: 1, imports: null } });
    expect(await calledRecently()).toBe(3);
  });

  it('have its calls in their folder, and count for the cap on imports', async () => {
    await setCaps({ voice: { attempts: null, imports: 1 } });
    const { sid } = await makeElsewhere();
    const { id } = await adopt(sid);
    await dialToTheEnd();
    await driveUntil(id, ({ finishedAt }) => finishedAt !== null);
    expect(await known()).toMatchObject({ attempts: 1, imports: [{ id, name: 'Made elsewhere' }] });
    expect(await calledRecently()).toBe(3);
    expect((await ask(`/api/imports/${id}`, { method: 'DELETE' })).status).toBe(204);
    expect(await known()).toMatchObject({ imports: [] });
    expect(await calledRecently()).toBe(3);
  });

  it('count once their numbers are known, where a list holds them: by its calls', async () => {
    await setCaps({ voice: { attempts: null, imports: 1 } });
    const list = await makeList('Hot leads', PEOPLE);
    const { sid } = await makeElsewhere({ from: null, lists: [list] });
    const { id } = await adopt(sid);
    expect(await calledRecently()).toBe(0);
    await dialToTheEnd();
    await driveUntil(id, ({ finishedAt }) => finishedAt !== null);
    expect(await calledRecently()).toBe(3);
  });
});

describe('people of a campaign whose retries are raised after Start', () => {
  async function launched() {
    const { id } = await importIn(sendFile(contactFile(PEOPLE.length + 1), { template, launch: 'true' }));
    const { campaigns } = await driveUntil(id, isLaunched);
    return { id, sid: campaigns[0]?.sid ?? '' };
  }

  async function raise(sid: string): Promise<void> {
    const retries = { count: 2, intervalMinutes: 10, mechanism: 'Linear', on: ['busy'] };
    const headers = { 'content-type': 'application/json' };
    const answer = await ask(`/api/campaigns/${sid}`, { method: 'PUT', body: JSON.stringify({ retries }), headers });
    expect(answer.status).toBe(200);
  }

  async function busy(call: string): Promise<void> {
    const [created] = await standIn.creates();
    const body = { call_sid: call, number: mobile(1), status: 'busy' };
    const path = (created?.callStatusCallback ?? '').replace(ORIGIN, '');
    const answer = await ask(path, { method: 'POST', body: JSON.stringify(body), token: null });
    expect(answer.status).toBe(200);
  }

  it('count for the caps by the attempts it may now make', async () => {
    await setCaps({ voice: { attempts: 3, imports: null } });
    const { sid } = await launched();
    expect(await calledRecently()).toBe(0);
    await raise(sid);
    expect(await calledRecently()).toBe(3);
  });

  it('are done only after the last of them', async () => {
    const { id, sid } = await launched();
    // The campaign sends totals once a second.
    const counted = async (contacts: object) =>
      expect.poll(async () => (await getImport(id)).contacts, { timeout: 60_000 }).toMatchObject(contacts);
    await busy('first');
    await counted({ busy: 1, retrying: 0, queued: 3 });
    await raise(sid);
    await counted({ busy: 0, retrying: 1, queued: 3 });
    await busy('second');
    await busy('third');
    await counted({ busy: 1, retrying: 0, queued: 3 });
  });
});
