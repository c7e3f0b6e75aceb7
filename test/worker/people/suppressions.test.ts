import { reset } from 'cloudflare:test';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { suppressionSchema, uploadResultSchema } from '../../../shared/people/suppression.ts';
import { screenAnswerSchema } from '../../../shared/people/screen-answer.ts';
import { mobile } from '../support/contacts.ts';
import { ask, makeTemplate, post, refusalOf } from '../support/edge.ts';
import { goAhead, startClock } from '../support/engine.ts';

const listSchema = z.object({ items: z.array(suppressionSchema), total: z.number() });

let template: string;
beforeEach(async () => {
  template = (await makeTemplate()).id;
});
afterEach(reset);

async function listed(query = '') {
  return listSchema.parse(await (await ask(`/api/suppressions${query}`)).json());
}

async function upload(rows: readonly string[], query = '') {
  const answer = await ask(`/api/suppressions?${query}`, {
    method: 'POST',
    body: rows.join('\n'),
    headers: { 'content-type': 'text/csv' },
  });
  return { status: answer.status, ...uploadResultSchema.parse(await answer.json()) };
}

async function suppressedOf(numbers: readonly string[], by = template): Promise<string[]> {
  const answer = await post('/api/people/screen', { template: by, numbers });
  return screenAnswerSchema.parse(await answer.json()).suppressed;
}

function remove(path: string, body: unknown): Promise<Response> {
  return ask(path, { method: 'DELETE', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } });
}

describe('one number', () => {
  it('is taken however it is written, once, and answers with all that is known of it', async () => {
    const made = await post('/api/suppressions', { number: '098100 10001', note: 'asked on the phone' });
    expect(made.status).toBe(201);
    const entry = suppressionSchema.parse(await made.json());
    expect(entry).toMatchObject({
      number: mobile(0),
      lastDigits: '001',
      channel: null,
      group: null,
      source: 'api',
      by: 'asha',
      note: 'asked on the phone',
      expires: null,
    });
    expect((await post('/api/suppressions', { number: mobile(0) })).status).toBe(200);
    expect(await listed()).toMatchObject({ total: 1, items: [entry] });
    expect(await suppressedOf([mobile(0), mobile(1)])).toEqual([mobile(0)]);
  });

  it('is refused with the reason when it is none', async () => {
    const answer = await post('/api/suppressions', { number: '12345' });
    expect(await refusalOf(answer)).toMatchObject({ status: 400 });
    expect((await listed()).total).toBe(0);
  });

  it('holds for its channel, its purpose and its time only', async () => {
    const dlt = { senderId: 'DIALSH', dltEntityId: '1101', dltTemplateId: '1107' };
    const message = { name: 'Reminder', channel: 'sms', text: 'Pay today', ...dlt };
    const made = await post('/api/templates', message);
    const sms = z.object({ id: z.string() }).parse(await made.json()).id;
    const recovery = (await makeTemplate({ purpose: 'recovery' })).id;
    await post('/api/suppressions', { number: mobile(1), channel: 'sms' });
    await post('/api/suppressions', { number: mobile(2), group: 'recovery' });
    startClock();
    const expires = new Date(Date.now() + 60_000).toISOString();
    await post('/api/suppressions', { number: mobile(3), expires });
    expect(await suppressedOf([mobile(3)])).toEqual([mobile(3)]);
    goAhead(61_000);
    const all = [1, 2, 3].map(mobile);
    expect(await suppressedOf(all)).toEqual([]);
    expect(await suppressedOf(all, sms)).toEqual([mobile(1)]);
    expect(await suppressedOf(all, recovery)).toEqual([mobile(2)]);
  });

  it('is not taken until a time that is over, which would hold nobody back', async () => {
    const expires = '2020-01-01T00:00:00Z';
    const refused = { status: 400, code: 'invalid_request', details: [{ path: 'expires' }] };
    expect(await refusalOf(await post('/api/suppressions', { number: mobile(1), expires }))).toMatchObject(refused);
    const file = ask(`/api/suppressions?${new URLSearchParams({ expires }).toString()}`, {
      method: 'POST',
      body: `Phone\n${mobile(2)}\n`,
      headers: { 'content-type': 'text/csv' },
    });
    expect(await refusalOf(await file)).toMatchObject(refused);
    expect((await listed()).total).toBe(0);
  });

  it('is taken out with a reason, and not without', async () => {
    const entry = suppressionSchema.parse(await (await post('/api/suppressions', { number: mobile(0) })).json());
    expect(await refusalOf(await remove(`/api/suppressions/${entry.id}`, {}))).toMatchObject({ status: 400 });
    expect((await remove(`/api/suppressions/${entry.id}`, { reason: 'typed the wrong number' })).status).toBe(204);
    expect(await suppressedOf([mobile(0)])).toEqual([]);
    const again = await remove(`/api/suppressions/${entry.id}`, { reason: 'twice' });
    expect(await refusalOf(again)).toMatchObject({ status: 404, code: 'suppression_not_found' });
  });
});

