import { reset } from 'cloudflare:test';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { contactSearchSchema, paceSchema } from '../../../shared/protocol/contact.ts';
import { importSummarySchema } from '../../../shared/protocol/import.ts';
import { pageSchema } from '../../../shared/protocol/page.ts';
import { contactFile, mobile } from '../support/contacts.ts';
import { ask, importIn, makeTemplate, post, refusalOf, sendFile } from '../support/edge.ts';
import { driveUntil, isLaunched, startClock } from '../support/engine.ts';
import { dialToTheEnd, standIn } from '../support/stand-in.ts';

let template: string;
beforeEach(async () => {
  startClock();
  await standIn.reset({ script: { script: { [mobile(1)]: ['busy'] }, mix: { completed: 1 } } });
  template = (await makeTemplate()).id;
});
afterEach(reset);

async function find(id: string, number: string) {
  const asked = [
    ask(`/api/imports/${id}/contacts?number=${encodeURIComponent(number)}`),
    post(`/api/imports/${id}/contacts`, { number }),
  ];
  const [inAddress, inBody] = await Promise.all(asked.map(async (answer) => found((await answer).json())));
  expect(inBody).toEqual(inAddress);
  return found(inBody);
}

/** The answer without its time, which is all that may differ. */
async function found(answer: unknown) {
  return { ...contactSearchSchema.parse(await answer), asOf: '' };
}

const FILE = ['Name,Phone', `Asha,${mobile(0)}`, `Ravi,${mobile(1)}`, `Ravi again,0${mobile(1).slice(3)}`].join('\n');

describe('a search for a number', () => {
  it('answers with its line before anybody is called, however the number is written', async () => {
    const { id } = await importIn(sendFile(FILE, { template }));
    const found = await find(id, ` ${mobile(1).slice(3, 8)} ${mobile(1).slice(8)} `);
    expect(found.number).toBe(mobile(1));
    expect(found.items).toEqual([
      {
        line: 3,
        row: { Name: 'Ravi', Phone: mobile(1) },
        bin: 'accepted',
        firstLine: null,
        seq: null,
        outcome: null,
        calls: [],
      },
      {
        line: 4,
        row: { Name: 'Ravi again', Phone: `0${mobile(1).slice(3)}` },
        bin: 'duplicate',
        firstLine: 3,
        seq: null,
        outcome: null,
        calls: [],
      },
    ]);
  });

  it('answers with campaign, outcome and calls once they were made', async () => {
    const { id } = await importIn(sendFile(FILE, { template, launch: 'true' }));
    await driveUntil(id, isLaunched);
    await dialToTheEnd();
    await driveUntil(id, ({ state }) => state === 'finished');
    const [first] = (await find(id, mobile(1))).items;
    expect(first).toMatchObject({ line: 3, seq: 1, outcome: 'busy', calls: [{ status: 'busy', digits: null }] });
  });

  it('answers for rows left out: which they are, and why', async () => {
    const whole = mobile(5).slice(3);
    const rows = [`Short,${whole.slice(0, 7)}`, `Two,${whole} / ${mobile(6).slice(3)}`, 'None,', `Fine,${mobile(7)}`];
    const { id } = await importIn(sendFile(['Name,Phone', ...rows].join('\n'), { template, column: 'Phone' }));
    const left = (line: number, name: string, code: string, value: string) => ({
      line,
      row: { Name: name, Phone: value },
      bin: 'left_out',
      firstLine: null,
      issue: { code, value },
      seq: null,
      outcome: null,
      calls: [],
    });
    const two = left(3, 'Two', 'several_numbers', `${whole} / ${mobile(6).slice(3)}`);

    const short = await find(id, ` ${whole.slice(0, 3)} ${whole.slice(3, 7)} `);
    expect([short.number, short.items]).toEqual([
      `${whole.slice(0, 3)} ${whole.slice(3, 7)}`,
      [left(2, 'Short', 'too_short', whole.slice(0, 7)), two],
    ]);
    expect((await find(id, whole)).items).toEqual([two]);
    expect((await find(id, `+91${whole}`)).items).toEqual([two]);
    expect((await find(id, mobile(7))).items).toMatchObject([{ line: 5, bin: 'accepted' }]);
  });

  it('finds nothing of a stranger, and says what is wrong with what is no number', async () => {
    const { id } = await importIn(sendFile(FILE, { template }));
    expect((await find(id, mobile(7))).items).toEqual([]);
    const refusal = await refusalOf(await ask(`/api/imports/${id}/contacts?number=12`));
    expect(refusal).toEqual({ status: 400, code: 'too_short' });
    expect(await refusalOf(await post(`/api/imports/${id}/contacts`, { number: '12' }))).toEqual(refusal);
    expect(await refusalOf(await post(`/api/imports/${id}/contacts`, {}))).toMatchObject({ code: 'invalid_request' });
    expect(await refusalOf(await ask('/api/imports/nobody1/contacts?number=12'))).toMatchObject({ status: 404 });
  });
});

