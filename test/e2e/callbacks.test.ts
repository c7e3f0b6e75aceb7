import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { words as english } from '../../extension/words/en.ts';
import { words as hindi } from '../../extension/words/hi.ts';
import { startWebhookReceiver } from '../exotel/control/webhook-receiver.ts';
import { freePort } from '../local/stack/free-port.ts';
import { axeViolations } from './support/axe-violations.ts';
import { openImportStage } from './support/import-stage.ts';
import type { ImportStage } from './support/import-stage.ts';
import { moveTo } from './support/screen-case.ts';
import { IS_WHOLE } from './support/whole-run.ts';

const NUMBER = '+919845000001';
const SINK = 'Website calls';

let stage: ImportStage;
let page: Page;
let hook: string;
let stopReceiver: () => Promise<void>;
beforeAll(async () => {
  const port = await freePort();
  [stage, stopReceiver] = await Promise.all([openImportStage(), startWebhookReceiver(port)]);
  hook = `http://127.0.0.1:${port}/hooks/crm`;
  page = await stage.tab();
});
afterAll(async () => {
  await stage.close();
  await stopReceiver();
});

async function report(url: string, body: string): Promise<void> {
  const answer = await fetch(url, { method: 'POST', body, headers: { 'content-type': 'application/json' } });
  expect(answer.status).toBe(200);
}

/** What the receiver answers from now on. */
async function receiverAnswers(status: number, body = ''): Promise<void> {
  await fetch(hook, { method: 'PUT', body: JSON.stringify([{ status, body }]) });
}

const button = (name: string) => page.getByRole('button', { name, exact: true });
const line = (number: string) => page.locator('summary', { hasText: number });

