import { reset, runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { rowIssueViewSchema } from '../../../shared/protocol/row-issue.ts';
import { requireConfig } from '../../../worker/config.ts';
import { contactFile, mobile } from '../support/contacts.ts';
import { ask, getImport, importIn, makeTemplate, post, refusalOf, sendFile } from '../support/edge.ts';
import { driveUntil, isLaunched, startClock } from '../support/engine.ts';
import { DEFAULT_CAPS, setCaps, suppress } from '../support/people.ts';
import { dialToTheEnd, standIn } from '../support/stand-in.ts';

const issuesSchema = z.object({ items: z.array(rowIssueViewSchema) });

let template: string;
beforeEach(async () => {
  startClock();
  await standIn.reset({ script: { mix: { completed: 1 } } });
  await setCaps(DEFAULT_CAPS);
  template = (await makeTemplate()).id;
});
afterEach(reset);

function send(file: string, query: Readonly<Record<string, string>> = {}) {
  return sendFile(file, { template, ...query });
}

function launch(id: string, contacts: number, change: object = {}) {
  return post(`/api/imports/${id}/launch`, { expect: { contacts, campaigns: contacts > 0 ? 1 : 0 }, ...change });
}

async function rowsOf(file: string) {
  return (await importIn(send(file))).rows;
}

describe('a check', () => {
  it('puts every row in one bin: blank, invalid, duplicate, suppressed, called recently, in this order', async () => {
    const first = await importIn(send(contactFile(5), { launch: 'true', name: 'Diwali' }));
    await suppress(mobile(2), mobile(10));
    const phones = [mobile(20), '', '12', mobile(0), mobile(0), mobile(2), mobile(2), mobile(10), mobile(20)];
    const view = await importIn(send(['Name,Phone', ...phones.map((phone) => `A,${phone}`), ''].join('\n')));
    expect(view.rows).toEqual({
      total: 9,
      accepted: 1,
      blank: 1,
      invalid: 1,
      duplicate: 3,
      suppressed: 2,
      called_recently: 1,
    });
    const { items } = issuesSchema.parse(await (await ask(`/api/imports/${view.id}/issues`)).json());
    expect(items.map(({ line, code }) => [line, code])).toEqual([
      [3, 'blank'],
      [4, 'too_short'],
      [5, 'called_recently'],
      [6, 'duplicate'],
      [7, 'suppressed'],
      [8, 'duplicate'],
      [9, 'suppressed'],
      [10, 'duplicate'],
    ]);
    expect(items[2]).toMatchObject({ rule: 'called_recently', detail: 'imports', by: 'asha', importName: 'Diwali' });
    expect(Date.parse(items[2]?.since ?? '')).toBeLessThanOrEqual(Date.parse(first.launchedAt ?? ''));
    expect(items[4]).toMatchObject({ rule: 'suppressed', detail: 'api', by: 'asha' });
    const csv = await (await ask(`/api/imports/${view.id}/issues.csv`)).text();
    expect(csv.split('\r\n').filter((line) => line.includes(',suppressed,'))).toHaveLength(2);
  });

  it('lets those called recently be called by a decision with a reason, and never a suppressed one', async () => {
    await importIn(send(contactFile(3), { launch: 'true' }));
    await suppress(mobile(0));
    const { id, rows } = await importIn(send(contactFile(4)));
    expect(rows).toMatchObject({ accepted: 1, suppressed: 1, called_recently: 2 });
    const bare = await post(`/api/imports/${id}/check`, { override: 'called_recently' });
    expect(await refusalOf(bare)).toMatchObject({ status: 400, code: 'invalid_request' });
    const other = await post(`/api/imports/${id}/check`, { override: 'suppressed', reason: 'x' });
    expect(await refusalOf(other)).toMatchObject({ status: 400, code: 'invalid_request' });
    const body = { override: 'called_recently', reason: 'They asked us to call back' };
    const view = await importIn(post(`/api/imports/${id}/check`, body));
    expect(view.rows).toMatchObject({ total: 4, accepted: 3, suppressed: 1, called_recently: 0 });
    expect(view.override).toMatchObject({ by: 'asha', reason: 'They asked us to call back' });
    expect((await launch(id, 3)).status).toBe(200);
  });

  it('forgets the decision with the next check that does not repeat it', async () => {
    await importIn(send(contactFile(3), { launch: 'true' }));
    const { id } = await importIn(send(contactFile(3)));
    await importIn(post(`/api/imports/${id}/check`, { override: 'called_recently', reason: 'again' }));
    const view = await importIn(post(`/api/imports/${id}/check`, {}));
    expect([view.rows.called_recently, view.override]).toEqual([3, null]);
  });

  it('does not count its own reservations against itself', async () => {
    const { id } = await importIn(send(contactFile(3), { launch: 'true' }));
    expect((await getImport(id)).rows.accepted).toBe(3);
    expect((await launch(id, 3)).status).toBe(200);
  });
});

describe('the same people in one request', () => {
  it('are refused as launched before, and called with again=true, but for those suppressed', async () => {
    await importIn(send(contactFile(4), { launch: 'true' }));
    const refused = await send(contactFile(4), { launch: 'true' });
    expect(await refusalOf(refused)).toMatchObject({ status: 409, code: 'launched_before' });
    await suppress(mobile(1));
    const view = await importIn(send(contactFile(4), { launch: 'true', again: 'true' }));
    expect(view.rows).toMatchObject({ accepted: 3, suppressed: 1, called_recently: 0 });
    expect(view.override).toMatchObject({ by: 'asha', reason: 'again=true' });
  });
});

describe('a launch', () => {
  it('is refused with the new counts when people were suppressed since the check', async () => {
    const { id } = await importIn(send(contactFile(4)));
    await suppress(mobile(3));
    const refusal = await refusalOf(await launch(id, 4));
    expect(refusal).toMatchObject({ status: 409, code: 'plan_changed', details: { contacts: 3, campaigns: 1 } });
    expect((await getImport(id)).rows).toMatchObject({ accepted: 3, suppressed: 1 });
    expect((await launch(id, 3)).status).toBe(200);
  });

  it('is refused when another import took some of the people, and nobody is called by both', async () => {
    const first = await importIn(send(contactFile(4)));
    const second = await importIn(send(contactFile(4, 2)));
    expect((await launch(first.id, 4)).status).toBe(200);
    const refusal = await refusalOf(await launch(second.id, 4));
    expect(refusal).toMatchObject({ status: 409, code: 'plan_changed', details: { contacts: 2, campaigns: 1 } });
    const view = await importIn(await launch(second.id, 2));
    expect(view.rows).toMatchObject({ accepted: 2, called_recently: 2 });
    await driveUntil(first.id, ({ campaigns }) => campaigns.every(({ sid }) => sid !== null));
    await driveUntil(second.id, ({ campaigns }) => campaigns.every(({ sid }) => sid !== null));
    expect(await standIn.summary()).toMatchObject({ counts: { numbers: 6 }, numbersInSeveralCampaigns: [] });
  });

  it('at the same instant as another gives each number to one of them', async () => {
    for (let round = 0; round < 4; round += 1) {
      const from = round * 20;
      const both = await Promise.all([from, from + 5].map((first) => importIn(send(contactFile(10, first)))));
      const answers = await Promise.all(both.map(({ id }) => launch(id, 10)));
      expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
      const late = both[answers.findIndex(({ status }) => status === 409)];
      expect((await launch(late?.id ?? '', 5)).status).toBe(200);
      for (const { id } of both) await driveUntil(id, ({ campaigns }) => campaigns.every(({ sid }) => sid !== null));
    }
    expect((await standIn.summary()).numbersInSeveralCampaigns).toEqual([]);
  });
});

describe('what was reserved', () => {
  it('becomes what was done once its campaign is over', async () => {
    await setCaps({ voice: { attempts: 3, imports: null } });
    const retries = { count: 2, intervalMinutes: 5, on: ['busy'] };
    const greedy = (await makeTemplate({ name: 'Greedy', retries })).id;
    const { id } = await importIn(sendFile(contactFile(3), { template: greedy, launch: 'true' }));
    expect(await rowsOf(contactFile(3))).toMatchObject({ called_recently: 3 });
    await driveUntil(id, ({ campaigns }) => campaigns.every(({ sid }) => sid !== null));
    await dialToTheEnd();
    await driveUntil(id, ({ state }) => state === 'finished');
    expect(await rowsOf(contactFile(3))).toMatchObject({ accepted: 3, called_recently: 0 });
    await setCaps({ voice: { attempts: 1 } });
    expect(await rowsOf(contactFile(3))).toMatchObject({ accepted: 0, called_recently: 3 });
  });

  it('is reserved again by a launch that died before it could say so, and lives again', async () => {
    await standIn.faults({ operation: 'create', kind: 'throttled', count: 2 });
    const { id } = await importIn(send(contactFile(3), { launch: 'true' }));
    const people = env.PEOPLE.getByName(requireConfig(env).EXOTEL_ACCOUNT_SID);
    await runInDurableObject(people, (_, { storage: { sql } }) => {
      for (const table of ['claims', 'ledger']) sql.exec(`DELETE FROM ${table}`);
    });
    await driveUntil(id, isLaunched);
    expect(await rowsOf(contactFile(3))).toMatchObject({ accepted: 0, called_recently: 3 });
  });

  it('is free again when the import is stopped before it called anybody', async () => {
    await standIn.faults({ operation: 'create', kind: 'throttled' });
    const { id } = await importIn(send(contactFile(3), { launch: 'true' }));
    expect(await rowsOf(contactFile(3))).toMatchObject({ called_recently: 3 });
    await importIn(post(`/api/imports/${id}/stop`));
    await driveUntil(id, ({ finishedAt }) => finishedAt !== null);
    expect(await rowsOf(contactFile(3))).toMatchObject({ accepted: 3 });
  });
});
