import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { STALLED_MINUTES } from '../../../shared/limits.ts';
import { EXTENSION_ORIGIN } from '../../../shared/protocol/extension-origin.ts';
import { paceSchema } from '../../../shared/protocol/contact.ts';
import { importSchema } from '../../../shared/protocol/import.ts';
import { templateSchema } from '../../../shared/template/template-schema.ts';
import { mobiles } from '../../exotel/dialler/exotel-caller.ts';
import { morningTime } from '../../local/stack/morning-zone.ts';
import { letRun, standStill } from '../support/exotel-clock.ts';
import { untilState } from '../support/launch-hello.ts';
import { openImportStage } from '../support/import-stage.ts';
import type { ImportStage } from '../support/import-stage.ts';

const ONE = { id: 'time-left-1', name: 'Renewals' };
const BRISK = 200;
const ESTIMATE = /^About .+ left: finishes by about .+\.$/u;
const PATIENCE = { timeout: 90_000, interval: 200 };

let stage: ImportStage;
let page: Page;
beforeAll(async () => {
  stage = await openImportStage();
  const { api, exotel } = stage.stack;
  const flow = { kind: 'greeting', text: ONE.name };
  const body = { name: ONE.name, channel: 'voice', callerId: '08088919888', flow, throttle: 2 };
  const { id } = await api.post('/api/templates', body, templateSchema);
  const query = new URLSearchParams({ ...ONE, template: id, launch: 'true', column: 'Mobile' });
  await api.post(`/api/imports?${query}`, ['Mobile', ...mobiles(200)].join('\n'), importSchema);
  await untilState(api, ONE.id, 'running');
  await letRun(exotel.control, BRISK);
  await vi.waitFor(async () => {
    const { contacts } = await api.get(`/api/imports/${ONE.id}`, importSchema);
    expect(contacts.completed).toBeGreaterThan(15);
  }, PATIENCE);
  await standStill(exotel.control);
  page = await stage.browser().open(`popup.html?surface=tab#/import/${ONE.id}`);
});
afterAll(() => stage.close());

const line = () => page.locator('.time-left');

it('is told while calls are heard of, and of calls that are not heard of any more neither it nor their pace', async () => {
  await expect.poll(() => line().innerText(), PATIENCE).toMatch(ESTIMATE);
  await page.getByText(/Now: .+ calls per minute\./u).waitFor();
  await page.clock.install();
  stage.gate.cut();
  await page.getByText('Not reachable: trying again every 5 seconds').waitFor();
  const told = async () => [await line().count(), await page.getByText(/Now: /u).count()];
  await expect.poll(told, PATIENCE).toEqual([0, 0]);
  stage.gate.open();
  await page.clock.fastForward(60_000);
  await expect.poll(() => line().innerText(), PATIENCE).toMatch(ESTIMATE);
});

it('is unknown of calls that do not move although people wait', async () => {
  const other = await stage.browser().context.newPage();
  // As if the Worker had heard of no call for longer than that.
  await other.route(/\/pace$/u, async (route) => {
    const response = await route.fetch();
    const { items } = paceSchema.parse(await response.json());
    const last = Math.max(...items.map(({ at }) => Date.parse(at)));
    const asOf = new Date(last + (STALLED_MINUTES + 5) * 60_000).toISOString();
    await route.fulfill({ response, json: { items, asOf } });
  });
  await other.goto(`${EXTENSION_ORIGIN}/popup.html?surface=tab#/import/${ONE.id}`);
  const said = other.locator('.time-left');
  await expect
    .poll(() => said.innerText(), PATIENCE)
    .toMatch(/^No reports since .+ waiting\. The time left is unknown\.$/u);
  await other.close();
});

it('is of a paused one what it takes once it goes on, without an end', async () => {
  await page.getByRole('button', { name: 'Pause', exact: true }).click();
  await expect.poll(() => line().innerText(), PATIENCE).toMatch(/^Paused\. About .+ left once you resume\.$/u);
});

it('is no estimate of calls that begin another day, but when they begin', async () => {
  const { api } = stage.stack;
  const flow = { kind: 'greeting', text: 'Later' };
  const body = { name: 'Later', channel: 'voice', callerId: '08088919888', flow };
  const { id } = await api.post('/api/templates', body, templateSchema);
  const later = { id: 'time-left-2', name: 'Later', template: id, launch: 'false', column: 'Mobile' };
  const query = new URLSearchParams(later);
  await api.post(`/api/imports?${query}`, ['Mobile', ...mobiles(20, 500)].join('\n'), importSchema);
  const adjust = { startAt: morningTime(Date.now(), 1, '10:00').iso };
  await api.post(`/api/imports/${later.id}/check`, { template: id, adjust }, importSchema);
  await api.post(`/api/imports/${later.id}/launch`, { expect: { contacts: 20, campaigns: 1 } }, importSchema);
  await untilState(api, later.id, 'running');
  await page.evaluate((to) => (location.hash = to), `#/import/${later.id}`);
  await expect.poll(() => line().innerText(), PATIENCE).toMatch(/^Starts tomorrow 10:00, finishes by about .+\.$/u);
});