describe('callbacks, in a real browser', () => {
  let address = '';

  it('are taken at the addresses of a sink that was just made', async () => {
    await moveTo(page, '#/callbacks');
    await page.getByText(english.callbacks.none, { exact: true }).waitFor();
    if (IS_WHOLE) expect(await axeViolations(page)).toEqual([]);
    await button(english.callbacks.makeSink).click();

    await button(english.sinks.create).click();
    await page.getByText(english.sinks.nameMissing, { exact: true }).waitFor();
    await page.getByLabel(english.sinks.name, { exact: true }).fill(SINK);
    await page.keyboard.press('Enter');
    await page.getByText(english.sinks.created(SINK), { exact: true }).waitFor();
    const card = page.getByRole('region', { name: SINK, exact: true });
    address = (await card.locator('.sink-address').first().textContent()) ?? '';
    expect(await axeViolations(page)).toEqual([]);
    await report(address, JSON.stringify({ call_sid: 'c1', number: NUMBER, status: 'busy' }, null, 1));
  });

  it('are shown as they were understood and as they came, by a key', async () => {
    await moveTo(page, '#/callbacks');
    await line(NUMBER).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: english.callbacks.understood, exact: true }).waitFor();
    const raw = page.getByRole('region', { name: english.callbacks.rawBody, exact: true });
    await expect
      .poll(() => raw.textContent())
      .toBe(JSON.stringify({ call_sid: 'c1', number: NUMBER, status: 'busy' }, null, 1));
    await expect.poll(() => page.locator('dd', { hasText: 'c1' }).count()).toBe(1);
    expect(await axeViolations(page)).toEqual([]);
  });

  it('appear while one looks, those that are asked for', async () => {
    await moveTo(page, '#/callbacks');
    await page.getByText(english.callbacks.live, { exact: true }).waitFor();
    await report(address, JSON.stringify({ call_sid: 'c2', number: '+919845000002', status: 'completed' }));
    await line('+919845000002').waitFor();
    await page.getByLabel(english.callbacks.status, { exact: true }).selectOption('busy');
    await line('+919845000002').waitFor({ state: 'detached' });
    await page.getByText(english.callbacks.live, { exact: true }).waitFor();
    await report(address, JSON.stringify({ call_sid: 'c3', number: '+919845000003', status: 'completed' }));
    await report(address, JSON.stringify({ call_sid: 'c4', number: '+919845000004', status: 'busy' }));
    await line('+919845000004').waitFor();
    await expect.poll(() => line('+919845000003').count()).toBe(0);
    await page.getByLabel(english.callbacks.number, { exact: true }).fill(NUMBER.replace('+91', '0'));
    await line('+919845000004').waitFor({ state: 'detached' });
    await expect.poll(() => line(NUMBER).count()).toBe(1);
  });

  it('go on to a tool of one’s own, and what is wrong with it is said until it is well', async () => {
    await receiverAnswers(401, 'bad signature');
    await moveTo(page, '#/destinations');
    await page.getByText(english.destinations.none, { exact: true }).waitFor();
    await button(english.destinations.add).click();
    await page.getByLabel(english.destinations.name, { exact: true }).fill('CRM');
    await button(english.destinations.save).click();
    await page.getByText(english.destinations.urlMissing, { exact: true }).waitFor();
    await page.getByLabel(english.destinations.url, { exact: true }).fill(hook);
    await page.getByLabel(english.destinations.events['callback.raw'], { exact: true }).click();
    if (IS_WHOLE) expect(await axeViolations(page)).toEqual([]);
    await button(english.destinations.save).click();
    await page.getByText(english.destinations.created('CRM'), { exact: true }).waitFor();
    await expect
      .poll(() => page.getByRole('region', { name: english.destinations.secret }).textContent())
      .toMatch(/^whsec_/);

    await page.getByRole('link', { name: 'CRM', exact: true }).click();
    await button(english.destinations.test).click();
    await page.getByText(english.destinations.testBad, { exact: true }).waitFor();
    await page.getByText(/Its answer speaks of the signature/).waitFor();
    await page.getByRole('region', { name: english.destinations.signed, exact: true }).waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await receiverAnswers(200, 'ok');
    await button(english.destinations.test).click();
    await page.getByText(english.destinations.testGood, { exact: true }).waitFor();

    // Changed, then told of what was there before it was.
    await button(english.destinations.edit).click();
    await page.getByLabel(english.destinations.name, { exact: true }).fill('Our CRM');
    await button(english.destinations.editDo).click();
    await page.getByRole('heading', { name: 'Our CRM', exact: true }).waitFor();
    await page.getByText(english.destinations.range, { exact: true }).click();
    await button(english.destinations.rangeDo).click();
    await page.getByText(english.destinations.timeMissing, { exact: true }).first().waitFor();
    if (IS_WHOLE) expect(await axeViolations(page)).toEqual([]);
    const days = page.locator('.replay-range input[type="date"]');
    await days.first().fill('2020-01-01');
    await days.last().fill('2099-01-01');
    await button(english.destinations.rangeDo).click();
    await page.getByText(/sent again/).waitFor();
    const taken = async () => (await (await fetch(hook)).text()).includes('raw-');
    await expect.poll(taken, { timeout: 120_000, interval: 200 }).toBe(true);
  });

  it.runIf(IS_WHOLE)('are said in Hindi', async () => {
    const settings = await stage.browser().open('options.html');
    await settings.locator('.options-language').selectOption('hi');
    await settings.getByRole('heading', { name: hindi.options.title, exact: true }).waitFor();
    await page.waitForFunction(() => document.documentElement.lang === 'hi');
    for (const [hash, seen] of [
      ['#/callbacks', hindi.callbacks.lead],
      ['#/sinks', hindi.sinks.lead],
      ['#/destinations', hindi.destinations.lead],
    ] as const) {
      await moveTo(page, hash);
      await page.getByText(seen, { exact: true }).waitFor();
      await page.locator('.skeleton').first().waitFor({ state: 'detached' });
      expect(await axeViolations(page)).toEqual([]);
    }
  });
});
