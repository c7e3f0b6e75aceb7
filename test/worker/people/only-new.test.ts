import { reset, runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { unpackHits } from '../../../shared/people/packed-hits.ts';
import { packNumbers } from '../../../shared/people/packed-numbers.ts';
import { rowIssueViewSchema } from '../../../shared/protocol/row-issue.ts';
import { requireConfig } from '../../../worker/config.ts';
import { createLedgerStore } from '../../../worker/people/ledger-store.ts';
import { contactFile, mobile } from '../support/contacts.ts';
import { ask, importIn, makeTemplate, post, refusalOf, sendFile } from '../support/edge.ts';
import { startClock } from '../support/engine.ts';
import { setCaps, suppress, NO_CAPS } from '../support/people.ts';
import { standIn } from '../support/stand-in.ts';

const DAY_MS = 86_400_000;
const issuesSchema = z.object({ items: z.array(rowIssueViewSchema) });
const numberOf = (at: number): number => Number(mobile(at).slice(1));
const people = () => env.PEOPLE.getByName(requireConfig(env).EXOTEL_ACCOUNT_SID);

let template: string;
beforeEach(async () => {
  startClock();
  await standIn.reset();
  await setCaps(NO_CAPS);
  template = (await makeTemplate()).id;
});
afterEach(reset);

const check = (id: string, body: object) => importIn(post(`/api/imports/${id}/check`, body));

/** Launches yesterday's report, and answers the id of today's, with `count` people. */
async function grown(count: number, name = 'Yesterday'): Promise<string> {
  await importIn(sendFile(contactFile(3), { template, name, launch: 'true' }));
  return (await importIn(sendFile(contactFile(count), { template }))).id;
}

async function reserve(life: string, of: string, calls: readonly { attempts: number; daysAgo: number }[]) {
  const numbers = packNumbers(Float64Array.from(calls, (_, at) => numberOf(at)));
  await people().claim({
    life,
    importId: life,
    template: of,
    name: life,
    by: 'ravi',
    channel: 'voice',
    attempts: 1,
    keys: {},
    group: 'service',
    override: false,
    notCalledForDays: null,
    parts: null,
    campaigns: [{ seq: 1, contacts: calls.length, numbers }],
  });
  await people().confirm(life);
  const made = calls.map(({ attempts, daysAgo }, at) => ({
    number: numberOf(at),
    attempts,
    lastAt: Date.now() - daysAgo * DAY_MS,
  }));
  await people().settle(life, 1, made);
}

describe('a report that has grown', () => {
  it('calls everybody unless somebody asks for new people only; then it calls those, and says who was called by what', async () => {
    const id = await grown(5);
    expect((await check(id, {})).rows).toMatchObject({ total: 5, accepted: 5, called_recently: 0 });
    const view = await check(id, { notCalledForDays: 30 });
    expect(view.rows).toEqual({
      total: 5,
      accepted: 2,
      duplicate: 0,
      invalid: 0,
      blank: 0,
      suppressed: 0,
      called_recently: 3,
    });
    const { items } = issuesSchema.parse(await (await ask(`/api/imports/${id}/issues`)).json());
    expect(items.map(({ line, code, detail, importName, by }) => [line, code, detail, importName, by])).toEqual(
      [2, 3, 4].map((line) => [line, 'called_recently', 'template', 'Yesterday', 'asha']),
    );
    const launched = await importIn(post(`/api/imports/${id}/launch`, { expect: { contacts: 2, campaigns: 1 } }));
    expect(launched.rows).toMatchObject({ accepted: 2, called_recently: 3 });
  });

  it('goes on as decided with the next check, until somebody takes it back', async () => {
    const id = await grown(5);
    await check(id, { notCalledForDays: 30 });
    expect((await check(id, {})).rows.accepted).toBe(2);
    const override = { override: 'called_recently', reason: 'They asked us to call back' };
    expect((await check(id, override)).rows.accepted).toBe(2);
    expect((await check(id, { notCalledForDays: null })).rows.accepted).toBe(5);
  });

  it('holds at Start too: whoever was called since the check is left out, with the new counts', async () => {
    const id = await grown(5);
    await check(id, { notCalledForDays: 30 });
    await importIn(sendFile(contactFile(1, 4), { template, launch: 'true' }));
    const refusal = await refusalOf(await post(`/api/imports/${id}/launch`, { expect: { contacts: 2, campaigns: 1 } }));
    expect(refusal).toMatchObject({ status: 409, code: 'plan_changed', details: { contacts: 1, campaigns: 1 } });
  });

  it('leaves out nobody for what another template called', async () => {
    const id = await grown(5);
    const other = (await makeTemplate({ name: 'Another call' })).id;
    expect((await check(id, { template: other, notCalledForDays: 30 })).rows.accepted).toBe(5);
  });

  it('counts calls that were made, within the days asked for', async () => {
    await reserve('import-before', template, [
      { attempts: 1, daysAgo: 0.5 },
      { attempts: 0, daysAgo: 0.5 },
      { attempts: 1, daysAgo: 7.5 },
      { attempts: 1, daysAgo: 30.5 },
    ]);
    const { id } = await importIn(sendFile(contactFile(5), { template }));
    const left = async (days: number) => (await check(id, { notCalledForDays: days })).rows.called_recently;
    expect([await left(1), await left(7), await left(8), await left(30)]).toEqual([1, 1, 2, 2]);
  });

  it('leaves out nobody for launches of a version that did not write down their template', async () => {
    const id = await grown(5);
    await runInDurableObject(people(), (_, { storage: { sql } }) => {
      sql.exec('ALTER TABLE claims DROP COLUMN template');
      createLedgerStore(sql).migrate();
      createLedgerStore(sql).migrate();
    });
    expect((await check(id, { notCalledForDays: 30 })).rows.accepted).toBe(5);
  });

  it('names the list of people not to be called first', async () => {
    const id = await grown(4);
    await suppress(mobile(0));
    const { rows } = await check(id, { notCalledForDays: 30 });
    expect(rows).toMatchObject({ accepted: 1, suppressed: 1, called_recently: 2 });
  });

  it.each([0, 31, 1.5, '30'])('is not read in %j days', async (notCalledForDays) => {
    const id = await grown(4);
    const refusal = await refusalOf(await post(`/api/imports/${id}/check`, { notCalledForDays }));
    expect(refusal).toMatchObject({ status: 400, code: 'invalid_request' });
  });
});

describe('numbers that are asked about', () => {
  const numbers = Float64Array.from([0, 1, 2, 3, 4], numberOf);

  it('are told from those that the template called before, packed and as JSON', async () => {
    await grown(5);
    const packed = async (query: string) => {
      const answer = await ask(`/api/people/screen?template=${template}${query}`, {
        method: 'POST',
        body: packNumbers(numbers),
        headers: { 'content-type': 'application/octet-stream' },
      });
      return unpackHits(new Uint8Array(await answer.arrayBuffer()));
    };
    expect((await packed(''))?.calledRecently.length).toBe(0);
    const hits = await packed('&notCalledForDays=30');
    expect(hits?.calledRecently).toEqual(numbers.slice(0, 3));
    expect(hits?.reasons).toMatchObject([{ rule: 'called_recently', detail: 'template', importName: 'Yesterday' }]);
    const body = { template, numbers: [mobile(0), mobile(4)], notCalledForDays: 30 };
    expect(await (await post('/api/people/screen', body)).json()).toMatchObject({ calledRecently: [mobile(0)] });
  });
});
