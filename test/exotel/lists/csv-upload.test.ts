import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { ask, mobile, mobiles, upload, uploadStatus } from '../dialler/exotel-caller.ts';
import { startExotel } from '../start-exotel.ts';
import type { Exotel } from '../start-exotel.ts';
import { PATIENCE } from '../../fixtures/patience.ts';

let exotel: Exotel;
beforeAll(async () => {
  exotel = await startExotel({ speed: 1e-9, startAt: Date.parse('2030-01-01T10:00:00+05:30') });
});
beforeEach(() => {
  exotel.control.reset({ settings: { csvProcessingMs: 0 } });
});
afterAll(() => exotel.close());

const file = (numbers: readonly string[]): string => `number\n${numbers.join('\n')}\n`;

async function contactsOf(sid: string): Promise<unknown[]> {
  const { body } = await ask(exotel.url, { collection: 'lists', path: `/${sid}/contacts` });
  return body?.response.map(({ data }) => data) ?? [];
}

describe('an upload', () => {
  it('makes a list, takes good rows once, and counts the others', async () => {
    const csv = `number\r\n${mobile(1)}\r\n\r\n${mobile(1)}\r\n+91 98100 10002\r\n9810010003\r\n"${mobile(4)}"\r\n`;
    const sent = await upload(exotel.url, { list: 'leads', csv });
    expect(sent.status).toBe(200);
    expect(await uploadStatus(exotel.url, sent.uploadId)).toEqual({
      upload_id: sent.uploadId,
      list_sid: sent.listSid,
      status: 'completed',
      stats: { duplicate: 1, total: 5, success: 2, failed: 2 },
    });
    const { first } = await ask(exotel.url, { collection: 'lists', path: `/${sent.listSid}` });
    expect(first?.data).toMatchObject({ name: 'leads', contact_count: 2 });
    expect(await contactsOf(sent.listSid)).toMatchObject([{ number: mobile(1) }, { number: mobile(4) }]);
  });

  it('is in progress for a while, its rows not in the list yet', async () => {
    const statusOf = async (uploadId: string) => (await uploadStatus(exotel.url, uploadId)).status;
    exotel.control.setSettings({ csvProcessingMs: 1e9 });
    const long = await upload(exotel.url, { list: 'leads', csv: file(mobiles(2)) });
    expect(await uploadStatus(exotel.url, long.uploadId)).toMatchObject({ status: 'in-progress', stats: { total: 0 } });
    expect(await contactsOf(long.listSid)).toEqual([]);
    exotel.control.setSettings({ csvProcessingMs: 150 });
    const short = await upload(exotel.url, { list: 'others', csv: file(mobiles(2)) });
    await vi.waitFor(async () => expect(await statusOf(short.uploadId)).toBe('completed'), PATIENCE);
    expect(await contactsOf(short.listSid)).toHaveLength(2);
  });

  it('extends the list of that name, and the judge sees what was uploaded twice', async () => {
    const first = await upload(exotel.url, { list: 'leads', csv: file(mobiles(3)) });
    const again = await upload(exotel.url, { list: 'leads', csv: file(mobiles(4)) });
    expect(again.listSid).toBe(first.listSid);
    expect(exotel.control.ledger().lists).toMatchObject([
      {
        name: 'leads',
        type: 'static',
        contacts: 4,
        uploads: [
          { rows: 3, success: 3, duplicate: 0, failed: 0 },
          { rows: 4, success: 1, duplicate: 3, failed: 0 },
        ],
      },
    ]);
    expect(exotel.control.summary().listsUploadedSeveralTimes).toEqual(['leads']);
  });

  it('keeps the columns of static and of dynamic files', async () => {
    const people = await upload(exotel.url, { list: 'a', csv: `first_name,number,email\nAsha,${mobile(1)},a@b.c\n` });
    const orders = await upload(exotel.url, {
      list: 'b',
      type: 'dynamic',
      csv: `Order ID,number\n"7, ""x""",${mobile(1)}\n`,
    });
    expect(await contactsOf(people.listSid)).toMatchObject([
      { number: mobile(1), first_name: 'Asha', email: 'a@b.c', last_name: '' },
    ]);
    expect(await contactsOf(orders.listSid)).toMatchObject([{ number: mobile(1), 'Order ID': '7, "x"' }]);
    expect(exotel.control.summary().counts.numbersInSeveralLists).toBe(1);
  });

  it('takes 100,000 rows, and not one more into a static list', async () => {
    const numbers = Array.from({ length: 100_000 }, (_, n) => `+91${String(9_800_000_000 + n)}`);
    const sent = await upload(exotel.url, { list: 'big', csv: file(numbers) });
    expect(await uploadStatus(exotel.url, sent.uploadId)).toMatchObject({ stats: { success: 100_000 } });
    expect((await upload(exotel.url, { list: 'big', csv: file(['+919700000000']) })).text).toContain(
      'a static list holds at most 100000 contacts',
    );
    expect((await upload(exotel.url, { list: 'big', csv: file(numbers.slice(0, 2)) })).status).toBe(200);
  });
});

