import { readFile } from 'node:fs/promises';
import type { Page, Route } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { EXTENSION_ORIGIN } from '../../../shared/protocol/extension-origin.ts';
import { importSchema } from '../../../shared/protocol/import.ts';
import { mobile, mobiles } from '../../exotel/dialler/exotel-caller.ts';
import { letRun } from '../support/exotel-clock.ts';
import { launchHello, untilState } from '../support/launch-hello.ts';
import { openImportStage } from '../support/import-stage.ts';
import type { ImportStage } from '../support/import-stage.ts';

const PEOPLE = 20;
const NOT_RUNG = [2, 5, 11];
const ONE = { id: 'no-result-1', name: 'Renewals' };
const FINISHED = 'Finished, 3 without a result from Exotel';
const PATIENCE = { timeout: 60_000, interval: 200 };
const TAB = `${EXTENSION_ORIGIN}/popup.html?surface=tab`;

let stage: ImportStage;
let page: Page;
beforeAll(async () => {
  stage = await openImportStage();
  const { api, exotel } = stage.stack;
  const script = NOT_RUNG.map((at): [string, { result: 'dnd' }[]] => [mobile(at), [{ result: 'dnd' }]]);
  exotel.control.setScript({ script: Object.fromEntries(script) });
  const rows = mobiles(PEOPLE).map((number, at) => `Person ${at},${number}`);
  await launchHello(api, ONE, ['Who,Mobile', ...rows].join('\n'));
  await letRun(exotel.control, 3_000);
  await untilState(api, ONE.id, 'finished');
  page = await stage.browser().context.newPage();
  await page.route('**/api/**', withoutResults);
  // Traffic on this connection cannot be changed, so the data is asked for instead.
  await page.routeWebSocket(/\/live/u, (socket) => socket.close());
});
afterAll(() => stage.close());

/**
 * The Worker's answers, as if nothing said why some people were not called: for that it waits a quarter of an hour
 * after the last call. `worker/http/one-truth` tests that it then counts them this way in every answer and file.
 */
async function withoutResults(route: Route): Promise<void> {
  const response = await route.fetch();
  // The page may be gone before the answer is there.
  const text = await response.text().catch(() => null);
  if (text === null) return;
  const isJson = response.headers()['content-type']?.startsWith('application/json') === true;
  const body = isJson
    ? JSON.stringify(JSON.parse(text, unaccounted))
    : text.replaceAll('Do not disturb', 'No result from Exotel');
  await route.fulfill({ response, body });
}

function unaccounted(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('dnd' in value) || !('unaccounted' in value)) return value;
  return { ...value, dnd: 0, unaccounted: value.dnd };
}

it.each([
  ['Home', '#/'],
  ['All imports', '#/imports'],
  ['Watch', `#/import/${ONE.id}`],
])('%s says how many an end leaves without a result, and not that it is over for all', async (_place, hash) => {
  await page.goto(TAB + hash);
  const ends = page.locator('main .pill').filter({ hasText: 'Finished' });
  await expect.poll(() => ends.allInnerTexts(), PATIENCE).toEqual([FINISHED]);
  expect(await page.getByText('Every contact has a result', { exact: false }).count()).toBe(0);
});

it('Watch leads to who they are, and a campaign counts them by themselves', async () => {
  await page.getByText('Exotel gave no result for 3 contacts. They may or may not have been called.').waitFor();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download Results to see who' }).click();
  const csv = await readFile(await (await download).path(), 'utf8');
  const without = csv.split('\r\n').filter((line) => line.includes('No result from Exotel'));
  expect(without.map((line) => /Person \d+/u.exec(line)?.[0])).toEqual(NOT_RUNG.map((at) => `Person ${at}`));

  const { campaigns } = await stage.stack.api.get(`/api/imports/${ONE.id}`, importSchema);
  await page.goto(`${TAB}#/campaigns/${campaigns[0]?.sid ?? ''}`);
  const results = page.getByRole('region', { name: 'Numbers by result' });
  await results.getByText('No result from Exotel').waitFor();
  await expect.poll(() => results.locator('.legend dd').allInnerTexts(), PATIENCE).toEqual(['17', '3', '20']);
  await page.close();
});
