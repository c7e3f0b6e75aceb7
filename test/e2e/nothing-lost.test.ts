import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startStack } from '../local/stack/local-stack.ts';
import type { LocalStack } from '../local/stack/local-stack.ts';
import { IN_THE_MORNING } from '../local/stack/morning-zone.ts';
import { STANDING } from './support/exotel-clock.ts';
import { forgetColumns } from './support/forget-columns.ts';
import { allow, chooseFile, goToStart, peopleCsv } from './support/import-page.ts';
import { openImportStage } from './support/import-stage.ts';
import type { ImportStage } from './support/import-stage.ts';

/** Only ends what hangs. */
const PATIENCE = { timeout: 120_000, interval: 200 };
const LOW = { width: 412, height: 510 };
const WIDE = { width: 1280, height: 900 };

let stage: ImportStage;
beforeAll(async () => {
  stage = await openImportStage();
});
afterAll(() => stage.close());

/** As a file is let go over an element of the page. */
async function dropOn(page: Page, selector: string, name: string, content: string): Promise<void> {
  await page.locator(selector).first().waitFor();
  await page.evaluate(
    ({ at, fileName, text }) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([text], fileName, { type: 'text/csv' }));
      const target = document.querySelector(at);
      for (const type of ['dragover', 'drop']) {
        const event = new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer });
        target?.dispatchEvent(event);
        if (!event.defaultPrevented) throw new Error(`The browser was left to ${type} the file itself`);
      }
    },
    { at: selector, fileName: name, text: content },
  );
}

/** As files copied in a file manager are pasted. */
async function pasteFiles(page: Page, names: readonly string[]): Promise<void> {
  await page.evaluate((all) => {
    const clipboardData = new DataTransfer();
    for (const name of all) clipboardData.items.add(new File(['Mobile\n9845076001'], name, { type: 'text/csv' }));
    document.dispatchEvent(new ClipboardEvent('paste', { bubbles: true, clipboardData }));
  }, names);
}

const goHome = (page: Page) => page.getByRole('link', { name: 'Imports', exact: true }).click();

/** With headings decided on before it goes to the first step that needs a person. */
async function chooseNext(page: Page, name: string, content: string): Promise<void> {
  await page.getByLabel('Call with').selectOption('Hello');
  const file = { name, mimeType: 'text/csv', buffer: Buffer.from(content) };
  await page.getByLabel('Choose a file').setInputFiles(file);
}

