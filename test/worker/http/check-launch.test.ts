import { reset } from 'cloudflare:test';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FILE_PART_BYTES } from '../../../shared/limits.ts';
import { contactFile, mobile } from '../support/contacts.ts';
import { ask, getImport, importIn, makeTemplate, post, refusalOf, sendFile } from '../support/edge.ts';
import { driveUntil, isLaunched, startClock } from '../support/engine.ts';
import { standIn } from '../support/stand-in.ts';
import type { Import } from '../../../shared/protocol/import.ts';

let template: string;
beforeEach(async () => {
  startClock();
  await standIn.reset();
  template = (await makeTemplate()).id;
});
afterEach(reset);

/** A file with two columns of numbers: phones, and an office number that everyone shares; and one that may be wide. */
function twoColumns(count: number, note = ''): string {
  const rows = Array.from({ length: count }, (_, i) => `${mobile(i)},${mobile(90_000 + (i % 2))},${note}`);
  return ['Mobile,Office,Note', ...rows, ''].join('\n');
}

function check(id: string, body?: unknown): Promise<Response> {
  return post(`/api/imports/${id}/check`, body);
}

function launch(id: string, contacts: number, campaigns: number, more = {}): Promise<Response> {
  return post(`/api/imports/${id}/launch`, { expect: { contacts, campaigns }, ...more });
}

describe('a check', () => {
  let made: Import;
  beforeEach(async () => {
    made = await importIn(sendFile(twoColumns(20), { template }));
  });

  it('may be repeated with another column, by name or place, without another upload', async () => {
    expect(made.shape?.numberColumn).toBe(1);
    const office = await importIn(check(made.id, { columns: { number: 'Office' } }));
    expect([office.shape?.numberColumn, office.rows.accepted, office.rows.duplicate]).toEqual([2, 2, 18]);
    const mobiles = await importIn(check(made.id, { columns: { number: 1 } }));
    expect([mobiles.shape?.numberColumn, mobiles.rows.accepted]).toEqual([1, 20]);
    const asHeadless = await importIn(check(made.id, { columns: { number: 1, header: false } }));
    expect(asHeadless.rows).toMatchObject({ total: 21, accepted: 20, invalid: 1 });
  });

  it('may be repeated with another template', async () => {
    const twice = await makeTemplate({ name: 'Call twice', callDuplicates: true });
    const office = await importIn(check(made.id, { columns: { number: 2 }, template: twice.id }));
    expect([office.template, office.rows.accepted, office.rows.duplicate]).toEqual([
      { id: twice.id, name: 'Call twice' },
      20,
      0,
    ]);
  });

  it('may be repeated with another way to Exotel, which then stays', async () => {
    expect(made).toMatchObject({ delivery: 'auto', plan: { delivery: 'inline', lists: 0 }, variables: [] });
    const listed = await importIn(check(made.id, { delivery: 'lists' }));
    expect(listed).toMatchObject({
      delivery: 'lists',
      plan: { delivery: 'static', lists: 1, why: 'As you chose.', reason: 'wished' },
    });
    expect(await importIn(check(made.id))).toMatchObject({ delivery: 'lists', plan: { delivery: 'static' } });
    const personal = await makeTemplate({ flow: { kind: 'greeting', text: 'Hi @@Office' } });
    expect(await importIn(check(made.id, { template: personal.id }))).toMatchObject({
      plan: { delivery: 'dynamic', lists: 1 },
      variables: [{ name: 'Office', column: 2, heading: 'Office', missing: 0 }],
    });
    expect(await refusalOf(await check(made.id, { delivery: 'inline' }))).toEqual({
      status: 422,
      code: 'inline_impossible',
      details: { reason: 'personal_text' },
    });
    expect(await refusalOf(await check(made.id, { delivery: 'post' }))).toMatchObject({ code: 'invalid_request' });
  });

  it('binds the variables of the text to columns, and says which has none', async () => {
    const personal = await makeTemplate({ flow: { kind: 'greeting', text: 'Hi @@Name' } });
    expect(await refusalOf(await check(made.id, { template: personal.id }))).toEqual({
      status: 422,
      code: 'variable_not_found',
      details: { variable: 'Name', headings: ['Mobile', 'Office', 'Note'] },
    });
    const columns = { number: 1, variables: { Name: 'office' } };
    expect(await importIn(check(made.id, { template: personal.id, columns }))).toMatchObject({
      variables: [{ name: 'Name', column: 2, heading: 'Office', missing: 0 }],
    });
  });

  it('that is refused leaves the last good one in force', async () => {
    const refused = await refusalOf(await check(made.id, { columns: { number: 'Nobody' } }));
    expect(refused).toMatchObject({ status: 422, code: 'column_not_found' });
    expect(await refusalOf(await check(made.id, { template: 'nobody' }))).toMatchObject({ code: 'template_not_found' });
    expect(await refusalOf(await check(made.id, { columns: { number: 0 } }))).toMatchObject({
      code: 'invalid_request',
    });
    expect(await getImport(made.id)).toMatchObject({ state: 'checked', rows: made.rows, plan: { campaigns: 1 } });
  });

  it('of one column while another is checked does not mix them', async () => {
    // Two parts of a file, and three chunks of numbers, so that one check waits in the middle of another.
    const file = twoColumns(12_000, 'x'.repeat(100));
    expect(file.length).toBeGreaterThan(FILE_PART_BYTES);
    const large = await importIn(sendFile(file, { template, id: 'large-1' }));
    expect(large.rows.accepted).toBe(12_000);
    const answers = await Promise.all([2, 1, 2, 1].map((number) => check('large-1', { columns: { number } })));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    const last = await getImport('large-1');
    expect([last.shape?.numberColumn, last.rows.accepted]).toEqual([1, 12_000]);
    await launch('large-1', 12_000, last.campaigns.length);
    await driveUntil('large-1', isLaunched);
    const { counts } = await standIn.summary();
    expect(counts.numbers).toBe(12_000);
  });
});

