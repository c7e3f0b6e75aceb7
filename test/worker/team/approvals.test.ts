import { reset } from 'cloudflare:test';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { contactFile } from '../support/contacts.ts';
import { ask, importIn, makeTemplate, post, refusalOf, sendFile } from '../support/edge.ts';
import { driveUntil, isLaunched, startClock } from '../support/engine.ts';
import { standIn } from '../support/stand-in.ts';
import { join, type Member } from './team.ts';

let template: string;
let meena: Member;
let ravi: Member;
let id: string;
const SEEN = { expect: { contacts: 3, campaigns: 1 } };

beforeEach(async () => {
  startClock();
  await standIn.reset();
  template = (await makeTemplate()).id;
  [meena, ravi] = [await join('Meena', 'preparer'), await join('Ravi', 'launcher')];
  await approveAbove(2);
  id = (await importIn(meena.sendFile(contactFile(3), { template }))).id;
});
afterEach(reset);

async function approveAbove(contacts: number | null): Promise<void> {
  const answer = await ask('/api/settings', {
    method: 'PUT',
    body: JSON.stringify({ approveAbove: contacts }),
    headers: { 'content-type': 'application/json' },
  });
  expect(answer.status).toBe(200);
}

const press = (who: Member, word: string, body: unknown = SEEN) => who.send('POST', `/api/imports/${id}/${word}`, body);

describe('a start that needs two', () => {
  it('is asked for by one, and made by another who approves', async () => {
    const asked = await importIn(press(meena, 'ask'));
    expect([asked.state, asked.approval]).toMatchObject(['checked', { state: 'asked', by: 'Meena', note: null }]);
    expect(await (await ravi.get('/api/imports')).json()).toMatchObject({ items: [{ approval: { state: 'asked' } }] });
    const approved = await importIn(press(ravi, 'approve'));
    expect(approved.approval).toMatchObject({ state: 'approved', by: 'Ravi', askedBy: 'Meena', note: null });
    expect(Date.parse(approved.approval?.at ?? '')).toBeGreaterThanOrEqual(Date.parse(asked.approval?.at ?? ''));
    expect((await driveUntil(id, isLaunched)).approval).toEqual(approved.approval);
    expect((await standIn.creates()).length).toBe(1);
  });

  it('is made once, however many approve at once', async () => {
    await importIn(press(meena, 'ask'));
    const others = [ravi, await join('Asif', 'launcher'), await join('Divya', 'admin')];
    const answers = await Promise.all([...others, ...others].map((who) => press(who, 'approve')));
    const statuses = answers.map(({ status }) => status).toSorted((a, b) => a - b);
    expect(statuses).toEqual([200, 409, 409, 409, 409, 409]);
    const refused = await Promise.all(answers.filter(({ ok }) => !ok).map(refusalOf));
    expect(new Set(refused.map(({ code }) => code))).toEqual(new Set(['already_launched']));
    await driveUntil(id, isLaunched);
    expect((await standIn.creates()).length).toBe(1);
  });

  it('is refused to one alone, above the limit only, with the file too', async () => {
    const details = { contacts: 3, approveAbove: 2 };
    const refused = { status: 403, code: 'needs_approval', details };
    expect(await refusalOf(await press(ravi, 'launch'))).toEqual(refused);
    const sent = await refusalOf(await sendFile(contactFile(3, 50), { template, launch: 'true', id: 'kept-file' }));
    expect(sent).toEqual({ ...refused, details: { ...details, import: 'kept-file' } });
    const kept = { expect: { contacts: 3, campaigns: 1 } };
    expect((await importIn(post('/api/imports/kept-file/ask', kept))).approval).toMatchObject({
      state: 'asked',
      by: 'asha',
    });
    expect((await importIn(ask('/api/imports/kept-file'))).expiresAt).not.toBeNull();
    await approveAbove(3);
    await importIn(press(ravi, 'launch'));
  });

  it('is not approved by whoever asked, an admin or another token of the same person included', async () => {
    const [one, two] = [await join('Divya Rao', 'admin'), await join(' divya  RAO', 'launcher')];
    await importIn(press(one, 'ask'));
    for (const who of [one, two])
      expect(await refusalOf(await press(who, 'approve'))).toEqual({ status: 403, code: 'not_allowed' });
    expect(await standIn.creates()).toEqual([]);
  });

  it('is sent back with a word, and may be asked for again', async () => {
    await importIn(press(meena, 'ask'));
    const sent = await importIn(press(ravi, 'send-back', { note: 'Take out Pune.' }));
    expect(sent.approval).toMatchObject({ state: 'sent_back', by: 'Ravi', note: 'Take out Pune.' });
    expect(await refusalOf(await press(ravi, 'approve'))).toEqual({ status: 409, code: 'not_asked' });
    await importIn(press(meena, 'ask'));
    await importIn(press(ravi, 'approve'));
  });

  it('is cancelled by any new check, also one that fails', async () => {
    for (const body of [{}, { columns: { number: 'Nowhere' } }]) {
      await importIn(press(meena, 'ask'));
      await meena.send('POST', `/api/imports/${id}/check`, body);
      expect(await refusalOf(await press(ravi, 'approve'))).toEqual({ status: 409, code: 'not_asked' });
    }
  });

  it('is of what was seen: other counts are refused to whoever asks and whoever approves', async () => {
    const other = { expect: { contacts: 4, campaigns: 1 } };
    const changed = { status: 409, code: 'plan_changed', details: { contacts: 3, campaigns: 1 } };
    expect(await refusalOf(await press(meena, 'ask', other))).toEqual(changed);
    await importIn(press(meena, 'ask'));
    expect(await refusalOf(await press(ravi, 'approve', other))).toEqual(changed);
  });

  it('stands in the trail with both names', async () => {
    await importIn(press(meena, 'ask'));
    await importIn(press(ravi, 'approve'));
    const trail = await (await ask('/api/audit?limit=2')).json();
    expect(trail).toMatchObject({
      items: [
        { who: 'Ravi', what: 'import.approved', before: { askedBy: 'Meena' }, counts: { contacts: 3 } },
        { who: 'Meena', what: 'import.asked', counts: { contacts: 3 } },
      ],
    });
  });
});