describe('an upload is refused', () => {
  it.each([
    [{ csv: file([mobile(1)]) }, 1001, 'list_name is mandatory'],
    [{ list: 'leads' }, 1001, 'file_name is mandatory'],
    [{ list: 'leads', csv: '' }, 1001, 'file_name is mandatory'],
    [{ list: 'leads', csv: file([]), type: 'both' }, 1002, 'type both is not allowed'],
    [{ list: 'leads', csv: 'phone\n1\n' }, 1002, 'column number is missing'],
    [{ list: 'leads', csv: '\uFEFFnumber\n1\n' }, 1002, 'column number is missing'],
    [{ list: 'leads', csv: 'number,number\n' }, 1002, 'a column is there twice'],
    [{ list: 'leads', csv: 'number,city\n' }, 1002, 'column city is not allowed in a static file'],
    [{ list: 'leads', csv: 'number,a,b,c,d,e,f\n', type: 'dynamic' }, 1002, 'a dynamic file has at most 5 variables'],
  ])('when it is %j', async (sent, code, description) => {
    const answer = await upload(exotel.url, sent);
    expect(answer.status).toBe(400);
    expect(answer.text).toContain(`"error_data":{"code":${code},"description":"${description}"`);
    expect(exotel.control.summary().counts.lists).toBe(0);
  });

  it('into a list of another type or with other columns', async () => {
    await upload(exotel.url, { list: 's', csv: file(mobiles(1)) });
    await upload(exotel.url, { list: 'd', csv: `number,Name\n${mobile(1)},A\n`, type: 'dynamic' });
    const cross = await upload(exotel.url, { list: 's', csv: file(mobiles(1)), type: 'dynamic' });
    expect([cross.status, cross.text.includes('list s is static')]).toEqual([400, true]);
    const other = await upload(exotel.url, { list: 'd', csv: `number,City\n${mobile(2)},A\n`, type: 'dynamic' });
    expect([other.status, other.text.includes('list d has other columns')]).toEqual([400, true]);
  });

  it.each([
    ['application/json', '{"list_name":"a"}', 415],
    ['multipart/form-data', '--x', 400],
    ['multipart/form-data; boundary=x', 'no boundary', 400],
    ['multipart/form-data; boundary=x', '--x\r\nContent-Disposition: form-data; name="list_name"\r\n\r\na', 400],
  ])('as %s with %j', async (type, body, status) => {
    const answer = await ask(exotel.url, {
      method: 'POST',
      collection: 'contacts',
      path: '/csv-upload',
      body,
      headers: { 'content-type': type },
    });
    expect(answer.status).toBe(status);
  });

  it('with 60 MB, but not with 30', async () => {
    const row = `${mobile(1)},${'x'.repeat(986)}\n`;
    const big = (rows: number): string => `number,Note\n${row.repeat(rows)}`;
    const refused = await upload(exotel.url, { list: 'd', csv: big(60_500), type: 'dynamic' });
    expect(refused.text).toContain('file_name must be smaller than 60 MB');
    const taken = await upload(exotel.url, { list: 'd', csv: big(30_000), type: 'dynamic' });
    expect(await uploadStatus(exotel.url, taken.uploadId)).toMatchObject({ stats: { success: 1, duplicate: 29_999 } });
  });
});

describe('faults of an upload', () => {
  it('leave it in progress for good, or end it as failed', async () => {
    exotel.control.addFaults({ kind: 'upload_stuck' }, { kind: 'upload_failed' });
    const stuck = await upload(exotel.url, { list: 'a', csv: file(mobiles(2)) });
    const failed = await upload(exotel.url, { list: 'b', csv: file(mobiles(2)) });
    const after = await upload(exotel.url, { list: 'c', csv: file(mobiles(2)) });
    expect(await uploadStatus(exotel.url, stuck.uploadId)).toMatchObject({ status: 'in-progress' });
    expect(await uploadStatus(exotel.url, failed.uploadId)).toMatchObject({
      status: 'failed',
      stats: { success: 0, failed: 2 },
    });
    expect(await uploadStatus(exotel.url, after.uploadId)).toMatchObject({ status: 'completed' });
    expect(exotel.control.ledger().lists.map(({ contacts }) => contacts)).toEqual([0, 0, 2]);
  });

  it('fail some of its rows, and combine with those of its request', async () => {
    exotel.control.addFaults(
      { kind: 'rows_failed', failedShare: 0.5 },
      { kind: 'error_after', operation: 'csv_upload' },
    );
    const answer = await upload(exotel.url, { list: 'a', csv: file(mobiles(200)) });
    expect(answer.status).toBe(500);
    const [only] = exotel.control.ledger().uploads;
    expect([only?.rows, (only?.success ?? 0) + (only?.failed ?? 0)]).toEqual([200, 200]);
    expect(only?.failed).toBeGreaterThan(50);
  });
});
