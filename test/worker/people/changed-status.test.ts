import { reset, runInDurableObject } from 'cloudflare:test';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { statusMark } from '../../../shared/contacts/cells/status-mark.ts';
import { unpackHits } from '../../../shared/people/packed-hits.ts';
import { packMarked } from '../../../shared/people/marked-numbers.ts';
import { createLedgerStore } from '../../../worker/people/ledger-store.ts';
import { mobile } from '../support/contacts.ts';
import { ask, importIn, makeTemplate, post, refusalOf, sendFile } from '../support/edge.ts';
import { goAhead, startClock } from '../support/engine.ts';
import { DEFAULT_CAPS, setCaps, NO_CAPS } from '../support/people.ts';
import { callAll, peopleRoom, stageFile } from '../support/stages.ts';
import { standIn } from '../support/stand-in.ts';

const AGAIN = { notCalledForDays: 30, unlessChanged: true };
const YESTERDAY = ['New', 'New', 'Interested'];
/** Person 1 has a new status, person 0 has the old one in another spelling, and two people are new. */
const TODAY = [' NEW ', 'Interested', 'Interested', 'New', ''];

let template: string;
beforeEach(async () => {
  startClock();
  await standIn.reset();
  await setCaps(NO_CAPS);
  template = (await makeTemplate()).id;
});
afterEach(reset);

const check = (id: string, body: object) => importIn(post(`/api/imports/${id}/check`, body));
const bring = async (file: string) => (await importIn(sendFile(file, { template }))).id;

async function call(file: string, query: Record<string, string> = {}): Promise<void> {
  await importIn(sendFile(file, { template, name: 'Yesterday', launch: 'true', ...query }));
  await callAll();
  goAhead(60_000);
}

describe('a report whose column says how far people are', () => {
  it('calls, where somebody asks for it, who is new and whose status is another; at Start too', async () => {
    await call(stageFile(YESTERDAY));
    const id = await bring(stageFile(TODAY));
    expect((await check(id, {})).rows).toMatchObject({ accepted: 5, called_recently: 0 });
    expect((await check(id, { notCalledForDays: 30 })).rows).toMatchObject({ accepted: 2, called_recently: 3 });
    const view = await check(id, AGAIN);
    expect([view.rows.accepted, view.rows.called_recently, view.shape?.statusColumn]).toEqual([3, 2, 3]);
    const launched = await importIn(post(`/api/imports/${id}/launch`, { expect: { contacts: 3, campaigns: 1 } }));
    expect(launched.rows).toMatchObject({ accepted: 3, called_recently: 2 });
  });

  it('goes on as decided with the next check, until somebody takes it back', async () => {
    await call(stageFile(YESTERDAY));
    const id = await bring(stageFile(TODAY));
    await check(id, AGAIN);
    expect((await check(id, {})).rows.accepted).toBe(3);
    expect((await check(id, { unlessChanged: false })).rows.accepted).toBe(2);
    expect((await check(id, { notCalledForDays: null, unlessChanged: true })).rows.accepted).toBe(5);
  });

  it('in one request, launched at once', async () => {
    await call(stageFile(YESTERDAY));
    const query = { launch: 'true', notCalledForDays: '30', unlessChanged: 'true' };
    const { rows } = await importIn(sendFile(stageFile(TODAY), { template, ...query }));
    expect(rows).toMatchObject({ accepted: 3, called_recently: 2 });
    const refusal = await refusalOf(await sendFile(stageFile(TODAY), { template, ...query, unlessChanged: 'yes' }));
    expect(refusal).toMatchObject({ status: 400, code: 'invalid_request' });
  });

  it('asked for once more under its id, is for whom it is asked for then', async () => {
    await call(stageFile(YESTERDAY));
    const send = (query: Record<string, string>) =>
      importIn(sendFile(stageFile(TODAY), { template, id: 'once-more', ...query }));
    expect((await send({})).rows.accepted).toBe(5);
    expect((await send({ notCalledForDays: '30' })).rows.accepted).toBe(2);
    expect((await send({ notCalledForDays: '30', unlessChanged: 'true' })).rows.accepted).toBe(3);
    expect((await send({})).rows.accepted).toBe(3);
  });

  it('goes by what was noted when somebody was called last, by whichever import', async () => {
    await call(stageFile(['New', 'New']));
    await call(stageFile(['Interested', 'New']), { again: 'true' });
    const accepted = async (...stages: string[]) => (await check(await bring(stageFile(stages)), AGAIN)).rows.accepted;
    expect([await accepted('Interested', 'New'), await accepted('New', 'New'), await accepted('New', 'Won')]).toEqual([
      0, 1, 2,
    ]);
  });

  it('takes the column a person names, by its amounts, and none where they say so', async () => {
    await call(stageFile(['12,000', '500'], '"Due, Rs"'), { status: 'Due, Rs' });
    const id = await bring(stageFile(['₹ 12000.00', '450'], '"Due, Rs"'));
    const rows = async (status: string | null) => (await check(id, { ...AGAIN, columns: { status } })).rows.accepted;
    expect([await rows('Due, Rs'), await rows(null), await rows('Name')]).toEqual([1, 0, 0]);
    const refusal = await refusalOf(await post(`/api/imports/${id}/check`, { columns: { status: 'Dues' } }));
    expect(refusal).toMatchObject({ status: 422, code: 'column_not_found' });
  });

  it('lets nobody past a cap, nor past the list', async () => {
    await call(stageFile(YESTERDAY));
    await setCaps(DEFAULT_CAPS);
    const id = await bring(stageFile(TODAY));
    expect((await check(id, AGAIN)).rows).toMatchObject({ accepted: 2, called_recently: 3 });
  });

  it('leaves out who was called since the check with the status they have now', async () => {
    await call(stageFile(YESTERDAY));
    const id = await bring(stageFile(TODAY));
    await check(id, AGAIN);
    await call(stageFile(TODAY.slice(0, 2)), { again: 'true' });
    const refusal = await refusalOf(await post(`/api/imports/${id}/launch`, { expect: { contacts: 3, campaigns: 1 } }));
    expect(refusal).toMatchObject({ status: 409, code: 'plan_changed', details: { contacts: 2, campaigns: 1 } });
  });
});

