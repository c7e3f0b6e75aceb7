import { readFile } from 'node:fs/promises';
import type { Page, Route } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { LIVE_SILENCE_SECONDS } from '../../../shared/extension-limits.ts';
import { STALLED_MINUTES } from '../../../shared/limits.ts';
import { paceSchema } from '../../../shared/protocol/contact.ts';
import { EXTENSION_ORIGIN } from '../../../shared/protocol/extension-origin.ts';
import { importSchema } from '../../../shared/protocol/import.ts';
import { templateSchema } from '../../../shared/template/template-schema.ts';
import { mobile, mobiles } from '../../exotel/dialler/exotel-caller.ts';
import { morningTime } from '../../local/stack/morning-zone.ts';
import { letRun, standStill } from '../support/exotel-clock.ts';
import { chooseFile } from '../support/import-page.ts';
import { openImportStage } from '../support/import-stage.ts';
import type { ImportStage } from '../support/import-stage.ts';
import { launchHello, untilState } from '../support/launch-hello.ts';
import { IS_WHOLE } from '../support/whole-run.ts';

const TAB = `${EXTENSION_ORIGIN}/popup.html?surface=tab`;
const PATIENCE = { timeout: 90_000, interval: 250 };

let stage: ImportStage;
beforeAll(async () => {
  stage = await openImportStage();
});
afterAll(() => stage.close());

/** From screen to screen, without loading the page anew. */
const show = (page: Page, hash: string) => page.evaluate((to) => (location.hash = to), hash);

describe('an end that leaves some without a result', () => {
  const NOT_RUNG = [2, 5, 11];
  const ONE = { id: 'no-result-1', name: 'Reminders' };
  const FINISHED = 'Finished, 3 without a result from Exotel';

  let page: Page;
  beforeAll(async () => {
    const { api, exotel } = stage.stack;
    const script = NOT_RUNG.map((at): [string, { result: 'dnd' }[]] => [mobile(at), [{ result: 'dnd' }]]);
    exotel.control.setScript({ script: Object.fromEntries(script) });
    const rows = mobiles(20).map((number, at) => `Person ${at},${number}`);
    await launchHello(api, ONE, ['Who,Mobile', ...rows].join('\n'));
    await letRun(exotel.control, 3_000);
    await untilState(api, ONE.id, 'finished');
    await standStill(exotel.control);
    page = await stage.browser().context.newPage();
    await page.route('**/api/**', withoutResults);
    // Traffic on this connection cannot be changed, so the data is asked for instead.
    await page.routeWebSocket(/\/live/u, (socket) => socket.close());
    await page.goto(TAB);
  });
  afterAll(() => page.close());

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
  ])('is said so by %s, which does not say that it is over for all', async (_place, hash) => {
    await show(page, hash);
    const ends = page.locator('main .pill').filter({ hasText: 'Finished' });
    await expect.poll(() => ends.allInnerTexts(), PATIENCE).toEqual([FINISHED]);
    expect(await page.getByText('Every contact has a result', { exact: false }).count()).toBe(0);
  });

  it('leads on Watch to who they are, and a campaign counts them by themselves', async () => {
    await page.getByText('Exotel gave no result for 3 contacts. They may or may not have been called.').waitFor();
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download Results to see who' }).click();
    const csv = await readFile(await (await download).path(), 'utf8');
    const without = csv.split('\r\n').filter((line) => line.includes('No result from Exotel'));
    expect(without.map((line) => /Person \d+/u.exec(line)?.[0])).toEqual(NOT_RUNG.map((at) => `Person ${at}`));

    const { campaigns } = await stage.stack.api.get(`/api/imports/${ONE.id}`, importSchema);
    await show(page, `#/campaigns/${campaigns[0]?.sid ?? ''}`);
    const results = page.getByRole('region', { name: 'Numbers by result' });
    await results.getByText('No result from Exotel').waitFor();
    await expect.poll(() => results.locator('.legend dd').allInnerTexts(), PATIENCE).toEqual(['17', '3', '20']);
  });
});

describe('a silent line', () => {
  const ONE = { id: 'silent-1', name: 'Morning' };
  const SILENCE_MS = LIVE_SILENCE_SECONDS * 1_000;

  /** On a clock that runs by itself and can be put forward, as if one had waited. */
  let page: Page;
  beforeAll(async () => {
    await launchHello(stage.stack.api, ONE, ['Mobile', ...mobiles(40, 1_000)].join('\n'));
    page = await stage.browser().context.newPage();
    await page.clock.install();
    await page.goto(`${TAB}#/import/${ONE.id}`);
  });
  afterAll(() => page.close());

  it('on which nothing is heard and nothing answers is not called live, within 45 seconds', async () => {
    const live = page.getByText('Live', { exact: true });
    await live.waitFor();

    // Like a Worker that is frozen: no connection is closed, and nothing is answered.
    stage.gate.hold(() => true);
    await page.clock.fastForward(SILENCE_MS);
    await expect.poll(() => stage.gate.held(), PATIENCE).toBeGreaterThan(0);
    await page.clock.fastForward(SILENCE_MS);
    await page.getByText('Not reachable: trying again every 5 seconds').waitFor();
    expect([await live.count(), 2 * SILENCE_MS < 45_000]).toEqual([0, true]);

    stage.gate.open();
    await page.clock.fastForward(60_000);
    await live.waitFor();
  });

  it('has Home say that what it shows is as of when it was answered last', async () => {
    await show(page, '#/');
    await page.getByRole('region', { name: ONE.name }).waitFor();
    const asOf = page.getByText(/^as of /u).first();
    await asOf.waitFor();

    stage.gate.cut();
    await page.getByText('Not connected').waitFor();
    // Not read before: until here one more answer could come.
    const before = (await asOf.innerText()).replace('as of ', '');
    const notice = page.getByText(/^Worker not reachable\./u);
    await notice.waitFor();
    await page.clock.fastForward(600_000);
    await expect
      .poll(() => notice.innerText(), PATIENCE)
      .toBe(`Worker not reachable. What is shown below is as of ${before}.`);
    expect(await asOf.innerText()).toBe(`as of ${before}`);

    stage.gate.open();
    await page.clock.fastForward(60_000);
    await notice.waitFor({ state: 'detached' });
  });
});

