import { reset } from 'cloudflare:test';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { settingsSchema } from '../../../shared/protocol/settings.ts';
import { contactFile } from '../support/contacts.ts';
import { ask, getImport, importIn, makeTemplate, post, refusalOf, sendFile } from '../support/edge.ts';
import { driveUntil, goAhead, isLaunched, startClock } from '../support/engine.ts';
import { changeSettings } from '../support/people.ts';
import { dialToTheEnd, standIn } from '../support/stand-in.ts';
import { join } from '../team/team.ts';

const DAY_MS = 86_400_000;
/** Noon of tomorrow in Kolkata, so that no midnight falls into a test. */
const noon = () => (Math.floor(Date.now() / DAY_MS) + 1) * DAY_MS + 6.5 * 3_600_000;

let template: string;
beforeEach(async () => {
  startClock(noon());
  await standIn.reset({ script: { mix: { completed: 1 } } });
  template = (await makeTemplate()).id;
  // The likely cost of ten people is ten rupees.
  await changeSettings({ prices: { pulse: 2, pulseSeconds: 60, smsPart: 0.5 } });
});
afterEach(reset);

const spend = (caps: object) => changeSettings({ spend: caps });
const upload = (contacts: number, first = 0) => importIn(sendFile(contactFile(contacts, first), { template }));
const seen = (contacts: number) => ({ expect: { contacts, campaigns: 1 } });

async function spent() {
  const { day, person } = settingsSchema.parse(await (await ask('/api/settings')).json()).spent;
  return { day, person };
}

describe('what a start may cost', () => {
  it('is told of every checked import, by the prices there are now, and stays as it was launched', async () => {
    const { id, spend: told } = await upload(10);
    expect(told).toEqual({ low: 3, likely: 10, high: 60, basis: 'defaults' });
    await changeSettings({ prices: { pulse: 4 } });
    expect((await getImport(id)).spend).toMatchObject({ likely: 20 });
    expect((await importIn(post(`/api/imports/${id}/launch`, seen(10)))).spend).toMatchObject({ likely: 20 });
    await changeSettings({ prices: { pulse: null } });
    expect((await getImport(id)).spend).toMatchObject({ likely: 20 });
    expect((await upload(1, 50)).spend).toBeNull();
  });

  it('counts the parts of messages with everybody’s own values', async () => {
    const sms = await makeTemplate({
      channel: 'sms',
      callerId: undefined,
      senderId: 'DIALST',
      dltEntityId: '1101234567890123456',
      dltTemplateId: '1107123456789012345',
      flow: undefined,
      text: `@@Name ${'x'.repeat(150)}`,
    });
    const file = `Name,Phone\nAsha,+919810010001\n${'y'.repeat(20)},+919810010002\n`;
    const made = await importIn(sendFile(file, { template: sms.id }));
    expect(made.spend).toEqual({ low: 1.5, likely: 1.5, high: 1.5, basis: 'parts' });
  });
});