describe('a status that cannot be compared', () => {
  const accepted = async (file = stageFile(TODAY)) => (await check(await bring(file), AGAIN)).rows.accepted;
  const inLedger = (query: string) =>
    runInDurableObject(peopleRoom(), (_, { storage: { sql } }) => void sql.exec(query));

  it('of another heading, or of none, makes nobody new', async () => {
    await call(stageFile(YESTERDAY));
    expect(await accepted(stageFile(TODAY, 'Deal status'))).toBe(2);
    expect(await accepted(stageFile(TODAY, 'City'))).toBe(2);
    expect(await accepted(stageFile(TODAY, ' STAGE'))).toBe(3);
  });

  it('of a launch of an earlier version makes nobody new', async () => {
    await call(stageFile(YESTERDAY));
    await runInDurableObject(peopleRoom(), (_, { storage: { sql } }) => {
      sql.exec('ALTER TABLE ledger DROP COLUMN marks');
      sql.exec('ALTER TABLE claims DROP COLUMN heading');
      createLedgerStore(sql).migrate();
      createLedgerStore(sql).migrate();
    });
    expect(await accepted()).toBe(2);
  });

  it('noted under another secret makes nobody new', async () => {
    await call(stageFile(YESTERDAY));
    await inLedger('UPDATE claims SET heading = heading + 1');
    expect(await accepted()).toBe(2);
  });

  it('of somebody who is yet to be called makes nobody new', async () => {
    await importIn(sendFile(stageFile(YESTERDAY), { template, launch: 'true' }));
    expect(await accepted()).toBe(2);
  });
});

describe('what is kept of a status', () => {
  it('is told from nobody else’s, and nowhere in words', async () => {
    await call(stageFile(['Interested', 'Interested', 'Interested']));
    const { marks, text } = await runInDurableObject(peopleRoom(), (object, { storage: { sql } }) => {
      const [claim] = object['stores'].ledger.claims();
      const [campaign] = object['stores'].ledger.campaignsOf(claim?.life ?? '', 0);
      const rows = [...sql.exec('SELECT * FROM ledger').toArray(), ...sql.exec('SELECT * FROM claims').toArray()];
      return { marks: [...(campaign?.marks ?? [])], text: JSON.stringify(rows) };
    });
    expect(new Set(marks).size).toBe(3);
    expect(marks).not.toContain(statusMark('Interested'));
    expect(text).not.toMatch(/interested|stage/iu);
  });

  it('stays with its person when another is erased', async () => {
    await call(stageFile(YESTERDAY));
    await post('/api/people/erase', { number: mobile(0), reason: 'Asked for it' });
    const id = await bring(stageFile(TODAY));
    expect((await check(id, AGAIN)).rows).toMatchObject({ accepted: 3, called_recently: 1, suppressed: 1 });
  });
});

describe('numbers that are asked about with marks', () => {
  const numbers = Float64Array.from(TODAY, (_, at) => Number(mobile(at).slice(1)));
  const marks = Uint32Array.from(TODAY, statusMark);
  const screen = (body: Uint8Array<ArrayBuffer>) =>
    ask(`/api/people/screen?template=${template}&notCalledForDays=30`, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/octet-stream' },
    });

  it('are told by whether their status is as it was, another, or not known', async () => {
    await call(stageFile(YESTERDAY));
    const details = async (heading: string) => {
      const answer = await screen(packMarked(numbers, { heading: statusMark(heading), marks }));
      const hits = unpackHits(new Uint8Array(await answer.arrayBuffer()));
      return Array.from(hits?.calledBy ?? [], (by) => hits?.reasons[by]?.detail);
    };
    expect(await details('Stage')).toEqual(['template', 'changed', 'template']);
    expect(await details('Status')).toEqual(['status_unknown', 'status_unknown', 'status_unknown']);
  });

  it('are refused where one has no mark', async () => {
    const whole = packMarked(numbers, { heading: 1, marks });
    expect(await refusalOf(await screen(whole.slice(0, -4)))).toMatchObject({ status: 400, code: 'invalid_request' });
  });
});
