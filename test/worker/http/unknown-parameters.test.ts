import { reset } from 'cloudflare:test';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contactFile } from '../support/contacts.ts';
import { ask, importIn, makeTemplate, refusalOf, sendFile } from '../support/edge.ts';
import { startClock } from '../support/engine.ts';
import { standIn } from '../support/stand-in.ts';

/** Nothing is written by any of these, so one import serves all. */
let id: string;
beforeAll(async () => {
  startClock();
  await standIn.reset();
  const { id: template } = await makeTemplate();
  ({ id } = await importIn(sendFile(contactFile(3), { template })));
});
afterAll(reset);

const PATHS = [
  '/api/imports',
  '/api/imports/ID/issues',
  '/api/imports/ID/results.csv',
  '/api/imports/ID/results.ndjson',
  '/api/imports/ID/contacts',
  '/api/imports/ID/preview',
  '/api/campaigns',
  '/api/lists',
  '/api/exophones',
  '/api/templates',
  '/api/suppressions',
  '/api/suppressions.csv',
  '/api/usage',
  '/api/audit',
  '/api/tokens',
  '/api/destinations',
  '/api/callbacks',
];

describe.each(PATHS)('GET %s', (path) => {
  it('answers nothing where a parameter is not known, or said twice, and names it', async () => {
    const at = path.replace('ID', id);
    const refused = { status: 400, code: 'invalid_request' };
    expect(await refusalOf(await ask(`${at}?outcom=busy`))).toMatchObject(refused);
    const text = await (await ask(`${at}?outcom=busy`)).text();
    expect(text).toContain('outcom');
    const known = (await (await ask(`${at}?outcom=busy`)).text()).match(/Known are: (\w+)/u)?.[1];
    if (known === undefined) return;
    expect(await refusalOf(await ask(`${at}?${known}=1&${known}=2`))).toMatchObject(refused);
  });
});
