import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { settingsSchema } from '../../shared/protocol/settings.ts';
import { axeViolations } from './support/axe-violations.ts';
import { openImportStage } from './support/import-stage.ts';
import type { ImportStage } from './support/import-stage.ts';
import { goTo } from './support/screen-case.ts';
import { tooWide } from './support/screen-faults.ts';

let stage: ImportStage;
beforeAll(async () => {
  stage = await openImportStage();
});
afterAll(() => stage.close());

const settings = () => stage.stack.api.get('/api/settings', settingsSchema);
const save = (page: Page, heading: string) => page.getByRole('button', { name: `Save: ${heading}`, exact: true });

async function openRules(): Promise<Page> {
  const page = await stage.tab();
  await goTo(page, '#/people');
  await page.getByRole('link', { name: 'See the rules of the team', exact: true }).click();
  await page.getByRole('heading', { name: 'How often one number', exact: true }).waitFor();
  return page;
}

describe('the rules of the team', () => {
  it('are changed by an admin: caps, days and prices, each by itself; what is wrong is marked and nothing is kept', async () => {
    const page = await openRules();
    await page.getByLabel('Calls to one number').fill('0');
    await save(page, 'How often one number').click();
    await page.getByText('Enter a whole number from 1 to 1,00,000, or leave it empty.').waitFor();
    expect((await settings()).caps.voice.attempts).toBeNull();
    await page.getByLabel('Calls to one number').fill('2');
    await page.getByLabel('Within how many hours (messages)').fill('48');
    await save(page, 'How often one number').click();
    await page.getByText('Saved.', { exact: true }).waitFor();
    expect((await settings()).caps).toEqual({
      voice: { attempts: 2, imports: null, hours: 24 },
      sms: { attempts: null, imports: null, hours: 48 },
    });

    await page.getByLabel('Sunday').click();
    await page.getByLabel('A day on which nobody is called').fill('2030-11-06');
    await page.getByRole('button', { name: 'Add the day', exact: true }).click();
    await page.getByText('Wed, 6 Nov 2030', { exact: true }).waitFor();
    await page.getByLabel('From', { exact: true }).fill('10:00');
    await save(page, 'When people are called').click();
    await expect.poll(async () => (await settings()).closedDates, { timeout: 120_000 }).toEqual(['2030-11-06']);
    const { weekdays, window } = await settings();
    expect(weekdays).toEqual(['mon', 'tue', 'wed', 'thu', 'fri', 'sat']);
    expect(window.from).toBe('10:00');
    await page.getByText(/^Calls 10:00–/).waitFor();

    await page.getByLabel('A pulse of a call').fill('₹0.60');
    await save(page, 'Prices').click();
    await expect.poll(async () => (await settings()).prices.pulse, { timeout: 120_000 }).toBe(0.6);

    await page.getByLabel('The whole team a day').fill('5,000');
    await page.getByLabel('One import').fill('a lot');
    await save(page, 'How much money').click();
    await page.getByText('Enter an amount in rupees, such as 0.85, or leave it empty.').waitFor();
    expect((await settings()).spend.day).toBeNull();
    await page.getByLabel('One import').fill('');
    await save(page, 'How much money').click();
    await page.getByText('Set the price of a message part: without it these hold for calls only.').waitFor();
    expect((await settings()).spend).toEqual({ day: 5_000, person: null, import: null });

    await page.getByLabel('Answered, below (%)').fill('20');
    await save(page, 'Pause what goes badly').click();
    await expect.poll(async () => (await settings()).brake.connectRate, { timeout: 120_000 }).toBe(20);
    expect(await axeViolations(page)).toEqual([]);
    expect(await tooWide(page)).toEqual([]);
    await page.close();
  });

  it('are read by everybody else, who learns whom to ask', async () => {
    const page = await stage.tab();
    await page.route('**/api/account', async (route) => {
      const answer = await route.fetch();
      await route.fulfill({ json: { ...(await answer.json()), role: 'launcher' } });
    });
    await goTo(page, '#/rules');
    await page.getByText('Only admins change these. Ask an admin of your team.').waitFor();
    await page.getByText('Calls to one number', { exact: true }).waitFor();
    await expect.poll(() => page.getByRole('textbox').count()).toBe(0);
    await expect.poll(() => page.getByRole('button', { name: /^Save/ }).count()).toBe(0);
    expect(await axeViolations(page)).toEqual([]);
    await page.close();
  });
});