describe('the time left', () => {
  const ONE = { id: 'time-left-1', name: 'Renewals' };
  const BRISK = 200;
  const ESTIMATE = /^About .+ left: finishes by about .+\.$/u;

  let page: Page;
  beforeAll(async () => {
    const { api, exotel } = stage.stack;
    const flow = { kind: 'greeting', text: ONE.name };
    const body = { name: ONE.name, channel: 'voice', callerId: '08088919888', flow, throttle: 2 };
    const { id } = await api.post('/api/templates', body, templateSchema);
    const query = new URLSearchParams({ ...ONE, template: id, launch: 'true', column: 'Mobile' });
    await api.post(`/api/imports?${query}`, ['Mobile', ...mobiles(200, 2_000)].join('\n'), importSchema);
    await untilState(api, ONE.id, 'running');
    await letRun(exotel.control, BRISK);
    await vi.waitFor(async () => {
      const { contacts } = await api.get(`/api/imports/${ONE.id}`, importSchema);
      expect(contacts.completed).toBeGreaterThan(15);
    }, PATIENCE);
    await standStill(exotel.control);
    page = await stage.browser().open(`popup.html?surface=tab#/import/${ONE.id}`);
  });
  afterAll(() => page.close());

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
    // As if the Worker had heard of no call for longer than that.
    await page.route(/\/pace$/u, async (route) => {
      const response = await route.fetch();
      const { items } = paceSchema.parse(await response.json());
      const last = Math.max(...items.map(({ at }) => Date.parse(at)));
      const asOf = new Date(last + (STALLED_MINUTES + 5) * 60_000).toISOString();
      await route.fulfill({ response, json: { items, asOf } });
    });
    await show(page, '#/imports');
    await page.getByRole('link', { name: ONE.name }).click();
    await expect
      .poll(() => line().innerText(), PATIENCE)
      .toMatch(/^No reports since .+ waiting\. The time left is unknown\.$/u);
    await page.unrouteAll({ behavior: 'wait' });
  });

  it.runIf(IS_WHOLE)('is of a paused one what it takes once it goes on, without an end', async () => {
    await show(page, '#/imports');
    await page.getByRole('link', { name: ONE.name }).click();
    await page.getByRole('button', { name: 'Pause', exact: true }).click();
    await expect.poll(() => line().innerText(), PATIENCE).toMatch(/^Paused\. About .+ left once you resume\.$/u);
  });

  it.runIf(IS_WHOLE)('is no estimate of calls that begin another day, but when they begin', async () => {
    const { api } = stage.stack;
    const flow = { kind: 'greeting', text: 'Later' };
    const body = { name: 'Later', channel: 'voice', callerId: '08088919888', flow };
    const { id } = await api.post('/api/templates', body, templateSchema);
    const later = { id: 'time-left-2', name: 'Later', template: id, launch: 'false', column: 'Mobile' };
    const query = new URLSearchParams(later);
    await api.post(`/api/imports?${query}`, ['Mobile', ...mobiles(20, 3_000)].join('\n'), importSchema);
    const adjust = { startAt: morningTime(Date.now(), 1, '10:00').iso };
    await api.post(`/api/imports/${later.id}/check`, { template: id, adjust }, importSchema);
    await api.post(`/api/imports/${later.id}/launch`, { expect: { contacts: 20, campaigns: 1 } }, importSchema);
    await untilState(api, later.id, 'running');
    await show(page, `#/import/${later.id}`);
    await expect.poll(() => line().innerText(), PATIENCE).toMatch(/^Starts tomorrow 10:00, finishes by about .+\.$/u);
  });
});

describe.runIf(IS_WHOLE)('a message', () => {
  const SMS = {
    name: 'Order on its way',
    channel: 'sms',
    text: 'Dear @@Name, your order is on its way.',
    senderId: 'ACMEIN',
    dltEntityId: '1101234567890123456',
    dltTemplateId: '1107123456789012345',
  };
  /** With this in it a message is two parts. */
  const LONG_NAME = 'Venkatanarasimharajuvaripeta '.repeat(5).trim();

  it('has its parts counted with everybody’s own words in them', async () => {
    await stage.stack.api.post('/api/templates', SMS, templateSchema);
    const page = await stage.tab();
    await page.getByLabel('Call with').selectOption(SMS.name);
    const rows = ['Asha', 'Ravi', LONG_NAME].map((name, at) => `${name},${9_845_030_000 + at}`);
    await chooseFile(page, 'Orders.csv', ['Name,Mobile', ...rows].join('\n'));
    await page.getByRole('button', { name: 'Next: Check' }).click();
    await page.getByRole('button', { name: 'Next: Confirm' }).click();
    await page.getByText('4, each billed by Exotel', { exact: true }).waitFor();
    await page.close();
  });
});
