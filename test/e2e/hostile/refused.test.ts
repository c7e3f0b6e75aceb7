import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { goToStart, peopleCsv } from '../support/import-page.ts';
import { openImportStage } from '../support/import-stage.ts';
import type { ImportStage } from '../support/import-stage.ts';

const PATIENCE = { timeout: 60_000, interval: 200 };

let stage: ImportStage;
beforeAll(async () => {
  stage = await openImportStage();
});
afterAll(() => stage.close());

/** As with a full disk: the page's own writes are refused, until they are let through. */
async function refuseWrites(page: Page, what: 'settings' | 'files'): Promise<() => Promise<void>> {
  const [holder, name] = what === 'settings' ? ['chrome.storage.local', 'set'] : ['IDBObjectStore.prototype', 'put'];
  await page.evaluate(`window.before = ${holder}.${name};
    ${holder}.${name} = () => { throw new DOMException('full', 'QuotaExceededError'); }`);
  return () => page.evaluate(`${holder}.${name} = window.before; null`);
}

it('what only spares a question later holds up no start', async () => {
  const page = await stage.tab();
  const start = await goToStart(page, 'Noticed', peopleCsv(100, 3));
  await refuseWrites(page, 'settings');
  await start.click();
  await expect.poll(async () => (await stage.importNamed('Noticed'))?.rows.accepted, PATIENCE).toBe(3);
  await page.close();
});

it('a change and a start that are not kept say so, and can be pressed again', async () => {
  const page = await stage.tab();
  const start = await goToStart(page, 'Full', peopleCsv(200, 4));
  const letThrough = await refuseWrites(page, 'files');
  const notice = page.getByRole('alert').filter({ hasText: 'Your last change was not saved' });
  const lists = page.getByRole('radio', { name: /^Lists/u });
  await lists.click();
  await notice.waitFor();
  await expect.poll(() => lists.isChecked()).toBe(false);

  await start.click();
  await page.getByText('Nothing was started: the browser could not save it.', { exact: false }).waitFor();
  await expect.poll(() => start.isEnabled()).toBe(true);
  await letThrough();
  await start.click();
  await expect.poll(async () => (await stage.importNamed('Full'))?.rows.accepted, PATIENCE).toBe(4);
  await notice.waitFor({ state: 'detached' });
  await page.close();
});

it('settings that are not kept say so, and the form is there to be saved again', async () => {
  const page = await stage.browser().open('options.html');
  await page.getByText('Connected', { exact: true }).waitFor();
  const letThrough = await refuseWrites(page, 'settings');
  await page.getByLabel('Name', { exact: true }).fill('Morning shift');
  const save = page.getByRole('button', { name: 'Save and test' });
  await save.click();
  const notice = page.getByRole('alert').filter({ hasText: 'Your last change was not saved' });
  await notice.waitFor();
  const language = page.getByLabel('Language', { exact: true });
  await language.selectOption('hi');
  await expect.poll(() => language.inputValue()).toBe('browser');

  // What another window saves is in the list at once.
  const other = await stage.browser().open('options.html');
  await other.getByText('Connected', { exact: true }).waitFor();
  await other.getByLabel('Name', { exact: true }).fill('Evening shift');
  await other.getByRole('button', { name: 'Save and test' }).click();
  await page.getByRole('button', { name: 'Edit Evening shift' }).waitFor();
  await other.close();

  await letThrough();
  await save.click();
  await page.getByRole('button', { name: 'Edit Morning shift' }).waitFor();
  await notice.waitFor({ state: 'detached' });
  await page.close();
});