describe('a launch', () => {
  it('is refused with the counts of now when they are not what was seen', async () => {
    const made = await importIn(sendFile(contactFile(7), { template }));
    const details = { contacts: 7, campaigns: 1 };
    expect(await refusalOf(await launch(made.id, 6, 1))).toEqual({ status: 409, code: 'plan_changed', details });
    expect(await refusalOf(await launch(made.id, 7, 2))).toEqual({ status: 409, code: 'plan_changed', details });
    expect((await getImport(made.id)).launchedAt).toBeNull();
  });

  it.each([
    ['nothing', undefined],
    ['no counts', {}],
    ['half of them', { expect: { contacts: 7 } }],
    ['a negative one', { expect: { contacts: -7, campaigns: 1 } }],
  ])('is refused with %s', async (_what, body) => {
    const made = await importIn(sendFile(contactFile(7), { template }));
    const refusal = await refusalOf(await post(`/api/imports/${made.id}/launch`, body));
    expect(refusal).toMatchObject({ status: 400, code: 'invalid_request' });
  });

  it('pressed twice, and by two at once, launches once', async () => {
    const made = await importIn(sendFile(contactFile(7), { template }));
    const views = await Promise.all([launch(made.id, 7, 1), launch(made.id, 7, 1)].map(importIn));
    const again = await importIn(launch(made.id, 7, 1));
    expect(new Set([...views, again].map(({ launchedAt }) => launchedAt)).size).toBe(1);
    await driveUntil(made.id, isLaunched);
    expect((await standIn.summary()).counts).toMatchObject({ campaigns: 1, numbers: 7 });
    expect(await refusalOf(await launch(made.id, 8, 1))).toMatchObject({ code: 'plan_changed' });
  });

  it('freezes file, columns and template', async () => {
    const made = await importIn(sendFile(contactFile(7), { template, launch: 'true' }));
    expect(await refusalOf(await check(made.id))).toEqual({ status: 409, code: 'already_launched' });
    const changed = await post(`/api/imports/${made.id}/check`, { template });
    expect(await refusalOf(changed)).toEqual({ status: 409, code: 'already_launched' });
  });

  it('of the same people within a day needs a deliberate "again"', async () => {
    const first = await importIn(sendFile(contactFile(7), { template, launch: 'true', name: 'Morning' }));
    const shuffled = contactFile(7).split('\n').slice(1, 8).toReversed();
    const second = await importIn(sendFile(['Name,Phone', ...shuffled].join('\n'), { template, id: 'again-1' }));
    expect(second.launchedBefore).toMatchObject({ id: first.id, name: 'Morning', createdBy: 'asha' });
    const refusal = await refusalOf(await launch('again-1', 7, 1));
    expect(refusal).toMatchObject({ status: 409, code: 'launched_before', details: { import: { id: first.id } } });
    await importIn(launch('again-1', 7, 1, { again: true }));
    await driveUntil('again-1', isLaunched);
    expect((await standIn.summary()).counts.campaigns).toBe(2);
    const other = await importIn(sendFile(contactFile(7, 50), { template, launch: 'true' }));
    expect(other.launchedBefore).toBeNull();
  });

  it('is refused for a file nobody of whom can be called', async () => {
    const made = await importIn(sendFile('Phone\n12345\n', { template, id: 'nobody-1' }));
    expect(made).toMatchObject({ state: 'checked', plan: null, campaigns: [], rows: { accepted: 0, invalid: 1 } });
    expect(await refusalOf(await launch('nobody-1', 0, 0))).toEqual({ status: 422, code: 'nothing_to_call' });
  });

  it('is refused for what is not there, or not checked', async () => {
    expect(await refusalOf(await launch('nobody', 1, 1))).toEqual({ status: 404, code: 'import_not_found' });
    await post('/api/imports', { template, fileName: 'a.csv', fileBytes: 5, id: 'open-1' });
    expect(await refusalOf(await launch('open-1', 1, 1))).toEqual({ status: 409, code: 'not_checked' });
    expect(await refusalOf(await ask('/api/imports/open-1/results.csv'))).toEqual({
      status: 409,
      code: 'not_launched',
    });
    expect(await refusalOf(await ask('/api/imports/open-1/issues'))).toEqual({ status: 409, code: 'not_checked' });
  });
});
