import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { importSchema } from '../../shared/protocol/import.ts';
import { axeViolations } from './support/axe-violations.ts';
import { letRun, standStill } from './support/exotel-clock.ts';
import { openGreetingStage } from './support/greeting-stage.ts';
import type { GreetingStage } from './support/greeting-stage.ts';
import { allow } from './support/import-page.ts';
import { launchHello } from './support/launch-hello.ts';
import { IS_WHOLE } from './support/whole-run.ts';

const TAB = 'popup.html?surface=tab';
const PATIENCE = { timeout: 120_000, interval: 200 };

let stage: GreetingStage;
let page: Page;

/** The first file of its kind is led through every step, and its empty name is given something to be said. */
beforeAll(async () => {
  stage = await openGreetingStage('Hello', 'Namaste @@Name');
  page = await stage.browser.open(TAB);
  await choose('First.csv', 'Name,Mobile', 'Asha,9876500001', ',9876500002');
  await page.getByRole('button', { name: 'Next: Check' }).click();
  await page.getByLabel('Where Name is missing').selectOption('Say this instead');
  await page.getByRole('button', { name: 'Next: Confirm' }).click();
  await allow(page);
  await page.getByRole('button', { name: 'Start 2 calls in 1 campaign' }).click();
  await page.getByText('of 2 done', { exact: true }).waitFor();
});

afterAll(() => stage.close());

/** The first screen, in the tab that is open. */
beforeEach(async () => {
  await page.evaluate(() => (location.hash = '#/'));
  await page.getByText('Drop a contact file here').waitFor();
});

async function choose(name: string, ...lines: readonly string[]): Promise<void> {
  const buffer = Buffer.from(lines.join('\n'));
  await page.getByLabel('Choose a file').setInputFiles({ name, mimeType: 'text/csv', buffer });
}

const imported = () => stage.stack.api.get(`/api/imports/${page.url().split('/').at(-1)}`, importSchema);
const createdOf = (file: string) =>
  stage.stack.exotel.control.ledger().creates.filter(({ name }) => name.startsWith(`${file} `)).length;

/** Lets a file go over the page, as a person does. */
async function drop(name: string, content: string): Promise<void> {
  const data = await page.evaluateHandle(
    ([fileName, text]) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([text ?? ''], fileName ?? '', { type: 'text/csv' }));
      return transfer;
    },
    [name, content],
  );
  await page.getByText('Drop a contact file here').dispatchEvent('drop', { dataTransfer: data });
}

/** Counts what is pressed on the page from now on; answers how many presses there were. */
async function countClicks(): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    const count = { clicks: 0 };
    addEventListener('click', ({ isTrusted }) => isTrusted && (count.clicks += 1), true);
    Object.assign(globalThis, { count });
  });
  return () => page.evaluate(() => Number(Reflect.get(Reflect.get(globalThis, 'count'), 'clicks')));
}

it.runIf(IS_WHOLE)(
  'asks again for the templates where they did not come, and says meanwhile what is wrong',
  async () => {
    let isCut = true;
    await page.route('**/api/templates*', (route) => (isCut ? route.abort() : route.fallback()));
    await page.reload();
    await page.getByRole('button', { name: 'Try again', exact: true }).waitFor();
    isCut = false;
    await page.getByText('Drop a contact file here').waitFor();
    await page.unrouteAll();
  },
);

