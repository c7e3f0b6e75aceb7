import { reset } from 'cloudflare:test';
import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { previewSchema } from '../../../shared/protocol/import.ts';
import { makeElsewhere } from '../campaigns/elsewhere.ts';
import { contactFile, mobile } from '../support/contacts.ts';
import { ask, getImport, importIn, makeTemplate, post, refusalOf, sendFile } from '../support/edge.ts';
import { driveUntil, isLaunched, startClock } from '../support/engine.ts';
import { dialToTheEnd, standIn } from '../support/stand-in.ts';

let template: string;
beforeEach(async () => {
  startClock();
  await standIn.reset();
  template = (await makeTemplate()).id;
});
afterEach(reset);

function again(from: string, outcomes: readonly string[], more: object = {}): Promise<Response> {
  return post('/api/imports', { template, from: { import: from, outcomes }, ...more });
}

/** An import that was called to the end: every second contact busy, every third unanswered, the others answered. */
async function calledImport(file: string, query: Record<string, string> = {}): Promise<string> {
  const resultOf = (n: number): 'busy' | 'no-answer' | 'completed' =>
    n % 2 === 1 ? 'busy' : n % 3 === 0 ? 'no-answer' : 'completed';
  const script = Object.fromEntries(Array.from({ length: 60 }, (_, n) => [mobile(n), [resultOf(n)]]));
  await standIn.reset({ script: { script } });
  const { id } = await importIn(sendFile(file, { template, launch: 'true', name: 'Leads', ...query }));
  await driveUntil(id, isLaunched);
  await dialToTheEnd();
  await driveUntil(id, ({ state }) => state === 'finished');
  return id;
}

/** The accepted rows by line, as previews show them. */
async function rowsOf(id: string, headings = 1): Promise<Record<string, string>[]> {
  const { rows } = await getImport(id);
  const all: Record<string, string>[] = [];
  for (let line = 1 + headings; line < 1 + headings + rows.total; line += 1) {
    const answer = await ask(`/api/imports/${id}/preview?line=${line}`);
    if (answer.ok) all.push(previewSchema.parse(await answer.json()).row);
  }
  return all;
}

