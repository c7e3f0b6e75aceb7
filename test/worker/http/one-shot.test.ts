import { abortAllDurableObjects, createExecutionContext, reset, runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import worker from '../../../worker/index.ts';
import { importSummarySchema } from '../../../shared/protocol/import.ts';
import { pageSchema } from '../../../shared/protocol/page.ts';
import { breakingSender } from '../support/breaking-sender.ts';
import { contactFile, mobile } from '../support/contacts.ts';
import {
  ask,
  envelopeOf,
  getImport,
  importIn,
  makeTemplate,
  ORIGIN,
  refusalOf,
  sendFile,
  TOKEN,
} from '../support/edge.ts';
import { driveUntil, isLaunched, startClock } from '../support/engine.ts';
import { standIn } from '../support/stand-in.ts';
import { PATIENCE } from '../../fixtures/patience.ts';

let template: string;
beforeEach(async () => {
  startClock();
  await standIn.reset();
  template = (await makeTemplate()).id;
});
afterEach(reset);

async function importsListed(): Promise<unknown> {
  return (await ask('/api/imports')).json();
}

function storedBytes(id: string): Promise<number> {
  return runInDurableObject(env.IMPORTS.getByName(id), (_, { storage: { sql } }) => {
    const isThere = sql.exec("SELECT 1 FROM sqlite_master WHERE name = 'parts'").toArray().length > 0;
    return isThere ? Number(sql.exec('SELECT COALESCE(SUM(size), 0) AS bytes FROM parts').one()['bytes']) : 0;
  });
}

const NOTHING_LISTED = { items: [], total: 0, offset: 0, limit: 50 };

describe('a file in one request', () => {
  it.each([
    ['lunch=true', 'There is no parameter "lunch" here. Known are: template, name, '],
    ['colum=2&launch=true', 'There is no parameter "colum" here.'],
    ['launch=false&launch=true', 'The parameter "launch" is there 2 times. Say it once.'],
    ['column=Mobile&column=Name', 'The parameter "column" is there 2 times.'],
    ['template=other', 'The parameter "template" is there 2 times.'],
  ])('is not taken with %s, and the refusal names what is known', async (more, said) => {
    const init = { method: 'POST', body: contactFile(3), headers: { 'content-type': 'text/csv' } };
    const answer = await ask(`/api/imports?template=${template}&${more}`, init);
    expect(answer.status).toBe(400);
    const { error } = await envelopeOf(answer);
    expect(error.code).toBe('invalid_request');
    expect(error.message).toContain(said);
    expect(await importsListed()).toEqual(NOTHING_LISTED);
  });

  it('is named without control characters', async () => {
    const named = await importIn(sendFile(contactFile(1), { template, name: 'Di\u0000wali\nleads\u0007' }));
    expect(named.name).toBe('Di wali leads');
    const bare = await importIn(sendFile(contactFile(1), { template, name: '\u0000', fileName: 'Pune.csv' }));
    expect(bare.name).toBe('Pune');
  });

  it('of which nobody can be called is kept, and the refusal says where', async () => {
    const asked = sendFile('Name,Phone\nAsha,12345\nRavi,\n', { template, launch: 'true' });
    const { items } = pageSchema(importSummarySchema).parse(await (await asked.then(() => ask('/api/imports'))).json());
    const id = items[0]?.id ?? '';
    expect(await refusalOf(await asked)).toEqual({ status: 422, code: 'nothing_to_call', details: { import: id } });
    expect(await (await ask(`/api/imports/${id}/issues`)).json()).toMatchObject({ total: 2 });
  });

  it('is stored, checked and planned', async () => {
    const file = `Name,Phone\nAsha,${mobile(0)}\nRavi,${mobile(1)}\nAsha again,${mobile(0)}\nBad,12345\nNone,\n`;
    const answer = await sendFile(file, { template, name: 'Diwali leads' });
    expect(answer.status).toBe(201);
    const made = await importIn(answer);
    expect(answer.headers.get('location')).toBe(`/api/imports/${made.id}`);
    expect(made).toMatchObject({
      name: 'Diwali leads',
      state: 'checked',
      rows: { total: 5, accepted: 2, duplicate: 1, invalid: 1, blank: 1 },
      shape: { delimiter: ',', header: true, headings: ['Name', 'Phone'], numberColumn: 2 },
      plan: { campaigns: 1, days: 1, worstCaseAttempts: 2 },
      createdBy: 'asha',
      launchedAt: null,
    });
    expect(made.campaigns.map(({ seq, state, contacts, sid }) => ({ seq, state, contacts, sid }))).toEqual([
      { seq: 1, state: 'planned', contacts: 2, sid: null },
    ]);
    expect(Object.values(made.issues).reduce((sum, count) => sum + count, 0)).toBe(3);
    expect((await standIn.requests()).length).toBe(0);
  });

  it('is launched at once when asked, in the name of who sent it', async () => {
    const made = await importIn(sendFile(contactFile(3), { template, launch: 'true' }));
    expect(made.launchedAt).not.toBeNull();
    await driveUntil(made.id, isLaunched);
    const [campaign] = await standIn.creates();
    expect(campaign).toMatchObject({ numbers: 3, name: made.campaigns[0]?.name });
  });

  it('sent twice under one id is one import, launched once', async () => {
    const query = { template, launch: 'true', id: 'twice-1' };
    const first = await sendFile(contactFile(3), query);
    const second = await sendFile(contactFile(3), query);
    expect([first.status, second.status]).toEqual([201, 200]);
    expect((await importIn(first)).launchedAt).toBe((await importIn(second)).launchedAt);
    await driveUntil('twice-1', isLaunched);
    expect((await standIn.summary()).counts).toMatchObject({ campaigns: 1, numbers: 3 });
  });

  it('sent by two at the same moment under one id is one import', async () => {
    const both = await Promise.all(
      [1, 2].map(() => sendFile(contactFile(3), { template, id: 'same-1', launch: 'true' })),
    );
    expect(new Set(both.map(({ status }) => status))).toEqual(new Set([201, 200]));
    await driveUntil('same-1', isLaunched);
    expect((await standIn.summary()).counts.campaigns).toBe(1);
  });

  it('finishes what a process that died between storing and checking had begun', async () => {
    const query = { template, id: 'died-1', launch: 'true' };
    await sendFile(contactFile(3), { template, id: 'died-1' });
    await runInDurableObject(env.IMPORTS.getByName('died-1'), (_object, state) => {
      state.storage.sql.exec("UPDATE import SET body = json_set(body, '$.check', json('null'))");
    });
    await abortAllDurableObjects();
    expect(await refusalOf(await sendFile(contactFile(4), query))).toMatchObject({
      status: 409,
      code: 'import_exists',
    });
    const again = await importIn(sendFile(contactFile(3), query));
    expect(again.rows.accepted).toBe(3);
    expect(again.launchedAt).not.toBeNull();
  });

  it('is refused under an id that was used with another template', async () => {
    await sendFile(contactFile(3), { template, id: 'other-template-1' });
    const { id: other } = await makeTemplate({ name: 'Another' });
    const answer = await sendFile(contactFile(3), { template: other, id: 'other-template-1', launch: 'true' });
    expect(await refusalOf(answer)).toEqual({ status: 409, code: 'import_exists' });
    expect(await getImport('other-template-1')).toMatchObject({ state: 'checked', template: { id: template } });
  });

  it('is refused under an id that another file has', async () => {
    await sendFile(contactFile(3), { template, id: 'taken-1' });
    const other = await sendFile(contactFile(4), { template, id: 'taken-1', launch: 'true' });
    expect(await refusalOf(other)).toEqual({ status: 409, code: 'import_exists' });
    expect(await getImport('taken-1')).toMatchObject({ state: 'checked', rows: { accepted: 3 } });
  });
});

describe('a file that is refused', () => {
  it.each([
    ['an empty file', '', 422, 'empty_file'],
    [
      'a picture',
      new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]),
      422,
      'not_a_text_file',
    ],
    ['no column of numbers', 'Name,City\nAsha,Pune\nRavi,Delhi\n', 422, 'no_number_column'],
  ])('for being %s leaves nothing behind', async (_what, body, status, code) => {
    const refusal = await refusalOf(await sendFile(body, { template, id: 'refused-1' }));
    expect(refusal).toMatchObject({ status, code });
    expect(await importsListed()).toEqual(NOTHING_LISTED);
    expect((await ask('/api/imports/refused-1')).status).toBe(404);
  });

  it.each([
    ['without a token', { token: null }, {}, 401, 'unauthorised'],
    ['with a wrong token', { token: 'token-of-nobody' }, {}, 401, 'unauthorised'],
    ['with a template that is not there', {}, { template: 'nobody' }, 404, 'template_not_found'],
    ['with an empty template', {}, { template: '' }, 400, 'invalid_request'],
    ['with a launch that is neither true nor false', {}, { launch: 'yes' }, 400, 'invalid_request'],
    ['with an again that is neither true nor false', {}, { again: '1' }, 400, 'invalid_request'],
    ['with an id that could not be in a name', {}, { id: 'a b' }, 400, 'invalid_request'],
  ])('%s leaves nothing behind', async (_what, as, query, status, code) => {
    const search = new URLSearchParams({ template, launch: 'true', ...query });
    const answer = await ask(`/api/imports?${search.toString()}`, {
      method: 'POST',
      body: contactFile(3),
      headers: { 'content-type': 'text/csv' },
      ...as,
    });
    expect(await refusalOf(answer)).toMatchObject({ status, code });
    expect(await importsListed()).toEqual(NOTHING_LISTED);
  });

  it.each(['image/png', 'multipart/form-data; boundary=x', 'application/zip', ''])(
    'for its content type %j',
    async (type) => {
      const answer = await ask(`/api/imports?template=${template}`, {
        method: 'POST',
        body: new TextEncoder().encode(contactFile(3)),
        headers: { 'content-type': type },
      });
      expect(await refusalOf(answer)).toEqual({ status: 415, code: 'unsupported_media_type' });
    },
  );

  it('for the size it promises, unread', async () => {
    const answer = await ask(`/api/imports?template=${template}`, {
      method: 'POST',
      body: 'x',
      headers: { 'content-type': 'text/csv', 'content-length': String(100 * 1024 * 1024 + 1) },
    });
    expect(await refusalOf(answer)).toEqual({ status: 413, code: 'file_too_large' });
  });

  it('because its sender went away half-way is neither kept nor launched', async () => {
    const whole = new TextEncoder().encode(contactFile(60_000));
    const sender = breakingSender(whole.slice(0, 1_500_000));
    // Not through the binding, because it passes on a body that was cut off as if it had ended.
    const request = new Request(`${ORIGIN}/api/imports?template=${template}&id=broken-1&launch=true`, {
      method: 'POST',
      body: sender.body,
      headers: { 'content-type': 'text/csv', authorization: `Bearer ${TOKEN}` },
    });
    const sending = Promise.resolve(worker.fetch(request, env, createExecutionContext()));
    await vi.waitFor(async () => {
      expect(await storedBytes('broken-1')).toBeGreaterThan(1_000_000);
    }, PATIENCE);
    sender.breakOff();
    expect(await refusalOf(await sending)).toMatchObject({ status: 409, code: 'upload_incomplete' });
    expect((await ask('/api/imports/broken-1')).status).toBe(404);
    expect(await importsListed()).toEqual(NOTHING_LISTED);
    expect(await storedBytes('broken-1')).toBe(0);
    expect((await standIn.creates()).length).toBe(0);
  });
});