describe('a file like the last one', () => {
  it('takes one drag and one press from the open page to its calls, and says what was decided for it', async () => {
    const clicks = await countClicks();
    await drop('Next.csv', 'Name,Mobile\nAsha,9876543210\n,9123456789\nAsha,9876543210\n');
    const start = page.getByRole('button', { name: 'Start 2 calls in 1 campaign' });
    await page.getByText('Numbers from “Mobile”, as last time.', { exact: true }).waitFor();
    await page.getByText('@@Name from “Name”, else “customer”.', { exact: true }).waitFor();
    await page.getByRole('heading', { name: '1 row is left out' }).waitFor();
    await page.getByText('Ticked as last time with this template.').waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await start.click();
    await page.getByText('of 2 done', { exact: true }).waitFor();
    expect(await clicks()).toBe(1);
    const created = () => stage.stack.exotel.control.ledger().creates.map(({ name }) => name.split(' ')[0]);
    await expect.poll(created, PATIENCE).toEqual(['First', 'Next']);
  });

  it('stops where it needs a person: at many rows that are not valid, at columns nobody settled', async () => {
    await choose('Bad.csv', 'Name,Mobile', 'Asha,12', 'Bina,9123450000');
    await page.getByRole('heading', { name: '1 call from 2 rows' }).waitFor();
    await page.getByRole('button', { name: 'Next: Confirm' }).waitFor();
    await page.getByRole('link', { name: 'Imports', exact: true }).click();
    await choose('Other.csv', 'Name,City,Phone', 'Asha,Pune,9876540000');
    await page.getByRole('button', { name: 'Next: Check' }).waitFor();
    await expect.poll(() => page.getByRole('heading', { level: 1 }).textContent()).toBe('Which column is which?');
  });

  it('leaves every step free, and the columns changeable where they are said', async () => {
    await choose('Back.csv', 'Name,Mobile,Alternate', 'Asha,9876541111,9876541112', 'Bina,9123451111,9123451112');
    await page.getByRole('button', { name: 'Next: Check' }).click();
    await page.getByRole('button', { name: 'Next: Confirm' }).click();
    await page.getByText('Change it here').click();
    await page.getByLabel('Phone numbers', { exact: true }).selectOption({ label: 'C · Alternate' });
    await page.getByText('+919876541112', { exact: false }).first().waitFor();
    await allow(page);
    await page.getByRole('button', { name: 'Start 2 calls in 1 campaign' }).waitFor();
    await page.getByRole('link', { name: 'Back' }).click();
    await page.getByRole('heading', { name: '2 calls from 2 rows' }).waitFor();
    await page.getByRole('link', { name: 'Back' }).click();
    await page.getByRole('heading', { name: 'Which column is which?' }).waitFor();
    // Whoever went there stays there, and is led nowhere again.
    await page.goBack();
    await page.goBack();
    await page.getByRole('heading', { name: 'Is everything right?' }).waitFor();
    await page.getByRole('link', { name: 'Columns' }).click();
    await page.getByRole('heading', { name: 'Which column is which?' }).waitFor();
    await page.getByRole('button', { name: 'Next: Check' }).waitFor();
  });

  it.runIf(IS_WHOLE)('changes a fact where it stands, and what follows from it is said at once', async () => {
    await drop('Facts.csv', 'Name,Mobile\nAsha,9876542221\nBina,9123452222');
    const plan = page.getByRole('region', { name: '2 calls in 1 campaign' });
    const hours = plan.getByRole('button', { name: /^Change the hours: 09:00–21:00 / });
    await hours.click();
    const [from, to] = [plan.getByLabel('From', { exact: true }), plan.getByLabel('To', { exact: true })];
    await expect.poll(() => from.evaluate((field) => field === document.activeElement)).toBe(true);
    await from.fill('22:00');
    await page.getByText('Fix the times and pace to start.').waitFor();
    await expect.poll(() => page.getByRole('button', { name: 'Start 2 calls in 1 campaign' }).isDisabled()).toBe(true);
    expect(await axeViolations(page)).toEqual([]);
    await from.fill('09:00');
    await to.fill('20:00');
    const changed = plan.getByRole('button', { name: /^Change the hours: 09:00–20:00 / });
    await changed.waitFor();
    await page.keyboard.press('Escape');
    await from.waitFor({ state: 'detached' });
    await expect.poll(() => changed.evaluate((button) => button === document.activeElement)).toBe(true);

    await plan.getByRole('button', { name: 'Change the retries: 2, no retries' }).click();
    await plan.getByLabel('Try again').selectOption('Once');
    await plan.getByRole('button', { name: 'Change the retries: 4, if every call needs 1 retry' }).waitFor();
    await plan.getByRole('button', { name: 'Change the pace: At most 60 calls a minute' }).click();
    await plan.getByLabel('Maximum calls per minute').fill('1');
    await plan.getByRole('button', { name: 'Change the pace: At most 1 call a minute' }).waitFor();
    if (IS_WHOLE) expect(await axeViolations(page)).toEqual([]);
    await plan.getByLabel('Maximum calls per minute').fill('2');
    await plan.getByRole('button', { name: 'Reset to the template' }).click();
    await plan.getByRole('button', { name: 'Change the pace: At most 60 calls a minute' }).waitFor();
    await page.getByText('Changed: hours, retries').waitFor();
    await plan.getByLabel('Maximum calls per minute').fill('1');
    await plan.getByRole('button', { name: 'Done' }).click();
    await page.getByText('Changed: hours, pace, retries').waitFor();

    const start = page.getByRole('button', { name: 'Start 2 calls in 1 campaign' });
    await start.click();
    await page.getByText('of 2 done', { exact: true }).waitFor();
    expect((await imported()).adjust).toEqual({
      window: { from: '09:00', to: '20:00' },
      throttle: 1,
      retries: { count: 1, intervalMinutes: 15, mechanism: 'Linear', on: ['busy', 'no-answer'] },
    });
  });

  it('that has grown calls only its new people where a person says so, and says who was called by what', async () => {
    const report = { id: 'report001', name: 'Report' };
    await launchHello(stage.stack.api, report, 'Name,Mobile\nAsha,9876544441\nBina,9123454444');
    await drop('Grown.csv', 'Name,Mobile\nAsha,9876544441\nBina,9123454444\nChetan,9876544443');
    const grown = page.getByRole('region', { name: /^2 people were called with this template/u });
    await grown.getByText('2 people: “Report”', { exact: false }).waitFor();
    await page.getByRole('button', { name: 'Start 3 calls in 1 campaign' }).waitFor();
    await expect.poll(() => grown.getByLabel('Call everybody: 3 people').isChecked()).toBe(true);
    if (IS_WHOLE) expect(await axeViolations(page)).toEqual([]);
    await grown.getByLabel('Call only the 1 new person').click();
    const start = page.getByRole('button', { name: 'Start 1 call in 1 campaign' });
    await start.waitFor();
    await page.getByRole('heading', { name: '2 rows are left out' }).waitFor();
    // Left and opened again, it is as it was decided.
    const draft = new URL(page.url()).hash;
    await page.getByRole('link', { name: 'Imports', exact: true }).click();
    await page.getByText('Drop a contact file here').waitFor();
    await page.evaluate((to) => (location.hash = to), draft);
    await start.waitFor();
    await expect.poll(() => grown.getByLabel('Call only the 1 new person').isChecked()).toBe(true);
    await start.click();
    await page.getByText('of 1 done', { exact: true }).waitFor();
    expect((await imported()).rows).toMatchObject({ total: 3, accepted: 1, called_recently: 2 });
  });

  it('of the same people within a day calls nobody again before a person says so', async () => {
    const once = { id: 'once00001', name: 'Once' };
    await launchHello(stage.stack.api, once, 'Name,Mobile\nAsha,9876543331\nBina,9123453333');

    // By another name, in another order, written otherwise.
    await drop('Twice.csv', 'Name,Mobile\nBina,09123453333\nAsha,+91 98765 43331');
    const start = page.getByRole('button', { name: 'Start 2 calls in 1 campaign' });
    await start.click();
    await page.getByText('“Once” called the same people: started by', { exact: false }).waitFor();
    await expect.poll(() => start.isDisabled()).toBe(true);
    expect(createdOf('Twice')).toBe(0);
    if (IS_WHOLE) expect(await axeViolations(page)).toEqual([]);
    await page.getByLabel('Yes, call the same people again').click();
    await start.click();
    await page.getByText('of 2 done', { exact: true }).waitFor();
    await expect.poll(() => createdOf('Twice'), PATIENCE).toBe(1);
  });
});

