import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { LIVE_SILENCE_SECONDS } from '../../../shared/extension-limits.ts';
import { EXTENSION_ORIGIN } from '../../../shared/protocol/extension-origin.ts';
import { mobiles } from '../../exotel/dialler/exotel-caller.ts';
import { launchHello } from '../support/launch-hello.ts';
import { openImportStage } from '../support/import-stage.ts';
import type { ImportStage } from '../support/import-stage.ts';

const ONE = { id: 'silent-1', name: 'Morning' };
const SILENCE_MS = LIVE_SILENCE_SECONDS * 1_000;
const PATIENCE = { timeout: 90_000, interval: 200 };

let stage: ImportStage;
beforeAll(async () => {
  stage = await openImportStage();
  await launchHello(stage.stack.api, ONE, ['Mobile', ...mobiles(40)].join('\n'));
});
afterAll(() => stage.close());

/** On a clock that runs by itself and can be put forward, as if one had waited. */
async function open(hash: string): Promise<Page> {
  const page = await stage.browser().context.newPage();
  await page.clock.install();
  await page.goto(`${EXTENSION_ORIGIN}/popup.html?surface=tab${hash}`);
  return page;
}

it('a line on which nothing is heard and nothing answers is not called live, within 45 seconds', async () => {
  const page = await open(`#/import/${ONE.id}`);
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
  await page.close();
});

it('what Home shows while nobody answers is said to be as of when it was answered last', async () => {
  const page = await open('#/');
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
  await page.close();
});
