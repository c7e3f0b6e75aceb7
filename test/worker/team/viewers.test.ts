import { reset } from 'cloudflare:test';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { isIn } from '../../../shared/team/roles.ts';
import { CALLS } from '../../../worker/routes/calls.ts';
import { groupOf, WHO_MAY } from '../../../worker/openapi/who-may.ts';
import { ask, importIn, makeTemplate, post, sendFile, TOKEN } from '../support/edge.ts';
import { driveUntil, isLaunched, startClock } from '../support/engine.ts';
import { dialToTheEnd, standIn } from '../support/stand-in.ts';
import { join, watchImport, type Member } from './team.ts';
import { PATIENCE } from '../../fixtures/patience.ts';

/** People's numbers in the spellings of files; the last is not a number, and one appears twice. */
const WRITTEN = [
  '9820012345',
  '098200 12346',
  '+91-98200-12347',
  '९८२००१२३४८',
  '9,820,012,349',
  '9820012345',
  '98200123',
];
const BARE = ['9820012345', '9820012346', '9820012347', '9820012348', '9820012349'];
const FILE = ['Name,Phone', ...WRITTEN.map((each, at) => `Person ${at},"${each}"`)].join('\n');

let id: string;
let viewer: Member;
beforeEach(async () => {
  startClock();
  await standIn.reset();
  const template = await makeTemplate();
  viewer = await join('Meena', 'viewer');
  id = (await importIn(sendFile(FILE, { template: template.id, name: 'Call 9820012345 back' }))).id;
});
afterEach(reset);

function digitsOf(text: string): string {
  const plain = text.replaceAll(/[०-९]/g, (digit) => String((digit.codePointAt(0) ?? 0) - 0x966));
  return plain.replaceAll(/[^0-9a-zA-Z\n"]/g, '');
}

function shown(text: string): string[] {
  return BARE.filter((number) => digitsOf(text).includes(number));
}

function isForViewers(method: string, path: string): boolean {
  const rule = WHO_MAY[`${method.toUpperCase()} ${path}`];
  return rule !== undefined && isIn('viewer', groupOf(rule));
}

/** The request of each search. A new search needs an entry here, otherwise it finds everything or nothing. */
function said(path: string): RequestInit {
  const asked = path.endsWith('/contacts') ? { number: '9820012345' } : {};
  return { body: JSON.stringify(asked), headers: { 'content-type': 'application/json' } };
}

async function launch(): Promise<void> {
  await importIn(post(`/api/imports/${id}/launch`, { expect: { contacts: 5, campaigns: 1 } }));
  await driveUntil(id, isLaunched);
  const [campaign] = await standIn.creates();
  const body = JSON.stringify({ call_sid: 'a', number: '+919820012345', status: 'completed' });
  await ask(campaign?.callStatusCallback ?? '', { token: null, method: 'POST', body });
  await dialToTheEnd();
  await driveUntil(id, ({ state }) => state === 'finished');
}

describe('a viewer', () => {
  it('reads no whole number in any answer that has one', async () => {
    await launch();
    const { campaigns } = await importIn(ask(`/api/imports/${id}`));
    const sid = campaigns[0]?.sid ?? '';
    const theirs = CALLS.filter(({ method, path, open }) => open !== true && isForViewers(method, path));
    const seen: string[] = [];
    for (const { method, path } of theirs) {
      const address = path
        .replace('{id}', id)
        .replace('{sid}', sid)
        .replace(/\{\w+\}/g, '1');
      const query = method === 'get' && path.endsWith('/contacts') ? '?number=9820012345' : '';
      const init = { method: method.toUpperCase(), ...(method === 'post' && said(path)) };
      const mine = await ask(address + query, { ...init, token: viewer.token });
      const text = mine.status === 101 ? '' : await mine.text();
      expect([path, shown(text)]).toEqual([path, []]);
      const whole = await ask(address + query, init);
      if (whole.status === 200 && shown(await whole.text()).length > 0) {
        seen.push(path);
        expect([path, mine.status]).toEqual([path, 200]);
        expect(text).toMatch(/345|346|347|348|349/);
      }
    }
    // An admin reads whole numbers in these answers; if there were none, masking would prove nothing.
    expect(seen).toEqual(
      expect.arrayContaining([
        '/api/imports/{id}',
        '/api/imports/{id}/results.csv',
        '/api/imports/{id}/issues',
        '/api/imports/{id}/issues.csv',
        '/api/imports/{id}/contacts',
        '/api/imports/{id}/preview',
        '/api/imports/{id}/callbacks',
        '/api/campaigns/{sid}/calls',
        '/api/callbacks',
        '/api/callbacks.ndjson',
        '/api/imports/find',
        '/api/campaigns/{sid}/calls/find',
        '/api/callbacks/find',
      ]),
    );
  });

  it('downloads results of as many lines, with outcomes and times as they are', async () => {
    await launch();
    const [mine, whole] = [
      await viewer.get(`/api/imports/${id}/results.csv`),
      await ask(`/api/imports/${id}/results.csv`),
    ];
    const [masked, plain] = [await mine.text(), await whole.text()];
    expect(masked.split('\n').length).toBe(plain.split('\n').length);
    expect(masked.split('\n')[0]).toBe(plain.split('\n')[0]);
    expect(masked).toContain('xxxxxxx345');
    expect(masked.match(/completed/g)).toEqual(plain.match(/completed/g));
    const calls = (await standIn.dials()).map(({ callSid }) => callSid ?? '');
    expect(calls.length).toBeGreaterThan(0);
    expect(calls.filter((sid) => plain.includes(sid) && !masked.includes(sid))).toEqual([]);
    expect(masked.match(/\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d/g)).toEqual(
      plain.match(/\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d/g),
    );
  });

  it('hears no whole number over the live socket, while others do', async () => {
    const { told: mine } = await watchImport(id, viewer.token);
    const { told: whole } = await watchImport(id, TOKEN);
    await launch();
    await vi.waitFor(
      () => expect([mine.at(-1), whole.at(-1)]).toEqual(Array(2).fill(expect.stringContaining('finished'))),
      PATIENCE,
    );
    expect([shown(mine.join('\n')), shown(whole.join('\n'))]).toEqual([[], BARE]);
    expect(mine.length).toBe(whole.length);
  });
});