describe('the list of imports', () => {
  it('is searched by name, file, template, maker and id, in any case', async () => {
    for (const [id, name] of [
      ['first1', 'Diwali leads'],
      ['second2', 'Holi leads'],
      ['third3', 'Rakhi'],
    ] as const) {
      await importIn(sendFile(FILE, { template, id, name }));
    }
    const search = async (text: string) => {
      const answer = await ask(`/api/imports?search=${encodeURIComponent(text)}`);
      const page = pageSchema(importSummarySchema).parse(await answer.json());
      expect(page.total).toBe(page.items.length);
      const inBody = await (await post('/api/imports/find', { search: text })).json();
      expect(pageSchema(importSummarySchema).parse(inBody)).toEqual(page);
      return page.items.map(({ id }) => id).toSorted();
    };
    expect(await search('LEADS')).toEqual(['first1', 'second2']);
    expect(await search('third')).toEqual(['third3']);
    expect(await search('asha')).toEqual(['first1', 'second2', 'third3']);
    expect(await search('diwali greeting')).toEqual(['first1', 'second2', 'third3']);
    expect(await search('%')).toEqual([]);
  });

  it('is narrowed to states, counted and paged after that', async () => {
    for (const id of ['waits2', 'waits3']) await importIn(sendFile(FILE, { template, id }));
    await importIn(sendFile(FILE, { template, id: 'waits1', launch: 'true' }));
    const list = async (query: string) => {
      const page = pageSchema(importSummarySchema).parse(await (await ask(`/api/imports?${query}`)).json());
      return [page.items.map(({ id }) => id).toSorted(), page.total];
    };
    expect(await list('state=checked')).toEqual([['waits2', 'waits3'], 2]);
    expect(await list('state=launching,running')).toEqual([['waits1'], 1]);
    expect(await list('state=checked,launching,running&search=waits&offset=2&limit=1')).toMatchObject([
      [expect.any(String)],
      3,
    ]);
    expect(await refusalOf(await ask('/api/imports?state=asleep'))).toMatchObject({
      status: 400,
      code: 'invalid_request',
    });
  });
});

describe('the pace', () => {
  it('counts every call in the minute it began', async () => {
    const { id } = await importIn(sendFile(contactFile(150), { template, launch: 'true' }));
    const read = async () => paceSchema.parse(await (await ask(`/api/imports/${id}/pace`)).json()).items;
    expect(await read()).toEqual([]);
    await driveUntil(id, isLaunched);
    await dialToTheEnd();
    await driveUntil(id, ({ state }) => state === 'finished');
    const items = await read();
    expect(items.reduce((sum, { calls }) => sum + calls, 0)).toBe(150);
    // At 60 calls a minute they fall into at least this many minutes, at whichever second they begin.
    expect(items.length).toBeGreaterThanOrEqual(3);
    expect(items.map(({ at }) => at)).toEqual(items.map(({ at }) => at).toSorted());
    expect(Math.max(...items.map(({ calls }) => calls))).toBeLessThanOrEqual(60);
  });
});
