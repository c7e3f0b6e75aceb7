import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { screenAnswerSchema } from '../../shared/people/screen-answer.ts';
import { pageSchema } from '../../shared/protocol/page.ts';
import { settingsSchema } from '../../shared/protocol/settings.ts';
import { templateSchema } from '../../shared/template/template-schema.ts';
import { mobiles } from '../exotel/dialler/exotel-caller.ts';
import { axeViolations } from './support/axe-violations.ts';
import { openImportStage } from './support/import-stage.ts';
import { goTo, moveTo } from './support/screen-case.ts';
import { tooWide } from './support/screen-faults.ts';
import type { ImportStage } from './support/import-stage.ts';
import { IS_WHOLE } from './support/whole-run.ts';

const [first = '', second = '', third = ''] = mobiles(3);

let stage: ImportStage;
let page: Page;
let template: string;
beforeAll(async () => {
  stage = await openImportStage();
  const { items } = await stage.stack.api.get('/api/templates', pageSchema(templateSchema));
  template = items.find(({ name }) => name === 'Hello')?.id ?? '';
  page = await stage.tab();
});
afterAll(() => stage.close());

async function suppressed(): Promise<string[]> {
  const asked = { template, numbers: [first, second, third] };
  return (await stage.stack.api.post('/api/people/screen', asked, screenAnswerSchema)).suppressed;
}

const settings = () => stage.stack.api.get('/api/settings', settingsSchema);
const save = (heading: string) => page.getByRole('button', { name: `Save: ${heading}`, exact: true });

describe('who is not to be called', () => {
  it('puts numbers on the list one by one and as a file, says what is known of one, and takes both back', async () => {
    await moveTo(page, '#/people');
    await page.getByText('Nobody is on the list yet.').waitFor();
    if (IS_WHOLE) expect(await axeViolations(page)).toEqual([]);

    await page.getByLabel('Phone number').fill(first);
    await page.getByLabel('Reason').fill('asked on the phone');
    await page.getByRole('button', { name: 'Add to the list', exact: true }).click();
    await page.getByText(`${first} is on the list.`).waitFor();
    expect(await suppressed()).toEqual([first]);

    await page.getByRole('button', { name: 'Find', exact: true }).click();
    await page.getByText(`${first} is on the list and is not called.`).waitFor();
    await page.getByText('No import has called it.').waitFor();

    const file = { name: 'never.csv', mimeType: 'text/csv', buffer: Buffer.from(`Phone\n${first}\n${second}\n12\n`) };
    await page.getByLabel('Choose a file').setInputFiles(file);
    await page.getByText('1 new number', { exact: true }).waitFor();
    await page.getByText('1 already on the list or repeated').waitFor();
    await page.getByText('1 row without a readable number').waitFor();
    expect(await suppressed()).toEqual([first]);
    await page.getByRole('button', { name: 'Add 1 number', exact: true }).click();
    await page.getByText('The numbers of never.csv are on the list.').waitFor();
    expect(await suppressed()).toEqual([first, second]);
    expect(await axeViolations(page)).toEqual([]);
    expect(await tooWide(page)).toEqual([]);
    await page.getByRole('button', { name: 'Undo the upload of 1 number', exact: true }).click();
    await page.getByText('The upload was undone.').waitFor();
    expect(await suppressed()).toEqual([first]);

    // What the upload said of the first number goes with it, once the list was read again.
    const remove = page.getByRole('button', { name: `Remove ${first} from the list` });
    await expect.poll(() => remove.count()).toBe(1);
    await remove.click();
    await page.getByLabel(`Why ${first} may be called again`).fill('wants calls');
    await remove.first().click();
    await page.getByText(`${first} may be called again.`).waitFor();
    expect(await suppressed()).toEqual([]);
    const kept = await stage.stack.api.post(
      '/api/people/find',
      { number: first },
      z.object({ removals: z.array(z.object({ reason: z.string() })) }),
    );
    expect(kept.removals.map(({ reason }) => reason)).toEqual(['wants calls']);
  });
});

describe('the rules of the team', () => {
  it('are changed by an admin: caps, days and prices, each by itself; what is wrong is marked and nothing is kept', async () => {
    await moveTo(page, '#/people');
    await page.getByRole('link', { name: 'See the rules of the team', exact: true }).click();
    await page.getByRole('heading', { name: 'How often one number', exact: true }).waitFor();
    await page.getByLabel('Calls to one number').fill('0');
    await save('How often one number').click();
    await page.getByText('Enter a whole number from 1 to 1,00,000, or leave it empty.').waitFor();
    expect((await settings()).caps.voice.attempts).toBeNull();
    await page.getByLabel('Calls to one number').fill('2');
    await page.getByLabel('Within how many hours (messages)').fill('48');
    await save('How often one number').click();
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
    await save('When people are called').click();
    await expect.poll(async () => (await settings()).closedDates, { timeout: 120_000 }).toEqual(['2030-11-06']);
    const { weekdays, window } = await settings();
    expect(weekdays).toEqual(['mon', 'tue', 'wed', 'thu', 'fri', 'sat']);
    expect(window.from).toBe('10:00');
    await page.getByText(/^Calls 10:00–/).waitFor();

    await page.getByLabel('A pulse of a call').fill('₹0.60');
    await save('Prices').click();
    await expect.poll(async () => (await settings()).prices.pulse, { timeout: 120_000 }).toBe(0.6);

    await page.getByLabel('The whole team a day').fill('5,000');
    await page.getByLabel('One import').fill('a lot');
    await save('How much money').click();
    await page.getByText('Enter an amount in rupees, such as 0.85, or leave it empty.').waitFor();
    expect((await settings()).spend.day).toBeNull();
    await page.getByLabel('One import').fill('');
    await save('How much money').click();
    await page.getByText('Set the price of a message part: without it these hold for calls only.').waitFor();
    expect((await settings()).spend).toEqual({ day: 5_000, person: null, import: null });

    await page.getByLabel('Answered, below (%)').fill('20');
    await save('Pause what goes badly').click();
    await expect.poll(async () => (await settings()).brake.connectRate, { timeout: 120_000 }).toBe(20);
    expect(await axeViolations(page)).toEqual([]);
    expect(await tooWide(page)).toEqual([]);
  });

  it('are read by everybody else, who learns whom to ask', async () => {
    await page.route('**/api/account', async (route) => {
      const answer = await route.fetch();
      await route.fulfill({ json: { ...(await answer.json()), role: 'launcher' } });
    });
    await goTo(page, '#/rules');
    await page.getByText('Only admins change these. Ask an admin of your team.').waitFor();
    await page.getByText('Calls to one number', { exact: true }).waitFor();
    await expect.poll(() => page.getByRole('textbox').count()).toBe(0);
    await expect.poll(() => page.getByRole('button', { name: /^Save/ }).count()).toBe(0);
    if (IS_WHOLE) expect(await axeViolations(page)).toEqual([]);
  });
});