describe('a press', () => {
  /** One tab, in which each test goes on from where the one before it left it. */
  let page: Page;
  beforeAll(async () => {
    page = await stage.tab();
  });
  afterAll(() => page.close());

  it('that takes in a file of a name that is there already shows both, told apart by their rows, and folds older drafts', async () => {
    await page.getByLabel('Call with').selectOption('Hello');
    await chooseFile(page, 'Oldest.csv', peopleCsv(7_600, 2));
    await page.getByRole('button', { name: 'Next: Check' }).click();
    await page.getByRole('heading', { name: '2 calls from 2 rows' }).waitFor();
    await goHome(page);
    for (const [name, rows] of [
      ['Twin.csv', 3],
      ['Second.csv', 4],
      ['Third.csv', 5],
      ['Twin.csv', 6],
      ['Newest.csv', 7],
    ] as const) {
      await chooseNext(page, name, peopleCsv(7_600, rows));
      await page.getByRole('heading', { name: `${rows} calls in 1 campaign` }).waitFor();
      await goHome(page);
      const draft = page.getByRole('link').filter({ hasText: name.replace('.csv', '') });
      await draft.filter({ hasText: `${rows} rows` }).waitFor();
    }
    const drafts = page.getByRole('link').filter({ hasText: 'Not started' });
    await expect
      .poll(() => drafts.allInnerTexts())
      .toEqual([
        expect.stringMatching(/^Newest\s+Not started\s+7 rows\s/u),
        expect.stringMatching(/^Twin\s+Not started\s+6 rows\s/u),
        expect.stringMatching(/^Third\s+Not started\s+5 rows\s/u),
        expect.stringMatching(/^Second\s+Not started\s+4 rows\s/u),
        expect.stringMatching(/^Twin\s+Not started\s+3 rows\s/u),
      ]);
    await page.getByRole('button', { name: 'older draft' }).click();
    await page.getByRole('link').filter({ hasText: 'Oldest' }).waitFor();
  });

  it('names two drafts of one file by what tells them apart', async () => {
    await page.getByRole('button', { name: /^Discard Twin\.csv, 6 rows, / }).click();
    await page.getByRole('button', { name: 'Discard Twin.csv', exact: true }).click();
    await page.getByRole('link', { name: /Twin/u }).waitFor({ state: 'detached' });
  });

  it('that discards a draft is taken back later, however many were discarded since', async () => {
    for (const name of ['Oldest', 'Second', 'Third', 'Newest']) {
      await page.getByRole('button', { name: `Discard ${name}.csv` }).click();
      await page.getByText(`Discarded ${name}.csv.`).waitFor();
    }
    await expect
      .poll(() => page.getByText(/^Discarded /u).allInnerTexts())
      .toEqual([
        expect.stringMatching(/^Discarded Newest\.csv\./u),
        expect.stringMatching(/^Discarded Third\.csv\./u),
        expect.stringMatching(/^Discarded Second\.csv\./u),
      ]);
    await page.getByRole('button', { name: /^Show \d more discarded files$/u }).click();
    await page.getByRole('button', { name: 'Undo discarding Oldest.csv' }).click();
    await page.getByRole('link', { name: /Oldest/u }).waitFor();
  });

  it('that discards a draft is taken back, corrections and all, in any window', async () => {
    await chooseNext(page, 'Amended.csv', 'Who,Mobile,Note\nAsha,9845076001,\nRavi,98450,');
    await page.getByText('Too short', { exact: false }).first().waitFor();
    await page.getByRole('grid').locator('.issue-value').first().click();
    await page.locator('.issue-input').fill('9845076002');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: '2 calls from 2 rows' }).waitFor();
    await goHome(page);
    await page.getByRole('button', { name: 'Discard Amended.csv' }).click();
    await page.getByText('Discarded Amended.csv.').waitFor();
    await expect.poll(() => page.getByRole('link', { name: /Amended/u }).count()).toBe(0);

    const other = await stage.tab();
    await other.getByRole('button', { name: 'Undo discarding Amended.csv' }).click();
    await page.getByRole('link', { name: /Amended/u }).click();
    await page.getByRole('heading', { name: '2 calls from 2 rows' }).waitFor();
    await page.getByRole('button', { name: 'Discard Amended.csv' }).waitFor({ state: 'detached' });
    await other.close();
    await goHome(page);
  });

  it('that pastes several files takes none of them, and says so', async () => {
    await page.getByLabel('Call with').selectOption('Hello');
    await pasteFiles(page, ['First.csv', 'Second.csv']);
    await page.getByText('Add one file at a time: each file is one import.').waitFor();
    await pasteFiles(page, ['Only.csv']);
    await page.getByRole('button', { name: 'Next: Check' }).waitFor();
    await goHome(page);
  });

  it('that lets a file go anywhere on any screen takes it in', async () => {
    await page.getByLabel('Call with').selectOption('Hello');
    await page.getByRole('link', { name: 'Templates', exact: true }).click();
    await page.getByRole('heading', { name: 'By name' }).waitFor();
    await forgetColumns(page);
    await dropOn(page, 'main h2', 'Dropped.csv', peopleCsv(40, 3));
    await page.getByRole('heading', { name: 'Which column is which?' }).waitFor();
    await page.getByText('Dropped.csv').first().waitFor();
    // Onto another draft's step it is a new import, and the draft stays.
    await dropOn(page, 'header', 'Second.csv', peopleCsv(80, 3));
    await page.getByText('Second.csv').first().waitFor();
    await page.getByRole('link', { name: 'Imports', exact: true }).click();
    await page.getByRole('link', { name: /Dropped/u }).waitFor();
    await page.getByRole('link', { name: /Second/u }).waitFor();
  });

  it('that asks for a row shows that row or says why not, and opens what it holds where it stands', async () => {
    await page.getByLabel('Call with').selectOption('By name');
    const rows = Array.from(
      { length: 30 },
      (_, at) => `Person ${at + 2},${at % 2 === 0 ? 9_845_100_000 + at : '98450'}`,
    );
    await chooseFile(page, 'Rows.csv', ['Name,Mobile', ...rows].join('\n'));
    await page.getByRole('button', { name: 'Next: Check' }).click();
    await page.setViewportSize(LOW);
    await page.getByRole('button', { name: 'Show all: Person 3 row 3' }).click();
    const whole = page.getByRole('dialog', { name: 'Person 3, row 3 in the file' });
    await whole.getByText('Person 3', { exact: true }).waitFor();
    const close = whole.getByRole('button', { name: 'Close' });
    await expect
      .poll(() =>
        close.evaluate((button) => {
          const { top, bottom } = button.getBoundingClientRect();
          return top >= 0 && bottom <= innerHeight;
        }),
      )
      .toBe(true);
    await page.keyboard.press('Escape');
    await whole.waitFor({ state: 'detached' });

    await page.getByRole('button', { name: 'Next: Confirm' }).click();
    const person = page.getByRole('region', { name: 'What one person hears' });
    await person.getByText('Person 2').first().waitFor();
    for (const [row, said] of [
      ['3', 'Row 3 is left out: The number has too few digits.'],
      ['99999', 'Row 99,999 has no contact.'],
    ] as const) {
      await person.getByLabel('Row', { exact: true }).fill(row);
      await person.getByRole('button', { name: 'Show', exact: true }).click();
      await person.getByText(said).waitFor();
      await expect.poll(() => person.getByText(/Person \d/u).count()).toBe(0);
    }
    await person.getByRole('button', { name: 'Previous person' }).click();
    await person.getByText('Person 30').first().waitFor();
    await page.setViewportSize(WIDE);
  });
});