describe('caps on money', () => {
  it('refuse a start that passes one, with the cap, what is in use and how much it is too much', async () => {
    await spend({ import: 9.5 });
    const { id } = await upload(10);
    const details = { cap: 'import', limit: 9.5, already: 0, likely: 10, over: 0.5 };
    const refused = { status: 409, code: 'spend_cap', details };
    expect(await refusalOf(await post(`/api/imports/${id}/launch`, seen(10)))).toEqual(refused);
    const before = await (await ask('/api/imports')).json<{ total: number }>();
    const oneShot = sendFile(contactFile(10, 20), { template, launch: 'true' });
    expect(await refusalOf(await oneShot)).toEqual(refused);
    expect(await (await ask('/api/imports')).json()).toMatchObject({ total: before.total });
    expect([await spent(), (await getImport(id)).state]).toEqual([{ day: 0, person: 0 }, 'checked']);
    await spend({ import: 10 });
    await importIn(post(`/api/imports/${id}/launch`, seen(10)));
    expect(await spent()).toEqual({ day: 10, person: 10 });
  });

  it('count by whoever starts, over the local day, and the same press once', async () => {
    await spend({ person: 15, day: 25 });
    const [meena, ravi] = [await join('Meena', 'launcher'), await join('Ravi', 'launcher')];
    const [first, second, third] = [await upload(10), await upload(10, 20), await upload(10, 40)];
    const start = (who: typeof meena, { id }: { id: string }) =>
      who.send('POST', `/api/imports/${id}/launch`, seen(10));
    await importIn(start(meena, first));
    await importIn(start(meena, first));
    const person = { cap: 'person', limit: 15, already: 10, likely: 10, over: 5 };
    expect(await refusalOf(await start(meena, second))).toEqual({ status: 409, code: 'spend_cap', details: person });
    await importIn(start(ravi, second));
    expect(await refusalOf(await start(await join('Asif', 'launcher'), third))).toMatchObject({
      details: { cap: 'day', already: 20, over: 5 },
    });
    goAhead(DAY_MS);
    await importIn(start(meena, third));
  });

  it('hold for an approval, by whoever approves', async () => {
    await changeSettings({ approveAbove: 5, spend: { person: 15 } });
    const [meena, ravi] = [await join('Meena', 'preparer'), await join('Ravi', 'launcher')];
    const ids: string[] = [];
    for (const at of [0, 20]) {
      const { id } = await importIn(meena.sendFile(contactFile(10, at), { template }));
      await importIn(meena.send('POST', `/api/imports/${id}/ask`, seen(10)));
      ids.push(id);
    }
    const [one, two] = ids;
    await importIn(ravi.send('POST', `/api/imports/${one}/approve`, seen(10)));
    expect(await refusalOf(await ravi.send('POST', `/api/imports/${two}/approve`, seen(10)))).toMatchObject({
      status: 409,
      code: 'spend_cap',
      details: { cap: 'person', already: 10 },
    });
    const asif = await join('Asif', 'launcher');
    await importIn(asif.send('POST', `/api/imports/${two}/approve`, seen(10)));
  });

  it('let one of several through that are started in the same instant and do not all fit', async () => {
    await spend({ day: 25 });
    const ids = await Promise.all([0, 20, 40, 60].map(async (at) => (await upload(10, at)).id));
    const answers = await Promise.all(ids.map((id) => post(`/api/imports/${id}/launch`, seen(10))));
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 200, 409, 409]);
    expect(await spent()).toEqual({ day: 20, person: 20 });
  });

  it('have in use what an import came to once it is over, also when it is deleted', async () => {
    const { id } = await upload(3);
    await importIn(post(`/api/imports/${id}/launch`, seen(3)));
    await driveUntil(id, isLaunched);
    expect(await spent()).toEqual({ day: 3, person: 3 });
    await dialToTheEnd();
    await driveUntil(id, ({ state }) => state === 'finished');
    const usage = await (await ask('/api/usage')).json<{ items: { pulses: number }[] }>();
    const pulses = usage.items[0]?.pulses ?? 0;
    expect(pulses).toBeGreaterThan(0);
    expect(await spent()).toEqual({ day: pulses * 2, person: pulses * 2 });
    expect((await ask(`/api/imports/${id}`, { method: 'DELETE' })).status).toBe(204);
    expect(await spent()).toEqual({ day: pulses * 2, person: pulses * 2 });
  });

  it('refuse nothing whose price is not known', async () => {
    await changeSettings({ prices: { pulse: null }, spend: { day: 0, person: 0, import: 0 } });
    const { id } = await upload(2);
    await importIn(post(`/api/imports/${id}/launch`, seen(2)));
  });

  it('are given back when nothing comes of a launch', async () => {
    await spend({ day: 12 });
    const { id } = await upload(10);
    await post('/api/stop-everything', { reason: 'a look first' });
    expect((await refusalOf(await post(`/api/imports/${id}/launch`, seen(10)))).code).toBe('everything_stopped');
    expect(await spent()).toEqual({ day: 0, person: 0 });
  });
});