describe('calling again', () => {
  it('takes those who ended so, with their own rows, in order, as an import of its own', async () => {
    const id = await calledImport(contactFile(12));
    const made = await again(id, ['busy', 'no_answer'], { id: 'again-1' });
    expect([made.status, made.headers.get('location')]).toEqual([201, '/api/imports/again-1']);
    const view = await importIn(made);
    const wanted = [0, 1, 3, 5, 6, 7, 9, 11];
    expect(view).toMatchObject({
      id: 'again-1',
      name: 'Leads again',
      state: 'checked',
      launchedAt: null,
      origin: { kind: 'import', id, name: 'Leads', outcomes: ['no_answer', 'busy'] },
      rows: { total: 8, accepted: 8, duplicate: 0, invalid: 0, blank: 0 },
      shape: { header: true, headings: ['Name', 'Phone'], numberColumn: 2, delimiter: ',', encoding: 'utf-8' },
      plan: { campaigns: 1 },
    });
    expect(await rowsOf('again-1')).toEqual(wanted.map((n) => ({ Name: `Person ${n}`, Phone: mobile(n) })));
    await standIn.reset();
    await importIn(post('/api/imports/again-1/launch', { expect: { contacts: 8, campaigns: 1 } }));
    await driveUntil('again-1', isLaunched);
    expect((await standIn.summary()).counts).toMatchObject({ campaigns: 1, numbers: 8 });
  });

  it('takes everyone, launched or not, when no outcome is named', async () => {
    const made = await importIn(sendFile(contactFile(5), { template, id: 'first-1' }));
    const view = await importIn(again(made.id, [], { name: 'Once more' }));
    expect(view).toMatchObject({
      name: 'Once more',
      rows: { accepted: 5 },
      origin: { kind: 'import', id: 'first-1', outcomes: [] },
      shape: { ...made.shape, verdict: { why: 'told' } },
    });
  });

  it('keeps a file without headings without, and the columns as they were chosen', async () => {
    const text = 'Hi @@Kind of';
    template = (await makeTemplate({ flow: { kind: 'greeting', text } })).id;
    const file = Array.from({ length: 4 }, (_, i) => `${mobile(20 + i)};${mobile(i)};"a;b,""c""";Jos\u00e9`);
    const latin = Uint8Array.from(Buffer.from(file.join('\r\n'), 'latin1'));
    await post('/api/imports', { template, fileName: 'old.csv', fileBytes: latin.length, id: 'odd-1' });
    const sent = await ask('/api/imports/odd-1/file', {
      method: 'PATCH',
      body: latin,
      headers: { 'tus-resumable': '1.0.0', 'upload-offset': '0', 'content-type': 'application/offset+octet-stream' },
    });
    expect(sent.status).toBe(204);
    const columns = { number: 2, variables: { 'Kind of': 3 } };
    const first = await importIn(post('/api/imports/odd-1/check', { columns }));
    expect(first.shape).toMatchObject({ delimiter: ';', encoding: 'windows-1252', header: false, numberColumn: 2 });
    const view = await importIn(again('odd-1', [], { id: 'odd-2' }));
    expect(view).toMatchObject({
      file: { name: 'old.csv' },
      shape: { delimiter: ',', encoding: 'utf-8', header: false, numberColumn: 2, headings: first.shape?.headings },
      rows: first.rows,
      variables: [{ name: 'Kind of', column: 3, heading: 'Column C', missing: 0 }],
    });
    expect(await rowsOf('odd-2', 0)).toEqual(await rowsOf('odd-1', 0));
    expect((await rowsOf('odd-2', 0)).at(-1)).toEqual({
      'Column A': mobile(23),
      'Column B': mobile(3),
      'Column C': 'a;b,"c"',
      'Column D': 'Jos\u00e9',
    });
  });

  it('has the very rows of whoever ended so, whatever is in them', async () => {
    const cell = fc.oneof(
      fc.constantFrom('=1+1', '"', ';', 'a\nb', ' x ', "'", '\ufeff', 'आशा', '\t|', ''),
      fc.string({ unit: 'grapheme', maxLength: 6 }),
    );
    const [rows = []] = fc.sample(fc.array(fc.tuple(cell, cell), { minLength: 60, maxLength: 60 }), {
      numRuns: 1,
      seed: 7,
    });
    const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
    const lines = rows.map(([left, right], i) => [quoted(left), mobile(i), quoted(right)].join(';'));
    const id = await calledImport(['Left;Mobile;Right', ...lines].join('\n'));
    const before = await rowsOf(id);
    expect(before).toHaveLength(60);
    const busy = await importIn(again(id, ['busy']));
    expect(await rowsOf(busy.id)).toEqual(before.filter((_, i) => i % 2 === 1));
    const all = await importIn(again(id, []));
    expect(await rowsOf(all.id)).toEqual(before);
  });

  it('takes the numbers that were reported of a campaign made elsewhere', async () => {
    const script = { [mobile(2)]: ['busy' as const], [mobile(3)]: ['no-answer' as const] };
    await standIn.reset({ script: { script } });
    const { sid } = await makeElsewhere();
    const { id } = await importIn(post(`/api/campaigns/${sid}/adopt`));
    await dialToTheEnd();
    await driveUntil(id, ({ finishedAt }) => finishedAt !== null);
    const view = await importIn(again(id, ['busy', 'no_answer']));
    expect(view).toMatchObject({ name: 'Made elsewhere again', rows: { total: 2, accepted: 2 } });
    expect(await rowsOf(view.id)).toEqual([{ Number: mobile(2) }, { Number: mobile(3) }]);
  });

  it('asked for twice under one id makes one, and of other outcomes is refused', async () => {
    const id = await calledImport(contactFile(12));
    const [left, right] = await Promise.all([
      again(id, ['busy', 'no_answer'], { id: 'again-1' }),
      again(id, ['no_answer', 'busy'], { id: 'again-1' }),
    ]);
    expect(new Set([left.status, right.status])).toEqual(new Set([200, 201]));
    expect(await importIn(left)).toMatchObject({ id: 'again-1', rows: { accepted: 8 } });
    const conflict = { status: 409, code: 'import_exists' };
    expect(await refusalOf(await again(id, ['busy'], { id: 'again-1' }))).toEqual(conflict);
    expect(await refusalOf(await again(id, [], { id }))).toEqual(conflict);
    await ask(`/api/imports/${id}`, { method: 'DELETE' });
    expect((await again(id, ['busy', 'no_answer'], { id: 'again-1' })).status).toBe(200);
  });

  it('is refused where there is nobody, nothing, or no launch, and leaves nothing behind', async () => {
    const id = await calledImport(contactFile(12));
    const refused = async (...given: Parameters<typeof again>) => refusalOf(await again(...given));
    expect(await refused(id, ['dnd'], { id: 'again-1' })).toEqual({ status: 422, code: 'nothing_to_call' });
    expect(await refused('nobody', [], { id: 'again-1' })).toEqual({ status: 404, code: 'import_not_found' });
    expect(await refused('again-1', [], { id: 'again-1' })).toEqual({ status: 404, code: 'import_not_found' });
    await importIn(sendFile(contactFile(3, 100), { template, id: 'still-1' }));
    expect(await refused('still-1', ['busy'], { id: 'again-1' })).toEqual({ status: 409, code: 'not_launched' });
    await post('/api/imports', { template, fileName: 'a.csv', fileBytes: 5, id: 'open-1' });
    expect(await refused('open-1', [], { id: 'again-1' })).toEqual({ status: 409, code: 'not_checked' });
    expect(await refused(id, ['busy'], { id: 'again-1', template: 'nobody' })).toMatchObject({
      code: 'template_not_found',
    });
    expect(await refusalOf(await ask('/api/imports/again-1'))).toEqual({ status: 404, code: 'import_not_found' });
    expect((await again(id, ['busy'], { id: 'again-1' })).status).toBe(201);
  });

  it.each([
    ['an outcome that is not final', { from: { import: 'first-1', outcomes: ['queued'] } }],
    ['no outcome of ours', { from: { import: 'first-1', outcomes: ['no-answer'] } }],
    ['no import', { from: { outcomes: [] } }],
    ['something else besides', { from: { import: 'first-1' }, fileName: 'a.csv' }],
  ])('is refused with %s', async (_what, body) => {
    const refusal = await refusalOf(await post('/api/imports', { template, ...body }));
    expect(refusal).toMatchObject({ status: 400, code: 'invalid_request' });
  });
});