describe('an upload', () => {
  it('counts what is new, known and unreadable, and what adds up to its rows', async () => {
    await post('/api/suppressions', { number: mobile(0) });
    const rows = ['Phone', mobile(0), mobile(1), mobile(1), 'nobody', mobile(2)];
    const preview = await upload(rows, 'preview=true');
    const counts = { rows: 5, added: 2, known: 2, unreadable: 1, replaced: 0 };
    expect(preview).toMatchObject({ status: 200, upload: null, ...counts });
    expect(preview.unreadableRows).toMatchObject([{ line: 5, value: 'nobody' }]);
    expect((await listed()).total).toBe(1);
    expect(await upload(rows, 'name=national')).toMatchObject({ status: 201, name: 'national', ...counts });
    expect((await listed()).total).toBe(4);
    expect(await suppressedOf([0, 1, 2, 3].map(mobile))).toEqual([0, 1, 2].map(mobile));
  });

  it('is undone whole; one number is taken out alone', async () => {
    const { upload: id } = await upload(['Phone', ...[1, 2, 3].map(mobile)]);
    const second = (await listed()).items[1];
    expect(second?.number).toBe(mobile(2));
    expect((await remove(`/api/suppressions/${second?.id}`, { reason: 'a customer again' })).status).toBe(204);
    expect(await suppressedOf([1, 2, 3].map(mobile))).toEqual([mobile(1), mobile(3)]);
    expect((await listed()).total).toBe(2);
    expect((await ask(`/api/suppressions/uploads/${id}`, { method: 'DELETE' })).status).toBe(204);
    expect(await suppressedOf([1, 2, 3].map(mobile))).toEqual([]);
    const again = await ask(`/api/suppressions/uploads/${id}`, { method: 'DELETE' });
    expect(await refusalOf(again)).toMatchObject({ status: 404, code: 'suppression_upload_not_found' });
  });

  it('replaces earlier ones of its name, and gives them back when it is undone', async () => {
    await upload(['Phone', ...[1, 2].map(mobile)], 'name=dnd');
    await upload(['Phone', mobile(5)], 'name=other');
    const replacing = await upload(['Phone', ...[2, 3].map(mobile)], 'name=dnd&mode=replace');
    expect(replacing).toMatchObject({ replaced: 2 });
    expect(await suppressedOf([1, 2, 3, 5].map(mobile))).toEqual([2, 3, 5].map(mobile));
    await ask(`/api/suppressions/uploads/${replacing.upload}`, { method: 'DELETE' });
    expect(await suppressedOf([1, 2, 3, 5].map(mobile))).toEqual([1, 2, 5].map(mobile));
  });

  it('takes every column of numbers, and headings that say why', async () => {
    const both = await upload(['Name,Phone 1,Phone 2', `A,${mobile(1)},${mobile(2)}`, `B,${mobile(3)},`]);
    expect(both).toMatchObject({ status: 201, added: 3 });
    await upload(['DND Number', mobile(4)]);
    await upload(['Do not call number', mobile(5)]);
    const all = [1, 2, 3, 4, 5].map(mobile);
    expect(await suppressedOf(all)).toEqual(all);
  });

  it('takes the column whose heading says so beside one that says nothing, and names what it read', async () => {
    const warned = ['DND Mobile', 'Old Mobile', 'Mobile (switched off)', 'Do Not Call Phone', 'Opted-out Phone'];
    for (const [at, heading] of warned.entries()) {
      const [left, right] = [mobile(20 + at), mobile(40 + at)];
      for (const columns of [
        [heading, 'Mobile'],
        ['Mobile', heading],
      ]) {
        await reset();
        const kept = await upload([`Name,${columns.join(',')}`, `A,${left},${right}`]);
        expect(kept, heading).toMatchObject({ added: 2, unreadable: 0, unreadColumns: [] });
        expect(kept.columns.toSorted()).toEqual(columns.toSorted());
        template = (await makeTemplate()).id;
        expect(await suppressedOf([left, right]), heading).toEqual([left, right]);
      }
    }
  });

  it('names columns with numbers that it does not read', async () => {
    const rows = ['Name,Mobile,Agent Mobile,Order No', `A,${mobile(1)},${mobile(2)},${mobile(3).slice(3)}`];
    const kept = await upload(rows);
    expect(kept).toMatchObject({ added: 1, columns: ['Mobile'], unreadColumns: ['Agent Mobile', 'Order No'] });
    expect(await suppressedOf([1, 2].map(mobile))).toEqual([mobile(1)]);
  });

  it('is refused with a parameter nobody knows, and keeps nothing', async () => {
    const init = { method: 'POST', body: `Phone\n${mobile(1)}`, headers: { 'content-type': 'text/csv' } };
    for (const query of ['dry=true', 'mode=append&mode=replace'])
      expect(await refusalOf(await ask(`/api/suppressions?${query}`, init))).toMatchObject({ status: 400 });
    expect((await listed()).total).toBe(0);
  });

  it('replaces nothing where no number can be read', async () => {
    await upload(['Phone', mobile(1)], 'name=dnd');
    const body = `Phone\nDNC ${mobile(1)}`;
    const headers = { 'content-type': 'text/csv' };
    const answer = await ask('/api/suppressions?name=dnd&mode=replace', { method: 'POST', body, headers });
    expect(await refusalOf(answer)).toEqual({ status: 422, code: 'no_numbers' });
    expect(await suppressedOf([mobile(1)])).toEqual([mobile(1)]);
  });

  it('keeps nothing of a file that is none', async () => {
    const answer = await ask('/api/suppressions', {
      method: 'POST',
      body: '',
      headers: { 'content-type': 'text/csv' },
    });
    expect(answer.status).toBe(422);
    expect((await listed()).total).toBe(0);
  });

  it('is searched by digits, and given back as a spreadsheet', async () => {
    await upload(['Phone', ...[1, 2, 3].map(mobile)], 'name=dnd&note=July');
    await post('/api/suppressions', { number: mobile(4), note: '=cmd' });
    expect((await listed(`?search=${mobile(2).slice(-4)}`)).items.map(({ number }) => number)).toEqual([mobile(2)]);
    expect((await listed('?search=july')).total).toBe(3);
    expect((await listed('?limit=2&offset=1')).items.map(({ number }) => number)).toEqual([mobile(1), mobile(2)]);
    const csv = await (await ask('/api/suppressions.csv')).text();
    expect(csv.split('\r\n')).toHaveLength(6);
    expect(csv).toContain(`${mobile(1)},both,all,upload,`);
    expect(csv).toContain(`,'=cmd,`);
  });

  it('is taken in again by its numbers alone, whatever its notes name', async () => {
    const notes = [`his friend ${mobile(8)} asked`, mobile(9), `wife: ${mobile(10)}, shop: ${mobile(11)}`, mobile(12)];
    for (const [n, note] of notes.entries()) await post('/api/suppressions', { number: mobile(n), note });
    const csv = await (await ask('/api/suppressions.csv')).text();
    const path = '/api/suppressions?mode=append&name=moved&preview=true';
    const looked = await (
      await ask(path, { method: 'POST', body: csv, headers: { 'content-type': 'text/csv' } })
    ).json();
    expect(looked).toMatchObject({ rows: 4, added: 0, known: 4, unreadable: 0, columns: ['Number'] });
  });
});
