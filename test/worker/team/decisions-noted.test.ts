import { reset } from 'cloudflare:test';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { pageSchema } from '../../../shared/protocol/page.ts';
import { trailLineSchema } from '../../../shared/protocol/team.ts';
import { contactFile } from '../support/contacts.ts';
import { ask, getImport, importIn, makeTemplate, post, refusalOf, sendFile } from '../support/edge.ts';
import { driveUntil, isLaunched, startClock } from '../support/engine.ts';
import { changeSettings, DEFAULT_CAPS, setCaps } from '../support/people.ts';
import { standIn } from '../support/stand-in.ts';
import { put, tomorrowAt } from '../campaigns/elsewhere.ts';
import { join } from './team.ts';

let template: string;
beforeEach(async () => {
  startClock();
  await standIn.reset();
  template = (await makeTemplate()).id;
});
afterEach(reset);

async function lastLine(what: string) {
  const { items } = pageSchema(trailLineSchema).parse(await (await ask('/api/audit?limit=50')).json());
  return items.find((line) => line.what === what);
}

async function launched(query: Readonly<Record<string, string>> = {}) {
  const { id } = await importIn(sendFile(contactFile(3), { template, launch: 'true', ...query }));
  const { campaigns } = await driveUntil(id, isLaunched);
  return { id, sid: campaigns[0]?.sid ?? '' };
}

describe('the trail says of people who are called though they were called lately', () => {
  beforeEach(() => setCaps(DEFAULT_CAPS));

  it('who decided it, why, and how many more are called', async () => {
    await launched();
    const { id, rows } = await importIn(sendFile(contactFile(5), { template }));
    expect(rows).toMatchObject({ accepted: 2, called_recently: 3 });
    await importIn(post(`/api/imports/${id}/check`, { override: 'called_recently', reason: 'They asked for it.' }));
    expect(await lastLine('import.checked')).toMatchObject({
      who: 'asha',
      note: 'They asked for it.',
      before: { contacts: 2 },
      after: { override: 'called_recently', contacts: 5 },
    });
    await importIn(post(`/api/imports/${id}/launch`, { expect: { contacts: 5, campaigns: 1 }, again: true }));
    expect(await lastLine('import.launched')).toMatchObject({
      note: 'They asked for it.',
      after: { again: true, override: 'called_recently' },
      counts: { contacts: 5 },
    });
  });

  it('that the same people are called again, where a file was sent with that wish', async () => {
    await setCaps({ voice: { attempts: null, imports: null } });
    await launched();
    await launched({ again: 'true' });
    expect(await lastLine('import.launched')).toMatchObject({ after: { again: true }, note: 'again=true' });
  });
});

describe('a campaign that is changed after Start', () => {
  it('is noted with what was changed, as it was and as it is, and with no address', async () => {
    const { id, sid } = await launched();
    const times = { sendAt: tomorrowAt('13:00'), endAt: tomorrowAt('18:00') };
    const change = { ...times, text: 'Happy Holi.' };
    expect((await put(`/api/campaigns/${sid}`, change)).status).toBe(200);
    expect(await lastLine('campaign.changed')).toMatchObject({ before: { text: 'Happy Diwali.' }, after: change });
    // The text that the import shows is no longer the one that people hear.
    expect((await getImport(id)).attention.map(({ facts }) => facts)).toEqual([{ story: 'heard_changed', seq: 1 }]);
  });

  it('does not say something else than two people approved, by one alone', async () => {
    await changeSettings({ approveAbove: 2 });
    const [meena, ravi] = [await join('Meena', 'preparer'), await join('Ravi', 'launcher')];
    const { id } = await importIn(meena.sendFile(contactFile(3), { template }));
    const seen = { expect: { contacts: 3, campaigns: 1 } };
    await meena.send('POST', `/api/imports/${id}/ask`, seen);
    await importIn(ravi.send('POST', `/api/imports/${id}/approve`, seen));
    const { campaigns } = await driveUntil(id, isLaunched);
    const sid = campaigns[0]?.sid ?? '';
    for (const heard of [{ text: 'Something else.' }, { sender: '08088919999' }, { flowUrl: 'https://x.example/1' }]) {
      expect(await refusalOf(await put(`/api/campaigns/${sid}`, heard))).toEqual({
        status: 403,
        code: 'needs_approval',
        details: { contacts: 3, approveAbove: 2 },
      });
    }
    expect(
      (await put(`/api/campaigns/${sid}`, { sendAt: tomorrowAt('13:00'), endAt: tomorrowAt('18:00') })).status,
    ).toBe(200);
  });
});
