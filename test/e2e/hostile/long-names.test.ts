import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { importSchema } from '../../../shared/protocol/import.ts';
import { newDestinationSchema } from '../../../shared/protocol/destination.ts';
import { sinkSchema } from '../../../shared/protocol/sink.ts';
import { templateSchema } from '../../../shared/template/template-schema.ts';
import { mobile } from '../../exotel/dialler/exotel-caller.ts';
import { untilState } from '../support/launch-hello.ts';
import { openImportStage } from '../support/import-stage.ts';
import type { ImportStage } from '../support/import-stage.ts';
import { tooWide } from '../support/screen-faults.ts';

/** As long as each may be, without a place to break a line; what a page would take for markup; the other way round. */
const ONE_WORD = 'W'.repeat(300);
const MIXED = 'बहुत-लंबा<b>नाम</b><script>alert(1)</script>😀שלום'.repeat(8);
const TEMPLATE = ONE_WORD.slice(0, 60);
const LAUNCHED = { id: 'long-names-1', name: ONE_WORD.slice(0, 200) };
const FILE = [
  ['Name', ONE_WORD, MIXED, 'Mobile'],
  [ONE_WORD, MIXED, 'x', mobile(1)],
  [MIXED, ONE_WORD, 'x', '98450'],
]
  .map((row) => row.map((cell) => `"${cell}"`).join(','))
  .join('\n');
const STEPS = ['file', 'columns', 'check', 'confirm'];

let stage: ImportStage;
let page: Page;
let draft = '';
beforeAll(async () => {
  stage = await openImportStage();
  const { api } = stage.stack;
  const flow = { kind: 'greeting', text: `Namaste @@Name ${ONE_WORD}` };
  const body = { name: TEMPLATE, channel: 'voice', callerId: '08088919888', flow };
  const { id } = await api.post('/api/templates', body, templateSchema);
  await api.post('/api/sinks', { name: TEMPLATE }, sinkSchema);
  const url = `http://127.0.0.1:9/${ONE_WORD}`;
  await api.post('/api/destinations', { name: TEMPLATE, url, events: ['import.paused'] }, newDestinationSchema);
  const query = new URLSearchParams({ ...LAUNCHED, template: id, launch: 'true', column: 'Mobile' });
  await api.post(`/api/imports?${query}`, FILE, importSchema);
  await untilState(api, LAUNCHED.id, 'running');
  page = await stage.tab();
  await page.getByLabel('Call with').selectOption(TEMPLATE);
  const file = { name: `${MIXED}.csv`, mimeType: 'text/csv', buffer: Buffer.from(FILE) };
  await page.getByLabel('Choose a file').setInputFiles(file);
  await page.getByRole('heading', { name: 'Which column is which?' }).waitFor();
  draft = /import\/([^/]+)/.exec(page.url())?.[1] ?? '';
  // The longer words of the two.
  await page.evaluate("chrome.storage.local.set({ language: 'hi' })");
  await page.waitForFunction(() => document.documentElement.lang === 'hi');
});
afterAll(() => stage.close());

const SCREENS: readonly (readonly [string, () => string])[] = [
  ...STEPS.map((step) => [step, () => `#/import/${draft}/${step}`] as const),
  ['Home', () => '#/'],
  ['All imports', () => '#/imports'],
  ['Watch', () => `#/import/${LAUNCHED.id}`],
  ['Campaigns', () => '#/campaigns'],
  ['Templates', () => '#/templates'],
  ['Sinks', () => '#/sinks'],
  ['Destinations', () => '#/destinations'],
];

it.each(SCREENS)('%s holds names without an end in every width', async (_screen, hash) => {
  await page.evaluate((to) => (location.hash = to), hash());
  await page.locator('main').getByText('WWWWWWWW').filter({ visible: true }).first().waitFor();
  await page.waitForFunction(() => document.querySelector('.skeleton, [aria-busy="true"]') === null);
  expect(await tooWide(page)).toEqual([]);
  expect(await page.locator('main script, main b').count()).toBe(0);
});