/** Each campaign that a Worker had its Exotel make: the name of its import, and of how many. */
function made({ exotel }: LocalStack): string[] {
  return exotel.control.ledger().creates.map(({ name, numbers }) => `${name.split(' ')[0]} ${numbers}`);
}

/** Another Worker, with the templates of the one of the stage under the same ids. */
async function copyOfStage(): Promise<LocalStack> {
  const copy = await startStack({ user: 'bela', openCaps: true, vars: IN_THE_MORNING, exotel: STANDING });
  const asAdmin = (token: string) => ({ authorization: `Bearer ${token}`, 'content-type': 'application/json' });
  const { workerUrl, token } = stage.stack;
  const all = await fetch(`${workerUrl}/api/account/export`, { headers: asAdmin(token) });
  const url = `${copy.workerUrl}/api/account/import?overwrite=true`;
  const taken = await fetch(url, { method: 'POST', headers: asAdmin(copy.token), body: await all.text() });
  expect(taken.status).toBe(200);
  return copy;
}

describe('a second Worker', () => {
  let options: Page;

  it('is none that is known already: adding that once more replaces nothing', async () => {
    options = await stage.browser().open('options.html');
    await options.getByText('Connected', { exact: true }).waitFor();
    const stored = () => options.evaluate("chrome.storage.local.get('settings')");
    await options.getByLabel('Name', { exact: true }).fill('Trying out');
    await options.getByRole('button', { name: 'Save and test' }).click();
    await options.getByRole('button', { name: 'Edit Trying out' }).waitFor();
    const before = await stored();

    await options.getByRole('button', { name: 'Add another Worker' }).click();
    await options.getByLabel('Worker address').fill(stage.gate.url);
    await options.getByLabel('Your token', { exact: true }).fill('another');
    await options.getByRole('button', { name: 'Save and test' }).click();

    await options.getByText('This Worker is saved as “Trying out”. Press Edit there to change it.').waitFor();
    expect(await stored()).toEqual(before);
    expect(before).toMatchObject({ settings: { workers: [{ label: 'Trying out', kind: 'trial' }] } });
    const { host } = new URL(stage.gate.url);
    expect(await options.getByText(host, { exact: false }).count()).toBeGreaterThan(0);
  });

  it('that is put in use leaves a draft and an upload to the Worker they were made for, until a press says otherwise', async () => {
    const copy = await copyOfStage();
    const [moved, going] = [await stage.tab(), await stage.tab()];
    const startMoved = await goToStart(moved, 'Moved', peopleCsv(9_100, 3));
    await goToStart(going, 'Kept', peopleCsv(9_200, 2));
    await goHome(going);
    stage.gate.hold(({ url }) => url?.endsWith('/check') === true);
    await chooseNext(going, 'Cancelled.csv', peopleCsv(9_300, 4));
    await allow(going);
    await going.getByRole('button', { name: 'Start 4 calls in 1 campaign' }).click();
    await going.getByText('4 calls in 1 campaign will start').waitFor();
    await expect.poll(() => stage.gate.held(), PATIENCE).toBe(1);

    // In the form that the test before left open.
    await options.getByLabel('Worker address').fill(copy.workerUrl);
    await options.getByLabel('Your token', { exact: true }).fill(copy.token);
    await options.getByLabel('Name', { exact: true }).fill('Copy');
    await options.getByRole('button', { name: 'Save and test' }).click();
    await options.getByText('Connected', { exact: true }).waitFor();
    await options.close();

    // Every window follows. What is open of the Worker before says so, and starts nothing.
    const startsNothing = async (each: Page) => {
      await each.getByText(/^This file was prepared for /u).waitFor();
      await expect.poll(() => each.getByRole('button', { name: /^Start / }).count()).toBe(0);
    };
    await startsNothing(moved);
    // An upload goes on to where it was started, and is taken back there.
    await going.getByText(/^Goes to /u).waitFor();
    await going.getByRole('button', { name: 'Cancel', exact: true }).click();
    await going.getByRole('button', { name: 'Cancel this import' }).click();
    const rows = going.getByRole('link').filter({ hasText: 'For Trying out (Trial)' });
    const names = async () => (await rows.allInnerTexts()).map((row) => row.split('\n')[0]);
    await expect.poll(async () => (await names()).slice(0, 2), PATIENCE).toEqual(['Kept', 'Moved']);
    await expect.poll(() => stage.importNamed('Cancelled'), PATIENCE).toBeNull();
    stage.gate.open();

    // Moved by a press, it goes where it is looked at anew; the other one where it was prepared.
    await moved.getByRole('button', { name: 'Use it at Copy' }).click();
    await moved.getByRole('button', { name: 'Next: Confirm' }).click();
    await allow(moved);
    await startMoved.click();
    await expect.poll(() => [made(stage.stack), made(copy)], PATIENCE).toEqual([[], ['Moved 3']]);
    await going.getByRole('link').filter({ hasText: 'Kept' }).click();
    await startsNothing(going);
    await going.getByRole('button', { name: /^Switch to / }).click();
    await allow(going);
    await going.getByRole('button', { name: /^Start / }).click();
    await expect.poll(() => [made(stage.stack), made(copy)], PATIENCE).toEqual([['Kept 2'], ['Moved 3']]);

    // What was started at the one is found there from the other.
    await going.getByText('of 2 done', { exact: true }).first().waitFor();
    await going.getByRole('combobox', { name: 'Worker in use' }).selectOption({ label: 'Copy (Live)' });
    await going.getByText(/^This import was started at /u).waitFor();
    await going.getByRole('button', { name: /^Switch to / }).click();
    await going.getByText('of 2 done', { exact: true }).first().waitFor();
    await Promise.all([moved, going].map((page) => page.close()));
    await copy.stop();
  });
});