describe('calling again where other cells had a say in the number', () => {
  it('calls exactly the numbers that were called', async () => {
    const file = 'Name,Dial Code,Mobile 1,Mobile 2\nAsha,91,9876543210,9123456789\nJohn,1,2025550123,NA\n';
    const made = await importIn(sendFile(file, { template, numbers: 'all' }));
    expect(made.rows).toMatchObject({ total: 4, accepted: 3, invalid: 1 });
    const view = await importIn(again(made.id, [], { id: 'again-all' }));
    expect(view.rows).toMatchObject({ total: 3, accepted: 3 });
    expect(view.shape).toMatchObject({ callingCodeColumn: null, moreColumns: [], numbers: 'first' });
  });

  it('goes on to the next number of those who were not reached, in turn, and round again', async () => {
    const file = `Name,Mobile,Home,Work\nAsha,${mobile(1)},NA,${mobile(41)}\nRavi,${mobile(3)},,\nMeena,${mobile(2)},${mobile(42)},\n`;
    const id = await calledImport(file, { column: 'Mobile', numbers: 'in_turn' });
    const next = await importIn(again(id, ['busy'], { id: 'again-turn' }));
    expect(next).toMatchObject({
      rows: { total: 2, accepted: 2 },
      shape: { numberColumn: 2, moreColumns: [3, 4], numbers: 'in_turn' },
    });
    expect(await rowsOf('again-turn')).toEqual([
      { Name: 'Asha', Mobile: mobile(41), Home: '', Work: mobile(1) },
      { Name: 'Ravi', Mobile: mobile(3), Home: '', Work: '' },
    ]);
  });
});