describe.runIf(IS_WHOLE)('a report that has grown', () => {
  it('calls also whoever has another stage by now, and compares another column where a person says so', async () => {
    const yesterday = ['Asha,9876547771,New,"1,200"', 'Bina,9123457772,New,500', 'Chetan,9876547773,Won,0'];
    // Everybody's phone rings: whose does not was not called.
    stage.stack.exotel.control.setScript({ mix: { completed: 1 } });
    await choose('Leads.csv', 'Name,Mobile,Stage,Due', ...yesterday);
    await page.getByRole('button', { name: 'Next: Check' }).click();
    await page.getByRole('button', { name: 'Next: Confirm' }).click();
    await allow(page);
    await page.getByRole('button', { name: 'Start 3 calls in 1 campaign' }).click();
    await page.getByText('of 3 done', { exact: true }).waitFor();
    const { control } = stage.stack.exotel;
    await letRun(control, 1_200);
    await expect.poll(async () => (await imported()).state, PATIENCE).toBe('finished');
    await standStill(control);

    await page.getByRole('link', { name: 'Imports', exact: true }).click();
    const today = ['Asha,9876547771, NEW,450', 'Bina,9123457772,Interested,₹500.00', 'Chetan,9876547773,won,0'];
    await choose('Leads today.csv', 'Name,Mobile,Stage,Due', ...today, 'Dev,9876547774,New,0');
    const grown = page.getByRole('region', { name: /^3 people were called with this template/u });
    await grown.getByText(/^3 people: “Leads”, .*, of these 1 person with another “Stage” now$/u).waitFor();
    await page.getByRole('button', { name: 'Start 4 calls in 1 campaign' }).waitFor();
    await expect.poll(() => grown.getByLabel('Call everybody: 4 people').isChecked()).toBe(true);
    if (IS_WHOLE) expect(await axeViolations(page)).toEqual([]);

    const column = grown.getByLabel('Call again when this column changes');
    await column.focus();
    await column.selectOption('Due');
    await grown.getByText(/^What “Due” was before is not known of 3 people/u).waitFor();
    await grown.getByLabel('Call 1 person: 1 new, 0 with another “Due” now').waitFor();
    await expect.poll(() => column.evaluate((field) => field === document.activeElement)).toBe(true);
    await column.selectOption('No column');
    await grown.getByLabel(/with another/u).waitFor({ state: 'detached' });
    await column.selectOption('Stage');
    const again = grown.getByLabel('Call 2 people: 1 new, 1 with another “Stage” now');
    await again.click();
    await page.getByRole('button', { name: 'Start 2 calls in 1 campaign' }).waitFor();
    await page.getByRole('heading', { name: '2 rows are left out' }).waitFor();
    // Left and opened again, it is as it was decided.
    await page.reload();
    await again.waitFor();
    await expect.poll(() => again.isChecked()).toBe(true);
    await page.getByRole('button', { name: 'Start 2 calls in 1 campaign' }).click();
    await page.getByText('of 2 done', { exact: true }).waitFor();
    expect((await imported()).rows).toMatchObject({ total: 4, accepted: 2, called_recently: 2 });
    await expect.poll(() => createdOf('Leads'), PATIENCE).toBe(2);
  });
});
